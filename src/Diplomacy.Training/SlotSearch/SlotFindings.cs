using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>The best starts, and what the filters did to the others.</summary>
/// <remarks>Immutable.</remarks>
public sealed class SlotFindings
{
    internal SlotFindings(int starts, int fitting, ImmutableArray<Slot> slots, ImmutableArray<SlotFilter> filters) =>
        (Starts, Fitting, Slots, Filters) = (starts, fitting, slots, filters);

    /// <summary>The best starts, the best first; as many as were asked for. Empty when nothing fits, which is an answer and not an error.</summary>
    public ImmutableArray<Slot> Slots { get; }

    /// <summary>How many quarters of an hour there are at which the session could begin.</summary>
    public int Starts { get; }

    /// <summary>How many of them passed all filters.</summary>
    public int Fitting { get; }

    /// <summary>What each filter did, in the order in which they were asked.</summary>
    public ImmutableArray<SlotFilter> Filters { get; }

    /// <summary>When nothing fits: the filters that leave nothing by themselves; when none does so alone, the one after which nothing was left. Empty when something fits, or when the days are too short for any start.</summary>
    public ImmutableArray<SlotFilter> RemovedEverything =>
        Fitting > 0 || Starts == 0 ? []
        : Filters.Any(f => f.Refused == f.Starts) ? [.. Filters.Where(f => f.Refused == f.Starts)]
        : [.. Filters.Where(f => f.Left == 0).Take(1)];

    /// <summary>How many starts fit; when none does, what removed them, in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) =>
        (Fitting > 0 ? SlotRules.Found.With(("fit", Fitting), ("starts", Starts)) : NoneFits(Starts, Filters)).Explain(language, texts);

    internal static TrainingText NoneFits(int starts, ImmutableArray<SlotFilter> filters) =>
        SlotRules.NoneFits.With(("starts", starts), ("filters", Telling(filters)));

    /// <summary>What is told of the filters: of those that refused something.</summary>
    internal static TrainingText[] Telling(ImmutableArray<SlotFilter> filters) => [.. filters.Where(f => f.Refused > 0).Select(f => f.Text)];
}
