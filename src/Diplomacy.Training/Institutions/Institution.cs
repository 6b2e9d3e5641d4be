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
}
