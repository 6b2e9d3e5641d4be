namespace Diplomacy.Training;

/// <summary>What a calendar of holidays says of a day.</summary>
public enum DayKind
{
    /// <summary>A day like any other of its weekday; also a weekend, which is a matter of <see cref="WorkingTime"/>.</summary>
    Working,

    /// <summary>Nobody works.</summary>
    Holiday,

    /// <summary>Work ends early.</summary>
    HalfDay,

    /// <summary>A day of rest on which work is made up for, as on some Saturdays in China.</summary>
    MakeUpWorkday,

    /// <summary>The calendar does not know. Never to be read as "no holiday".</summary>
    Unknown,
}

/// <summary>What a calendar of holidays says of a day, and how surely.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record DayStatus
{
    private DayStatus(DayKind kind, LocalizedText? name = null, bool isTentative = false, LocalTime? openUntil = null) =>
        (Kind, Name, IsTentative, OpenUntil) = (kind, name, isTentative, openUntil);

    /// <summary>A day like any other of its weekday.</summary>
    public static DayStatus Working { get; } = new(DayKind.Working);

    /// <summary>The calendar does not know.</summary>
    public static DayStatus Unknown { get; } = new(DayKind.Unknown);

    /// <summary>What the day is.</summary>
    public DayKind Kind { get; }

    /// <summary>The name of the holiday, where it has one.</summary>
    public LocalizedText? Name { get; }

    /// <summary>Whether this may still turn out otherwise: a feast that depends on a sighting of the moon, a decree not yet out, a half day for which another calendar knows nothing.</summary>
    public bool IsTentative { get; }

    /// <summary>When work ends on a half day, by the clocks of the place; null on other days.</summary>
    public LocalTime? OpenUntil { get; }

    /// <summary>A holiday.</summary>
    /// <param name="name">Its name; null where it has none.</param>
    /// <param name="isTentative">Whether it may still move.</param>
    public static DayStatus Holiday(LocalizedText? name = null, bool isTentative = false) => new(DayKind.Holiday, name, isTentative);

    /// <summary>A half day: the working hours of the day end at a time.</summary>
    /// <param name="openUntil">When work ends, in whole minutes; after midnight.</param>
    /// <param name="name">Its name; null where it has none.</param>
    /// <param name="isTentative">Whether it may still change.</param>
    /// <exception cref="ArgumentException">The time is midnight, which would be a holiday, or is not in whole minutes.</exception>
    public static DayStatus HalfDay(LocalTime openUntil, LocalizedText? name = null, bool isTentative = false) =>
        openUntil.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 && openUntil != LocalTime.Midnight
            ? new(DayKind.HalfDay, name, isTentative, openUntil)
            : throw new ArgumentException("A half day ends at a whole minute after midnight.", nameof(openUntil));

    /// <summary>A day of rest on which work is made up for.</summary>
    /// <param name="name">Its name; null where it has none.</param>
    /// <param name="isTentative">Whether it may still change.</param>
    public static DayStatus MakeUpWorkday(LocalizedText? name = null, bool isTentative = false) => new(DayKind.MakeUpWorkday, name, isTentative);

    /// <summary>
    /// What holds where several calendars count: of what is known the gravest (holiday, the earlier half day, make-up workday, working day). Where one does not know,
    /// a working day is <see cref="Unknown"/>, a half day and a make-up workday are tentative, and a holiday stays one. Of two that weigh the same the earlier is told.
    /// </summary>
    /// <param name="all">What is said of one day; <see cref="Working"/> where nothing is.</param>
    public static DayStatus Together(params ReadOnlySpan<DayStatus> all)
    {
        DayStatus gravest = Working;
        bool unknown = false;
        foreach (DayStatus one in all)
        {
            ArgumentNullException.ThrowIfNull(one, nameof(all));
            unknown |= one.Kind == DayKind.Unknown;
            gravest = Weight(one) > Weight(gravest) || (one.Kind == DayKind.HalfDay && gravest.Kind == DayKind.HalfDay && one.OpenUntil < gravest.OpenUntil) ? one : gravest;
        }

        return !unknown || gravest.Kind == DayKind.Holiday ? gravest
            : gravest.Kind == DayKind.Working ? Unknown
            : new(gravest.Kind, gravest.Name, true, gravest.OpenUntil);
    }

    /// <summary>A certain holiday outweighs a tentative one; otherwise the kind decides.</summary>
    private static int Weight(DayStatus status) => status.Kind switch
    {
        DayKind.Holiday => status.IsTentative ? 3 : 4,
        DayKind.HalfDay => 2,
        DayKind.MakeUpWorkday => 1,
        _ => 0,
    };
}
