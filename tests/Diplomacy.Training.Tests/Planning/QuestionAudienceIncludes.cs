using CsCheck;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class QuestionAudienceIncludes
{
    private static readonly SeatGroup s_asean = SeatGroup.Parse("region/asean"), s_africa = SeatGroup.Parse("region/africa"), s_director = SeatGroup.Parse("grade/director");

    private static readonly Gen<SeatGroups> s_groups = Gen.Int[0, 7].Select(bits => SeatGroups.Of(new[] { s_asean, s_africa, s_director }.Where((_, i) => (bits >> i & 1) == 1)));

    private static readonly Gen<SeatClaim> s_claim = Gen.Select(
        Gen.Enum<DeliveryMode>(), Gen.Enum<InstitutionKind>(), Gen.Enum<ParticipantRole>(), s_groups,
        (mode, kind, role, groups) => new SeatClaim(mode, Ministry, kind, role, groups));

    private static readonly Gen<QuestionAudience> s_audience = Gen.Select(
        Gen.Enum<DeliveryMode>().Array[0, 2], Gen.Enum<InstitutionKind>().Array[0, 3], Gen.Enum<ParticipantRole>().Array[0, 3], s_groups,
        (modes, kinds, roles, groups) => new QuestionAudience { Modes = [.. modes], InstitutionKinds = [.. kinds], Roles = [.. roles], Groups = groups });

    [Fact]
    public void Nobody_is_left_out_where_nothing_is_named()
    {
        QuestionAudience.Everybody.Should().Be(new QuestionAudience());
        s_claim.Sample(claim => QuestionAudience.Everybody.Includes(claim), iter: 200);
    }

    [Fact]
    public void Of_what_is_named_one_must_fit_and_everything_named_must()
    {
        var contributorsInTheRoom = new QuestionAudience { Modes = [DeliveryMode.InPerson], Roles = [ParticipantRole.Speaker, ParticipantRole.Moderator] };
        SeatClaim moderator = new(DeliveryMode.InPerson, Ministry, InstitutionKind.Ministry, ParticipantRole.Moderator);

        contributorsInTheRoom.Includes(moderator).Should().BeTrue();
        contributorsInTheRoom.Includes(moderator with { Mode = DeliveryMode.Online }).Should().BeFalse();
        contributorsInTheRoom.Includes(moderator with { Role = ParticipantRole.Participant }).Should().BeFalse();
        QuestionAudience.InTheRoom.Includes(moderator).Should().BeTrue();
        QuestionAudience.InTheRoom.Includes(moderator with { Mode = DeliveryMode.Online }).Should().BeFalse();
    }

    [Fact]
    public void It_is_the_plain_reading_of_its_lists() => Gen.Select(s_audience, s_claim).Sample((audience, claim) =>
    {
        bool plainly = true;
        plainly &= audience.Modes.Length == 0 || Array.Exists([.. audience.Modes], m => m == claim.Mode);
        plainly &= audience.Roles.Length == 0 || Array.Exists([.. audience.Roles], r => r == claim.Role);
        plainly &= audience.InstitutionKinds.Length == 0 || Array.Exists([.. audience.InstitutionKinds], k => k == claim.InstitutionKind);
        plainly &= audience.Groups.All.Length == 0 || audience.Groups.All.Intersect(claim.Groups.All).Any();

        audience.Includes(claim).Should().Be(plainly);
        (UsualQuestions.Accessibility() with { Audience = audience }).IsAskedOf(claim).Should().Be(plainly);
    }, iter: 3_000);

    [Fact]
    public void The_order_in_which_it_is_written_down_does_not_matter()
    {
        var one = new QuestionAudience { Roles = [ParticipantRole.Speaker, ParticipantRole.Observer, ParticipantRole.Speaker] };
        var other = new QuestionAudience { Roles = [ParticipantRole.Observer, ParticipantRole.Speaker] };

        one.Should().Be(other).And.NotBe(QuestionAudience.Everybody).And.NotBe(other with { Groups = SeatGroups.Of(s_asean) });
        one.GetHashCode().Should().Be(other.GetHashCode());
    }

    [Fact]
    public void What_is_not_defined_is_a_programmers_error()
    {
        Func<object>[] unheardOf =
        [
            () => new QuestionAudience { Modes = [(DeliveryMode)9] }, () => new QuestionAudience { Roles = [(ParticipantRole)99] }, () => new QuestionAudience { InstitutionKinds = [(InstitutionKind)99] },
        ];

        unheardOf.Should().AllSatisfy(made => made.Should().Throw<ArgumentOutOfRangeException>());
    }
}
