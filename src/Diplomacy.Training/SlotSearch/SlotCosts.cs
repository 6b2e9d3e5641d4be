namespace Diplomacy.Training;

/// <summary>What a quarter of an hour costs a person, by how it lies to their working time.</summary>
/// <remarks>Immutable; <c>new()</c> has the defaults. The defaults grow faster than the hours do, so that two people an hour outside their work count less than one far outside.</remarks>
public sealed record SlotCosts
{
    /// <summary>Within working hours.</summary>
    /// <value>0</value>
    public int InHours { get; init; }

    /// <summary>At most one hour outside.</summary>
    /// <value>1</value>
    public int WithinAnHour { get; init; } = 1;

    /// <summary>At most two hours outside.</summary>
    /// <value>2</value>
    public int WithinTwoHours { get; init; } = 2;

    /// <summary>More than two hours before work, from 06:00.</summary>
    /// <value>4</value>
    public int Early { get; init; } = 4;

    /// <summary>More than two hours after work, until 22:00.</summary>
    /// <value>4</value>
    public int Evening { get; init; } = 4;

    /// <summary>In the daytime of a rest day or holiday.</summary>
    /// <value>6</value>
    public int RestDay { get; init; } = 6;

    /// <summary>From 22:00 to 06:00.</summary>
    /// <value>8</value>
    public int Night { get; init; } = 8;

    /// <summary>The cost of a quarter of an hour in a band.</summary>
    /// <param name="band">The band.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such band.</exception>
    public int Of(WorkingBand band) => band switch
    {
        WorkingBand.InHours => InHours,
        WorkingBand.WithinAnHour => WithinAnHour,
        WorkingBand.WithinTwoHours => WithinTwoHours,
        WorkingBand.Early => Early,
        WorkingBand.Evening => Evening,
        WorkingBand.RestDay => RestDay,
        WorkingBand.Night => Night,
        _ => throw new ArgumentOutOfRangeException(nameof(band), "No such band is known."),
    };

    internal bool IsValid => Enum.GetValues<WorkingBand>().All(b => Of(b) is >= 0 and <= 100);
}
