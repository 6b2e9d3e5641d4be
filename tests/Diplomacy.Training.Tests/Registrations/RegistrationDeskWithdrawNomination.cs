using Diplomacy.Training.Journal;
using static Diplomacy.Training.Tests.Registrations.Letters;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskWithdrawNomination
{
    [Fact]
    public async Task Registrations_stand_unless_they_are_to_be_cancelled()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(2);
        NominationOutcome nominated = await office.NominateAsync(Principal(people[0]), InReserve(people[1]));

        NominationWithdrawal kept = await office.WithdrawAsync(nominated.Nomination, cancels: false);

        (kept.WasStanding, kept.Cancelled.Length).Should().Be((true, 0));
        (await office.Registrations.FindAsync(Registrar.Code, people[0])).Should().NotBeNull();
        (await Office.RefusalOf(() => office.ReplaceAsync(nominated.Principals[0].Registration))).Should().Equal("nomination.alternate-is-left");

        NominationWithdrawal cancelled = await office.WithdrawAsync(nominated.Nomination, cancels: true);

        cancelled.WasStanding.Should().BeFalse();
        cancelled.Cancelled.Should().Equal(nominated.Principals[0].Registration);
        (await office.NoticesAsync())[^1].Should().Match<Notice>(n => n.Kind == "notice.registration-cancelled" && n.Recipient == people[0]);
        int before = (await office.BookAsync()).Count;
        (await office.WithdrawAsync(nominated.Nomination, cancels: true)).Cancelled.Should().BeEmpty();
        (await office.BookAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task All_that_came_from_it_goes_before_any_seat_is_passed_on()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(4);
        NominationOutcome nominated = await office.NominateAsync(Principal(people[0]), Principal(people[1]), InReserve(people[2]));
        RegistrationOutcome other = await office.RegisterAsync(people[3]);
        SubstitutionOutcome substituted = await office.ReplaceAsync(nominated.Principals[0].Registration);
        var command = CommandId.New();

        NominationWithdrawal outcome = await office.WithdrawAsync(nominated.Nomination, cancels: true, command, Letter("130/23"));

        outcome.Cancelled.Should().Equal(nominated.Principals[1].Registration, substituted.Replacement);
        outcome.Promoted.Should().Equal(other.Registration);
        NominationWithdrawal again = await office.WithdrawAsync(nominated.Nomination, cancels: true, command, Letter("130/23"));
        (again.WasStanding, string.Join(' ', again.Cancelled), string.Join(' ', again.Promoted)).Should()
            .Be((true, string.Join(' ', outcome.Cancelled), string.Join(' ', outcome.Promoted)));
        (await Office.RefusalOf(() => office.WithdrawAsync(nominated.Nomination, cancels: true, command, Letter("131/23")))).Should().Equal("journal.command-is-new");
        (await office.Registrations.NominationHistoryAsync(Registrar.Code, nominated.Nomination)).Select(s => s.Letter!.Number).Should().Equal("125/23 EMB-WAS", "126/23", "130/23");
    }

    [Fact]
    public async Task A_nomination_that_is_not_known_is_refused()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        NominationId nowhere = NominationId.New();

        (await Office.RefusalOf(() => office.WithdrawAsync(nowhere, cancels: true))).Should().Equal("nomination.is-known");
        (await office.Registrations.CheckWithdrawNominationAsync(Registrar.Code, nowhere)).Select(r => r.Code).Should().Equal("nomination.is-known");
    }
}
