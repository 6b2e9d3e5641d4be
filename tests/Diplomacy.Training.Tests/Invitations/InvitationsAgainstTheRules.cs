using System.Text.RegularExpressions;
using CsCheck;
using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>
/// Random registrations, switches, substitutions, cancellations, postponements, links and erasures, with rounds and due work between them. A calendar that knows nothing but the messages it is sent
/// must always show what the book says.
/// </summary>
public sealed partial class InvitationsAgainstTheRules
{
    private static readonly Agenda[] s_agendas =
    [
        Held(60, 1), Held(60, 2), Held(67, 2), Held(67, 3), Held(74, 1),
    ];

    private static readonly Gen<Step> s_step = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 99], Gen.Bool, Gen.Bool, Gen.Int[0, 2]).Select((who, online, east, from) => (Step)new Register(who, online, east, from))),
        (3, Gen.Int[0, 99].Select(who => (Step)new Cancel(who))),
        (3, Gen.Select(Gen.Int[0, 99], Gen.Bool, Gen.Bool).Select((who, online, east) => (Step)new Switch(who, online, east))),
        (2, Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99]).Select((who, other) => (Step)new Substitute(who, other))),
        (2, Gen.Int[-1, 4].Select(agenda => (Step)new Postpone(agenda))),
        (1, Gen.Int[0, 2].Select(title => (Step)new Retitle(title))),
        (2, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[-5, 99]).Select((link, sitting, who) => (Step)new SetLink(link, sitting, who))),
        (1, Gen.Int[0, 99].Select(who => (Step)new Erase(who))),
        (1, Gen.Select(Gen.Int[0, 2], Gen.Bool).Select((which, invited) => (Step)new Mission(which, invited))),
        (6, Gen.Const((Step)new Round())),
        (3, Gen.Int[0, 30].Select(hours => (Step)new Due(hours))));

    private abstract record Step;

    private sealed record Register(int Who, bool Online, bool East, int From) : Step;

    private sealed record Cancel(int Who) : Step;

    private sealed record Switch(int Who, bool Online, bool East) : Step;

    private sealed record Substitute(int Who, int Other) : Step;

    private sealed record Postpone(int Agenda) : Step;

    private sealed record Retitle(int Title) : Step;

    private sealed record SetLink(int Link, int Sitting, int Who) : Step;

    private sealed record Erase(int Who) : Step;

    private sealed record Mission(int Which, bool Invited) : Step;

    private sealed record Round : Step;

    private sealed record Due(int Hours) : Step;

    [Fact]
    public async Task A_calendar_that_knows_only_its_messages_shows_what_the_book_says() =>
        await s_step.Array[1, 50].SampleAsync(async steps => await (await Run.BeginAsync()).AllAsync(steps), threads: 1);

    private static Agenda Held(int day, int days) => Agenda.Strictly(
        "Asia/Phnom_Penh",
        [
            .. Enumerable.Range(0, days).SelectMany(d => (Session[])
            [
                Chancery.Session($"east-{d}", day + d, 8, "east"), Chancery.Session($"west-{d}", day + d, 20, "west"),
            ]),
            Chancery.Session("welcome", day, 6),
        ]);

    /// <summary>What one entry of a calendar shows.</summary>
    private sealed record Shown(string Start, string Title, string? Place, string? Link);

    private sealed partial class Run
    {
        private readonly Chancery _chancery;
        private readonly List<PersonId> _people = [];
        private readonly HashSet<PersonId> _erased = [];
        private readonly Dictionary<(PersonId?, string?), string> _links = [];
        private readonly HashSet<InstitutionCode> _missions = [];
        private readonly Dictionary<(string Recipient, string Uid), (int Sequence, Shown? Shown)> _calendars = [];
        private readonly Dictionary<string, string> _owners = [];
        private readonly Dictionary<string, int> _sequences = [];

        private Run(Chancery chancery) => _chancery = chancery;

        private RegistrationDesk Desk => _chancery.Desks.Registrations;

        internal static async Task<Run> BeginAsync()
        {
            var run = new Run(await Chancery.OpenAsync(s_agendas[0], p => p with { Seats = SeatPlan.Hybrid(6, 6).WithSitting("east", 3, 3).WithSitting("west", 3, 3) }));
            for (int i = 0; i < 10; i++)
            {
                run._people.Add(await run._chancery.PersonAsync());
            }

            return run;
        }

        internal async Task AllAsync(Step[] steps)
        {
            foreach (Step step in steps)
            {
                _chancery.Clock.AdvanceSeconds(1);
                try
                {
                    await TakeAsync(step);
                }
                catch (TrainingRuleException refusal) when (refusal.Rules.All(r => r.Code.StartsWith("registration.", StringComparison.Ordinal) || r.Code is "person.is-known" or "workshop.status-allows"))
                {
                    // What the book refuses changes nothing.
                }

                await HearAsync();
                if (step is Round or Due)
                {
                    await JudgeAsync();
                }
            }

            await _chancery.InviteAsync();
            await HearAsync();
            await JudgeAsync();
            (await _chancery.InviteAsync()).ToldAnybody.Should().BeFalse();
            (await _chancery.Desks.DueWork.RunAsync()).InvitationsTold.Should().Be(0);
            await ReplayAsync();
        }

        private async Task TakeAsync(Step step)
        {
            switch (step)
            {
                case Register r:
                    await _chancery.RegisterAsync(Person(r.Who), Mode(r.Online), From(r.From), r.From == 2 ? null : r.East ? "east" : "west", r.From == 2 ? ParticipantRole.Speaker : ParticipantRole.Participant);
                    break;
                case Cancel c when await ActiveAsync(c.Who) is { } active:
                    await _chancery.CancelAsync(active.Id);
                    break;
                case Switch s when await ActiveAsync(s.Who) is { } active:
                    await Desk.SwitchAsync(Chancery.Code, active.Id, new(Mode(s.Online)) { Sitting = active.Sitting is null ? null : s.East ? "east" : "west" }, Chancery.Officer);
                    break;
                case Substitute s when await ActiveAsync(s.Who) is { } active:
                    await Desk.SubstituteAsync(Chancery.Code, active.Id, new(Person(s.Other), "reposted"), Chancery.Officer);
                    break;
                case Postpone p:
                    await _chancery.Desks.Planning.PostponeAsync(Chancery.Code, p.Agenda < 0 ? null : s_agendas[p.Agenda], Chancery.Officer);
                    break;
                case Retitle t:
                    Workshop current = (await _chancery.Desks.Planning.FindAsync(Chancery.Code))!;
                    await _chancery.Desks.Planning.ReviseAsync(current.Plan with { Title = new("", $"Title {t.Title}") }, Chancery.Officer);
                    break;
                case SetLink l:
                    PersonId? whose = l.Who < 0 ? null : Person(l.Who);
                    string? sitting = l.Sitting switch { 0 => null, 1 => "east", _ => "west" };
                    await _chancery.Invitations.SetJoinLinkAsync(Chancery.Code, l.Link == 0 ? null : new Uri(Link(l.Link)), Chancery.Officer, sitting, whose);
                    if (l.Link == 0)
                    {
                        _links.Remove((whose, sitting));
                    }
                    else
                    {
                        _links[(whose, sitting)] = Link(l.Link);
                    }

                    break;
                case Erase e:
                    await _chancery.Desks.People.EraseAsync(Person(e.Who), Chancery.Officer);
                    _erased.Add(Person(e.Who));
                    break;
                case Mission { Invited: true } m:
                    await _chancery.Invitations.InviteInstitutionAsync(Chancery.Code, From(m.Which), Chancery.Officer);
                    _missions.Add(From(m.Which));
                    break;
                case Mission m:
                    await _chancery.Invitations.UninviteInstitutionAsync(Chancery.Code, From(m.Which), Chancery.Officer);
                    _missions.Remove(From(m.Which));
                    break;
                case Round:
                    await _chancery.InviteAsync();
                    break;
                case Due d:
                    _chancery.Clock.AdvanceHours(d.Hours);
                    await _chancery.Invitations.OpenAsync(Chancery.Code, null, Chancery.Officer);
                    (await _chancery.Desks.DueWork.RunAsync()).Refused.Should().BeEmpty();
                    (await _chancery.Desks.DueWork.RunAsync()).Should().BeEquivalentTo(new DueWorkReport(0, 0));
                    break;
                default:
                    break;
            }
        }

        /// <summary>Every notice is fetched and sent to its mailbox, whose calendar does as RFC 5546 says.</summary>
        private async Task HearAsync()
        {
            foreach (Notice notice in (await _chancery.HeardAsync()).Where(n => n.Kind != "notice.reminder"))
            {
                string uid = notice.Arguments["uid"];
                int sequence = int.Parse(notice.Arguments["sequence"], System.Globalization.CultureInfo.InvariantCulture);
                if (await _chancery.Invitations.MessageAsync(Chancery.Code, InvitationUid.Parse(uid), sequence) is not { } written)
                {
                    _erased.Should().Contain(notice.Recipient, "only of whoever was erased since there is no message");
                    continue;
                }

                string file = Chancery.Text(written);
                string recipient = notice.Recipient == default ? notice.Institution : notice.Recipient.ToString();
                (_owners.TryAdd(uid, recipient) || _owners[uid] == recipient).Should().BeTrue("a UID is one invitee's");
                file.Should().Contain($"UID:{uid}\r\n").And.Contain(FormattableString.Invariant($"SEQUENCE:{sequence}\r\n"));
                if (notice.Kind == "notice.session-moved" && _calendars.TryGetValue((recipient, uid), out var stands) && stands.Sequence == sequence)
                {
                    // Other local times of the same entry, as after a registration from another mission: the message is the one that was sent before.
                    ShownIn(file).Should().Be(stands.Shown);
                    continue;
                }

                sequence.Should().BeGreaterThan(_sequences.GetValueOrDefault(uid, -1), "SEQUENCE grows with every message");
                _sequences[uid] = sequence;
                _calendars[(recipient, uid)] = (sequence, file.Contains("METHOD:CANCEL", StringComparison.Ordinal) ? null : ShownIn(file));
            }
        }

        private async Task JudgeAsync()
        {
            Workshop workshop = (await _chancery.Desks.Planning.FindAsync(Chancery.Code))!;
            var expected = new List<(string Recipient, Shown Shown)>();
            if (workshop.Status == WorkshopStatus.Published)
            {
                foreach (Registration r in (await Desk.ListAsync(Chancery.Code)).Where(r => r.Status == RegistrationStatus.Confirmed && !_erased.Contains(r.Person)))
                {
                    expected.AddRange(EntriesFor(workshop, r.Sitting).Select(e => (r.Person.ToString(), new Shown(
                        e.Start, workshop.Title.English, r.Mode == DeliveryMode.InPerson ? "Hall A\\, Phnom Penh" : "online", r.Mode == DeliveryMode.Online ? LinkFor(r.Person, r.Sitting ?? e.Sitting) : null))));
                }

                expected.AddRange(_missions.SelectMany(m => EntriesFor(workshop, null).Select(e => (m.ToString(), new Shown(e.Start, workshop.Title.English, "Hall A\\, Phnom Penh", null)))));
            }

            _calendars.Where(c => c.Value.Shown is not null && !_erased.Any(e => e.ToString() == c.Key.Recipient)).Select(c => (c.Key.Recipient, c.Value.Shown!))
                .Should().BeEquivalentTo(expected, "calendars show what the book says");
        }

        /// <summary>A new process reads the same from the journal.</summary>
        private async Task ReplayAsync() =>
            (await new TrainingDesks(_chancery.Ports).Invitations.EntriesAsync(Chancery.Code)).Should().BeEquivalentTo(await _chancery.Invitations.EntriesAsync(Chancery.Code), o => o.WithStrictOrdering());

        private static IEnumerable<(string Start, string? Sitting)> EntriesFor(Workshop workshop, string? sitting) =>
            from session in workshop.Agenda.Sessions
            let held = ((Session)session.Item).Sitting
            where sitting is null || held is null || held == sitting
            group session.Item.Start by (session.Item.Start.Date, sitting is null ? held : null) into day
            select (LocalDateTimePattern(day.Min()), day.Key.Item2);

        private static string LocalDateTimePattern(LocalDateTime time) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Format(time);

        private static Shown ShownIn(string file) => new(
            StartLine().Match(file).Groups[1].Value, SummaryLine().Match(file).Groups[1].Value,
            LocationLine().Match(file) is { Success: true } place ? place.Groups[1].Value : null,
            AnyLink().Match(file) is { Success: true } link ? link.Value : null);

        private string? LinkFor(PersonId person, string? sitting) =>
            ((PersonId?, string?)[])[(person, sitting), (person, null), (null, sitting), (null, null)] is var keys && keys.Where(_links.ContainsKey).ToArray() is [var first, ..] ? _links[first] : null;

        private async Task<Registration?> ActiveAsync(int who) => (await Desk.ListAsync(Chancery.Code)).FirstOrDefault(r => r.Person == Person(who) && r.IsActive);

        private PersonId Person(int who) => _people[who % _people.Count];

        private static DeliveryMode Mode(bool online) => online ? DeliveryMode.Online : DeliveryMode.InPerson;

        private static InstitutionCode From(int which) => which switch { 0 => Chancery.Ministry, 1 => Chancery.Washington, _ => Chancery.Paris };

        private static string Link(int number) => FormattableString.Invariant($"https://call.example/link-{number}");

        [GeneratedRegex("DTSTART;TZID=Asia/Phnom_Penh:(\\S+)\r\n")]
        private static partial Regex StartLine();

        [GeneratedRegex("SUMMARY[^:]*:(.*)\r\n")]
        private static partial Regex SummaryLine();

        [GeneratedRegex("LOCATION[^:]*:(.*)\r\n")]
        private static partial Regex LocationLine();

        [GeneratedRegex("https://call\\.example/link-\\d")]
        private static partial Regex AnyLink();
    }
}
