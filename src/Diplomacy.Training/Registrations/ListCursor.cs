using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// Where a page of a list ended: the last few rows by id, each with a digest of what its place rests on. Names never stand in a cursor, which comes to stand in addresses
/// and logs. A row whose place has changed since (a name was corrected, somebody was erased) is no landmark; the one before it is.
/// </summary>
internal sealed class ListCursor
{
    private const int Landmarks = 4;

    private readonly int _told;
    private readonly (RegistrationId Id, string Digest)[] _last;

    private ListCursor(int told, (RegistrationId, string)[] last) => (_told, _last) = (told, last);

    internal bool Names(RegistrationId id) => Array.Exists(_last, l => l.Id == id);

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="ArgumentException">It is not one, or belongs to another order or other filters.</exception>
    internal static ListCursor Read(string text, RegistrationListQuery query)
    {
        string[] parts = text.Split('.');
        var last = new List<(RegistrationId, string)>();
        if (parts.Length is < 3 or > Landmarks + 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int told))
        {
            throw NotACursor();
        }

        foreach (string part in parts[2..])
        {
            last.Add(part.Length == 40 && RegistrationId.TryParse(part[..32], out RegistrationId id) ? (id, part[32..]) : throw NotACursor());
        }

        return parts[0] == Digest(query.Describe())
            ? new(told, [.. last])
            : throw new ArgumentException("This cursor belongs to a list in another order or with other filters; ask for the first page of this one.", nameof(query));
    }

    /// <summary>The rows after a cursor, and the cursor after them.</summary>
    /// <param name="ordered">All rows in order: those selected, and those that the cursor names.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="cursor">The end of the page before; null for the first.</param>
    internal static (ListRow[] Page, string? Next) PageOf(ListRow[] ordered, RegistrationListQuery query, ListCursor? cursor)
    {
        ListRow[] rest = [.. ordered.Skip(cursor?.EndIn(ordered) ?? 0).Where(r => query.Selects(r.Registration) && cursor?.Names(r.Registration.Id) != true)];
        ListRow[] page = rest[..Math.Min(query.Limit, rest.Length)];
        if (page.Length == rest.Length)
        {
            return (page, null);
        }

        IEnumerable<string> last = page.Reverse().Select(r => $"{r.Registration.Id}{Digest(r.Rests)}").Concat(cursor?._last.Select(l => $"{l.Id}{l.Digest}") ?? []).Take(Landmarks);
        return (page, FormattableString.Invariant($"{Digest(query.Describe())}.{(cursor?._told ?? 0) + page.Length}.{string.Join('.', last)}"));
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    private static ArgumentException NotACursor() => new("This is not a cursor that a page of a list of registrations has given.", "query");

    /// <summary>How many rows lie before the end of the page.</summary>
    private int EndIn(ListRow[] ordered)
    {
        foreach (var (id, digest) in _last)
        {
            int at = Array.FindIndex(ordered, r => r.Registration.Id == id);
            if (at >= 0 && Digest(ordered[at].Rests) == digest)
            {
                return at + 1;
            }
        }

        // Every landmark has moved: rather some rows twice than one not at all.
        return Math.Clamp(_told - _last.Length, 0, ordered.Length);
    }
}
