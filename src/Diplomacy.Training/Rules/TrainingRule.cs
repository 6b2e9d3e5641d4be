namespace Diplomacy.Training;

/// <summary>A domain rule that was found not to hold: a stable code, the data it was judged on, and words for people.</summary>
/// <remarks>Immutable. Rules are named for what must hold (<c>registration.is-open</c>), so a <see cref="TrainingRule"/> in hand says that it does not.</remarks>
public sealed class TrainingRule
{
    private readonly TrainingText _text;

    internal TrainingRule(TrainingText text) => _text = text;

    /// <summary>The rule in words, to stand within those of another.</summary>
    internal TrainingText Text => _text;

    /// <summary>The stable code, such as <c>registration.is-open</c>. Codes never change their meaning.</summary>
    public string Code => _text.Code;

    /// <summary>The data the rule was judged on, by name. Ids, codes, counts and times; never a person's name or contact data.</summary>
    public IReadOnlyDictionary<string, object> Arguments => _text.Arguments;

    /// <summary>What must hold, and the data that broke it, in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => _text.Explain(language, texts);

    /// <summary>The code and the English words.</summary>
    public override string ToString() => $"{Code}: {Explain(Language.English)}";
}
