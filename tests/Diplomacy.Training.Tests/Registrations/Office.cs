using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Testing;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>All desks over a store, with a ministry, two embassies and one published workshop; the clock stands still until a test moves it.</summary>
internal sealed class Office
{
    private Office(TrainingPorts ports)
    {
        Ports = ports with { Clock = Clock, Permissions = Rights };
        Desks = new(Ports);
    }

    internal TrainingPorts Ports { get; }

    internal TrainingDesks Desks { get; }

    internal FakeClock Clock { get; } = new(Registrar.Start - Duration.FromDays(30));

    internal Rights Rights { get; } = new();

    internal RegistrationDesk Registrations => Desks.Registrations;

    internal static async Task<Office> OpenAsync(SeatPlan seats, RegistrationWindow? window = null, TrainingPorts? ports = null, Func<WorkshopPlan, WorkshopPlan>? plan = null, AdmissionPolicy? admission = null)
    {
        var office = new Office(ports ?? TrainingPorts.InMemory());
        await office.Desks.Institutions.AddAllAsync(
            [Institution(Registrar.Ministry, "Asia/Phnom_Penh"), Institution(Registrar.Washington, "America/New_York"), Institution(Registrar.Paris, "Europe/Paris")],
            Registrar.Officer);
        WorkshopPlan planned = Registrar.Plan(seats, window) with { Admission = admission ?? new() };
        await office.Desks.Planning.PlanAsync(plan?.Invoke(planned) ?? planned, Registrar.Officer);
        return office;
    }

    internal async Task<PersonId> PersonAsync(string given = "Sophea", string family = "CHAN", string? email = null, Language language = default) =>
        await Desks.People.AddAsync(new Person(new PersonName(family, given), email) { Language = language }, Registrar.Officer);

    internal async Task<PersonId[]> PeopleAsync(int count) =>
        [.. await Desks.People.AddAllAsync([.. Enumerable.Range(0, count).Select(i => new Person(new PersonName("CHAN", $"Sophea {i}")))], Registrar.Officer)];

    internal static RegistrationRequest Request(PersonId person, DeliveryMode mode = DeliveryMode.Online, InstitutionCode? from = null) =>
        new(Registrar.Code, person, from ?? Registrar.Ministry, mode);

    internal async Task<RegistrationOutcome> RegisterAsync(PersonId person, DeliveryMode mode = DeliveryMode.Online, InstitutionCode? from = null, CommandId? command = null) =>
        await Registrations.RegisterAsync(Request(person, mode, from), Registrar.Officer, command);

    internal async Task<CancellationOutcome> CancelAsync(RegistrationOutcome registered, CommandId? command = null) =>
        await Registrations.CancelAsync(Registrar.Code, registered.Registration, "illness", Registrar.Officer, command);

    internal async Task<IReadOnlyList<JournalEntry>> BookAsync() => await Ports.Journal.ReadAsync(RegistrationBook.StreamOf(Registrar.Code));

    internal async Task<Notice[]> NoticesAsync() => [.. (await Ports.Outbox.PendingAsync(int.MaxValue)).Select(n => n.Notice)];

    /// <summary>The book as a new process would load it: from the journal alone.</summary>
    internal async Task<RegistrationBook> ReplayAsync()
    {
        RegistrationBook book = RegistrationBook.Begin(RegistrationBook.StreamOf(Registrar.Code));
        book.Apply((await BookAsync()).Select(e => e.Event));
        return book;
    }

    /// <summary>All that an outcome tells, as text: two outcomes are the same when they tell the same.</summary>
    internal static string Told(RegistrationOutcome outcome) => outcome switch
    {
        RegistrationOutcome.Confirmed c => $"{c.Registration} confirmed {c.Mode} {string.Join(", ", c.OverriddenLimits)}",
        RegistrationOutcome.Waiting w => $"{w.Registration} waiting {w.Position} {string.Join(", ", w.BindingLimits)}",
        RegistrationOutcome.Declined d => $"{d.Registration} declined {string.Join(", ", d.BindingLimits)}",
        RegistrationOutcome.AwaitingApproval a => $"{a.Registration} awaits approval {a.KeepsSeat} {string.Join(", ", a.BindingLimits)}",
        _ => throw new ArgumentException("No such outcome.", nameof(outcome)),
    };

    /// <inheritdoc cref="Told(RegistrationOutcome)"/>
    internal static string Told(CancellationOutcome outcome) => $"{outcome.Registration} {outcome.WasActive} {string.Join(", ", outcome.Promoted)}";

    /// <inheritdoc cref="Told(RegistrationOutcome)"/>
    internal static string Told(SwitchOutcome outcome) => outcome switch
    {
        SwitchOutcome.Switched s => $"{s.Registration} switched {s.Mode} {s.Sitting} {string.Join(", ", s.OverriddenLimits)} {string.Join(", ", s.Promoted)}",
        SwitchOutcome.Waiting w => $"{w.Registration} waiting {w.Mode} {w.Sitting} {w.Position} {w.KeepsSeat} {string.Join(", ", w.BindingLimits)}",
        SwitchOutcome.Declined d => $"{d.Registration} declined {string.Join(", ", d.BindingLimits)}",
        _ => throw new ArgumentException("No such outcome.", nameof(outcome)),
    };

    /// <inheritdoc cref="Told(RegistrationOutcome)"/>
    internal static string Told(SubstitutionOutcome outcome) => $"{outcome.Registration} {outcome.Replacement} {outcome.Status} {string.Join(", ", outcome.Promoted)}";

    internal static async Task<string[]> RefusalOf(Func<Task> verb) =>
        [.. (await FluentActions.Awaiting(verb).Should().ThrowAsync<TrainingRuleException>()).Which.Rules.Select(r => r.Code)];

    private static Institution Institution(InstitutionCode code, string zone) =>
        new(code, new LocalizedText("", "Institution " + code), Registrar.KindOf(code), "", "", zone);
}

/// <summary>What a host allows: everything until it is withdrawn.</summary>
internal sealed class Rights : IPermissions
{
    private volatile Permission[] _withdrawn = [];

    public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default) => new(!_withdrawn.Contains(request.Permission));

    internal void Withdraw(Permission permission) => _withdrawn = [.. _withdrawn, permission];
}
