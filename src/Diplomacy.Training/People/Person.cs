using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Sex as the programme's indicators count it.</summary>
public enum Sex
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}

/// <summary>Whoever takes part. Stands in a personal record; the journal knows only a <see cref="PersonId"/>.</summary>
/// <remarks>Immutable; personal data.</remarks>
public sealed record Person
{
    private const int MostAliases = 20;

    // One text, since an address holds no line feed: people with the same aliases are equal.
    private readonly string _aliases = "";

    /// <summary>Describes a person.</summary>
    /// <param name="name">The name, exactly as given.</param>
    /// <param name="email">The address by which online attendance is matched and notices are sent; null where there is none. Missions may share one.</param>
    /// <param name="externalId">The key of the system that the person comes from; makes imports repeatable. Null where there is none.</param>
    /// <exception cref="ArgumentException">The e-mail address cannot be one, or the external id is empty, too long or not printable. The message does not hold the value.</exception>
    public Person(PersonName name, string? email = null, string? externalId = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        Email = email?.Trim();
        if (Email is not null && !EmailAddress.IsPlausible(Email))
        {
            throw new ArgumentException("This is not an e-mail address: it needs one @ with text on both sides and no spaces.", nameof(email));
        }

        if (externalId is { Length: 0 or > 100 })
        {
            throw new ArgumentException("An external id has 1 to 100 characters.", nameof(externalId));
        }

        if (externalId is not null && PrintedText.Refusal(externalId) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(externalId));
        }

        (Name, ExternalId) = (name, externalId);
    }

    /// <summary>The name, exactly as given.</summary>
    public PersonName Name { get; }

    /// <summary>The e-mail address, as given but trimmed; null where there is none.</summary>
    public string? Email { get; }

    /// <summary>The key of the system that the person comes from; null where there is none.</summary>
    public string? ExternalId { get; }

    /// <summary>
    /// Further addresses and user names that are verified to be this person's, such as a user principal name or an earlier address: online attendance is matched by them too (R30),
    /// notices are never sent to them. Erased with the person.
    /// </summary>
    /// <value>Empty. Trimmed, each once however its case was typed, without <see cref="Email"/>, ordered by characters.</value>
    /// <exception cref="ArgumentException">One cannot be an address, or there are more than 20. The message does not hold the value.</exception>
    public ImmutableArray<string> Aliases
    {
        get => _aliases.Length == 0 ? [] : [.. _aliases.Split('\n')];
        init
        {
            string[] given = value.IsDefault ? [] : [.. value.Select(alias => alias?.Trim() ?? "")];
            if (given.Length > MostAliases || !given.All(EmailAddress.IsPlausible))
            {
                throw new ArgumentException($"A person has at most {MostAliases} aliases, and each needs one @ with text on both sides and no spaces.", nameof(Aliases));
            }

            _aliases = string.Join('\n', given.DistinctBy(EmailAddress.Key).Where(alias => Email is null || EmailAddress.Key(alias) != EmailAddress.Key(Email)).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Honorific as printed before the name, such as <c>ឯកឧត្តម</c> / <c>H.E.</c>: data, never computed. Null where there is none.</summary>
    public LocalizedText? Honorific { get; init; }

    /// <summary>Sex, for the indicators of a programme; <see cref="Sex.Unstated"/> unless given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such value is known.</exception>
    public Sex Sex
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Sex), "No such value is known.");
    }

    /// <summary>The post held; null where none is known.</summary>
    public Post? Post { get; init; }

    /// <summary>The language in which the person is addressed; English unless given.</summary>
    public Language Language { get; init; }

    /// <summary>Only that a person is here.</summary>
    public override string ToString() => "(a person)";
}

/// <summary>A post held at an institution.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Post
{
    /// <summary>Describes a post.</summary>
    /// <param name="title">The title in both languages.</param>
    /// <param name="institution">Where.</param>
    /// <param name="rank">A code of the ministry's own <see cref="RankTable"/>; empty where there is none.</param>
    /// <param name="since">The day on which functions were taken up, kept in the ISO calendar; null where not known.</param>
    /// <exception cref="ArgumentException">The institution is <c>default</c>, or the rank cannot be printed.</exception>
    public Post(LocalizedText title, InstitutionCode institution, string rank = "", LocalDate? since = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentException.ThrowIfNullOrEmpty(institution.ToString(), nameof(institution));
        (Title, Institution, Rank, Since) = (title, institution, PrintedText.Normalize(rank, nameof(rank)), since?.WithCalendar(CalendarSystem.Iso));
    }

    /// <summary>The title in both languages.</summary>
    public LocalizedText Title { get; }

    /// <summary>Where.</summary>
    public InstitutionCode Institution { get; }

    /// <summary>A code of the ministry's own <see cref="RankTable"/>; empty where there is none.</summary>
    public string Rank { get; }

    /// <summary>The day on which functions were taken up; null where not known. A date, not an instant: it does not shift with the viewer (R22).</summary>
    public LocalDate? Since { get; }
}
