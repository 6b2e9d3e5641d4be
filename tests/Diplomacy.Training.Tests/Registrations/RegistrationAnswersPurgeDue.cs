using CsCheck;
using NodaTime;
using static Diplomacy.Training.Tests.Registrations.AskedAnswers;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationAnswersPurgeDue
{
    private static readonly DateTimeZone s_phnomPenh = DateTimeZoneProviders.Tzdb["Asia/Phnom_Penh"];
    private static readonly Instant s_ends = new LocalDateTime(2023, 2, 28, 17, 0).InZoneStrictly(s_phnomPenh).ToInstant();

    [Theory]
    [InlineData("2023-02-28T23:59:59", "")]
    [InlineData("2023-03-01T00:00:00", "years")]
    [InlineData("2023-03-07T23:59:59", "years")]
    [InlineData("2023-03-08T00:00:00", "arrival years")]
    [InlineData("2023-03-30T23:59:59", "arrival years")]
    [InlineData("2023-03-31T00:00:00", "accessibility arrival dietary interpretation years")]
    [InlineData("9000-01-01T00:00:00", "accessibility arrival dietary interpretation years")]
    [InlineData("2022-12-01T00:00:00", "")]
    public void R55_days_are_counted_from_the_last_day_by_the_hosts_calendar(string now, string due) =>
        Everything.PurgeDue(All, s_ends, s_phnomPenh, At(now)).Should().Equal(due.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void R55_a_workshop_that_ends_at_midnight_ends_on_its_own_day()
    {
        Instant midnight = At("2023-03-01T00:00:00");

        Everything.PurgeDue([.. All], midnight, s_phnomPenh, At("2023-02-28T23:00:00")).Should().BeEmpty();
        Everything.PurgeDue([.. All], midnight, s_phnomPenh, midnight).Should().Equal("years");
    }

    [Fact]
    public void R55_once_purged_nothing_is_due_and_what_is_kept_with_the_person_stays() =>
        Gen.Select(Valid, Gen.Int[-100, 100]).Sample((answers, days) =>
        {
            Instant now = s_ends + Duration.FromDays(days);
            RegistrationAnswers kept = answers.Without(answers.PurgeDue(All, s_ends, s_phnomPenh, now));

            kept.PurgeDue(All, s_ends, s_phnomPenh, now).Should().BeEmpty();
            kept["photographs"].Should().Be(answers["photographs"]);
            answers.Codes.Except(kept.Codes).Should().Equal(answers.Codes.Where(code => days > All.Single(q => q.Code == code).RetentionDays));
        }, iter: 1_000);

    [Fact]
    public void An_answer_to_what_is_no_longer_asked_goes_after_the_workshop()
    {
        Everything.PurgeDue([Photographs], s_ends, s_phnomPenh, At("2023-02-28T20:00:00")).Should().BeEmpty();
        Everything.PurgeDue([Photographs], s_ends, s_phnomPenh, At("2023-03-01T00:00:00")).Should().Equal("accessibility", "arrival", "dietary", "interpretation", "years");
    }

    [Fact]
    public void A_day_is_one_of_the_hosts_where_daylight_saving_ends_too()
    {
        DateTimeZone london = DateTimeZoneProviders.Tzdb["Europe/London"];
        Instant ends = Instant.FromUtc(2026, 10, 24, 16, 0);

        Everything.PurgeDue([Years], ends, london, Instant.FromUtc(2026, 10, 24, 22, 59)).Should().NotContain("years");
        Everything.PurgeDue([Years], ends, london, Instant.FromUtc(2026, 10, 24, 23, 0)).Should().Contain("years");
    }

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(local).Value.InZoneStrictly(s_phnomPenh).ToInstant();
}
