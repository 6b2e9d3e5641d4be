using NodaTime;
using NodaTime.Testing.TimeZones;
using NodaTime.TimeZones;

namespace Diplomacy.Training.Tests.Building;

/// <summary>Time zone data of a few zones that a test makes up.</summary>
internal static class Worlds
{
    internal static IDateTimeZoneProvider Of(string version, params DateTimeZone[] zones)
    {
        var source = new FakeDateTimeZoneSource.Builder { VersionId = version };
        foreach (DateTimeZone zone in zones)
        {
            source.Zones.Add(zone);
        }

        return new DateTimeZoneCache(source.Build());
    }

    internal static DateTimeZone Fixed(string id, int hours) => new SingleTransitionDateTimeZone(Instant.FromUtc(1900, 1, 1, 0, 0), Offset.FromHours(hours), Offset.FromHours(hours), id);

    internal static DateTimeZone Changing(string id, Instant at, int before, int after) => new SingleTransitionDateTimeZone(at, Offset.FromHours(before), Offset.FromHours(after), id);
}
