using NodaTime;

namespace Diplomacy.Training.Benchmarks;

/// <summary>An institution as the plain search knows it.</summary>
internal sealed record PlainMission(DateTimeZone Zone, WorkingTime WorkingTime, HashSet<LocalDate> Holidays, int Heads);

/// <summary>What the plain search works out for every start.</summary>
internal sealed record PlainScores(int[] HeadsAtNight, int[] HeadsOnRestDays, long[] Burden, int[] Worst);

/// <summary>
/// The search as anyone would write it first: for every start, every mission and every quarter of an hour of the session, ask NodaTime for the local time
/// and the working time for the band. The yardstick of the benchmarks; it stays as it is, so that the figures mean the same from year to year.
/// </summary>
internal static class PlainSlotSearch
{
    private static readonly Duration s_quarter = Duration.FromMinutes(15);
    private static readonly Duration s_half = Duration.FromSeconds(450);

    /// <summary>Scores every start of a quarter-hour grid.</summary>
    /// <param name="first">The first start.</param>
    /// <param name="starts">How many starts.</param>
    /// <param name="quarters">How many quarters of an hour a session has.</param>
    /// <param name="missions">Who attends.</param>
    internal static PlainScores Score(Instant first, int starts, int quarters, PlainMission[] missions)
    {
        var scores = new PlainScores(new int[starts], new int[starts], new long[starts], new int[starts]);
        Instant start = first;
        for (int s = 0; s < starts; s++)
        {
            foreach (PlainMission mission in missions)
            {
                int cost = 0;
                bool night = false, rest = false;
                Instant middle = start + s_half;
                for (int q = 0; q < quarters; q++)
                {
                    WorkingBand band = BandAt(mission, middle.InZone(mission.Zone).LocalDateTime);
                    cost += CostOf(band);
                    night |= band == WorkingBand.Night;
                    rest |= band == WorkingBand.RestDay;
                    middle += s_quarter;
                }

                scores.Burden[s] += (long)mission.Heads * cost;
                scores.HeadsAtNight[s] += night ? mission.Heads : 0;
                scores.HeadsOnRestDays[s] += rest ? mission.Heads : 0;
                scores.Worst[s] = Math.Max(scores.Worst[s], cost);
            }

            start += s_quarter;
        }

        return scores;
    }

    private static WorkingBand BandAt(PlainMission mission, LocalDateTime local) =>
        !mission.Holidays.Contains(local.Date) ? mission.WorkingTime.BandAt(local)
        : local.Hour is >= 22 or < 6 ? WorkingBand.Night
        : WorkingBand.RestDay;

    private static int CostOf(WorkingBand band) => band switch
    {
        WorkingBand.InHours => 0,
        WorkingBand.WithinAnHour => 1,
        WorkingBand.WithinTwoHours => 2,
        WorkingBand.RestDay => 6,
        WorkingBand.Night => 8,
        _ => 4,
    };
}
