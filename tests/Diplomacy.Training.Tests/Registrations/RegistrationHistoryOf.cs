using System.Reflection;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using Diplomacy.Training.Tests.Journal;
using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>R17: what was ever done to a registration, with who, when and why.</summary>
public sealed class RegistrationHistoryOf
{
    private static readonly Actor s_focalPoint = Actor.FocalPoint("mission:7");

    public static TheoryData<string> EventNames => [.. About().Select(e => e.GetType().Name)];

    [Theory]
    [MemberData(nameof(EventNames))]
    public async Task R17_every_event_about_a_registration_leaves_a_line_with_who_and_when_and_words_in_both_languages(string name)
    {
        TrainingEvent example = About().Single(e => e.GetType().Name == name);
        var store = new InMemoryTrainingStore();
        await store.AppendAsync(An.Append(new StreamAppend(RegistrationBook.StreamOf(Code), 0, [example])));
        JournalEntry entry = (await store.ReadAsync(RegistrationBook.StreamOf(Code))).Single();

        foreach (RegistrationId concerned in ConcernedBy(example))
        {
            RegistrationHistoryEntry line = (await store.HistoryOfAsync(concerned)).Items.Should().ContainSingle().Subject;
            (line.Registration, line.Workshop, line.Version, line.At, line.By, line.Type).Should().Be((concerned, Code, 1, example.At, entry.By, entry.Type));
            foreach (Language language in new[] { Language.English, Language.Khmer })
            {
                string told = line.Explain(language);
                told.Should().NotContainAny("{", "quota/", "mode/").And.NotBe(TrainingTexts.Default.Format("history.other", new Dictionary<string, object> { ["type"] = entry.Type }, language));
                told.Any(c => c is >= '\u1780' and <= '\u17FF').Should().Be(language == Language.Khmer);
            }
        }
    }

    [Fact]
    public async Task Reasons_limits_places_and_persons_stand_in_the_lines_where_their_event_has_them()
    {
        var store = new InMemoryTrainingStore();
        TrainingEvent[] examples = [.. About()];
        await store.AppendAsync(An.Append(new StreamAppend(RegistrationBook.StreamOf(Code), 0, [.. examples])));
        RegistrationHistoryEntry[] lines =
            [.. (await store.HistoryOfAsync(RegistrationEventExamples.Registration)).Items, .. (await store.HistoryOfAsync(RegistrationEventExamples.Other)).Items];

        foreach (var (example, version) in examples.Select((e, i) => (e, i + 1L)))
        {
            RegistrationHistoryEntry[] told = [.. lines.Where(l => l.Version == version)];
            told.Select(l => l.Registration).Should().Equal(ConcernedBy(example));
            string[] named = ["ReasonCode", "OverrideReasonCode", "Position", "Priority", "Until", "KeepsSeat", .. example is RegistrationAnswered or AnswersPurged ? [] : new[] { "Person" }];
            foreach (string shared in named)
            {
                object? expected = example.GetType().GetProperty(shared)?.GetValue(example);
                if (expected is not null)
                {
                    told.Select(l => typeof(RegistrationHistoryEntry).GetProperty(shared)!.GetValue(l)).Should().Contain(expected, $"{example.GetType().Name} has a {shared}");
                }
            }
        }
    }

    [Fact]
    public async Task R17_a_registration_from_the_waiting_list_to_its_end_is_told_with_who_what_when_and_why()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 1), plan: plan => plan with { Admission = new() { Offers = new(Duration.FromHours(48)) } });
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationOutcome first = await office.RegisterAsync(people[0]);
        RegistrationId id = (await office.Registrations.RegisterAsync(Office.Request(people[1], from: Washington), s_focalPoint)).Registration;
        await office.Registrations.PrioritiseAsync(Code, id, -1, "head-of-delegation", Officer);
        await office.CancelAsync(first);
        await office.Registrations.AcceptOfferAsync(Code, id, s_focalPoint);
        await office.RegisterAsync(people[2], InPerson);
        await office.Registrations.SwitchAsync(Code, id, new(InPerson), s_focalPoint);
        await office.Registrations.CancelAsync(Code, id, "illness", s_focalPoint);

        RegistrationHistoryEntry[] lines = [.. (await office.Ports.Queries.HistoryOfAsync(id)).Items];

        lines.Select(l => $"{l.Status} {l.By.Id}{(l.Automatic ? " by rule" : "")}: {l.Explain(Language.English, zone: office.Ports.Zones["America/New_York"])}").Should().Equal(
            "Waiting mission:7: Registered: online. On the waiting list, number 1. Full: places online (1 of 1).",
            "Waiting staff:1042: Priority in the line: -1. Reason: head-of-delegation.",
            "Offered staff:1042 by rule: A seat became free and was offered until 2023-01-31 09:00 -05:00.",
            "Confirmed mission:7: The offered seat was taken.",
            "Confirmed mission:7: Wishes to change to: in the room. Waits, number 1, and keeps what is held. Full: seats in the room (1 of 1).",
            "Cancelled mission:7: Cancelled. Reason: illness.");
        lines.Select(l => l.Version).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        lines[0].Person.Should().Be(people[1]);
        lines[0].Institution.Should().Be(Washington);
    }

    [Fact]
    public async Task A_change_that_its_turn_brought_about_is_told_from_one_made_at_once()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 3));
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationOutcome inRoom = await office.RegisterAsync(people[0], InPerson);
        RegistrationOutcome waits = await office.RegisterAsync(people[1]);
        await office.Registrations.SwitchAsync(Code, waits.Registration, new(InPerson), Officer);
        SubstitutionOutcome substituted = await office.Registrations.SubstituteAsync(Code, waits.Registration, new(people[2], "duty"), Officer);
        await office.CancelAsync(inRoom);
        await office.Registrations.SwitchAsync(Code, substituted.Replacement, new(Online), Officer);

        RegistrationHistoryEntry[] first = [.. (await office.Ports.Queries.HistoryOfAsync(waits.Registration)).Items];
        RegistrationHistoryEntry[] second = [.. (await office.Ports.Queries.HistoryOfAsync(substituted.Replacement)).Items];

        first[^1].Should().BeEquivalentTo(new { Status = RegistrationStatus.Substituted, ReplacedBy = (RegistrationId?)substituted.Replacement, ReasonCode = "duty" });
        second[0].Should().BeEquivalentTo(new { first[^1].Version, Status = RegistrationStatus.Confirmed, Replaces = (RegistrationId?)waits.Registration, Person = (PersonId?)people[2], Automatic = false });
        second[1..].Select(l => (l.Type, l.Status, l.Mode, l.Automatic)).Should().Equal(
            ("registration.switched", RegistrationStatus.Confirmed, InPerson, true), ("registration.switched", RegistrationStatus.Confirmed, Online, false));
        second[1].Explain(Language.English).Should().Be("A seat became free; changed, as asked, to: in the room.");
        second[2].Explain(Language.English).Should().Be("Changed to: online.");
    }

    [Fact]
    public async Task Who_waits_and_changes_to_where_there_is_room_got_the_seat_by_that_decision()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 1));
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationOutcome online = await office.RegisterAsync(people[0]);
        RegistrationOutcome waits = await office.RegisterAsync(people[1]);
        RegistrationOutcome promoted = await office.RegisterAsync(people[2]);
        await office.Registrations.SwitchAsync(Code, waits.Registration, new(InPerson), Officer);
        await office.CancelAsync(online);

        (await office.Ports.Queries.HistoryOfAsync(waits.Registration)).Items.Select(l => (l.Status, l.Automatic)).Should().Equal(
            (RegistrationStatus.Waiting, false), (RegistrationStatus.Waiting, false), (RegistrationStatus.Confirmed, false));
        (await office.Ports.Queries.HistoryOfAsync(promoted.Registration)).Items[^1].Should().Match<RegistrationHistoryEntry>(l => l.Automatic && l.Status == RegistrationStatus.Confirmed);
    }

    [Fact]
    public async Task What_time_brings_about_is_told_with_whoever_settled_it_and_as_by_rule()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 1));
        PersonId[] people = await office.PeopleAsync(3);
        await office.RegisterAsync(people[0]);
        RegistrationOutcome waits = await office.RegisterAsync(people[1]);
        RegistrationOutcome inRoom = await office.RegisterAsync(people[2], InPerson);
        await office.Registrations.SwitchAsync(Code, inRoom.Registration, new(Online), Officer);
        office.Clock.Reset(Start);
        await office.Registrations.SettleAsync(Code, Actor.System);

        RegistrationHistoryEntry lapsed = (await office.Ports.Queries.HistoryOfAsync(waits.Registration)).Items[^1];
        RegistrationHistoryEntry ended = (await office.Ports.Queries.HistoryOfAsync(inRoom.Registration)).Items[^1];

        (lapsed.Status, lapsed.Cause, lapsed.Automatic, lapsed.By, lapsed.At).Should().Be((RegistrationStatus.Lapsed, "waiting-list-closed", true, Actor.System, Start));
        (ended.Status, ended.Cause, ended.Automatic).Should().Be((RegistrationStatus.Confirmed, "waiting-list-closed", true));
    }

    [Fact]
    public async Task Lines_are_paged_and_a_page_that_was_given_never_changes()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(2, 2));
        RegistrationId id = (await office.RegisterAsync(await office.PersonAsync())).Registration;
        for (int i = 0; i < 5; i++)
        {
            await office.Registrations.SwitchAsync(Code, id, new(i % 2 == 0 ? InPerson : Online), Officer);
        }

        var lines = new List<RegistrationHistoryEntry>();
        string? cursor = null;
        do
        {
            Page<RegistrationHistoryEntry> page = await office.Ports.Queries.HistoryOfAsync(id, cursor, 2);
            lines.AddRange(page.Items);
            cursor = page.Next;
            await office.RegisterAsync(await office.PersonAsync());
        }
        while (cursor is not null);

        await office.Registrations.CancelAsync(Code, id, "illness", Officer);
        RegistrationHistoryEntry[] all = [.. (await office.Ports.Queries.HistoryOfAsync(id, null, int.MaxValue)).Items];
        lines.Should().HaveCount(6).And.BeEquivalentTo(all[..6], o => o.WithStrictOrdering());
        all.Should().HaveCount(7);
    }

    [Fact]
    public async Task An_unknown_registration_has_no_lines_and_what_is_no_cursor_is_refused()
    {
        var store = new InMemoryTrainingStore();

        (await store.HistoryOfAsync(RegistrationId.New())).Should().BeEquivalentTo(new Page<RegistrationHistoryEntry>([], null));
        foreach (string after in new[] { "", "x", "-1", "1.5", "99999999999999999999" })
        {
            await store.Invoking(s => s.HistoryOfAsync(RegistrationId.New(), after).AsTask()).Should().ThrowAsync<ArgumentException>();
        }

        await store.Invoking(s => s.HistoryOfAsync(RegistrationId.New(), null, 0).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task An_archive_gives_the_same_history_back()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 1));
        RegistrationId id = (await office.RegisterAsync(await office.PersonAsync())).Registration;
        await office.Registrations.SwitchAsync(Code, id, new(InPerson), Officer);
        using var file = new MemoryStream();
        await TrainingArchive.WriteAsync(office.Ports, file);
        file.Position = 0;

        InMemoryTrainingStore read = await TrainingArchive.ReadAsync(file);

        (await read.HistoryOfAsync(id)).Should().BeEquivalentTo(await office.Ports.Queries.HistoryOfAsync(id), o => o.WithStrictOrdering());
    }

    private static IEnumerable<TrainingEvent> About() => Events.Stages.Where(s => s.Stream == RegistrationBook.StreamOf(Code)).SelectMany(s => s.Examples).Where(e => ConcernedBy(e).Length > 0);

    private static RegistrationId[] ConcernedBy(TrainingEvent example) =>
        [.. example.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(RegistrationId)).Select(p => (RegistrationId)p.GetValue(example)!)];
}
