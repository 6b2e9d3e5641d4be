using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class AdmissionPolicyOf
{
    private static readonly InstitutionCode s_tokyo = InstitutionCode.Parse("JP-TYO-EMB");

    [Fact]
    public void By_default_everybody_may_ask_nobody_approves_and_seats_are_given() =>
        new AdmissionPolicy().Should().BeEquivalentTo(new { Access = RegistrationAccess.Open, Approval = ApprovalPolicy.None, Offers = (OfferTerms?)null, InvitedInstitutions = Array.Empty<InstitutionCode>() });

    [Fact]
    public void The_order_of_those_invited_does_not_matter()
    {
        var one = new AdmissionPolicy { InvitedInstitutions = [Ministry, s_tokyo, Ministry] };
        var other = new AdmissionPolicy { InvitedInstitutions = [s_tokyo, Ministry] };

        one.Should().Be(other);
        one.GetHashCode().Should().Be(other.GetHashCode());
        new AdmissionPolicy { InvitedInstitutions = default }.Should().Be(new AdmissionPolicy());
    }

    [Fact]
    public void Policies_that_differ_in_one_thing_are_not_equal()
    {
        var policy = new AdmissionPolicy { InvitedInstitutions = [Ministry], Offers = new(Duration.FromHours(48)) };
        AdmissionPolicy[] others =
        [
            policy with { Access = RegistrationAccess.InvitedOnly }, policy with { Approval = ApprovalPolicy.HoldsSeat }, policy with { Offers = null },
            policy with { Offers = new(Duration.FromHours(49)) }, policy with { Offers = new(Duration.FromHours(48), Duration.FromHours(1)) }, policy with { InvitedInstitutions = [s_tokyo] },
        ];

        others.Should().AllSatisfy(other => other.Should().NotBe(policy));
        (policy with { Offers = new(Duration.FromHours(48), Duration.FromHours(2)) }).Should().Be(policy, "two hours are what is not said");
    }

    [Fact]
    public void What_is_not_defined_or_names_nobody_is_a_programmers_error()
    {
        Func<object>[] wrong =
        [
            () => new AdmissionPolicy { Access = (RegistrationAccess)9 }, () => new AdmissionPolicy { Approval = (ApprovalPolicy)9 }, () => new AdmissionPolicy { InvitedInstitutions = [default] },
            () => Plan with { Admission = null! },
        ];

        wrong.Should().AllSatisfy(made => made.Should().Throw<ArgumentException>());
    }

    [Fact]
    public void An_offer_lasts_more_than_nothing_and_at_most_ninety_days()
    {
        Duration nanosecond = Duration.FromNanoseconds(1);
        new OfferTerms(nanosecond).Hold.Should().Be(nanosecond);
        new OfferTerms(Duration.FromDays(90), Duration.Zero).WorkingTime.Should().Be(Duration.Zero);
        new OfferTerms(Duration.FromHours(1), Duration.FromHours(100)).Hold.Should().Be(Duration.FromHours(1));
        Func<object>[] wrong =
        [
            () => new OfferTerms(Duration.Zero), () => new OfferTerms(-nanosecond), () => new OfferTerms(Duration.FromDays(90) + nanosecond),
            () => new OfferTerms(Duration.FromHours(1), -nanosecond), () => new OfferTerms(Duration.FromHours(1), Duration.FromHours(100) + nanosecond),
        ];

        wrong.Should().AllSatisfy(made => made.Should().Throw<ArgumentOutOfRangeException>());
    }
}
