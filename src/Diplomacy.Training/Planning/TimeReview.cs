using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// What newer time zone data change in the stored times of one workshop: the instants of the host's agenda, and what institutions were told by their own clocks.
/// A law about clocks is often made known weeks before it holds, so this is asked of every workshop ahead whenever data are renewed (R19).
/// </summary>
/// <remarks>
/// Immutable and pure: nothing is changed. Where the host's instant moves, the missions are judged under both choices of the organiser
/// (<see cref="TimeFinding.MissionTimeMoved.Kept"/>). A session whose wall time no longer means one instant, or whose zone is unknown, is judged under the kept instant alone.
/// </remarks>
public sealed class TimeReview
{
    private TimeReview(string before, string version, ImmutableArray<TimeFinding> findings) => (AgendaVersion, ZoneDataVersion, Findings) = (before, version, findings);

    /// <summary>The version of the time zone data under which the agenda was resolved.</summary>
    public string AgendaVersion { get; }

    /// <summary>The version of the time zone data that it was held against.</summary>
    public string ZoneDataVersion { get; }

    /// <summary>What was found: first at the host, in the order of the agenda, then institution by institution.</summary>
    public ImmutableArray<TimeFinding> Findings { get; }

    /// <summary>Whether the organiser has to choose: an instant of the host moved, or a local time became skipped or ambiguous.</summary>
    public bool NeedsDecision => Findings.Any(f => f is TimeFinding.HostInstantMoved or TimeFinding.BecameSkipped or TimeFinding.BecameAmbiguous);

    /// <summary>The institutions' times that move under a choice of the organiser.</summary>
    /// <param name="kept">What is kept.</param>
    public IEnumerable<TimeFinding.MissionTimeMoved> MovedWhen(TimeKept kept) =>
        Findings.OfType<TimeFinding.MissionTimeMoved>().Where(m => m.Kept is null || m.Kept == kept);

    /// <summary>Holds an agenda and what institutions were told against time zone data.</summary>
    /// <param name="agenda">The agenda, with the instants it was resolved to.</param>
    /// <param name="institutions">Whose clocks to look at, each once; in the zone that each has now.</param>
    /// <param name="told">
    /// What they were told. Each is judged once: an institution that was told different times is listed for each that is no longer right, whatever made it so.
    /// What was told of sessions that are not on the agenda is left alone.
    /// </param>
    /// <param name="newer">The time zone data.</param>
    /// <param name="before">The data in force before, to judge sessions of which an institution was told nothing; null to leave those alone.</param>
    /// <param name="from">Items that began at or before this instant are left alone: what took place stays as it was recorded. All are looked at when null.</param>
    /// <exception cref="ArgumentException">An institution is given twice, or something was told to one that is not given.</exception>
    public static TimeReview Of(
        Agenda agenda, IEnumerable<Institution> institutions, IEnumerable<ToldTime> told, IDateTimeZoneProvider newer, IDateTimeZoneProvider? before = null, Instant? from = null)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(institutions);
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(newer);
        string version = newer.VersionId;
        var findings = ImmutableArray.CreateBuilder<TimeFinding>();
        ScheduledItem[] ahead = [.. agenda.Items.Where(i => from is not { } first || i.Time.Start > first)];
        List<Start> sessions = Host(agenda, ahead, newer, findings);
        Institution[] all = [.. institutions];
        Chain?[] heard = Group(all, told);
        for (int i = 0; i < all.Length; i++)
        {
            Institution institution = all[i];
            if (newer.GetZoneOrNull(institution.ZoneId) is not { } zone)
            {
                findings.Add(new TimeFinding.ZoneUnknown(version, institution.ZoneId, institution.Code));
                continue;
            }

            DateTimeZone? zoneBefore = before?.GetZoneOrNull(institution.ZoneId);
            foreach (Start session in sessions)
            {
                bool wasTold = false;
                for (Chain? one = heard[i]; one is not null; one = one.Next)
                {
                    if (one.Told.Session == session.Code)
                    {
                        wasTold = true;
                        Compare(one.Told, true, session, zone, institution.WorkingTime, version, findings);
                    }
                }

                if (!wasTold && zoneBefore is not null)
                {
                    ZonedDateTime then = session.Old.InZone(zoneBefore);
                    Compare(new(institution.Code, session.Code, then.LocalDateTime, institution.ZoneId, then.Offset), false, session, zone, institution.WorkingTime, version, findings);
                }
            }
        }

        return new(agenda.ZoneDataVersion, version, findings.ToImmutable());
    }

    private static List<Start> Host(Agenda agenda, ScheduledItem[] items, IDateTimeZoneProvider newer, ImmutableArray<TimeFinding>.Builder findings)
    {
        DateTimeZone? zone = newer.GetZoneOrNull(agenda.ZoneId);
        if (zone is null)
        {
            findings.Add(new TimeFinding.ZoneUnknown(newer.VersionId, agenda.ZoneId, null));
        }

        var sessions = new List<Start>(items.Length);
        foreach (ScheduledItem item in items)
        {
            Instant? now = null;
            if (zone is not null)
            {
                WallTime found = WallTime.Of(item.Item, zone);
                now = found.Resolved;
                if (now is { } moved && moved != item.Time.Start)
                {
                    findings.Add(new TimeFinding.HostInstantMoved(newer.VersionId, agenda.ZoneId, item, moved));
                }
                else if (now is null)
                {
                    findings.Add(found.IsSkipped
                        ? new TimeFinding.BecameSkipped(newer.VersionId, agenda.ZoneId, item, found)
                        : new TimeFinding.BecameAmbiguous(newer.VersionId, agenda.ZoneId, item, found));
                }
            }

            if (item.Item is Session)
            {
                sessions.Add(new(item.Item.Code, item.Time.Start, now));
            }
        }

        return sessions;
    }

    private static void Compare(
        ToldTime told, bool wasTold, Start session, DateTimeZone zone, WorkingTime working, string version, ImmutableArray<TimeFinding>.Builder findings)
    {
        if (session.New == session.Old)
        {
            Add(session.Old, null);
            return;
        }

        if (session.New is { } moved)
        {
            Add(moved, TimeKept.WallTime);
        }

        Add(session.Old, TimeKept.Instant);

        void Add(Instant start, TimeKept? kept)
        {
            ZonedDateTime now = start.InZone(zone);
            if (now.LocalDateTime != told.Start)
            {
                findings.Add(new TimeFinding.MissionTimeMoved(version, told, wasTold, now, working, kept));
            }
        }
    }

    /// <summary>For each institution what it was told, in the order given, each once.</summary>
    private static Chain?[] Group(Institution[] institutions, IEnumerable<ToldTime> told)
    {
        var places = new Dictionary<InstitutionCode, int>(institutions.Length);
        for (int i = 0; i < institutions.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(institutions[i], nameof(institutions));
            if (!places.TryAdd(institutions[i].Code, i))
            {
                throw new ArgumentException($"{institutions[i].Code} is given twice.", nameof(institutions));
            }
        }

        var first = new Chain?[institutions.Length];
        foreach (ToldTime one in told)
        {
            ArgumentNullException.ThrowIfNull(one, nameof(told));
            if (!places.TryGetValue(one.Institution, out int place))
            {
                throw new ArgumentException($"{one.Institution} was told a time, but is not among the institutions.", nameof(told));
            }

            ref Chain? end = ref first[place];
            while (end is not null && end.Told != one)
            {
                end = ref end.Next;
            }

            end ??= new(one);
        }

        return first;
    }

    private sealed class Chain(ToldTime told)
    {
        internal Chain? Next;

        internal ToldTime Told => told;
    }

    /// <summary>The start of a session under both choices; <see cref="New"/> is null where the wall time is undecided or the zone unknown.</summary>
    private readonly record struct Start(string Code, Instant Old, Instant? New);
}
