using Diplomacy.Training.Tests.Building;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class TimeFindingExplain
{
    private static readonly Institution s_havana = Missions.In("America/Havana");
    private static readonly Agenda s_moved = Agenda.Strictly(Tzdb.Old, "America/Winnipeg", Session("talk", new(2026, 11, 12, 9, 0), 60));

    [Fact]
    public void The_host_is_told_both_instants_and_what_to_choose()
    {
        TimeFinding found = TimeReview.Of(s_moved, [], [], Tzdb.New).Findings.Single();

        found.Explain(Language.English).Should().Contain("'talk' at 2026-11-12T09:00:00 in America/Winnipeg").And.Contain("2026-11-12T15:00:00Z").And.Contain("2026-11-12T14:00:00Z")
            .And.EndWith("Keep the wall time, or keep the instant.");
        found.Explain(Language.Khmer).Should().Contain("រក្សា").And.Contain("2026-11-12T14:00:00Z").And.NotContain("{");
    }

    [Fact]
    public void A_mission_is_told_both_times_both_bands_and_on_what_it_hangs()
    {
        string[] words = [.. TimeReview.Of(s_moved, [s_havana], TimeReviewOf.Told(s_moved, s_havana), Tzdb.New).Findings.Skip(1).Select(f => f.Explain(Language.English))];

        words.Should().Equal(
            "XX-MIS was told 2026-11-12 10:00 (-05:00) for 'talk', in working hours; its clocks will show 2026-11-12 11:00 (-04:00), in working hours (if the host keeps the instant).");
    }

    [Fact]
    public void A_mission_that_was_told_nothing_is_said_to_be_so() =>
        TimeReview.Of(s_moved, [Missions.In("Asia/Tokyo")], [], Tzdb.New, Tzdb.Old).Findings[1].Explain(Language.English)
            .Should().Be("XX-MIS was told nothing yet; for 'talk' it would have been 2026-11-13 00:00 (+09:00), at night; its clocks will show 2026-11-12 23:00 (+09:00), at night (if the host keeps the wall time).");

    [Fact]
    public void Every_finding_has_words_in_both_languages_without_an_empty_place()
    {
        Agenda odd = Agenda.Strictly(Tzdb.New, "America/Winnipeg", Session("twice", new(2026, 11, 1, 1, 30), 30), Session("never", new(2027, 3, 14, 2, 30), 30));
        TimeFinding[] findings =
        [
            .. TimeReview.Of(s_moved, [s_havana], TimeReviewOf.Told(s_moved, s_havana), Tzdb.New).Findings,
            .. TimeReview.Of(s_moved, [s_havana], [], Tzdb.New, Tzdb.Old).Findings,
            .. TimeReview.Of(odd, [], [], Tzdb.Old).Findings,
            .. TimeReview.Of(s_moved, [s_havana], [], Worlds.Of("TZDB: 2027a", Worlds.Fixed("Asia/Tokyo", 9))).Findings,
        ];

        findings.Select(f => f.GetType()).Distinct().Should().BeEquivalentTo(typeof(TimeFinding).GetNestedTypes());
        findings.Should().OnlyContain(f => f.Explain(Language.English).IndexOf('{') < 0 && f.Explain(Language.Khmer).IndexOf('{') < 0);
        findings.Should().OnlyContain(f => f.Explain(Language.Khmer).Any(c => c >= '\u1780' && c <= '\u17FF'));
    }

    [Fact]
    public void Zones_that_the_data_do_not_have_are_named_for_the_host_and_for_the_institution()
    {
        TimeReview review = TimeReview.Of(s_moved, [s_havana], TimeReviewOf.Told(s_moved, s_havana), Worlds.Of("TZDB: 2027a", Worlds.Fixed("Asia/Tokyo", 9)));

        review.Findings.OfType<TimeFinding.ZoneUnknown>().Select(f => (f.ZoneId, f.Institution)).Should().Equal(("America/Winnipeg", null), ("America/Havana", s_havana.Code));
        review.Findings.Should().HaveCount(2);
    }

    [Fact]
    public void A_mission_is_still_judged_when_only_the_hosts_zone_is_unknown()
    {
        TimeReview review = TimeReview.Of(s_moved, [s_havana], TimeReviewOf.Told(s_moved, s_havana), Worlds.Of("TZDB: 2027a", Worlds.Fixed("America/Havana", -2)));

        review.MovedWhen(TimeKept.Instant).Single().Now.Hour.Should().Be(13);
        review.MovedWhen(TimeKept.WallTime).Should().BeEmpty();
    }
}
