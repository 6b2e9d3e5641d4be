using System.Collections.ObjectModel;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>The review is made of hundreds of workshops at once: its cost grows with the institutions and the told times, and no faster.</summary>
public sealed class TimeReviewCost
{
    private static readonly Agenda s_agenda = Agenda.Strictly(Tzdb.Old, "America/Winnipeg", Session("talk", new(2026, 11, 12, 9, 0), 120), Session("more", new(2026, 11, 12, 12, 0), 60));

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void A_zone_is_looked_up_once_for_the_host_and_once_for_each_institution(int count)
    {
        var zones = new Counting(Tzdb.New);
        var (all, told) = Told(count);

        TimeReview.Of(s_agenda, all, told, zones);

        zones.Asked.Should().Be(count + 1);
    }

    [Fact]
    public void Twice_as_many_institutions_take_twice_as_much()
    {
        var (some, toSome) = Told(200);
        var (more, toMore) = Told(400);
        long one = Allocated(some, toSome);

        Allocated(more, toMore).Should().BeLessThan(one * 5 / 2);
    }

    private static long Allocated(Institution[] all, ToldTime[] told)
    {
        // The first review of a zone reads and caches its data, unless another test has done so before.
        TimeReview.Of(s_agenda, all, told, Tzdb.New).Findings.Should().NotBeEmpty();
        long least = long.MaxValue;
        for (int run = 0; run < 5; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = TimeReview.Of(s_agenda, all, told, Tzdb.New);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static (Institution[] All, ToldTime[] Told) Told(int count)
    {
        Institution[] all = [.. Enumerable.Range(0, count).Select(i => An.Institution($"M{i:000}", zone: Tzdb.Old.Ids[i]))];
        return (all, [.. all.SelectMany(m => TimeReviewOf.Told(s_agenda, m))]);
    }

    private sealed class Counting(IDateTimeZoneProvider zones) : IDateTimeZoneProvider
    {
        internal int Asked { get; private set; }

        public string VersionId => zones.VersionId;

        public ReadOnlyCollection<string> Ids => zones.Ids;

        public DateTimeZone this[string id] => GetZoneOrNull(id)!;

        public DateTimeZone GetSystemDefault() => zones.GetSystemDefault();

        public DateTimeZone? GetZoneOrNull(string id)
        {
            Asked++;
            return zones.GetZoneOrNull(id);
        }
    }
}
