using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>A start time that fits, with what it asks of everybody.</summary>
/// <remarks>Immutable and safe for use from many threads. What it means at each institution is worked out when it is asked for.</remarks>
public sealed class Slot
{
    private readonly SlotPlaces _places;
    private readonly Lazy<ImmutableArray<LocalSlot>> _all;

    internal Slot(SlotPlaces places, Instant start, SlotScore score)
    {
        _places = places;
        Start = start;
        Score = score;
        _all = new(() => [.. Enumerable.Range(0, places.Who.Length).Select(p => places.At(p, start))]);
    }

    /// <summary>When it begins.</summary>
    public Instant Start { get; }

    /// <summary>When it ends.</summary>
    public Instant End => Start + _places.Query.Length;

    /// <summary>What it asks of everybody, in figures.</summary>
    public SlotScore Score { get; }

    /// <summary>What it means at the host.</summary>
    public LocalSlot Host => _all.Value[0];

    /// <summary>What it means at each other institution, in the order of the query.</summary>
    public ImmutableArray<LocalSlot> Institutions => [.. _all.Value.AsSpan()[1..]];

    /// <summary>The institution, or the host, of which one person bears most; the first of several. Null when nobody attends.</summary>
    public LocalSlot? Worst => _all.Value.Where(l => l.Heads > 0).MaxBy(l => l.Cost);

    /// <summary>The institutions whose holidays are not known for a date that the session touches, the host among them.</summary>
    public ImmutableArray<Institution> HolidaysUnknown => [.. _all.Value.Where(l => !l.HolidaysKnown).Select(l => l.Institution)];

    /// <summary>The start by the host's clocks, the figures, and whose holidays are not known, in words. Each institution has its own <see cref="LocalSlot.Explain"/>.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null)
    {
        ImmutableArray<Institution> unknown = HolidaysUnknown;
        return SlotRules.Summary.With(
            ("host", Host.Text),
            ("heads", _places.Who.Sum(w => w.Heads)),
            ("night", Score.HeadsAtNight),
            ("rest", Score.HeadsOnRestDays),
            ("outside", Score.HeadsOutsideHours),
            ("burden", Score.Burden),
            ("changes", Score.ClockChanges)).Explain(language, texts)
            + (unknown.IsEmpty ? "" : " " + SlotRules.UnknownAt.With(("institutions", string.Join(", ", unknown.Select(i => i.Code)))).Explain(language, texts));
    }
}
