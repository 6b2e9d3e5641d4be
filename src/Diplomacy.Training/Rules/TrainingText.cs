using System.Collections.Frozen;

namespace Diplomacy.Training;

/// <summary>
/// Something to tell a person: a stable code and typed arguments, put into words only when and in the language that is asked for.
/// </summary>
/// <remarks>Immutable. Arguments never hold names or contact data of a person.</remarks>
public sealed class TrainingText
{
    internal TrainingText(string code, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        Code = code;
        var values = new Dictionary<string, object>(arguments.Length);
        foreach (var (name, value) in arguments)
        {
            values.Add(name, value);
        }

        Arguments = values.ToFrozenDictionary();
    }

    /// <summary>The stable code, such as <c>registration.is-open</c>.</summary>
    public string Code { get; }

    /// <summary>The value of each named place.</summary>
    public IReadOnlyDictionary<string, object> Arguments { get; }

    /// <summary>The words in a language.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => (texts ?? TrainingTexts.Default).Format(Code, Arguments, language);

    /// <summary>The English words.</summary>
    public override string ToString() => Explain(Language.English);
}
