using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>A file cannot be read as it stands. Nothing of it was taken; <see cref="Errors"/> holds all that is wrong with it.</summary>
/// <remarks>The message names files, rows and columns, never personal values; it tells the first ten errors.</remarks>
public sealed class ImportException : Exception
{
    private const int Told = 10;

    /// <summary>Refuses a file.</summary>
    /// <param name="errors">At least one error, in the order of the file.</param>
    public ImportException(IReadOnlyList<ImportError> errors)
        : base(Describe(errors)) => Errors = errors;

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<ImportError> Errors { get; }

    private static string Describe(IReadOnlyList<ImportError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (errors.Count == 0)
        {
            throw new ArgumentException("A refusal names at least one error.", nameof(errors));
        }

        var text = new StringBuilder().AppendJoin(Environment.NewLine, errors.Take(Told));
        if (errors.Count > Told)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Environment.NewLine}... and {errors.Count - Told} more.");
        }

        return text.ToString();
    }
}
