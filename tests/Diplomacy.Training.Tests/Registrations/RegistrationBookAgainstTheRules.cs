using CsCheck;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>
/// Random sequences of all verbs, judged after every step by <see cref="BruteForceBook"/>. A failure prints its sequence as it can be pasted into <see cref="A_sequence_that_failed_once_stays_right"/>.
/// CsCheck_Iter=10000 in the environment searches for longer.
/// </summary>
public sealed class RegistrationBookAgainstTheRules
{
    [Fact]
    public void After_every_step_the_book_stands_as_the_rules_say() =>
        Gen.Select(Step.Plans.Array[4], Step.Any.Array[0, 250])
            .Sample((plans, steps) => new RegistrationBookRun(plans).All(steps), print: t => Printed(t.Item1, t.Item2));

    [Fact]
    public void After_thousands_of_steps_too() =>
        Gen.Select(Step.Plans.Array[4], Step.Lasting.Array[2000, 3000])
            .Sample((plans, steps) => new RegistrationBookRun(plans).All(steps), iter: Math.Max(2, Check.Iter / 50), print: t => Printed(t.Item1, t.Item2));

    [Fact]
    public void A_sequence_that_failed_once_stays_right() =>
        new RegistrationBookRun([
            new(0, 2, false, null, null, null, null, null, null, null, null, null, null, false, ApprovalPolicy.None, null, 0)]).All([
            new(Do.Pass, 90), new(Do.Register, 1, 0, 0, 1), new(Do.Settle)]);

    private static string Printed(BruteForceBook.Plan[] plans, Step[] steps) =>
        $"new RegistrationBookRun([\n    {string.Join(",\n    ", plans.Select(p => p.ToString()))}]).All([\n    {string.Join(",\n    ", steps.Select(s => s.ToString()))}]);";
}
