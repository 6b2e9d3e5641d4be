namespace Diplomacy.Training;

/// <summary>A limit with its figures: one that stood in the way of a seat, or one that is looked at.</summary>
/// <param name="Key">The limit's stable key, such as <c>mode/online</c> or <c>quota/each-mission/US-WAS-EMB</c>; see <see cref="SeatLimit"/>.</param>
/// <param name="Capacity">How many it allows.</param>
/// <param name="Used">How many it holds; more than it allows when seats were given by override or the capacity was lowered.</param>
public sealed record BindingLimit(string Key, int Capacity, int Used) : IInWords
{
    /// <summary>How much is left; 0 when none is.</summary>
    public int Remaining => Math.Max(0, Capacity - Used);

    /// <summary>By how much more is held than allowed, after an override or a lowered capacity (R7); 0 as a rule.</summary>
    public int OverBy => Math.Max(0, Used - Capacity);

    /// <summary>What it limits.</summary>
    public SeatLimitKind Kind => SeatLimitTexts.KindOf(Key);

    /// <summary>
    /// What is limited, in words and without figures, such as “each mission: US-WAS-EMB”: for people, who should never have to read a key.
    /// A host gives a limit words of its own by a text whose code is <c>limit/</c> and the key, such as <c>limit/quota/provinces</c> (<see cref="TrainingTexts.WithMore"/>).
    /// </summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Describe(Language language, TrainingTexts? texts = null) => SeatLimitTexts.Of(Key, texts ?? TrainingTexts.Default).Explain(language, texts);

    /// <summary>The key and its figures.</summary>
    public override string ToString() => FormattableString.Invariant($"{Key} {Used}/{Capacity}");

    string IInWords.InWords(Language language, TrainingTexts texts) =>
        SeatLimitTexts.WithFigures.With(("limit", Describe(language, texts)), ("used", Used), ("capacity", Capacity)).Explain(language, texts);
}

/// <summary>What a limit is about.</summary>
public enum SeatLimitKind
{
    /// <summary>Participants in the room, or in the call.</summary>
    Mode,

    /// <summary>Participants of one sitting, in the room or in the call.</summary>
    Sitting,

    /// <summary>Participants of an institution, of each mission, of a kind of institution or of a group.</summary>
    Quota,

    /// <summary>Participants over both modes.</summary>
    Total,

    /// <summary>Everybody in the room, whatever their role.</summary>
    Room,

    /// <summary>People on the waiting list.</summary>
    WaitingList,

    /// <summary>Something that only a newer version knows.</summary>
    Other,
}
