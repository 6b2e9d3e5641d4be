using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>A session as one institution's clocks would show it, and what it would ask of its people.</summary>
/// <remarks>Immutable.</remarks>
public sealed record LocalSlot
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal LocalSlot()
    {
    }

    /// <summary>Whose clocks.</summary>
    public Institution Institution { get; internal init; } = null!;

    /// <summary>How many of its people attend.</summary>
    public int Heads { get; internal init; }

    /// <summary>Whether only starts in its working hours count.</summary>
    public bool MustBeInHours { get; internal init; }

    /// <summary>When it begins, by its clocks, with their offset from UTC.</summary>
    public ZonedDateTime Start { get; internal init; }

    /// <summary>When it ends, by its clocks.</summary>
    public ZonedDateTime End { get; internal init; }

    /// <summary>Its date less the host's date at the start: -1 when it is still the day before there.</summary>
    public int DayShift { get; internal init; }

    /// <summary>The least convenient band that a quarter of the session lies in.</summary>
    public WorkingBand Band { get; internal init; }

    /// <summary>The costs of all quarters for one person.</summary>
    public int Cost { get; internal init; }

    /// <summary>Whether a quarter lies at night.</summary>
    public bool IsAtNight { get; internal init; }

    /// <summary>Whether a quarter lies in the daytime of a rest day or holiday.</summary>
    public bool IsOnRestDay { get; internal init; }

    /// <summary>What its holidays say of the dates that the session touches, in order.</summary>
    public ImmutableArray<DayStatus> Days { get; internal init; }

    /// <summary>The first change of its clocks near the start, as <see cref="SlotOptions.ClockChangeDays"/> says; null when there is none.</summary>
    public Instant? ClockChange { get; internal init; }

    /// <summary>Whether its holidays are known for all dates that the session touches. When not, a date counts like any other of its weekday: ask the institution.</summary>
    public bool HolidaysKnown => Days.All(d => d.Kind != DayKind.Unknown);

    /// <summary>Weekday, date, times, band and cost in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => Text.Explain(language, texts);

    internal TrainingText Text
    {
        get
        {
            TrainingText[] remarks = Remarks();
            return (remarks.Length == 0 ? SlotRules.Local : SlotRules.LocalWithRemarks).With(
                ("institution", Institution.Code.ToString()),
                ("weekday", WeekdayTexts.Of(Start.DayOfWeek)),
                ("date", Start.Date),
                ("from", s_time.Format(Start.TimeOfDay)),
                ("to", s_time.Format(End.TimeOfDay)),
                ("offset", Start.Offset),
                ("shift", SlotRules.Shift(DayShift)),
                ("band", WorkingBandTexts.In(Band)),
                ("cost", Cost),
                ("remarks", remarks));
        }
    }

    private TrainingText[] Remarks()
    {
        var remarks = new List<TrainingText>();
        foreach (DayStatus day in Days.Where(d => d.Name is not null))
        {
            remarks.Add((day.IsTentative ? SlotRules.HolidayTentative : SlotRules.HolidayNamed).With(("holiday", day.Name!)));
        }

        if (!HolidaysKnown)
        {
            remarks.Add(SlotRules.HolidaysUnknown.With());
        }

        if (ClockChange is { } change)
        {
            remarks.Add(SlotRules.ClocksChange.With(("date", change.InZone(Start.Zone).Date)));
        }

        return [.. remarks];
    }
}
