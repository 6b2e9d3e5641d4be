using Diplomacy.Training.Khmer;

namespace Diplomacy.Training;

/// <summary>A moment by the clocks of whoever is told. Khmer dates come from tables of our own, never from a machine's culture.</summary>
internal static class LocalTimeWords
{
    private static readonly OffsetDateTimePattern s_local = OffsetDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH':'mm o<m>");

    private static readonly OffsetDateTimePattern s_time = OffsetDateTimePattern.CreateWithInvariantCulture("HH':'mm '(UTC'o<m>')'");

    private static readonly LocalTimePattern s_hour = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>Date, time and offset of an instant in a zone.</summary>
    internal static string Of(Instant instant, DateTimeZone zone, Language language) => Of(instant.InZone(zone).ToOffsetDateTime(), language);

    /// <summary>Date, time and offset.</summary>
    internal static string Of(OffsetDateTime local, Language language) =>
        language == Language.Khmer
            ? $"{KhmerSolarDate.Write(local.Date)} ម៉ោង {KhmerNumerals.Write(s_time.Format(local))}"
            : s_local.Format(local);

    /// <summary>The time of a day alone.</summary>
    internal static string Hour(LocalTime time, Language language) => language == Language.Khmer ? KhmerNumerals.Write(s_hour.Format(time)) : s_hour.Format(time);
}
