namespace Diplomacy.Training;

/// <summary>Versions of the IANA time zone database, such as <c>2026f</c>, alone or within NodaTime's <c>TZDB: 2026f (mapping: 49)</c>.</summary>
internal readonly record struct TzdbVersion(int Year, string Letters) : IComparable<TzdbVersion>
{
    /// <summary>Whether a version is older than another; false where one of them is not a version of the IANA database.</summary>
    internal static bool IsOlder(string version, string than) => Find(version) is { } one && Find(than) is { } other && one.CompareTo(other) < 0;

    internal static TzdbVersion? Find(string text)
    {
        const string Prefix = "TZDB: ";
        ReadOnlySpan<char> rest = text.AsSpan(text.StartsWith(Prefix, StringComparison.Ordinal) ? Prefix.Length : 0);
        int end = rest.IndexOf(' ');
        return TryRead(end < 0 ? rest : rest[..end]);
    }

    public int CompareTo(TzdbVersion other) =>
        (Year.CompareTo(other.Year), Letters.Length.CompareTo(other.Letters.Length)) switch
        {
            (not 0 and var year, _) => year,
            (_, not 0 and var length) => length,
            _ => string.CompareOrdinal(Letters, other.Letters),
        };

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Year:0000}{Letters}");

    private static TzdbVersion? TryRead(ReadOnlySpan<char> text)
    {
        if (text.Length is < 5 or > 7 || text[..4].ContainsAnyExceptInRange('0', '9') || text[4..].ContainsAnyExceptInRange('a', 'z'))
        {
            return null;
        }

        return new(int.Parse(text[..4], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture), text[4..].ToString());
    }
}
