namespace Diplomacy.Training.Journal;

/// <summary>Whose personal records an entry erased in its append, so that a restored backup can erase them again.</summary>
/// <param name="Text">A subject, or the beginning of one, up to and with a colon.</param>
/// <param name="AndAllThatBeginSo">Whether every subject that begins with <paramref name="Text"/> is meant.</param>
internal readonly record struct ErasedSubjects(string Text, bool AndAllThatBeginSo = false)
{
    /// <summary>Everything that an entry erased; each stage declares its own events.</summary>
    /// <param name="entry">The entry.</param>
    internal static IEnumerable<ErasedSubjects> Of(JournalEntry entry) =>
        [.. PersonProjection.Erased(entry), .. AnswerEvents.Erased(entry), .. NominationEvents.Erased(entry), .. AttendanceEvents.Erased(entry)];

    /// <summary>Every value that means this subject.</summary>
    /// <param name="subject">A subject.</param>
    internal static IEnumerable<ErasedSubjects> Covering(string subject)
    {
        yield return new(subject);
        for (int colon = subject.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = subject.IndexOf(':', colon + 1))
        {
            yield return new(subject[..(colon + 1)], AndAllThatBeginSo: true);
        }
    }
}
