using NodaTime.TimeZones;

namespace Diplomacy.Training;

/// <summary>The quarters of an hour of the days asked for, counted from 1970 in UTC, and the starts at which a session fits into them.</summary>
internal sealed class SlotGrid
{
    internal const int SecondsOfQuarter = 900;

    internal SlotGrid(SlotQuery query, DateTimeZone hostZone)
    {
        long begin = StartOf(query.Days.Start, hostZone).ToUnixTimeSeconds();
        long end = StartOf(query.Days.End.PlusDays(1), hostZone).ToUnixTimeSeconds();
        Session = query.Quarters;
        First = (begin + SecondsOfQuarter - 1) / SecondsOfQuarter;
        Starts = (int)Math.Max(0, (end / SecondsOfQuarter) - First - Session + 1);
    }

    /// <summary>The number of the first quarter.</summary>
    internal long First { get; }

    /// <summary>How many starts there are.</summary>
    internal int Starts { get; }

    /// <summary>How many quarters a session has.</summary>
    internal int Session { get; }

    /// <summary>How many quarters are judged.</summary>
    internal int Quarters => Starts == 0 ? 0 : Starts + Session - 1;

    internal Instant At(int start) => Instant.FromUnixTimeSeconds((First + start) * SecondsOfQuarter);

    /// <summary>The first start that is not before an instant; may lie before or behind all starts.</summary>
    internal long IndexFrom(Instant instant)
    {
        (long quarters, long left) = Math.DivRem((instant - At(0)).ToInt64Nanoseconds(), SecondsOfQuarter * NodaConstants.NanosecondsPerSecond);
        return left > 0 ? quarters + 1 : quarters;
    }

    /// <summary>The first moment of a date; of the next one where a zone skipped the date, as Samoa skipped 30 December 2011.</summary>
    internal static Instant StartOf(LocalDate date, DateTimeZone zone)
    {
        ZoneLocalMapping midnight = zone.MapLocal(date.AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }
}
