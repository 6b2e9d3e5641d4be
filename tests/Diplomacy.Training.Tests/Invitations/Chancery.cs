using System.Text;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Registrations;
using NodaTime;
using NodaTime.Testing;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>A ministry with a mailbox, two embassies and one published workshop of one session; what is invited and what leaves is looked at from outside.</summary>
internal sealed class Chancery
{
    internal static readonly InstitutionCode Ministry = InstitutionCode.Parse("MFAIC");
    internal static readonly InstitutionCode Washington = InstitutionCode.Parse("US-WAS-EMB");
    internal static readonly InstitutionCode Paris = InstitutionCode.Parse("FR-PAR-EMB");
    internal static readonly WorkshopId Code = WorkshopId.Parse("DD-2026");
    internal static readonly Actor Officer = Actor.Official("staff:1042");
    internal static readonly Uri Link = new("https://call.example/j/123?pwd=abc");
    private int _people;

    private Chancery(TrainingPorts ports, IDateTimeZoneProvider? zones)
    {
        Ports = ports with { Clock = Clock, Permissions = Rights, Zones = zones ?? ports.Zones };
        Desks = new(Ports);
    }

    internal TrainingPorts Ports { get; }

    internal TrainingDesks Desks { get; }

    /// <summary>Monday 5 October 2026, 10:00 in Phnom Penh.</summary>
    internal FakeClock Clock { get; } = new(Instant.FromUtc(2026, 10, 5, 3, 0));

    internal Rights Rights { get; } = new();

    internal InvitationDesk Invitations => Desks.Invitations;

    internal static Agenda AgendaOn(int day, int hour = 19, params string[] further) => Agenda.Strictly(
        "Asia/Phnom_Penh", [Session("opening", day, hour), .. further.Select((code, i) => Session(code, day + i + 1, hour))]);

    internal static Session Session(string code, int day, int hour, string? sitting = null) =>
        new(code, new LocalDateTime(2026, 10, 1, hour, 0).PlusDays(day - 1), Duration.FromMinutes(90)) { Sitting = sitting };

    internal static WorkshopPlan Plan(Agenda? agenda = null) => new(Code, Ministry)
    {
        Title = new("ការទូតឌីជីថល", "Digital Diplomacy"), Agenda = agenda ?? AgendaOn(29), Seats = SeatPlan.Hybrid(20, 50), Venue = new("ភ្នំពេញ", "Hall A, Phnom Penh"),
    };

    internal static async Task<Chancery> OpenAsync(
        Agenda? agenda = null, Func<WorkshopPlan, WorkshopPlan>? plan = null, string? mailbox = "training@mfaic.example", TrainingPorts? ports = null, IDateTimeZoneProvider? zones = null)
    {
        var chancery = new Chancery(ports ?? TrainingPorts.InMemory(), zones);
        await chancery.Desks.Institutions.AddAllAsync(
            [
                Institution(Ministry, InstitutionKind.Ministry, "Asia/Phnom_Penh", mailbox),
                Institution(Washington, InstitutionKind.Embassy, "America/New_York", "embassy@was.example"),
                Institution(Paris, InstitutionKind.Embassy, "Europe/Paris", null),
            ],
            Officer);
        WorkshopPlan planned = Plan(agenda);
        await chancery.Desks.Planning.PlanAsync(plan?.Invoke(planned) ?? planned, Officer);
        return chancery;
    }

    internal async Task<PersonId> PersonAsync(string? email = "", Language language = default) => await Desks.People.AddAsync(
        new Person(new PersonName("CHAN", FormattableString.Invariant($"Sophea{++_people}")).WithNative("km", "ចាន់", "សុភា"), email == "" ? FormattableString.Invariant($"p{_people}@people.example") : email) { Language = language },
        Officer);

    internal async Task<RegistrationId> RegisterAsync(
        PersonId person, DeliveryMode mode = DeliveryMode.Online, InstitutionCode? from = null, string? sitting = null, ParticipantRole role = ParticipantRole.Participant) =>
        (await Desks.Registrations.RegisterAsync(new RegistrationRequest(Code, person, from ?? Washington, mode) { Sitting = sitting, Role = role }, Officer)).Registration;

    /// <summary>Somebody with a seat.</summary>
    internal async Task<(PersonId Person, RegistrationId Registration)> ParticipantAsync(
        DeliveryMode mode = DeliveryMode.Online, InstitutionCode? from = null, string? sitting = null, ParticipantRole role = ParticipantRole.Participant, Language language = default)
    {
        PersonId person = await PersonAsync(language: language);
        return (person, await RegisterAsync(person, mode, from, sitting, role));
    }

    internal async Task CancelAsync(RegistrationId registration) => await Desks.Registrations.CancelAsync(Code, registration, "illness", Officer);

    internal ValueTask<InvitationReport> InviteAsync(CommandId? command = null) => Invitations.InviteAsync(Code, Officer, command);

    internal async Task<InvitationEntry> EntryAsync(PersonId person) => (await Invitations.EntriesOfAsync(Code, Invitee.Of(person))).Should().ContainSingle().Which;

    /// <summary>The last message to somebody with one entry, unfolded.</summary>
    internal async Task<string> FileAsync(PersonId person) => Text((await Invitations.MessagesAsync(Code, Invitee.Of(person))).Should().ContainSingle().Which);

    internal static string Text(WrittenInvitation written) =>
        Encoding.UTF8.GetString([.. written.Part.Bytes]).Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal);

    /// <summary>The notices that wait, without those of registrations; they are acknowledged.</summary>
    internal async Task<Notice[]> HeardAsync()
    {
        IReadOnlyList<PendingNotice> pending = await Ports.Outbox.PendingAsync(int.MaxValue);
        foreach (PendingNotice notice in pending)
        {
            await Ports.Outbox.AcknowledgeAsync(notice.Number);
        }

        return [.. pending.Select(n => n.Notice).Where(n => n.Arguments.ContainsKey("uid"))];
    }

    internal async Task<IReadOnlyList<JournalEntry>> LedgerAsync() => await Ports.Journal.ReadAsync(InvitationLedger.StreamOf(Code));

    internal async Task<string[]> RefusalOf(Func<Task> verb)
    {
        int before = (await LedgerAsync()).Count;
        TrainingRuleException refusal = (await FluentActions.Awaiting(verb).Should().ThrowAsync<TrainingRuleException>()).Which;
        (await LedgerAsync()).Should().HaveCount(before, "a refusal leaves everything as it was");
        return [.. refusal.Rules.Select(r => r.Code)];
    }

    private static Institution Institution(InstitutionCode code, InstitutionKind kind, string zone, string? mailbox) =>
        new(code, new LocalizedText("ស្ថាប័ន", "Institution " + code), kind, "", "", zone) { Email = mailbox };
}
