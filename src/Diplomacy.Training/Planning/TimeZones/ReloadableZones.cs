using System.Collections.ObjectModel;

namespace Diplomacy.Training;

/// <summary>
/// The time zones in force, which newer data replace while the program runs. Every member asks the data of that moment; the desks and the slot search take <see cref="Current"/> once for
/// each command or search, so that no computation mixes two versions.
/// </summary>
/// <remarks>Safe for use from many threads. The replacement is one atomic step.</remarks>
public sealed class ReloadableZones : IDateTimeZoneProvider
{
    private IDateTimeZoneProvider _current;

    /// <summary>Begins with some time zones.</summary>
    /// <param name="first">The zones in force until others are loaded; those that NodaTime carries when null.</param>
    /// <exception cref="ArgumentException">The zones are themselves reloadable.</exception>
    public ReloadableZones(IDateTimeZoneProvider? first = null) =>
        _current = first is ReloadableZones ? throw new ArgumentException("Reloadable zones in reloadable zones would change unseen.", nameof(first)) : first ?? DateTimeZoneProviders.Tzdb;

    /// <summary>The time zones in force now: one version, for as long as they are held. For a computation of more than one question.</summary>
    public IDateTimeZoneProvider Current => Volatile.Read(ref _current);

    /// <inheritdoc/>
    public string VersionId => Current.VersionId;

    /// <inheritdoc/>
    public ReadOnlyCollection<string> Ids => Current.Ids;

    /// <inheritdoc/>
    public DateTimeZone this[string id] => Current[id];

    /// <summary>Puts time zone data in force, in one step for all readers. Review the workshops ahead against them first (<see cref="PlanningDesk.ReviewTimesAsync"/>), and settle their times afterwards.</summary>
    /// <param name="data">The data.</param>
    /// <returns>Whether anything changed: false when this version is in force already.</returns>
    /// <exception cref="TrainingRuleException"><c>zone-data.is-not-older</c>.</exception>
    public bool Use(TimeZoneData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        while (true)
        {
            IDateTimeZoneProvider before = Current;
            if (before.VersionId == data.Zones.VersionId)
            {
                return false;
            }

            if (TzdbVersion.IsOlder(data.Version, before.VersionId))
            {
                throw new TrainingRuleException(TimeZoneDataRules.IsNotOlder.Broken(("version", data.Version), ("current", TzdbVersion.Find(before.VersionId)!.Value)));
            }

            if (Interlocked.CompareExchange(ref _current, data.Zones, before) == before)
            {
                return true;
            }
        }
    }

    /// <inheritdoc/>
    public DateTimeZone GetSystemDefault() => Current.GetSystemDefault();

    /// <inheritdoc/>
    public DateTimeZone? GetZoneOrNull(string id) => Current.GetZoneOrNull(id);

    /// <summary>One version of some zones, for one computation.</summary>
    internal static IDateTimeZoneProvider Snapshot(IDateTimeZoneProvider zones) => zones is ReloadableZones reloadable ? reloadable.Current : zones;
}
