namespace Diplomacy.Training.Tests.Registrations;

/// <summary>The verbs after registering, by letter.</summary>
internal sealed partial class Registrar
{
    internal static readonly Actor Participant = Actor.Participant("user:7");
    internal static readonly Actor FocalPoint = Actor.FocalPoint("mission:7");

    internal RegistrationOutcome Enter(string who, RegistrationRequest request)
    {
        RegistrationOutcome outcome = Take(Book.Register(RegistrationId.New(), request, Circumstances));
        _latest[who] = outcome.Registration;
        return outcome;
    }

    internal RegistrationOutcome Approve(string who, string? overriding = null) => Take(Book.Approve(_latest[who], overriding, Circumstances));

    internal CancellationOutcome Reject(string who) => Take(Book.Reject(_latest[who], "no-diplomat", Circumstances));

    internal RegistrationOutcome Accept(string who) => Take(Book.AcceptOffer(_latest[who], Circumstances));

    internal CancellationOutcome Decline(string who) => Take(Book.DeclineOffer(_latest[who], Circumstances));

    internal SwitchOutcome Switch(string who, DeliveryMode mode, string? sitting = null, string? overriding = null, Actor? by = null) =>
        Take(Book.Switch(_latest[who], new(mode) { Sitting = sitting, OverrideReasonCode = overriding }, by ?? Officer, Circumstances));

    internal SubstitutionOutcome Substitute(string who, string by, string groups = "", string? overriding = null, Actor? actor = null)
    {
        SubstitutionOutcome outcome = Take(Book.Substitute(
            _latest[who], RegistrationId.New(), new(Person(by), "duty") { Groups = SeatGroups.Parse(groups), OverrideReasonCode = overriding }, actor ?? Officer, Circumstances));
        _latest[by] = outcome.Replacement;
        return outcome;
    }

    internal RegistrationOutcome Restore(string who, string? overriding = null) => Take(Book.Restore(_latest[who], overriding, Circumstances));

    internal int? Prioritise(string who, int priority) => Take(Book.Prioritise(_latest[who], priority, "delegation", Circumstances));

    internal int Invite(bool invited, params string[] people) => Take(Book.Invite([.. people.Select(Person)], invited, Circumstances));

    internal void Erase(params string[] people) => Erased = Erased.SetItems(people.Select(p => KeyValuePair.Create(Person(p), Now)));

    internal void Merge(string duplicate, string into) => Merged = Merged.SetItem(Person(duplicate), Person(into));

    internal void Admit(AdmissionPolicy admission) => Workshop = Workshop with { Plan = Workshop.Plan with { Admission = admission }, Version = Workshop.Version + 1 };

    internal Registration Of(string who) => Book.All[_latest[who]];

    /// <summary>A refusal leaves everything as it was, asking beforehand too, and both name the same rules.</summary>
    internal IReadOnlyList<string> RefusalOf(Action<Registrar> verb, Func<RegistrationBook, IReadOnlyList<TrainingRule>> check)
    {
        IReadOnlyList<string> refused = RefusalOf(verb);
        string before = Picture(Book);
        check(Book).Select(r => r.Code).Should().Equal(refused);
        Picture(Book).Should().Be(before);
        return refused;
    }
}
