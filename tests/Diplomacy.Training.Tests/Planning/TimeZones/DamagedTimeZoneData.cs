using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Planning.TimeZones;

/// <summary>A damaged file is refused when it is read, or all of it can be used; never anything between.</summary>
public sealed class DamagedTimeZoneData
{
    private static readonly string s_right = TimeZoneDataRead.Sha256(Tzdb.NewFile);

    [Fact]
    public void A_flipped_bit_is_refused_by_the_digest() =>
        Gen.Int[0, (Tzdb.NewFile.Length * 8) - 1].Sample(bit => Refusal(Flipped(bit), s_right).Should().Be("zone-data.digest-matches"), iter: 500);

    [Fact]
    public void A_shortened_file_is_refused_by_the_digest() =>
        Gen.Int[1, Tzdb.NewFile.Length - 1].Sample(length => Refusal(Tzdb.NewFile[..length], s_right).Should().Be("zone-data.digest-matches"), iter: 200);

    [Fact]
    public void A_shortened_file_with_its_own_digest_is_refused_or_every_zone_of_it_can_be_used() =>
        Gen.Int[1, Tzdb.NewFile.Length - 1].Sample(length => { Judge(Tzdb.NewFile[..length]); });

    [Fact]
    public void A_flipped_bit_with_its_own_digest_is_refused_or_every_zone_can_be_used()
    {
        int refused = 0, read = 0;
        Gen.Int[0, (Tzdb.NewFile.Length * 8) - 1].Sample(
            bit =>
            {
                _ = Judge(Flipped(bit)) ? Interlocked.Increment(ref read) : Interlocked.Increment(ref refused);
            },
            iter: Math.Max(100, Check.Iter));

        (refused > 0 && read > 0).Should().BeTrue($"both happen: {refused} refused, {read} read");
    }

    [Fact]
    public void Maps_that_contradict_one_another_are_refused_though_every_zone_can_be_used()
    {
        // The maps of Windows ids and of places stand at the end of the file, and whoever uses the zones alone never reads them.
        Enumerable.Range(0, 400).Select(i => Flipped((Tzdb.NewFile.Length * 8) - 1 - (i * 251))).Any(file => Equals(At(file), "maps")).Should().BeTrue();

        static object? At(byte[] file)
        {
            try
            {
                TimeZoneData.Read(file, TimeZoneDataRead.Sha256(file));
                return null;
            }
            catch (TrainingRuleException refusal)
            {
                return refusal.Rule.Arguments["at"];
            }
        }
    }

    private static bool Judge(byte[] file)
    {
        IDateTimeZoneProvider zones;
        try
        {
            zones = TimeZoneData.Read(file, TimeZoneDataRead.Sha256(file)).Zones;
        }
        catch (TrainingRuleException refusal)
        {
            refusal.Rule.Code.Should().Be("zone-data.is-sound");
            return false;
        }

        foreach (string id in zones.Ids)
        {
            DateTimeZone zone = zones[id];
            for (int year = 1900; year < 2100; year += 19)
            {
                Instant noon = Instant.FromUtc(year, 1 + (year % 12), 15, 12, 0);
                LocalDateTime local = noon.InZone(zone).LocalDateTime;
                zone.MapLocal(local).Count.Should().BeInRange(0, 2);
                zone.AtStartOfDay(local.Date).ToInstant().Should().BeLessThanOrEqualTo(noon);
            }
        }

        return true;
    }

    private static string? Refusal(byte[] file, string digest)
    {
        try
        {
            TimeZoneData.Read(file, digest);
            return null;
        }
        catch (TrainingRuleException refusal)
        {
            return refusal.Rule.Code;
        }
    }

    private static byte[] Flipped(int bit)
    {
        byte[] file = [.. Tzdb.NewFile];
        file[bit / 8] ^= (byte)(1 << (bit % 8));
        return file;
    }
}
