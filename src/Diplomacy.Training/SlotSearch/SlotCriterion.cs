namespace Diplomacy.Training;

/// <summary>By what start times are ranked. Less is better in all of them.</summary>
public enum SlotCriterion
{
    /// <summary>People whose session touches the night, 22:00 to 06:00 of their clocks.</summary>
    HeadsAtNight,

    /// <summary>People whose session touches the daytime of a rest day or holiday.</summary>
    HeadsOnRestDays,

    /// <summary>The costs of all quarters of an hour, each times the people who bear it.</summary>
    Burden,

    /// <summary>Institutions whose clocks change within some days before or after, so that people come an hour early or late.</summary>
    ClockChanges,

    /// <summary>People whose session is not wholly in their working hours.</summary>
    HeadsOutsideHours,

    /// <summary>The cost of the institution that bears most. With missions on every continent it is nearly the same for every start, so it says little when it stands first.</summary>
    WorstInstitution,
}
