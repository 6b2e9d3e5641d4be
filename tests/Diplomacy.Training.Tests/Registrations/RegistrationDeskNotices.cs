using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskNotices
{
    [Fact]
    public async Task Everybody_hears_of_every_change_in_their_own_language_and_the_start_in_the_institutions_zone()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1).WithWaitingPlaces(1));
        PersonId washington = await office.PersonAsync(language: Language.English);
        PersonId khmer = await office.PersonAsync(language: Language.Khmer);
        PersonId paris = await office.PersonAsync();
        RegistrationOutcome first = await office.RegisterAsync(washington, from: Registrar.Washington);
        await office.RegisterAsync(khmer);
        await office.RegisterAsync(paris, from: Registrar.Paris);
        await office.CancelAsync(first);

        Notice[] notices = await office.NoticesAsync();

        notices.Select(n => (n.Kind, n.Recipient, n.Language)).Should().Equal(
            ("notice.seat-confirmed", washington, Language.English),
            ("notice.waiting", khmer, Language.Khmer),
            ("notice.declined", paris, Language.English),
            ("notice.registration-cancelled", washington, Language.English),
            ("notice.promoted", khmer, Language.Khmer));
        notices[0].Institution.Should().Be("US-WAS-EMB");
        notices[0].Arguments["start"].Should().Be("Mon 27 Feb 2023 21:00 -05:00");
        notices[0].Explain().Should().Be("You have a seat in “Digital Diplomacy” (online). It begins on Mon 27 Feb 2023 21:00 -05:00 your time.");
        notices[1].Arguments["position"].Should().Be("1");
        notices[1].Explain().Should().Be("លោកអ្នកស្ថិតក្នុងបញ្ជីរង់ចាំនៃ «ការទូតឌីជីថល» លេខរៀង 1។");
        notices[2].Arguments["start"].Should().Be("Tue 28 Feb 2023 03:00 +01:00");
        notices[4].Arguments["start"].Should().Be("ថ្ងៃទី២៨ ខែកុម្ភៈ ឆ្នាំ២០២៣ ម៉ោង ០៩:០០ (UTC+០៧:០០)");
        notices.Should().OnlyContain(n => n.Workshop == "DD-2023");
    }

    [Fact]
    public async Task A_cancelled_workshop_tells_everybody_and_a_second_run_nobody()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(3);
        foreach (PersonId person in people)
        {
            await office.RegisterAsync(person);
        }

        await office.Desks.Planning.CancelAsync(Registrar.Code, "flood", Registrar.Officer);
        (await office.Registrations.SettleAsync(Registrar.Code, Registrar.Officer)).Should().BeTrue();
        (await office.Registrations.SettleAsync(Registrar.Code, Registrar.Officer)).Should().BeFalse();

        (await office.NoticesAsync()).Skip(3).Select(n => (n.Kind, n.Recipient)).Should().Equal(people.Select(p => ("notice.registration-cancelled", p)));
    }

    [Fact]
    public async Task A_closed_waiting_list_is_told_to_whoever_waited()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        PersonId person = await office.PersonAsync(language: Language.Khmer);
        await office.RegisterAsync(person);
        office.Clock.Reset(Registrar.Start);
        await office.Desks.DueWork.RunAsync();

        Notice told = (await office.NoticesAsync())[^1];
        (told.Kind, told.Recipient).Should().Be(("notice.waiting-list-closed", person));
        told.Explain().Should().StartWith("បញ្ជីរង់ចាំនៃ «ការទូតឌីជីថល»");
    }

    [Fact]
    public async Task Nothing_personal_stands_in_the_journal_the_notices_or_a_refusal()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        string[] personal = ["Vannak", "SOKHA", "vannak.sokha@example.gov.kh", "Chenda", "KEOVANN", "chenda@example.org"];
        PersonId one = await office.PersonAsync(personal[0], personal[1], personal[2]);
        PersonId two = await office.PersonAsync(personal[3], personal[4], personal[5], Language.Khmer);
        RegistrationOutcome first = await office.RegisterAsync(one, command: CommandId.New());
        await office.RegisterAsync(two);
        string refusal = (await FluentActions.Awaiting(() => office.RegisterAsync(one)).Should().ThrowAsync<TrainingRuleException>()).Which.Message;
        await office.CancelAsync(first);

        var written = new List<string> { refusal };
        await foreach (JournalEntry entry in office.Ports.Journal.ReadAllAsync())
        {
            written.AddRange([entry.Payload, entry.Fingerprint, entry.Stream.ToString(), entry.By.Id, entry.Event.ToString()!]);
        }

        foreach (Notice notice in await office.NoticesAsync())
        {
            written.AddRange([notice.ToString(), notice.Explain(), .. notice.Arguments.Values]);
        }

        foreach (string secret in personal)
        {
            written.Should().NotContain(text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task The_zone_of_a_notice_follows_the_clocks_of_the_institution_on_that_day()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        await office.Desks.Planning.PostponeAsync(Registrar.Code, Registrar.AgendaOn(60), Registrar.Officer);
        await office.RegisterAsync(await office.PersonAsync(), from: Registrar.Paris);

        (await office.NoticesAsync()).Single().Arguments["start"].Should().Be("Sat 1 Apr 2023 04:00 +02:00");
    }
}
