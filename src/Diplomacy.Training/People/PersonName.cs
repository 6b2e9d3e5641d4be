namespace Diplomacy.Training;

/// <summary>
/// A person's name, exactly as given: never re-cased, never re-ordered, only normalised to Unicode form C (R46). Family and given name stand apart,
/// in Latin script and, where there is one, in the native script; someone with a single name has only a given name.
/// </summary>
/// <remarks>Immutable. This is personal data: it belongs into personal records and pages, never into the journal, logs or messages.</remarks>
public sealed record PersonName
{
    /// <summary>A name in Latin script, in the order in which protocol prints it. For someone with a single name, use <see cref="Single"/>.</summary>
    /// <param name="family">The family name; empty for someone with a single name.</param>
    /// <param name="given">The given name, or the only name of someone who has one.</param>
    /// <param name="printed">The name as it is printed, where that is not family name then given name; null otherwise.</param>
    /// <exception cref="ArgumentException">All are empty, or one cannot be printed (control characters, direction controls, invalid Unicode). The message never holds the name.</exception>
    public PersonName(string family, string given, string? printed = null)
        : this(Clean(family, nameof(family)), Clean(given, nameof(given)), printed is null ? null : Clean(printed, nameof(printed)), null)
    {
        if (Printed.Length == 0)
        {
            throw new ArgumentException("A person has at least one name.", nameof(given));
        }
    }

    private PersonName(string family, string given, string? explicitForm, NativeName? native) =>
        (Family, Given, ExplicitForm, Native) = (family, given, explicitForm, native);

    /// <summary>The given name in Latin script; may be empty where only a family name or an explicit form was given.</summary>
    public string Given { get; }

    /// <summary>The family name in Latin script; empty for someone with a single name.</summary>
    public string Family { get; }

    /// <summary>The form in which the Latin name is printed, where it was given explicitly; null otherwise.</summary>
    public string? ExplicitForm { get; }

    /// <summary>The name in the person's own script; null where none is known.</summary>
    public NativeName? Native { get; }

    /// <summary>The Latin name as printed: the explicit form, or family name then given name, as protocol writes Cambodian names.</summary>
    public string Printed => ExplicitForm ?? (Family.Length == 0 ? Given : Given.Length == 0 ? Family : $"{Family} {Given}");

    /// <summary>The name of someone who has one name only; it stands as the given name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">The name is empty or cannot be printed. The message never holds it.</exception>
    public static PersonName Single(string name) => new("", name);

    /// <summary>The same name with its form in the person's own script.</summary>
    /// <param name="language">The language whose script it is, such as <c>km</c>.</param>
    /// <param name="family">The family name in that script; empty for someone with a single name.</param>
    /// <param name="given">The given name in that script.</param>
    /// <param name="printed">The printed form where it is not family name, space, given name; null otherwise.</param>
    /// <exception cref="ArgumentException">All are empty, or one cannot be printed.</exception>
    public PersonName WithNative(string language, string family, string given, string? printed = null) =>
        new(Family, Given, ExplicitForm, new NativeName(language, family, given, printed));

    /// <summary>Only that a name is here; the name itself is never written by accident.</summary>
    public override string ToString() => "(a person's name)";

    internal static PersonName Restore(string family, string given, string? explicitForm, NativeName? native) => new(family, given, explicitForm, native);

    internal static string Clean(string text, string parameter) => PrintedText.Normalize(text, parameter);
}

/// <summary>A name in a person's own script, exactly as given.</summary>
/// <remarks>Immutable; personal data.</remarks>
public sealed record NativeName
{
    /// <summary>Describes a name in its own script.</summary>
    /// <param name="language">The language whose script it is, such as <c>km</c>.</param>
    /// <param name="family">The family name; may be empty.</param>
    /// <param name="given">The given name, or the only name.</param>
    /// <param name="printed">The printed form where it is not family name, space, given name; null otherwise.</param>
    /// <exception cref="ArgumentException">All are empty, or one cannot be printed.</exception>
    public NativeName(string language, string family, string given, string? printed = null)
    {
        Language = new Language(language);
        Given = PersonName.Clean(given, nameof(given));
        Family = PersonName.Clean(family, nameof(family));
        ExplicitForm = printed is null ? null : PersonName.Clean(printed, nameof(printed));
        if (Printed.Length == 0)
        {
            throw new ArgumentException("A native name has at least one part.", nameof(given));
        }
    }

    /// <summary>The language whose script it is.</summary>
    public Language Language { get; }

    /// <summary>The given name, or the only name.</summary>
    public string Given { get; }

    /// <summary>The family name; may be empty.</summary>
    public string Family { get; }

    /// <summary>The printed form where it was given explicitly; null otherwise.</summary>
    public string? ExplicitForm { get; }

    /// <summary>The name as printed: the explicit form, or family name, space, given name.</summary>
    public string Printed => ExplicitForm ?? (Family.Length == 0 ? Given : Given.Length == 0 ? Family : $"{Family} {Given}");

    /// <summary>Only that a name is here.</summary>
    public override string ToString() => "(a person's name)";
}
