namespace Diplomacy.Training.Journal;

/// <summary>Personal data beside the journal. Records are written only by <see cref="IJournal.AppendAsync"/>, in its transaction, and desks erase there too; here they are read, and erased for reasons of a host's own.</summary>
/// <remarks>Implementations are safe for use from many threads.</remarks>
public interface IPersonalRecords
{
    /// <summary>Reads one record.</summary>
    /// <param name="id">The record.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The record, or null when it was erased or never existed.</returns>
    ValueTask<PersonalRecord?> FindAsync(RecordId id, CancellationToken cancellationToken = default);

    /// <summary>Reads every record about a subject.</summary>
    /// <param name="subject">A person's id or another key.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    ValueTask<IReadOnlyList<PersonalRecord>> OfSubjectAsync(string subject, CancellationToken cancellationToken = default);

    /// <summary>Reads every record, in the order in which they were written.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    IAsyncEnumerable<PersonalRecord> ReadAllAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases every record about a subject, salts included. The journal stays as it is: its references then say nothing, and no entry tells that they were erased,
    /// so that a restored backup brings them back. <see cref="JournalAppend.Erasures"/> leave a trace.
    /// </summary>
    /// <param name="subject">A person's id or another key.</param>
    /// <param name="cancellationToken">Stops the erasing before it has taken effect.</param>
    /// <returns>How many records were erased; 0 when there were none, so that erasing twice is harmless.</returns>
    ValueTask<int> EraseAsync(string subject, CancellationToken cancellationToken = default);
}
