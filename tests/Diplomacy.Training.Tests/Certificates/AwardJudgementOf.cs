using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Tests.Certificates;

public sealed partial class AwardJudgementOf
{
    private static readonly Duration s_nanosecond = Duration.FromNanoseconds(1);

    [Fact]
    public void Exactly_the_share_of_the_counted_time_is_enough_and_a_nanosecond_less_is_not()
    {
        Judge(AwardPolicy.Participation(75), (Minutes(135), Minutes(180)))!.Earned.Should().BeTrue();
        Judge(AwardPolicy.Participation(75), (Minutes(135) - s_nanosecond, Minutes(180)))!.Earned.Should().BeFalse();
    }

    [Fact]
    public void The_share_is_of_all_sessions_together_for_participation() =>
        Judge(AwardPolicy.Participation(75), (Minutes(15), Minutes(60)), (Minutes(120), Minutes(120)))!.Earned.Should().BeTrue();

    [Fact]
    public void A_hundred_percent_asks_for_every_nanosecond()
    {
        Judge(AwardPolicy.Participation(100), (Minutes(180), Minutes(180)))!.Earned.Should().BeTrue();
        Judge(AwardPolicy.Participation(100), (Minutes(180) - s_nanosecond, Minutes(180)))!.Earned.Should().BeFalse();
    }

    [Fact]
    public void Nought_percent_still_asks_that_someone_was_there()
    {
        Judge(AwardPolicy.Participation(0), (s_nanosecond, Minutes(180)))!.Earned.Should().BeTrue();
        Judge(AwardPolicy.Participation(0), (Duration.Zero, Minutes(180)))!.Earned.Should().BeFalse();
        Judge(AwardPolicy.Completion(0), (Duration.Zero, Minutes(60)), (Duration.Zero, Minutes(60)))!.Earned.Should().BeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(75)]
    [InlineData(100)]
    public void Where_no_time_is_counted_nobody_earns_anything(int percent)
    {
        Judge(AwardPolicy.Participation(percent), (Duration.Zero, Duration.Zero))!.Earned.Should().BeFalse();
        Judge(AwardPolicy.Participation(percent))!.Earned.Should().BeFalse();
        Judge(AwardPolicy.Completion(percent), (Duration.Zero, Duration.Zero))!.Earned.Should().BeFalse();
        Judge(AwardPolicy.Completion(percent))!.Earned.Should().BeFalse();
    }

    [Fact]
    public void A_session_that_a_break_takes_up_whole_keeps_nobody_from_completion() =>
        Judge(AwardPolicy.Completion(75), (Minutes(60), Minutes(60)), (Duration.Zero, Duration.Zero))!.Earned.Should().BeTrue();

    [Fact]
    public void Completion_asks_for_the_share_of_every_session_and_names_the_first_that_is_short()
    {
        AwardJudgement judgement = Judge(AwardPolicy.Completion(75), (Minutes(45), Minutes(60)), (Minutes(90) - s_nanosecond, Minutes(120)), (Duration.Zero, Minutes(60)))!;

        judgement.Earned.Should().BeFalse();
        judgement.MissedSession.Should().Be("s2");
        (judgement.Present, judgement.Counted).Should().Be((Minutes(90) - s_nanosecond, Minutes(120)));
        judgement.Explain(Language.English).Should().Be("Not earned: 89.9 of 120 minutes of the session 's2', at least 75 % of every session needed (rule version 1).");
        Judge(AwardPolicy.Completion(75), (Minutes(45), Minutes(60)), (Minutes(90), Minutes(120)))!.Should().BeEquivalentTo(new { Earned = true, MissedSession = (string?)null });
    }

    [Theory]
    [InlineData(ParticipantRole.Participant, true, false)]
    [InlineData(ParticipantRole.Speaker, false, true)]
    [InlineData(ParticipantRole.Moderator, false, true)]
    [InlineData(ParticipantRole.Interpreter, false, true)]
    [InlineData(ParticipantRole.GuestOfHonour, false, true)]
    [InlineData(ParticipantRole.Observer, false, false)]
    [InlineData(ParticipantRole.Staff, false, false)]
    public void Participants_are_judged_for_participation_and_completion_and_contributors_for_appreciation(ParticipantRole role, bool attends, bool contributes)
    {
        (Duration, Duration)[] all = [(Minutes(60), Minutes(60))];
        (Judge(role, AwardPolicy.Participation(75), all) is not null).Should().Be(attends);
        (Judge(role, AwardPolicy.Completion(75), all) is not null).Should().Be(attends);
        (Judge(role, AwardPolicy.Appreciation(), all) is not null).Should().Be(contributes);
    }

    [Fact]
    public void Appreciation_asks_for_any_presence_at_all()
    {
        Judge(ParticipantRole.Speaker, AwardPolicy.Appreciation(), (s_nanosecond, Minutes(60)))!.Earned.Should().BeTrue();
        Judge(ParticipantRole.Speaker, AwardPolicy.Appreciation(), (Duration.Zero, Minutes(60)))!.Earned.Should().BeFalse();
    }

    [Fact]
    public void Every_outcome_is_told_in_Khmer_and_in_English()
    {
        AwardJudgement[] outcomes =
        [
            Judge(AwardPolicy.Participation(75, version: 3), (Minutes(135), Minutes(180)))!,
            Judge(AwardPolicy.Participation(75), (Minutes(134), Minutes(180)))!,
            Judge(AwardPolicy.Participation(0), (Duration.Zero, Minutes(180)))!,
            Judge(AwardPolicy.Completion(50), (Minutes(60), Minutes(60)))!,
            Judge(ParticipantRole.Speaker, AwardPolicy.Appreciation(), (Minutes(20), Minutes(60)))!,
        ];

        outcomes.Select(o => o.Explain(Language.English)).Should().Equal(
            "Earned: 135 of 180 minutes, at least 75 % needed (rule version 3).",
            "Not earned: 134 of 180 minutes, at least 75 % needed (rule version 1).",
            "Not earned: no presence is on record (rule version 1).",
            "Earned: 60 of 60 minutes, at least 50 % of every session needed (rule version 1).",
            "Earned: present for 20 of 60 minutes (rule version 1).");
        outcomes.Select(o => o.Explain(Language.Khmer)).Should().AllSatisfy(text => Regex.IsMatch(text, @"^\p{IsKhmer}").Should().BeTrue())
            .And.OnlyHaveUniqueItems();
        outcomes[0].Explain(Language.Khmer).Should().Be("បានទទួល៖ 135 ក្នុងចំណោម 180 នាទី ត្រូវការយ៉ាងតិច 75 % (វិធានកំណែ 3)។");
    }

    [Fact]
    public void A_nanosecond_short_never_reads_as_enough() =>
        Judge(AwardPolicy.Participation(75), (Minutes(135) - s_nanosecond, Minutes(180)))!.Explain(Language.English)
            .Should().StartWith("Not earned: 134.9 of 180 minutes");

    [Fact]
    public void The_judgement_is_exact_arithmetic_and_the_minutes_told_never_contradict_it() =>
        (from percent in Gen.Int[1, 100]
         from counted in Gen.OneOf(Gen.Long[1, 100], Gen.Long[1, 20_000_000_000_000], Gen.Int[1, 400].Select(m => m * 60_000_000_000L))
         from present in Gen.OneOf(Gen.Long[0, counted], Gen.Long[-2, 2].Select(d => Math.Clamp((counted * (Int128)percent / 100 is var edge ? (long)edge : 0) + d, 0, counted)))
         select (percent, present, counted))
        .Sample(t =>
        {
            AwardJudgement judgement = Judge(AwardPolicy.Participation(t.percent), (Duration.FromNanoseconds(t.present), Duration.FromNanoseconds(t.counted)))!;
            judgement.Earned.Should().Be(t.present > 0 && new BigInteger(t.present) * 100 >= new BigInteger(t.counted) * t.percent);
            Match told = Figures().Match(judgement.Explain(Language.English));
            told.Success.Should().BeTrue();
            decimal share = decimal.Parse(told.Groups[2].Value, CultureInfo.InvariantCulture) * t.percent;
            (decimal.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture) * 100 >= share).Should().Be(judgement.Earned);
        });

    [GeneratedRegex(@"earned: ([\d.]+) of ([\d.]+) minutes", RegexOptions.IgnoreCase)]
    private static partial Regex Figures();

    private static Duration Minutes(int minutes) => Duration.FromMinutes(minutes);

    private static AwardJudgement? Judge(AwardPolicy policy, params (Duration Present, Duration Counted)[] sessions) => Judge(ParticipantRole.Participant, policy, sessions);

    private static AwardJudgement? Judge(ParticipantRole role, AwardPolicy policy, params (Duration Present, Duration Counted)[] sessions) =>
        AwardJudgement.Of(policy, Presences.Of(PersonId.New(), role, sessions));
}
