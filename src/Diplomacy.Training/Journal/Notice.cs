using System.Collections.Immutable;

namespace Diplomacy.Training.Journal;

/// <summary>
/// Something that a person should hear of: what, to whom, in which language. It leaves through the outbox; the host looks up the
/// recipient's address, sends it, and acknowledges. Holds no personal data itself.
/// </summary>
/// <param name="Kind">A stable code with texts, such as <c>notice.seat-confirmed</c>.</param>
/// <param name="Recipient">The person; <c>default</c> when the notice is for an institution's focal point.</param>
/// <param name="Institution">The institution concerned, whose zone the local times are in.</param>
/// <param name="Workshop">The workshop concerned.</param>
/// <param name="Language">The recipient's language.</param>
/// <param name="Arguments">The values of the text's named places: codes, counts, and local times already in the recipient's zone.</param>
public sealed record Notice(
    string Kind,
    PersonId Recipient,
    string Institution,
    string Workshop,
    Language Language,
    ImmutableSortedDictionary<string, string> Arguments)
{
    /// <summary>The notice in words.</summary>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    /// <returns>The text in <see cref="Language"/>.</returns>
    public string Explain(TrainingTexts? texts = null) =>
        (texts ?? TrainingTexts.Default).Format(Kind, Arguments.ToDictionary(a => a.Key, a => (object)a.Value), Language);
}

/// <summary>A notice that waits in the outbox.</summary>
/// <param name="Number">Its place in the outbox, from 1, increasing.</param>
/// <param name="Notice">What to tell.</param>
public sealed record PendingNotice(long Number, Notice Notice);

/// <summary>Notices that wait to be sent. The host reads, sends, and acknowledges; what is not acknowledged is given out again.</summary>
/// <remarks>Implementations are safe for use from many threads.</remarks>
public interface INoticeOutbox
{
    /// <summary>The oldest notices that are not yet acknowledged, in order.</summary>
    /// <param name="limit">At most this many, from 1.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    ValueTask<IReadOnlyList<PendingNotice>> PendingAsync(int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>Removes a notice that was sent. Acknowledging twice is harmless.</summary>
    /// <param name="number">The notice's number.</param>
    /// <param name="cancellationToken">Stops the call before it has taken effect.</param>
    ValueTask AcknowledgeAsync(long number, CancellationToken cancellationToken = default);
}
