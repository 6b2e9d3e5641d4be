using NodaTime;

namespace Diplomacy.Training.Tests.Invitations;

public sealed class InvitationTermsOf
{
    [Fact]
    public void Reminders_and_alarms_are_kept_with_the_earliest_first()
    {
        InvitationTerms terms = new() { Reminders = [Duration.FromDays(1), Duration.FromDays(28), Duration.Zero], Alarms = [Duration.FromMinutes(5), Duration.FromHours(1)] };

        terms.Reminders.Should().Equal(Duration.FromDays(28), Duration.FromDays(1), Duration.Zero);
        terms.Alarms.Should().Equal(Duration.FromHours(1), Duration.FromMinutes(5));
        terms.Should().Be(new InvitationTerms { Reminders = [Duration.Zero, Duration.FromDays(28), Duration.FromDays(1)], Alarms = [Duration.FromHours(1), Duration.FromMinutes(5)] });
        new InvitationTerms { Reminders = default, Alarms = default }.Should().Match<InvitationTerms>(t => t.Reminders.IsEmpty && t.Alarms.IsEmpty);
    }

    public static TheoryData<Duration[]> Wrong => new(
        [Duration.FromDays(28) + Duration.FromSeconds(1)], [-Duration.FromSeconds(1)], [Duration.FromMilliseconds(1)], [Duration.FromDays(1), Duration.FromHours(24)]);

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_lies_more_than_28_days_before_after_the_start_between_seconds_or_stands_twice_is_refused(Duration[] before)
    {
        FluentActions.Invoking(() => new InvitationTerms { Reminders = [.. before] }).Should().Throw<ArgumentException>().WithParameterName("Reminders");
        FluentActions.Invoking(() => new InvitationTerms { Alarms = [.. before] }).Should().Throw<ArgumentException>().WithParameterName("Alarms");
    }

    [Fact]
    public void Choices_that_nobody_knows_are_refused()
    {
        FluentActions.Invoking(() => new InvitationTerms { Entries = (CalendarEntries)9 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new InvitationTerms { TimeForm = (CalendarTimeForm)9 }).Should().Throw<ArgumentOutOfRangeException>();
    }
}
