using System.Collections.Immutable;
using NodaTime;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>
/// The rules of registration written out with no care for speed: every question is answered by counting through a plain list.
/// What the book is judged by; shares no code with it but the names of its limits. Verbs change it for good: a test tries them on a copy.
/// </summary>
internal sealed partial class BruteForceBook
{
    private long _joins;

    internal List<Entry> Entries { get; private init; } = [];

    internal HashSet<PersonId> Invited { get; private init; } = [];

    internal Circumstances Now { get; private set; } = Circumstances.None;

    internal bool Promotes => Now.Status == WorkshopStatus.Published && Now.At < Now.PromotesUntil;

    internal bool MayWait => Promotes || Now.Status == WorkshopStatus.Postponed;

    /// <summary>Everybody who waits, for a seat or for a change, in order (R5).</summary>
    internal List<Entry> Line => [.. Entries.Where(e => e.Wanted is not null).OrderBy(e => e.Priority).ThenBy(e => e.Joined)];

    internal BruteForceBook Copy() => new() { Entries = [.. Entries.Select(e => e.Copy())], Invited = [.. Invited], Now = Now, _joins = _joins };

    internal Entry Find(RegistrationId id) => Entries.Single(e => e.Id == id);

    internal Entry? ActiveOf(PersonId person) => Entries.SingleOrDefault(e => e.Person == person && e.IsActive);

    internal PersonId Canonical(PersonId person) => Now.Merged.GetValueOrDefault(person, person);

    /// <summary>How many hold each limit.</summary>
    internal Dictionary<string, int> Used(Plan? plan = null) =>
        Entries.Where(e => e.HoldsSeat).SelectMany(e => LimitsOf(plan ?? Now.Plan, e, e.Place)).GroupBy(l => l.Key).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>The limits without room for somebody there; those that a seat of theirs satisfies already do not count (R9).</summary>
    internal List<BindingLimit> Full(Entry entry, (DeliveryMode, string?) there, Dictionary<string, int>? used = null)
    {
        used ??= Used();
        string[] satisfied = entry.HoldsSeat ? [.. LimitsOf(Now.Plan, entry, entry.Place).Select(l => l.Key)] : [];
        return
        [
            .. LimitsOf(Now.Plan, entry, there).Where(l => !satisfied.Contains(l.Key))
                .Select(l => new BindingLimit(l.Key, l.Capacity, used.GetValueOrDefault(l.Key))).Where(l => l.Used >= l.Capacity),
        ];
    }

    /// <summary>The same, but while nobody is promoted those who wait come first (R4).</summary>
    internal List<BindingLimit> FullToAll(Entry entry, (DeliveryMode, string?) there)
    {
        if (Promotes || Line.Count == 0)
        {
            return Full(entry, there);
        }

        BruteForceBook supposed = Copy();
        if (supposed.Entries.SingleOrDefault(e => e.Id == entry.Id) is { Wanted: not null } self)
        {
            self.Want = null;
            self.Status = self.Status == RegistrationStatus.Waiting ? RegistrationStatus.Cancelled : self.Status;
        }

        supposed.Promote(always: true);
        return Full(entry, there, supposed.Used());
    }

    /// <summary>Takes over the workshop, what became of people, and what time has changed.</summary>
    internal void Settle(Circumstances now)
    {
        Now = now;
        foreach (Entry entry in Entries.Where(e => e.Want is { } want && !Offers(now.Plan, want)))
        {
            entry.Want = null;
        }

        if (now.Status == WorkshopStatus.Cancelled)
        {
            Entries.Where(e => e.IsActive).ToList().ForEach(e => e.End(RegistrationStatus.Cancelled));
        }

        SettlePeople();
        Entries.Where(e => e.Until <= now.At).ToList().ForEach(e => e.End(RegistrationStatus.Lapsed));
        if (now.At >= now.PromotesUntil && now.Status is not WorkshopStatus.Postponed)
        {
            foreach (Entry entry in Line)
            {
                if (entry.Status == RegistrationStatus.Waiting)
                {
                    entry.End(RegistrationStatus.Lapsed);
                }

                entry.Want = null;
            }
        }

        Promote();
    }

    /// <summary>One seat at a time to the first in line whom every limit allows (R5, R6).</summary>
    internal List<RegistrationId> Promote(bool always = false)
    {
        var promoted = new List<RegistrationId>();
        while ((Promotes || always) && Line.FirstOrDefault(e => Full(e, e.Wanted!.Value).Count == 0) is { } next)
        {
            promoted.Add(next.Id);
            if (next.Want is { } want)
            {
                (next.Place, next.Want) = (want, null);
            }
            else if (!always && Now.Plan.HoldHours is { } hold && DeadlineOf(next.From, Duration.FromHours(hold), Duration.FromHours(Now.Plan.WorkingHours), Now.At, Now.PromotesUntil) is { } until)
            {
                (next.Status, next.Until) = (RegistrationStatus.Offered, until);
            }
            else
            {
                next.Status = RegistrationStatus.Confirmed;
            }
        }

        return promoted;
    }

    /// <summary>The place in the line of the mode and sitting that somebody waits for, from 1.</summary>
    internal int? PositionOf(Entry entry) => entry.Wanted is { } wanted ? Line.Where(e => e.Wanted == wanted).TakeWhile(e => e != entry).Count() + 1 : null;

    internal void Join(Entry entry) => entry.Joined = ++_joins;

    private void SettlePeople()
    {
        foreach (Entry entry in Entries.Where(e => e.IsActive && Now.Erased.Contains(e.Person)))
        {
            entry.Want = null;
            if (entry.Status != RegistrationStatus.Confirmed)
            {
                entry.End(RegistrationStatus.Cancelled);
            }
        }

        foreach (Entry entry in Entries.Where(e => Now.Merged.ContainsKey(e.Person)))
        {
            PersonId person = Now.Merged[entry.Person];
            if (entry.IsActive && ActiveOf(person) is { } other)
            {
                Entry[] best = [.. new[] { other, entry }.OrderBy(e => e.Status == RegistrationStatus.Confirmed ? 0 : e.HoldsSeat ? 1 : 2).ThenBy(e => e.Registered)];
                best[1].End(RegistrationStatus.Cancelled);
            }

            entry.Person = person;
        }
    }

    /// <summary>What is decided by.</summary>
    internal sealed record Circumstances(
        Plan Plan, WorkshopStatus Status, Instant At, Instant Opens, Instant Closes, Instant PromotesUntil, Instant CancelsUntil, Instant ChangesUntil, Instant End,
        ImmutableHashSet<PersonId> Erased, ImmutableDictionary<PersonId, PersonId> Merged)
    {
        internal static Circumstances None { get; } = new(
            Plan.None, WorkshopStatus.Draft, default, default, default, default, default, default, default, [], ImmutableDictionary<PersonId, PersonId>.Empty);
    }

    /// <summary>One registration.</summary>
    internal sealed class Entry(RegistrationId id, InstitutionCode from, ParticipantRole role, Instant registered)
    {
        internal RegistrationId Id => id;

        internal InstitutionCode From => from;

        internal ParticipantRole Role => role;

        internal Instant Registered => registered;

        internal PersonId Person { get; set; }

        internal string[] Groups { get; set; } = [];

        internal (DeliveryMode Mode, string? Sitting) Place { get; set; }

        internal int Priority { get; set; }

        /// <summary>The order of joining the line.</summary>
        internal long Joined { get; set; }

        internal RegistrationStatus Status { get; set; }

        internal bool Keeps { get; set; }

        internal Instant? Until { get; set; }

        internal (DeliveryMode Mode, string? Sitting)? Want { get; set; }

        internal (DeliveryMode Mode, string? Sitting)? Wanted => Status == RegistrationStatus.Waiting ? Place : IsActive ? Want : null;

        internal bool HoldsSeat => Status is RegistrationStatus.Confirmed or RegistrationStatus.Offered || (Status == RegistrationStatus.AwaitingApproval && Keeps);

        internal bool IsActive => HoldsSeat || Status is RegistrationStatus.Waiting or RegistrationStatus.AwaitingApproval;

        internal void End(RegistrationStatus status) => (Status, Keeps, Until, Want) = (status, false, null, null);

        internal Entry Copy() => (Entry)MemberwiseClone();

        internal Entry As(RegistrationId replacement, Instant now) => new(replacement, From, Role, now)
        {
            Person = Person, Groups = Groups, Place = Place, Priority = Priority, Joined = Joined, Status = Status, Keeps = Keeps, Until = Until, Want = Want,
        };
    }
}
