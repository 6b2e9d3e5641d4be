namespace Diplomacy.Training.Journal;

/// <summary>
/// One change to the tables that queries read. A projection is a pure function from one journal entry, and the personal record it refers to,
/// to such changes; the store in memory and the stores over SQL share it.
/// </summary>
internal abstract record QueryChange;

/// <summary>All projections, each declared in the folder of its stage.</summary>
internal static class Projection
{
    /// <summary>What an entry changes in the query tables.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="record">Finds a personal record; null when it was erased.</param>
    internal static IEnumerable<QueryChange> Of(JournalEntry entry, Func<RecordId, PersonalRecord?> record) =>
    [
        .. PersonProjection.Of(entry, record),
        .. PlanningProjection.Of(entry),
        .. RegistrationProjection.Of(entry),
        .. RegistrationHistoryProjection.Of(entry),
        .. CertificateProjection.Of(entry),
    ];
}
