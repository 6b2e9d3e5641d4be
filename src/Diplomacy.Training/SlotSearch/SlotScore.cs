namespace Diplomacy.Training;

/// <summary>What a start time asks of everybody, in figures; less is better in all of them.</summary>
/// <remarks>Immutable; <c>default</c> asks nothing of anybody. A quarter of an hour is judged in its middle. Institutions without people count nowhere.</remarks>
/// <param name="HeadsAtNight">People whose session touches the night, 22:00 to 06:00 of their clocks, outside working hours.</param>
/// <param name="HeadsOnRestDays">People whose session touches the daytime of a rest day or holiday.</param>
/// <param name="Burden">The costs of all quarters of an hour, each times the people who bear it.</param>
/// <param name="ClockChanges">Institutions whose clocks change near the start.</param>
/// <param name="HeadsOutsideHours">People whose session is not wholly in their working hours.</param>
/// <param name="WorstCost">The cost of one person of the institution that bears most.</param>
public readonly record struct SlotScore(int HeadsAtNight, int HeadsOnRestDays, int Burden, int ClockChanges, int HeadsOutsideHours, int WorstCost)
{
    /// <summary>The figure of a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such criterion.</exception>
    public int Of(SlotCriterion criterion) => criterion switch
    {
        SlotCriterion.HeadsAtNight => HeadsAtNight,
        SlotCriterion.HeadsOnRestDays => HeadsOnRestDays,
        SlotCriterion.Burden => Burden,
        SlotCriterion.ClockChanges => ClockChanges,
        SlotCriterion.HeadsOutsideHours => HeadsOutsideHours,
        SlotCriterion.WorstInstitution => WorstCost,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), "No such criterion is known."),
    };
}
