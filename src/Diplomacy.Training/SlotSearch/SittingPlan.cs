using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Which sitting an institution attends, and what it means there.</summary>
/// <param name="Sitting">The sitting, 0 for the first.</param>
/// <param name="Local">The sitting by the institution's clocks.</param>
public sealed record SittingChoice(int Sitting, LocalSlot Local)
{
    /// <summary>The sitting's number from 1 and what it means there, in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) =>
        SlotRules.SittingOf.With(("number", Sitting + 1), ("local", Local.Text)).Explain(language, texts);
}

/// <summary>The best repetitions of a session, each institution attending the one that is better for it.</summary>
/// <remarks>Immutable. The best there are: every choice was tried.</remarks>
public sealed class SittingPlan
{
    private readonly int _asked;

    internal SittingPlan(int asked, ImmutableArray<Slot> sittings, ImmutableArray<SittingChoice> choices, int starts, int fitting, ImmutableArray<SlotFilter> filters) =>
        (_asked, Sittings, Choices, Starts, Fitting, Filters) = (asked, sittings, choices, starts, fitting, filters);

    /// <summary>The sittings in order of time; empty when so many do not fit. The figures of each are those that it would have if everybody came to it.</summary>
    public ImmutableArray<Slot> Sittings { get; }

    /// <summary>For the host and then each institution in the order of the query, the sitting that is better for it; the earlier of two that are equal.</summary>
    public ImmutableArray<SittingChoice> Choices { get; }

    /// <summary>How many quarters of an hour there are at which a sitting could begin.</summary>
    public int Starts { get; }

    /// <summary>How many of them the host could hold. Who must be in hours needs to be so at one sitting only.</summary>
    public int Fitting { get; }

    /// <summary>What each filter would do to a single sitting.</summary>
    public ImmutableArray<SlotFilter> Filters { get; }

    /// <summary>What the plan asks of everybody when each institution attends the sitting that is better for it.</summary>
    public SlotScore Score => SlotPlaces.Score(Choices.Select(c => c.Local));

    /// <summary>The sittings and the figures in words; when nothing fits, what removed the starts. Each institution's choice has its own <see cref="SittingChoice.Explain"/>.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null)
    {
        if (Sittings.IsEmpty)
        {
            return SlotRules.NoSittings.With(("sittings", _asked), ("starts", Starts), ("filters", SlotFindings.Telling(Filters))).Explain(language, texts);
        }

        SlotScore score = Score;
        return SlotRules.Sittings.With(
            ("sittings", Sittings.Select(s => s.Host.Text).ToArray()),
            ("heads", Choices.Sum(c => c.Local.Heads)),
            ("night", score.HeadsAtNight),
            ("rest", score.HeadsOnRestDays),
            ("outside", score.HeadsOutsideHours),
            ("burden", score.Burden)).Explain(language, texts);
    }
}
