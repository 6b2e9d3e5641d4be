using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A certificate can be found by its code, and listed by person and workshop.</summary>
internal sealed record CertificateListed(CertificateSummary Row) : QueryChange;

internal static class CertificateProjection
{
    internal static IEnumerable<QueryChange> Of(JournalEntry entry) => entry.Event is CertificateIssued e
        ? [new CertificateListed(new(e.Number, e.Code, e.Workshop, e.Registration, e.Person, e.Level, e.Facts))]
        : [];
}
