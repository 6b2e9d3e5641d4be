namespace Diplomacy.Training;

/// <summary>
/// The language in which a person is addressed, as a BCP 47 language tag. The library carries texts in
/// <see cref="English"/> and <see cref="Khmer"/>; a host may add others through <see cref="TrainingTexts.With"/>.
/// </summary>
/// <remarks><c>default</c> is <see cref="English"/>. Tags compare without regard to case.</remarks>
public readonly record struct Language
{
    private readonly string? _tag;

    /// <summary>Makes a language from its BCP 47 tag, such as <c>km</c> or <c>fr</c>.</summary>
    /// <param name="tag">Letters, digits and hyphens; stored in lower case.</param>
    /// <exception cref="ArgumentException">The tag is empty or has another character.</exception>
    public Language(string tag)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        if (!tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException($"'{tag}' is not a BCP 47 tag: only letters, digits and hyphens may stand in one.", nameof(tag));
        }

        _tag = tag.ToLowerInvariant();
    }

    /// <summary>English, tag <c>en</c>.</summary>
    public static Language English { get; } = new("en");

    /// <summary>Khmer, tag <c>km</c>.</summary>
    public static Language Khmer { get; } = new("km");

    /// <summary>The BCP 47 tag in lower case.</summary>
    public string Tag => _tag ?? "en";

    /// <summary>Equal when the tags are.</summary>
    /// <param name="other">The language to compare with.</param>
    public bool Equals(Language other) => Tag == other.Tag;

    /// <inheritdoc/>
    public override int GetHashCode() => Tag.GetHashCode(StringComparison.Ordinal);

    /// <summary>The tag.</summary>
    public override string ToString() => Tag;
}
