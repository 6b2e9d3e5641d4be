namespace Diplomacy.Training;

/// <summary>What a start must satisfy before it is ranked at all.</summary>
public enum SlotFilterKind
{
    /// <summary>It is not before <see cref="SlotQuery.NotBefore"/>.</summary>
    Notice,

    /// <summary>The session lies within <see cref="SlotOptions.HostHours"/>.</summary>
    HostHours,

    /// <summary>The session touches no rest day and no holiday of the host.</summary>
    HostRests,

    /// <summary>The session lies wholly in the working hours of an institution that must be in hours.</summary>
    MustBeInHours,
}

/// <summary>What one filter did to the starts.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SlotFilter
{
    private readonly TrainingText _text;

    internal SlotFilter(SlotFilterKind kind, InstitutionCode? institution, int starts, int refused, int refusedAlone, int left, TrainingText text) =>
        (Kind, Institution, Starts, Refused, RefusedAlone, Left, _text) = (kind, institution, starts, refused, refusedAlone, left, text);

    /// <summary>Which filter.</summary>
    public SlotFilterKind Kind { get; }

    /// <summary>Whose hours or days are asked for; null for <see cref="SlotFilterKind.Notice"/>.</summary>
    public InstitutionCode? Institution { get; }

    /// <summary>How many starts there were before any filter.</summary>
    public int Starts { get; }

    /// <summary>How many of them it refuses, whatever the other filters say.</summary>
    public int Refused { get; }

    /// <summary>How many fail by it alone: so many would fit without it, beside those that do.</summary>
    public int RefusedAlone { get; }

    /// <summary>How many are left after it and all filters before it.</summary>
    public int Left { get; }

    /// <summary>The filter and its figures in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => _text.Explain(language, texts);

    internal TrainingText Text => _text;
}
