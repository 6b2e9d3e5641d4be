using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What a quarter of an hour means for an institution, besides its cost.</summary>
[Flags]
internal enum QuarterFlags : byte
{
    None = 0,
    Night = 1,
    RestDay = 2,
    OutsideHours = 4,
    OutsideHostHours = 8,
    HostRests = 16,
}

/// <summary>The 96 quarters of a local day with certain hours: what each costs and means. Made once for all days alike and then copied.</summary>
internal sealed class DayQuarters
{
    internal const int Count = 96;

    private DayQuarters(byte[] costs, byte[] flags) => (Costs, Flags) = (costs, flags);

    internal byte[] Costs { get; }

    internal byte[] Flags { get; }

    /// <param name="hours">The working hours of the day.</param>
    /// <param name="phase">The second within its first quarter at which each quarter is judged.</param>
    /// <param name="costs">What bands cost.</param>
    /// <param name="hostHours">Between which hours the host holds sessions; null for others than the host.</param>
    internal static DayQuarters Of(ImmutableArray<WorkingInterval> hours, int phase, SlotCosts costs, WorkingInterval? hostHours)
    {
        var day = new DayQuarters(new byte[Count], new byte[Count]);
        for (int i = 0; i < Count; i++)
        {
            long nanosecond = ((i * SlotGrid.SecondsOfQuarter) + phase) * NodaConstants.NanosecondsPerSecond;
            WorkingBand band = WorkingTime.BandOf(hours, nanosecond);
            QuarterFlags flags = band switch
            {
                WorkingBand.InHours => QuarterFlags.None,
                WorkingBand.Night => QuarterFlags.Night | QuarterFlags.OutsideHours,
                WorkingBand.RestDay => QuarterFlags.RestDay | QuarterFlags.OutsideHours,
                _ => QuarterFlags.OutsideHours,
            };
            if (hostHours is { } held)
            {
                flags |= nanosecond < held.StartNanosecond || nanosecond >= held.EndNanosecond ? QuarterFlags.OutsideHostHours : QuarterFlags.None;
                flags |= hours.IsEmpty ? QuarterFlags.HostRests : QuarterFlags.None;
            }

            day.Costs[i] = (byte)costs.Of(band);
            day.Flags[i] = (byte)flags;
        }

        return day;
    }
}
