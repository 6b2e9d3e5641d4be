using System.Globalization;
using Diplomacy.Training;

namespace DigitalDiplomacyWorkshop;

/// <summary>How somebody took part on the day, whichever way was registered.</summary>
internal enum Attended { Absent, InPerson, Online, Both }

/// <summary>One person's attendance, and what was decided on it: a line of <c>attendance.csv</c>.</summary>
/// <remarks>Without verification codes: a code is the key to a certificate, and lists are passed around.</remarks>
internal sealed record AttendanceLine(PersonPresence Presence, Person Person, Institution Institution, ProposedAward? Award, Certificate? Certificate)
{
    internal static string[] Header { get; } =
    [
        "name", "name_km", "institution", "institution_name", "role", "registered", "attended", "minutes", "counted_minutes", "share_percent", "level", "certificate", "reason",
    ];

    internal Attended Attended => (Presence.Sessions.Any(s => s.InRoom), Presence.Sessions.Any(s => s.InCall)) switch
    {
        (true, true) => Attended.Both,
        (true, false) => Attended.InPerson,
        (false, true) => Attended.Online,
        _ => Attended.Absent,
    };

    internal string[] ToRow() =>
    [
        Person.Name.Printed, Person.Name.Native?.Printed ?? "", Institution.Code.ToString(), Institution.Name.English,
        Presence.Claim.Role.ToString(), Presence.Claim.Mode.ToString(), Attended.ToString(),
        Number(Math.Floor(Presence.Present.TotalMinutes)), Number(Presence.Counted.TotalMinutes),
        Number(Math.Floor(100 * Presence.Present.TotalMinutes / Presence.Counted.TotalMinutes)),
        Award?.Level.ToString() ?? "", Certificate?.Number.ToString() ?? "", Award?.Explain(Language.English) ?? "",
    ];

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}

/// <summary>How the confirmed took part.</summary>
internal sealed record AttendanceFigures(int Present, int InPerson, int Online, int Both, int Absent, int InTheOtherMode)
{
    internal static AttendanceFigures Of(IReadOnlyCollection<AttendanceLine> people) => new(
        people.Count(p => p.Attended != Attended.Absent),
        people.Count(p => p.Attended == Attended.InPerson), people.Count(p => p.Attended == Attended.Online), people.Count(p => p.Attended == Attended.Both),
        people.Count(p => p.Attended == Attended.Absent), people.Count(p => p.Presence.AttendedOtherMode));
}
