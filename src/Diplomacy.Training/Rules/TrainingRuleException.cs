namespace Diplomacy.Training;

/// <summary>
/// A verb was refused because a rule of the domain does not hold. Nothing was changed.
/// What can be foreseen (a full house, a place in a queue) is a return value instead.
/// </summary>
public sealed class TrainingRuleException : Exception
{
    /// <summary>Refuses for one rule.</summary>
    /// <param name="rule">The rule that does not hold.</param>
    public TrainingRuleException(TrainingRule rule)
        : this([rule ?? throw new ArgumentNullException(nameof(rule))])
    {
    }

    /// <summary>Refuses for every rule that does not hold.</summary>
    /// <param name="rules">At least one rule; the first gives <see cref="Rule"/>.</param>
    public TrainingRuleException(IReadOnlyList<TrainingRule> rules)
        : base(Describe(rules)) => Rules = rules;

    /// <summary>The first rule that does not hold.</summary>
    public TrainingRule Rule => Rules[0];

    /// <summary>Every rule that does not hold, in the order in which they were checked.</summary>
    public IReadOnlyList<TrainingRule> Rules { get; }

    internal static void ThrowIfAny(IReadOnlyList<TrainingRule> unmet)
    {
        if (unmet.Count > 0)
        {
            throw new TrainingRuleException(unmet);
        }
    }

    private static string Describe(IReadOnlyList<TrainingRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Count > 0
            ? string.Join(" ", rules)
            : throw new ArgumentException("A refusal names at least one rule.", nameof(rules));
    }
}
