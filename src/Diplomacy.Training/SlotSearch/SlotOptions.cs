using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>How start times are searched and ranked. <c>new()</c> is valid.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SlotOptions
{
    /// <summary>The order of criteria that <see cref="Order"/> has by default.</summary>
    public static ImmutableArray<SlotCriterion> DefaultOrder { get; } =
        [SlotCriterion.HeadsAtNight, SlotCriterion.HeadsOnRestDays, SlotCriterion.Burden, SlotCriterion.ClockChanges];

    /// <summary>What a quarter of an hour costs a person; each 0 to 100.</summary>
    /// <value>0 in hours, 1 and 2 near them, 4 early or late, 6 on a rest day, 8 at night.</value>
    public SlotCosts Costs { get; init; } = new();

    /// <summary>The criteria, the weightiest first: a later one decides only between starts that are equal by all before it. Between starts equal by all, the earlier one is better.</summary>
    /// <value><see cref="DefaultOrder"/>: people at night, people on rest days, burden, clock changes.</value>
    public ImmutableArray<SlotCriterion> Order { get; init; } = DefaultOrder;

    /// <summary>Between which hours of its own clocks the host holds sessions. Not its working hours: a session for missions far away is often held in the evening.</summary>
    /// <value>06:00 to 22:00</value>
    public WorkingInterval HostHours { get; init; } = WorkingInterval.Parse("06:00-22:00");

    /// <summary>Whether the host also holds sessions on its rest days and holidays.</summary>
    /// <value>false</value>
    public bool HostOnRestDays { get; init; }

    /// <summary>Within how many days before or after the start a change of an institution's clocks counts; 0 to 31, 0 for none.</summary>
    /// <value>7</value>
    public int ClockChangeDays { get; init; } = 7;

    /// <summary>How many of the best starts are told; at least 1.</summary>
    /// <value>10</value>
    public int Take { get; init; } = 10;

    /// <summary>How far apart the starts of the first and the last of several sittings may lie; null for anywhere in the range.</summary>
    /// <value>48 hours</value>
    public Duration? SittingsWithin { get; init; } = Duration.FromHours(48);

    /// <summary>Every fault of these settings, in words for a developer; empty when they are valid.</summary>
    public IReadOnlyList<string> Validate()
    {
        var faults = new List<string>();
        if (Costs is null || !Costs.IsValid)
        {
            faults.Add("Costs are 0 to 100 each.");
        }

        if (Order.IsDefault || Order.Distinct().Count() != Order.Length || Order.Any(c => !Enum.IsDefined(c)))
        {
            faults.Add("Order names a criterion twice, or one that is not known.");
        }

        if (HostHours == default)
        {
            faults.Add("HostHours is empty.");
        }

        if (ClockChangeDays is < 0 or > 31)
        {
            faults.Add("ClockChangeDays is 0 to 31.");
        }

        if (Take < 1)
        {
            faults.Add("Take is at least 1.");
        }

        if (SittingsWithin is { } within && (within <= Duration.Zero || within > Duration.FromDays(366)))
        {
            faults.Add("SittingsWithin is more than nothing and at most 366 days.");
        }

        return faults;
    }
}
