using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training;

/// <summary>
/// A group that a ministry counts by, such as <c>region/asean</c>, <c>grade/director</c> or <c>rank/ambassador</c>: a dimension and a value of it.
/// Institutions and registrations belong to any number of groups, and quotas can be set on each.
/// </summary>
/// <remarks>
/// Both parts have 1 to 40 lower-case letters, digits and hyphens. Groups stand in the journal: they are coarse dimensions, never something that singles out a person.
/// <c>default</c> is empty and names nothing.
/// </remarks>
public readonly record struct SeatGroup : IParsable<SeatGroup>, IComparable<SeatGroup>
{
    private readonly string? _text;

    private SeatGroup(string text) => _text = text;

    /// <summary>What is counted by, such as <c>region</c>.</summary>
    public string Dimension => _text?[.._text.IndexOf('/', StringComparison.Ordinal)] ?? "";

    /// <summary>The value, such as <c>asean</c>.</summary>
    public string Value => _text?[(_text.IndexOf('/', StringComparison.Ordinal) + 1)..] ?? "";

    /// <summary>Reads a group.</summary>
    /// <param name="text">Dimension and value parted by a slash; case matters.</param>
    /// <exception cref="FormatException">The text is not a group.</exception>
    public static SeatGroup Parse(string text) =>
        TryParse(text, out SeatGroup group)
            ? group
            : throw new FormatException($"'{text}' is not a group: a dimension and a value in lower-case letters, digits and hyphens, such as 'region/asean'.");

    /// <summary>Reads a group.</summary>
    /// <param name="text">Dimension and value parted by a slash; case matters.</param>
    /// <param name="group">The group, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out SeatGroup group)
    {
        string[] parts = text?.Split('/') ?? [];
        bool valid = parts.Length == 2 && IsPart(parts[0]) && IsPart(parts[1]);
        group = valid ? new(text!) : default;
        return valid;
    }

    static SeatGroup IParsable<SeatGroup>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<SeatGroup>.TryParse(string? s, IFormatProvider? provider, out SeatGroup result) => TryParse(s, out result);

    /// <summary>Orders by ordinal value.</summary>
    /// <param name="other">The group to compare with.</param>
    public int CompareTo(SeatGroup other) => string.CompareOrdinal(_text, other._text);

    /// <summary>Dimension and value parted by a slash.</summary>
    public override string ToString() => _text ?? "";

    internal static bool IsPart(string text) =>
        text.Length is >= 1 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>The groups that something belongs to, as one value: in order, each once.</summary>
/// <remarks>Immutable. <c>default</c> is no group. Written with spaces between: <c>grade/director region/asean</c>.</remarks>
public readonly struct SeatGroups : IEquatable<SeatGroups>, IParsable<SeatGroups>
{
    private readonly string? _text;
    private readonly ImmutableArray<SeatGroup> _groups;

    private SeatGroups(ImmutableArray<SeatGroup> groups) => (_groups, _text) = (groups, string.Join(' ', groups));

    /// <summary>No group.</summary>
    public static SeatGroups None => default;

    /// <summary>The groups, in ordinal order.</summary>
    public ImmutableArray<SeatGroup> All => _groups.IsDefault ? [] : _groups;

    /// <summary>These groups, each once.</summary>
    /// <param name="groups">The groups, in any order.</param>
    /// <exception cref="ArgumentException">One of them is <c>default</c>.</exception>
    public static SeatGroups Of(params IEnumerable<SeatGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ImmutableArray<SeatGroup> ordered = [.. groups.Distinct().Order()];
        return ordered.IsEmpty ? default
            : ordered[0] != default ? new(ordered)
            : throw new ArgumentException("One of the groups is empty and names nothing.", nameof(groups));
    }

    /// <summary>Reads groups.</summary>
    /// <param name="text">The groups, parted by spaces; empty for none.</param>
    /// <exception cref="FormatException">One of them is not a group.</exception>
    public static SeatGroups Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SeatGroup.Parse));
    }

    /// <summary>Reads groups.</summary>
    /// <param name="text">The groups, parted by spaces; empty for none.</param>
    /// <param name="groups">The groups, or none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out SeatGroups groups)
    {
        string[] parts = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        bool valid = text is not null && Array.TrueForAll(parts, part => SeatGroup.TryParse(part, out _));
        groups = valid ? Parse(text!) : default;
        return valid;
    }

    static SeatGroups IParsable<SeatGroups>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<SeatGroups>.TryParse(string? s, IFormatProvider? provider, out SeatGroups result) => TryParse(s, out result);

    /// <summary>These groups and further ones.</summary>
    /// <param name="others">The further ones.</param>
    public SeatGroups With(SeatGroups others) => others.All.IsEmpty ? this : All.IsEmpty ? others : Of(All.Concat(others.All));

    /// <summary>Whether a group is among them.</summary>
    /// <param name="group">The group.</param>
    public bool Contains(SeatGroup group) => All.Contains(group);

    /// <summary>Equal when the same groups are in both.</summary>
    /// <param name="other">The groups to compare with.</param>
    public bool Equals(SeatGroups other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SeatGroups other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text is null ? 0 : _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The groups, parted by spaces.</summary>
    public override string ToString() => _text ?? "";

    /// <summary>Whether both hold the same groups.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(SeatGroups left, SeatGroups right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(SeatGroups left, SeatGroups right) => !left.Equals(right);
}
