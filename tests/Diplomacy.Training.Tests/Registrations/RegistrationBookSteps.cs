using CsCheck;
using static Diplomacy.Training.Tests.Registrations.BruteForceBook;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>What can be done to a book in a random sequence.</summary>
internal enum Do
{
    /// <summary>A: person, B: place and role, C: institution, D: groups, priority and override.</summary>
    Register,

    /// <summary>A: which registration, of those made so far. B: by whom.</summary>
    Cancel,

    /// <summary>A: which registration. B: overriding when 0.</summary>
    Approve,

    /// <summary>A: which registration.</summary>
    Reject,

    /// <summary>A: which registration.</summary>
    Accept,

    /// <summary>A: which registration.</summary>
    Decline,

    /// <summary>A: which registration. B: where to. C: by whom. D: overriding when 0.</summary>
    Switch,

    /// <summary>A: which registration. B: the new person. C: by whom. D: groups, and overriding when 0.</summary>
    Substitute,

    /// <summary>A: which registration. B: overriding when 0.</summary>
    Restore,

    /// <summary>A: which registration. B: the priority.</summary>
    Prioritise,

    /// <summary>A: the first of some people. B: how many; taken back when odd.</summary>
    Invite,

    Settle,

    /// <summary>A: minutes.</summary>
    Pass,

    /// <summary>A: which of the sequence's plans comes into force.</summary>
    Revise,

    /// <summary>A: hours by which the promotion cut-off is put off.</summary>
    Extend,

    /// <summary>Without a time when it had one, else to a week from now.</summary>
    Postpone,

    /// <summary>A: who.</summary>
    Erase,

    /// <summary>A: who turned out to be B.</summary>
    Merge,

    /// <summary>The workshop is cancelled, or held when it is over.</summary>
    End,
}

/// <summary>One step of a random sequence, written as it can be pasted into a test.</summary>
internal sealed record Step(Do Do, int A = 0, int B = 0, int C = 0, int D = 0)
{
    internal const int People = 40;

    private static readonly Gen<Step> s_passing = Gen.Int[1, 600].Select(a => new Step(Do.Pass, a));

    private static readonly Gen<Step> s_lasting = Gen.Frequency(
        (300, Of(Do.Register, People, 40, 5, 200)), (80, Of(Do.Cancel, 9999, 3)), (50, Of(Do.Approve, 9999, 8)), (20, Of(Do.Reject, 9999)), (50, Of(Do.Accept, 9999)),
        (20, Of(Do.Decline, 9999)), (130, Of(Do.Switch, 9999, 8, 3, 12)), (70, Of(Do.Substitute, 9999, People, 3, 24)), (50, Of(Do.Restore, 9999, 8)),
        (30, Of(Do.Prioritise, 9999, 5)), (20, Of(Do.Invite, People, 8)), (40, Of(Do.Settle)), (60, s_passing), (35, Of(Do.Revise, 4)), (20, Of(Do.Extend, 40)),
        (20, Of(Do.Postpone, 3)), (3, Of(Do.Erase, People)), (5, Of(Do.Merge, People, People)));

    /// <summary>Steps after which a workshop may be over.</summary>
    internal static Gen<Step> Any { get; } = Gen.Frequency((995, s_lasting), (2, Of(Do.End)));

    /// <summary>Steps that go on for ever.</summary>
    internal static Gen<Step> Lasting => s_lasting;

    internal static Gen<Plan> Plans { get; } =
        from modes in Gen.Select(Perhaps(5, 8), Perhaps(5, 8), Gen.Int[0, 3], Gen.Int[0, 9])
        from sittings in Gen.Select(Perhaps(3, 6), Gen.Int[0, 3], Perhaps(4, 4))
        from quotas in Gen.Select(Perhaps(3, 3), Perhaps(2, 3), Perhaps(3, 3), Perhaps(3, 3))
        from rest in Gen.Select(Perhaps(8, 4), Perhaps(7, 3), Perhaps(6, 5))
        from admission in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Perhaps(50, 2), Gen.Int[0, 6])
        select Held(new Plan(
            modes.Item1, modes.Item1 is null ? modes.Item2 ?? 3 : modes.Item2, modes.Item3 == 0, sittings.Item1, sittings.Item2, sittings.Item3,
            quotas.Item1, quotas.Item2, quotas.Item3, quotas.Item4, rest.Item1, rest.Item2, rest.Item3,
            admission.Item1 == 0, (ApprovalPolicy)Math.Max(0, admission.Item2 - 3), admission.Item3 + 1, admission.Item4));

    public override string ToString() => FormattableString.Invariant($"new(Do.{Do}, {A}, {B}, {C}, {D})");

    private static Gen<Step> Of(Do what, int a = 0, int b = 0, int c = 0, int d = 0) =>
        Gen.Select(Gen.Int[0, Math.Max(0, a - 1)], Gen.Int[0, Math.Max(0, b - 1)], Gen.Int[0, Math.Max(0, c - 1)], Gen.Int[0, Math.Max(0, d - 1)])
            .Select(n => new Step(what, n.Item1, n.Item2, n.Item3, n.Item4));

    /// <summary>A number up to the most, or none in one of so many cases.</summary>
    private static Gen<int?> Perhaps(int most, int oneIn) => Gen.Select(Gen.Int[0, most], Gen.Int[1, oneIn]).Select(n => n.Item2 == 1 ? (int?)null : n.Item1);

    /// <summary>Sittings in such modes as the workshop is held in, each in one at least.</summary>
    private static Plan Held(Plan plan) => plan with
    {
        EastInPerson = plan.InPerson is null ? null : plan.Online is null ? plan.EastInPerson ?? 2 : plan.EastInPerson,
        WestInPerson = plan.InPerson is null ? null : plan.WestInPerson,
        SittingOnline = plan.Online is null ? null : plan.InPerson is null || plan.EastInPerson is null ? plan.SittingOnline ?? 2 : plan.SittingOnline,
    };
}
