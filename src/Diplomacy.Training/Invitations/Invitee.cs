using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training;

/// <summary>Who is invited: a person who is registered, or an institution such as a mission, which has an entry of its own.</summary>
/// <remarks>Written <c>person/</c> and the person's id, or <c>institution/</c> and its code. <c>default</c> is nobody.</remarks>
public readonly record struct Invitee : IParsable<Invitee>
{
    private const string PersonPrefix = "person/";
    private const string InstitutionPrefix = "institution/";

    private Invitee(PersonId? person, InstitutionCode? institution) => (Person, Institution) = (person, institution);

    /// <summary>The person; null for an institution.</summary>
    public PersonId? Person { get; }

    /// <summary>The institution; null for a person.</summary>
    public InstitutionCode? Institution { get; }

    /// <summary>A person.</summary>
    /// <param name="person">The person.</param>
    /// <exception cref="ArgumentException">The id is <c>default</c>.</exception>
    public static Invitee Of(PersonId person) => person != default ? new(person, null) : throw new ArgumentException("The id of a person is empty.", nameof(person));

    /// <summary>An institution.</summary>
    /// <param name="institution">Its code.</param>
    /// <exception cref="ArgumentException">The code is <c>default</c>.</exception>
    public static Invitee Of(InstitutionCode institution) =>
        institution != default ? new(null, institution) : throw new ArgumentException("The code of an institution is empty.", nameof(institution));

    /// <summary>Reads an invitee as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">A prefix, a slash, an id or a code.</param>
    /// <exception cref="FormatException">The text is not such a one.</exception>
    public static Invitee Parse(string text) =>
        TryParse(text, out Invitee invitee) ? invitee : throw new FormatException("An invitee is written 'person/' and an id, or 'institution/' and a code.");

    /// <summary>Reads an invitee as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">A prefix, a slash, an id or a code.</param>
    /// <param name="invitee">The invitee, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Invitee invitee)
    {
        invitee = text?.StartsWith(PersonPrefix, StringComparison.Ordinal) == true && PersonId.TryParse(text[PersonPrefix.Length..], out PersonId person) ? new(person, null)
            : text?.StartsWith(InstitutionPrefix, StringComparison.Ordinal) == true && InstitutionCode.TryParse(text[InstitutionPrefix.Length..], out InstitutionCode code) ? new(null, code)
            : default;
        return invitee != default;
    }

    static Invitee IParsable<Invitee>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Invitee>.TryParse(string? s, IFormatProvider? provider, out Invitee result) => TryParse(s, out result);

    /// <summary>The prefix and the id or code; empty for nobody.</summary>
    public override string ToString() => Person is { } person ? PersonPrefix + person : Institution is { } institution ? InstitutionPrefix + institution : "";
}
