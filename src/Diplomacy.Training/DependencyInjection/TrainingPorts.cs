using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What the library asks of its surroundings: where it stores, what time it is, which zones there are, who may do what.</summary>
/// <remarks>Immutable. Every port must be safe for use from many threads.</remarks>
public sealed record TrainingPorts
{
    /// <summary>Names every port.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="records">Personal records, written in the journal's transactions.</param>
    /// <param name="queries">Answers across streams.</param>
    /// <param name="outbox">Notices that wait to be sent.</param>
    public TrainingPorts(IJournal journal, IPersonalRecords records, ITrainingQueries queries, INoticeOutbox outbox)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(outbox);
        (Journal, Records, Queries, Outbox) = (journal, records, queries, outbox);
    }

    /// <summary>The journal.</summary>
    public IJournal Journal { get; }

    /// <summary>Personal records.</summary>
    public IPersonalRecords Records { get; }

    /// <summary>Answers across streams.</summary>
    public ITrainingQueries Queries { get; }

    /// <summary>Notices that wait to be sent.</summary>
    public INoticeOutbox Outbox { get; }

    /// <summary>Who may do what.</summary>
    /// <value><see cref="AllowEverything"/> unless given: everybody who can call a desk may do everything.</value>
    public IPermissions Permissions { get; init; } = new AllowEverything();

    /// <summary>The only clock.</summary>
    /// <value>The system's clock unless given.</value>
#pragma warning disable RS0030 // The one place where the default clock is named.
    public IClock Clock { get; init; } = SystemClock.Instance;
#pragma warning restore RS0030

    /// <summary>The only source of time zones. Of <see cref="ReloadableZones"/> it gives the version in force at that moment, which does not change while it is held.</summary>
    /// <value>The time zone data that NodaTime carries, unless given.</value>
    public IDateTimeZoneProvider Zones
    {
        get => ReloadableZones.Snapshot(field);
        init => field = value ?? throw new ArgumentNullException(nameof(Zones));
    } = DateTimeZoneProviders.Tzdb;

    /// <summary>The holidays of institutions: offers do not run out on them.</summary>
    /// <value><see cref="CountryHolidays.None"/> unless given: nobody knows any, and every day counts as an ordinary day of its weekday.</value>
    public IInstitutionHolidays Holidays { get; init; } = CountryHolidays.None;

    /// <summary>Ports over a store in memory.</summary>
    /// <param name="store">The store; a new one when null.</param>
    public static TrainingPorts InMemory(InMemoryTrainingStore? store = null)
    {
        store ??= new();
        return new(store, store, store, store);
    }
}
