using System.Text.Json.Serialization;

namespace Diplomacy.Training;

/// <summary>
/// A body that hosts or sends participants: a ministry, a department, a mission abroad, a provincial office, a partner.
/// </summary>
/// <remarks>Immutable. Holds no personal data.</remarks>
public sealed record Institution
{
    /// <summary>Describes an institution.</summary>
    /// <param name="code">Its stable code.</param>
    /// <param name="name">Its name in Khmer and English, as printed.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="city">The city it stands in, in English.</param>
    /// <param name="country">The country it stands in, in English.</param>
    /// <param name="zoneId">Its IANA time zone, kept as entered; whether it is known is checked where a zone provider is at hand.</param>
    /// <param name="workingTime">When it works, in its own zone; <see cref="WorkingTime.Standard"/> when null.</param>
    /// <param name="groups">The groups that its people count in, such as its region; see <see cref="SeatGroup"/>.</param>
    /// <exception cref="ArgumentException">The code is <c>default</c>, or a text is empty or cannot be printed.</exception>
    public Institution(InstitutionCode code, LocalizedText name, InstitutionKind kind, string city, string country, string zoneId, WorkingTime? workingTime = null, SeatGroups groups = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code.ToString(), nameof(code));
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(zoneId);
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), "No such kind of institution is known.");
        }

        Code = code;
        Name = name;
        Kind = kind;
        City = PrintedText.Normalize(city, nameof(city));
        Country = PrintedText.Normalize(country, nameof(country));
        ZoneId = zoneId;
        WorkingTime = workingTime ?? WorkingTime.Standard;
        Groups = groups;
    }

    /// <summary>Its stable code.</summary>
    public InstitutionCode Code { get; }

    /// <summary>Its name in Khmer and English, as printed.</summary>
    public LocalizedText Name { get; }

    /// <summary>What it is.</summary>
    public InstitutionKind Kind { get; }

    /// <summary>The city it stands in, in English; may be empty.</summary>
    public string City { get; }

    /// <summary>The country it stands in, in English; may be empty.</summary>
    public string Country { get; }

    /// <summary>The country it stands in as an ISO 3166-1 alpha-2 code, such as <c>KH</c>; null where it is not told. Weekends and holidays are looked up by it.</summary>
    /// <exception cref="ArgumentException">It is not two capital letters. Whether ISO has assigned them is not checked: codes come and go.</exception>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CountryCode
    {
        get;
        init => field = value is null || IsCountryCode(value) ? value : throw new ArgumentException("A country code is two capital letters of ISO 3166-1, such as KH.", nameof(CountryCode));
    }

    /// <summary>The institution's own mailbox, as given but trimmed; null where it has none. Stands in the journal for ever: never the address of a person.</summary>
    /// <exception cref="ArgumentException">It is not an address with a plain local part and a domain. The message does not hold the value.</exception>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email
    {
        get;
        init => field = value is null || IsMailbox(value)
            ? value?.Trim()
            : throw new ArgumentException("This is not a mailbox: it needs a plain name, one @ and a domain, such as embassy@mfaic.example.", nameof(Email));
    }

    /// <summary>Its IANA time zone id, as entered.</summary>
    public string ZoneId { get; }

    /// <summary>When it works, in its own zone.</summary>
    public WorkingTime WorkingTime { get; }

    /// <summary>The groups that its people count in, such as its region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SeatGroups Groups { get; }

    /// <summary>Whether it is a mission abroad.</summary>
    [JsonIgnore]
    public bool IsMission => Kind.IsMission();

    /// <summary>Whether a text can be a <see cref="CountryCode"/>: two capital letters.</summary>
    /// <param name="text">The text.</param>
    public static bool IsCountryCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 2 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]);
    }

    /// <summary>
    /// Whether a text can be an <see cref="Email"/>, white space around it aside: words joined by dots on both sides of the @ (RFC 5322 §3.4.1), in letters of any script (RFC 6531);
    /// no quoted local part and no address in brackets.
    /// </summary>
    /// <param name="text">The text.</param>
    public static bool IsMailbox(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return EmailAddress.IsMailbox(text.Trim());
    }
}
