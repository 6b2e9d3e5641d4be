using NodaTime;

namespace Diplomacy.Training.Tests.Certificates;

/// <summary>Presence as attendance would tell it; sessions are called s1, s2 and so on.</summary>
internal static class Presences
{
    internal static PersonPresence Of(PersonId person, ParticipantRole role, params (Duration Present, Duration Counted)[] sessions) => new(
        RegistrationId.New(), person, new SeatClaim(DeliveryMode.Online, IssuingOffice.Mfaic, InstitutionKind.Ministry, role),
        [.. sessions.Select((s, i) => new SessionPresence(FormattableString.Invariant($"s{i + 1}"), s.Present, s.Counted, null, null, false, s.Present > Duration.Zero, false))]);

    /// <summary>Minutes present of two sessions, of 60 and of 120 minutes.</summary>
    internal static PersonPresence Of(int first, int second, ParticipantRole role = ParticipantRole.Participant, PersonId? person = null) => Of(
        person ?? PersonId.New(), role,
        (Duration.FromMinutes(first), Duration.FromMinutes(60)), (Duration.FromMinutes(second), Duration.FromMinutes(120)));

    internal static WorkshopPresence Together(params PersonPresence[] people) => new(WorkshopId.Parse("DD-2023"), [.. people], 0);
}
