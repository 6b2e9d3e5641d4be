using Diplomacy.Training;
using Diplomacy.Training.Pdf;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the PDF package to the library's set-up.</summary>
public static class TrainingBuilderPdfExtensions
{
    /// <summary>Adds <see cref="CertificatePrinter"/> and <see cref="CertificatePdfWriter"/>. Safe to call twice.</summary>
    /// <param name="training">The builder.</param>
    public static TrainingBuilder AddPdf(this TrainingBuilder training)
    {
        ArgumentNullException.ThrowIfNull(training);
        training.Services.TryAddSingleton<CertificatePdfWriter>(static _ => new());
        training.Services.TryAddSingleton(_ => new CertificatePrinter(training.Options));
        return training;
    }
}
