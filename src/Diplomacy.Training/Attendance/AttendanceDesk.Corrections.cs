using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

// What people say against the evidence (R34).
public sealed partial class AttendanceDesk
{
    /// <summary>
    /// Corrects how long someone was present in a session. The correction counts, on certificates too, until it is taken back; the evidence stays beside it, and what it alone says is told as
    /// <see cref="SessionPresence.Derived"/> (R34).
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration: confirmed, or one that somebody else took over since.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="present">How long, from zero to the counted time of the session.</param>
    /// <param name="by">Who corrects; needs <see cref="Permission.CorrectAttendance"/>.</param>
    /// <param name="reason">Why, in free words; kept in a personal record of the person.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed; false when it was corrected so before.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>attendance.session-is-known</c>, <c>attendance.registration-is-confirmed</c>,
    /// <c>attendance.correction-fits-session</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<bool> CorrectAsync(
        WorkshopId workshop, RegistrationId registration, string session, Duration present, Actor by, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(session);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return RunAsync(
            "correct-presence", workshop, by, command, $"{registration} {session} {DurationPattern.JsonRoundtrip.Format(present)}",
            (scope, situation) =>
            {
                Registration? found = situation.Book.All.GetValueOrDefault(registration);
                TrainingRuleException.ThrowIfAny(
                    found is null ? [AttendanceSheet.NotConfirmed(situation.Workshop, registration.ToString(), null)] : AttendanceSheet.CheckCorrect(situation.Workshop, found, session, present));
                RecordRef why = scope.Keep(CallerMatching.Text(found!.Person.ToString(), SheetTextPayload.CorrectionReasonKind, CallerMatching.Legible(reason, 2000)));
                return new ValueTask<Decision<bool>>(situation.Sheet.Correct(situation.Workshop, found, session, present, why, scope.Now));
            },
            (_, _) => true,
            cancellationToken,
            Permission.CorrectAttendance);
    }

    /// <summary>Takes a correction back: the evidence counts again. Where there is none, nothing changes.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="by">Who takes it back; needs <see cref="Permission.CorrectAttendance"/>.</param>
    /// <param name="reason">Why, in free words; kept in a personal record of the person.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<bool> TakeBackCorrectionAsync(
        WorkshopId workshop, RegistrationId registration, string session, Actor by, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(session);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return RunAsync(
            "take-back-correction", workshop, by, command, $"{registration} {session}",
            (scope, situation) =>
            {
                if (situation.Sheet.CorrectionOf(registration, session) is null || situation.Book.All.GetValueOrDefault(registration) is not { } found)
                {
                    return new ValueTask<Decision<bool>>(Decision.Of(false));
                }

                RecordRef why = scope.Keep(CallerMatching.Text(found.Person.ToString(), SheetTextPayload.CorrectionReasonKind, CallerMatching.Legible(reason, 2000)));
                return new ValueTask<Decision<bool>>(situation.Sheet.TakeBackCorrection(registration, session, why, scope.Now));
            },
            (_, _) => true,
            cancellationToken,
            Permission.CorrectAttendance);
    }

    /// <summary>Every correction that was ever made or taken back: who, what, when and why, in the order in which it happened. Reads the whole journal of the sheet.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<CorrectionEntry>> CorrectionsAsync(WorkshopId workshop, CancellationToken cancellationToken = default)
    {
        var corrections = new List<CorrectionEntry>();
        foreach (JournalEntry entry in await _ports.Journal.ReadAsync(AttendanceSheet.StreamOf(workshop), 0, cancellationToken).ConfigureAwait(false))
        {
            (RegistrationId Registration, string Session, Duration? Present, RecordRef Reason)? change = entry.Event switch
            {
                PresenceCorrected e => (e.Registration, e.Session, e.Present, e.Reason),
                CorrectionTakenBack e => (e.Registration, e.Session, null, e.Reason),
                _ => null,
            };
            if (change is { } one)
            {
                corrections.Add(new(
                    one.Registration, one.Session, one.Present, entry.By, entry.At, await CallerMatching.TextAsync(_ports.Records, one.Reason, cancellationToken).ConfigureAwait(false)));
            }
        }

        return corrections;
    }
}

/// <summary>A correction of someone's presence, or its end.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Session">The session's code.</param>
/// <param name="Present">How long; null where a correction was taken back.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; null once the person was erased. Personal data.</param>
public sealed record CorrectionEntry(RegistrationId Registration, string Session, Duration? Present, Actor By, Instant At, string? Reason)
{
    /// <summary>Only that a correction is here, and of which session.</summary>
    public override string ToString() => $"(a correction of {Session})";
}
