using System.CommandLine;
using Diplomacy.Training;
using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary>A workshop of an archive, with the desks to ask about it and the time by which it is looked at.</summary>
internal sealed class WorkshopInArchive
{
    private static readonly LocalDateTimePattern[] s_accepted =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"), LocalDateTimePattern.GeneralIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss"),
    ];

    private static readonly ZonedDateTimePattern s_minutes = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH':'mm", null);
    private static readonly ZonedDateTimePattern s_withOffset = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH':'mm o<m>", null);

    private WorkshopInArchive(InMemoryTrainingStore store, Workshop workshop, DateTimeZone zone, Instant now)
    {
        (Store, Workshop, Zone, Now) = (store, workshop, zone, now);
        Ports = TrainingPorts.InMemory(store) with { Clock = new StandingClock(now) };
        Desks = new(Ports);
    }

    internal InMemoryTrainingStore Store { get; }

    internal TrainingPorts Ports { get; }

    internal TrainingDesks Desks { get; }

    internal Workshop Workshop { get; }

    /// <summary>The host's zone, by whose clocks all times are told.</summary>
    internal DateTimeZone Zone { get; }

    internal Instant Now { get; }

    internal WorkshopId Id => Workshop.Id;

    internal static Option<string> ArchiveOption() => new("--archive")
    {
        Description = "The archive that the workshop sample leaves behind.",
        HelpName = "file",
        DefaultValueFactory = _ => Archive.DefaultFile,
    };

    internal static Option<string> WorkshopOption() => new("--workshop")
    {
        Description = "The workshop's code; not needed where the archive holds one workshop.",
        HelpName = "code",
    };

    internal static Option<string> AtOption() => new("--at")
    {
        Description = "As it stood at this date and time by the host's clocks, such as 2023-02-20T09:00: what was recorded later is left out. Without it: everything recorded, as it stands now.",
        HelpName = "time",
    };

    /// <summary>Opens an archive and finds the workshop in it.</summary>
    internal static async Task<WorkshopInArchive> OpenAsync(string archive, string? workshop, string? at, CancellationToken cancellationToken)
    {
        LocalDateTime? local = at is null ? null : Read(at) ?? throw new InputException([$"--at: '{at}' is not a date and time. Write it such as 2023-02-20T09:00."]);
        InMemoryTrainingStore store = await Archive.ReadAsync("--archive", archive, null, cancellationToken);
        Workshop found = await FindAsync(store, archive, workshop, cancellationToken);
        DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(found.Agenda.ZoneId) ?? DateTimeZone.Utc;
        if (local is not { } time)
        {
            return new(store, found, zone, SystemClock.Instance.GetCurrentInstant());
        }

        // A moment to look at needs no more than to be near: the earlier of two, the later end of a gap.
        Instant now = time.InZoneLeniently(zone).ToInstant();
        store = await Archive.ReadAsync("--archive", archive, now, cancellationToken);
        return new(store, await FindAsync(store, archive, found.Id.ToString(), cancellationToken, $" at {s_withOffset.Format(now.InZone(zone))}"), zone, now);
    }

    /// <summary>A moment by the host's clocks.</summary>
    internal string Local(Instant instant) => s_minutes.Format(instant.InZone(Zone));

    /// <summary>A moment by the host's clocks, with their distance from UTC.</summary>
    internal string LocalWithOffset(Instant instant) => s_withOffset.Format(instant.InZone(Zone));

    /// <summary>The first lines of every answer: which workshop, as of when.</summary>
    internal string Heading(Language language) =>
        $"{Id}  {Faults.OneLine(Workshop.Title.In(language))}\n{ConsoleWords.In(language, "as of")} {LocalWithOffset(Now)}";

    /// <summary>Somebody's name as a list shows it; a word where it was erased.</summary>
    internal static string NameOf(Person? person, Language language) =>
        person is null ? $"({ConsoleWords.In(language, "erased")})"
        : Faults.OneLine(language == Language.Khmer && person.Name.Native is { } native ? native.Printed : person.Name.Printed);

    private static async Task<Workshop> FindAsync(InMemoryTrainingStore store, string archive, string? code, CancellationToken cancellationToken, string when = "")
    {
        WorkshopId[] known = [.. (await store.WorkshopsAsync(null, int.MaxValue, cancellationToken)).Items.Select(w => w.Id)];
        WorkshopId asked = default;
        if (code is not null && (!WorkshopId.TryParse(code, out asked) || !known.Contains(asked)))
        {
            throw new InputException([known.Length == 0
                ? $"--archive: '{archive}' holds no workshop{when}."
                : $"--workshop: '{archive}' holds no workshop '{code}'{when}. It holds: {string.Join(", ", known)}."]);
        }

        WorkshopId id = code is not null ? asked : known switch
        {
            [var only] => only,
            [] => throw new InputException([$"--archive: '{archive}' holds no workshop{when}."]),
            _ => throw new InputException([$"--workshop: '{archive}' holds several workshops. Name one of: {string.Join(", ", known)}."]),
        };
        return await new TrainingDesks(TrainingPorts.InMemory(store)).Planning.FindAsync(id, cancellationToken) ?? throw new InputException([$"--archive: '{archive}' holds no workshop '{id}'{when}."]);
    }

    private static LocalDateTime? Read(string text) =>
        s_accepted.Select(pattern => pattern.Parse(text.Trim())).FirstOrDefault(read => read.Success && read.Value.Year is >= 1900 and <= 9998) is { } read ? read.Value : null;

    /// <summary>A clock that stands at the moment that is looked at.</summary>
    private sealed class StandingClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
