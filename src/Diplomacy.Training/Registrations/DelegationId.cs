using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training;

/// <summary>Names one delegation at a workshop.</summary>
/// <remarks>Written as 32 hexadecimal digits. <c>default</c> is the empty id, which nothing has.</remarks>
public readonly record struct DelegationId : IParsable<DelegationId>
{
    private readonly Guid _value;

    private DelegationId(Guid value) => _value = value;

    /// <summary>A new random id.</summary>
    public static DelegationId New() => new(Guid.NewGuid());

    /// <summary>Reads an id as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">32 hexadecimal digits, with or without hyphens.</param>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static DelegationId Parse(string text) =>
        TryParse(text, out DelegationId id) ? id : throw new FormatException("A DelegationId is written as 32 hexadecimal digits.");

    /// <summary>Reads an id as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">32 hexadecimal digits, with or without hyphens.</param>
    /// <param name="id">The id, or <c>default</c>.</param>
    /// <returns>False when the text is not such an id, or is the empty id.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DelegationId id)
    {
        bool read = Guid.TryParse(text, out Guid value) && value != Guid.Empty;
        id = read ? new(value) : default;
        return read;
    }

    static DelegationId IParsable<DelegationId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<DelegationId>.TryParse(string? s, IFormatProvider? provider, out DelegationId result) => TryParse(s, out result);

    /// <summary>32 hexadecimal digits in lower case.</summary>
    public override string ToString() => _value.ToString("N");
}
