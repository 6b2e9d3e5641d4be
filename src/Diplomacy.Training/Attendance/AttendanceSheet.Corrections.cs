using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

// What people say against the evidence: kept apart from it, with its reason (R34).
public sealed partial class AttendanceSheet
{
    /// <summary>The correction in force of someone's presence in a session.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <returns>The correction; null where the evidence alone counts.</returns>
    public PresenceCorrection? CorrectionOf(RegistrationId registration, string session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _corrections.GetValueOrDefault((registration, session));
    }

    /// <summary>Corrects how long someone was present in a session: from now on this counts, whatever the evidence says or will say (R34). Correcting to the same again changes nothing.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="registration">The registration; null when there is none.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="present">How long, from zero to the counted time of the session.</param>
    /// <param name="reason">The record with the reason.</param>
    /// <param name="now">The present.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.status-allows</c>, <c>attendance.session-is-known</c>, <c>attendance.registration-is-confirmed</c>, <c>attendance.correction-fits-session</c>.</exception>
    public Decision<bool> Correct(Workshop workshop, Registration? registration, string session, Duration present, RecordRef reason, Instant now)
    {
        ArgumentNullException.ThrowIfNull(reason);
        TrainingRuleException.ThrowIfAny(CheckCorrect(workshop, registration, session, present));
        return CorrectionOf(registration!.Id, session)?.Present == present
            ? Decision.Of(false)
            : Decision.Of(true, new PresenceCorrected(now, registration.Id, session, present, reason));
    }

    /// <summary>Which rules a correction would break; see <see cref="Correct"/>.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="registration">The registration; null when there is none.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="present">How long.</param>
    public static IReadOnlyList<TrainingRule> CheckCorrect(Workshop workshop, Registration? registration, string session, Duration present)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentNullException.ThrowIfNull(session);
        List<TrainingRule> unmet = CheckTakesPlace(workshop);
        if (registration is not { Status: RegistrationStatus.Confirmed or RegistrationStatus.Substituted })
        {
            unmet.Add(NotConfirmed(workshop, registration?.Id.ToString() ?? "?", registration));
        }

        if (workshop.Agenda.Find(session) is not { Item: Session } scheduled)
        {
            unmet.Add(SessionNotKnown(workshop, session));
        }
        else
        {
            Duration counted = workshop.Agenda.CountedTime(scheduled).Aggregate(Duration.Zero, (sum, part) => sum + part.Duration);
            if (present < Duration.Zero || present > counted)
            {
                unmet.Add(AttendanceRules.CorrectionFitsSession.Broken(("minutes", Minutes(present)), ("session", session), ("most", Minutes(counted))));
            }
        }

        return unmet;
    }

    /// <summary>Takes a correction back: the evidence counts again. Where there is none, nothing changes.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="reason">The record with the reason.</param>
    /// <param name="now">The present.</param>
    /// <returns>Whether there was one.</returns>
    public Decision<bool> TakeBackCorrection(RegistrationId registration, string session, RecordRef reason, Instant now)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return CorrectionOf(registration, session) is null ? Decision.Of(false) : Decision.Of(true, new CorrectionTakenBack(now, registration, session, reason));
    }

    private static string Minutes(Duration duration) => FormattableString.Invariant($"{duration.TotalMinutes:0.##}");
}

/// <summary>What a person says of someone's presence, against the evidence (R34).</summary>
/// <param name="Present">How long the person was present.</param>
/// <param name="At">When it was said.</param>
/// <param name="Reason">The personal record with the reason. Who said it stands in the journal: <see cref="AttendanceDesk.CorrectionsAsync"/>.</param>
public sealed record PresenceCorrection(Duration Present, Instant At, RecordRef Reason);
