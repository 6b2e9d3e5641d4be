using NodaTime;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>
/// The rules of registration written out with no care for speed: every question is answered by counting through a plain list.
/// What the book is judged by; shares no code with it but the names of its limits.
/// </summary>
internal sealed class BruteForceBook
{
    internal List<Entry> Entries { get; } = [];

    internal Seats Plan { get; private set; } = new(0, 0, null, null, null, null, null);

    internal bool Promotes { get; private set; }

    /// <summary>Every limit that a claim falls under (R1).</summary>
    internal static IEnumerable<(string Key, int Capacity, Func<Entry, bool> Counts)> LimitsOf(Seats plan, Entry of)
    {
        if (of.Role == ParticipantRole.Participant)
        {
            yield return of.Mode == DeliveryMode.Online
                ? ("mode/online", plan.Online, e => e.Role == ParticipantRole.Participant && e.Mode == DeliveryMode.Online)
                : ("mode/in-person", plan.InPerson, e => e.Role == ParticipantRole.Participant && e.Mode == DeliveryMode.InPerson);
            bool mission = Registrar.KindOf(of.From) == InstitutionKind.Embassy;
            if (mission && plan.EachMission is { } each)
            {
                yield return ($"quota/each-mission/{of.From}", each, e => e.Role == ParticipantRole.Participant && e.From == of.From);
            }

            if (mission && plan.Washington is { } washington && of.From == Registrar.Washington)
            {
                yield return ("quota/US-WAS-EMB", washington, e => e.Role == ParticipantRole.Participant && e.From == Registrar.Washington);
            }

            if (plan.Total is { } total)
            {
                yield return ("total", total, e => e.Role == ParticipantRole.Participant);
            }
        }

        if (of.Mode == DeliveryMode.InPerson && plan.Room is { } room)
        {
            yield return ("room", room, e => e.Mode == DeliveryMode.InPerson);
        }
    }

    internal int Used(Func<Entry, bool> counts) => Entries.Count(e => e.Status == RegistrationStatus.Confirmed && counts(e));

    internal List<BindingLimit> FullFor(Entry entry) =>
        [.. LimitsOf(Plan, entry).Select(l => new BindingLimit(l.Key, l.Capacity, Used(l.Counts))).Where(l => l.Used >= l.Capacity)];

    internal IEnumerable<Entry> Line => Entries.Where(e => e.Status == RegistrationStatus.Waiting).OrderBy(e => e.Priority).ThenBy(e => e.Number);

    /// <summary>Takes over the workshop and what time has changed.</summary>
    internal void Settle(Seats plan, WorkshopStatus status, Instant promotesUntil, Instant now)
    {
        (Plan, Promotes) = (plan, status == WorkshopStatus.Published && now < promotesUntil);
        if (status == WorkshopStatus.Cancelled)
        {
            Entries.Where(e => e.IsActive).ToList().ForEach(e => e.Status = RegistrationStatus.Cancelled);
        }
        else if (status == WorkshopStatus.Published && !Promotes)
        {
            Line.ToList().ForEach(e => e.Status = RegistrationStatus.Lapsed);
        }

        Promote();
    }

    /// <summary>Where an entry would stand after something; nothing stays changed.</summary>
    internal RegistrationStatus StatusAfter(Action change, Entry entry)
    {
        var (plan, promotes, before) = (Plan, Promotes, Entries.Select(e => e.Status).ToArray());
        change();
        RegistrationStatus after = entry.Status;
        (Plan, Promotes) = (plan, promotes);
        for (int i = 0; i < before.Length; i++)
        {
            Entries[i].Status = before[i];
        }

        return after;
    }

    /// <summary>One seat at a time to the first in line whom every limit allows (R5, R6).</summary>
    internal List<RegistrationId> Promote()
    {
        var promoted = new List<RegistrationId>();
        while (Promotes && Line.FirstOrDefault(e => FullFor(e).Count == 0) is { } next)
        {
            next.Status = RegistrationStatus.Confirmed;
            promoted.Add(next.Id);
        }

        return promoted;
    }

    /// <summary>A seat, a place or neither; the limits that bind, and the place in the line of the mode.</summary>
    internal (RegistrationStatus Status, List<BindingLimit> Binding, int Position) Register(Entry entry, bool overriding)
    {
        List<BindingLimit> full = FullFor(entry);
        int waiting = Line.Count();
        int? places = Promotes ? Plan.WaitingPlaces : 0;
        entry.Status = full.Count == 0 || overriding ? RegistrationStatus.Confirmed
            : waiting >= places ? RegistrationStatus.Declined
            : RegistrationStatus.Waiting;
        if (entry.Status == RegistrationStatus.Declined)
        {
            full.Add(new("waiting", places!.Value, waiting));
        }

        Entries.Add(entry);
        return (entry.Status, full, Line.Where(e => e.Mode == entry.Mode).TakeWhile(e => e != entry).Count() + 1);
    }

    /// <summary>What seats there are.</summary>
    internal sealed record Seats(int InPerson, int Online, int? EachMission, int? Washington, int? Total, int? Room, int? WaitingPlaces)
    {
        internal SeatPlan ToPlan()
        {
            SeatPlan plan = SeatPlan.Hybrid(InPerson, Online);
            plan = EachMission is { } each ? plan.With(Quota.ForEachMission(each)) : plan;
            plan = Washington is { } washington ? plan.With(Quota.For(Registrar.Washington, washington)) : plan;
            plan = Total is { } total ? plan.WithTotal(total) : plan;
            plan = Room is { } room ? plan.WithRoomCapacity(room) : plan;
            return WaitingPlaces is { } places ? plan.WithWaitingPlaces(places) : plan;
        }
    }

    /// <summary>One registration.</summary>
    internal sealed class Entry(RegistrationId id, PersonId person, DeliveryMode mode, InstitutionCode from, ParticipantRole role, int priority, int number)
    {
        internal RegistrationId Id => id;

        internal PersonId Person => person;

        internal DeliveryMode Mode => mode;

        internal InstitutionCode From => from;

        internal ParticipantRole Role => role;

        internal int Priority => priority;

        /// <summary>The order of joining.</summary>
        internal int Number => number;

        internal RegistrationStatus Status { get; set; }

        internal bool IsActive => Status is RegistrationStatus.Confirmed or RegistrationStatus.Waiting;
    }
}
