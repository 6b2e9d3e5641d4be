using System.Collections.Immutable;
using NodaTime;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>What seats there are, who falls under which limit, and until when an offer lasts, written out anew.</summary>
internal sealed partial class BruteForceBook
{
    internal static readonly InstitutionCode Cairo = InstitutionCode.Parse("EG-CAI-EMB");
    internal static readonly InstitutionCode Partner = InstitutionCode.Parse("PARTNER");
    internal static readonly InstitutionCode[] From = [Registrar.Ministry, Registrar.Washington, Registrar.Paris, Cairo, Partner];
    internal static readonly string?[] Sittings = ["east", "west", null, "north"];

    internal static readonly ImmutableDictionary<InstitutionCode, Institution> Institutions = Registrar.Institutions.AddRange(new Institution[]
    {
        new(Cairo, new("", "Embassy in Cairo"), InstitutionKind.Embassy, "Cairo", "Egypt", "Africa/Cairo", WorkingTime.Parse("Sun-Thu 09:00-15:00"), SeatGroups.Parse("region/south")),
        new(Partner, new("", "Partner"), InstitutionKind.Ministry, "Geneva", "Switzerland", "Europe/Zurich", WorkingTime.Parse("none")),
    }.Select(i => KeyValuePair.Create(i.Code, i)));

    private static readonly Dictionary<InstitutionCode, List<(Instant Start, Instant End)>> s_working = From.ToDictionary(c => c, WorkingHoursOf);

    internal static string? RegionOf(InstitutionCode from) => from == Registrar.Ministry ? "region/home" : from == Cairo ? "region/south" : from == Partner ? null : "region/west";

    internal static bool Offers(Plan plan, (DeliveryMode Mode, string? Sitting) place) =>
        (place.Mode == DeliveryMode.InPerson ? plan.InPerson : plan.Online) is not null &&
        (!plan.HasSittings ? place.Sitting is null
            : place.Sitting is { } sitting ? SeatsOf(plan, sitting, place.Mode) is not null
            : SeatsOf(plan, "east", place.Mode) is not null || SeatsOf(plan, "west", place.Mode) is not null);

    /// <summary>Every limit that somebody there falls under (R1).</summary>
    internal static IEnumerable<(string Key, int Capacity)> LimitsOf(Plan plan, Entry of, (DeliveryMode Mode, string? Sitting) there)
    {
        bool room = there.Mode == DeliveryMode.InPerson;
        string mode = room ? "in-person" : "online";
        if (of.Role == ParticipantRole.Participant)
        {
            yield return ($"mode/{mode}", (room ? plan.InPerson : plan.Online) ?? 0);
            if (there.Sitting is { } sitting)
            {
                yield return ($"sitting/{sitting}/{mode}", plan.HasSittings ? SeatsOf(plan, sitting, there.Mode) ?? 0 : 0);
            }
            else
            {
                foreach (string held in plan.HasSittings ? ["east", "west"] : Array.Empty<string>())
                {
                    if (SeatsOf(plan, held, there.Mode) is { } seats)
                    {
                        yield return ($"sitting/{held}/{mode}", seats);
                    }
                }
            }

            if (plan.EachMission is { } each && of.From.ToString().EndsWith("-EMB", StringComparison.Ordinal))
            {
                yield return ($"quota/each-mission/{of.From}", each);
            }

            if (plan.Washington is { } washington && of.From == Registrar.Washington)
            {
                yield return ("quota/US-WAS-EMB", washington);
            }

            if (plan.West is { } west && of.Groups.Contains("region/west"))
            {
                yield return ("quota/group/region/west", west);
            }

            foreach (string group in of.Groups.Where(g => g.StartsWith("grade/", StringComparison.Ordinal)))
            {
                if (plan.EachGrade is { } grade)
                {
                    yield return ($"quota/each/{group}", grade);
                }
            }

            if (plan.Total is { } total)
            {
                yield return ("total", total);
            }
        }

        if (room && plan.Room is { } people)
        {
            if (!plan.HasSittings)
            {
                yield return ("room", people);
            }
            else
            {
                if (plan.EastInPerson is not null && there.Sitting is null or "east")
                {
                    yield return ("room/east", people);
                }

                if (plan.WestInPerson is not null && there.Sitting is null or "west")
                {
                    yield return ("room/west", people);
                }
            }
        }
    }

    /// <summary>Until when an offer lasts: the first working moment by which it lasted and left enough, else the last one before the cut-off (R16).</summary>
    private static Instant? DeadlineOf(InstitutionCode from, Duration hold, Duration wanted, Instant now, Instant cutOff)
    {
        List<(Instant Start, Instant End)> ahead = [.. s_working[from].Where(w => w.End > now && w.Start < cutOff).Select(w => (Instant.Max(w.Start, now), w.End))];
        if (from == Partner)
        {
            return Instant.Min(now + hold, cutOff);
        }

        Duration before = Duration.Zero;
        foreach (var (start, end) in ahead)
        {
            Instant until = Instant.Max(now + hold, start + Duration.Max(Duration.Zero, wanted - before));
            if (until < end)
            {
                return Instant.Min(until, cutOff);
            }

            before += end - start;
        }

        return ahead.Count == 0 ? null : Instant.Min(ahead[^1].End, cutOff);
    }

    private static int? SeatsOf(Plan plan, string sitting, DeliveryMode mode) => (sitting, mode) switch
    {
        ("east", DeliveryMode.InPerson) => plan.EastInPerson,
        ("west", DeliveryMode.InPerson) => plan.WestInPerson,
        ("east" or "west", _) => plan.SittingOnline,
        _ => null,
    };

    private static List<(Instant Start, Instant End)> WorkingHoursOf(InstitutionCode code)
    {
        var hours = new List<(Instant, Instant)>();
        for (LocalDate day = new(2023, 2, 15); day < new LocalDate(2024, 6, 1); day = day.PlusDays(1))
        {
            (int Start, int End)[] today = code == Registrar.Ministry && day.DayOfWeek <= IsoDayOfWeek.Friday ? [(450, 690), (840, 1050)]
                : (code == Registrar.Washington || code == Registrar.Paris) && day.DayOfWeek <= IsoDayOfWeek.Friday ? [(540, 720), (840, 1020)]
                : code == Cairo && day.DayOfWeek is not (IsoDayOfWeek.Friday or IsoDayOfWeek.Saturday) ? [(540, 900)]
                : [];
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[Institutions[code].ZoneId];
            hours.AddRange(today.Select(t => (zone.AtStrictly(day.AtMidnight().PlusMinutes(t.Start)).ToInstant(), zone.AtStrictly(day.AtMidnight().PlusMinutes(t.End)).ToInstant())));
        }

        return hours;
    }

    /// <summary>What seats there are and how people are admitted. A sitting is held online when the workshop is.</summary>
    internal sealed record Plan(
        int? InPerson, int? Online, bool HasSittings, int? EastInPerson, int? WestInPerson, int? SittingOnline,
        int? EachMission, int? Washington, int? West, int? EachGrade, int? Total, int? Room, int? WaitingPlaces,
        bool InvitedOnly, ApprovalPolicy Approval, int? HoldHours, int WorkingHours)
    {
        internal static Plan None { get; } = new(0, 0, false, null, null, null, null, null, null, null, null, null, null, false, ApprovalPolicy.None, null, 0);

        /// <summary>As it is written in a test.</summary>
        public override string ToString()
        {
            static string Of(int? value) => value is { } v ? FormattableString.Invariant($"{v}") : "null";
            static string Is(bool value) => value ? "true" : "false";
            return $"new({Of(InPerson)}, {Of(Online)}, {Is(HasSittings)}, {Of(EastInPerson)}, {Of(WestInPerson)}, {Of(SittingOnline)}, {Of(EachMission)}, {Of(Washington)}, {Of(West)}, " +
                $"{Of(EachGrade)}, {Of(Total)}, {Of(Room)}, {Of(WaitingPlaces)}, {Is(InvitedOnly)}, ApprovalPolicy.{Approval}, {Of(HoldHours)}, {Of(WorkingHours)})";
        }

        internal SeatPlan ToSeats()
        {
            SeatPlan plan = InPerson is { } room ? Online is { } online ? SeatPlan.Hybrid(room, online) : SeatPlan.InPersonOnly(room) : SeatPlan.OnlineOnly(Online ?? 0);
            plan = HasSittings ? plan.WithSitting("east", EastInPerson, SittingOnline).WithSitting("west", WestInPerson, SittingOnline) : plan;
            plan = EachMission is { } each ? plan.With(Quota.ForEachMission(each)) : plan;
            plan = Washington is { } washington ? plan.With(Quota.For(Registrar.Washington, washington)) : plan;
            plan = West is { } west ? plan.With(Quota.For(SeatGroup.Parse("region/west"), west)) : plan;
            plan = EachGrade is { } grade ? plan.With(Quota.ForEach("grade", grade)) : plan;
            plan = Total is { } total ? plan.WithTotal(total) : plan;
            plan = Room is { } people ? plan.WithRoomCapacity(people) : plan;
            return WaitingPlaces is { } places ? plan.WithWaitingPlaces(places) : plan;
        }

        internal AdmissionPolicy ToAdmission() => new()
        {
            Access = InvitedOnly ? RegistrationAccess.InvitedOnly : RegistrationAccess.Open, InvitedInstitutions = InvitedOnly ? [Registrar.Ministry, Registrar.Paris] : [],
            Approval = Approval, Offers = HoldHours is { } hold ? new(Duration.FromHours(hold), Duration.FromHours(WorkingHours)) : null,
        };
    }
}
