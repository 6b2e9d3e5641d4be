using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training.Journal;

/// <summary>
/// Names one stream of the journal: a kind and a key, such as <c>book/DD-2023</c> or <c>register/MFAIC/2023</c>.
/// </summary>
/// <remarks>At most 120 characters: a kind in lower-case letters, then one or more keys of letters, digits, <c>-</c>, <c>.</c> and <c>_</c>. Case matters. <c>default</c> is empty and names no stream.</remarks>
public readonly record struct StreamId : IParsable<StreamId>, IComparable<StreamId>
{
    private readonly string? _value;

    private StreamId(string value) => _value = value;

    /// <summary>What the stream holds: <c>workshop</c>, <c>book</c>, <c>sheet</c>, <c>register</c>, <c>person</c>, <c>institutions</c>.</summary>
    public string Kind => ToString() is var text && text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? text[..slash] : text;

    /// <summary>Everything after the kind; empty where there is one stream of its kind.</summary>
    public string Key => ToString() is var text && text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? text[(slash + 1)..] : "";

    /// <summary>Makes a stream id from its parts.</summary>
    /// <param name="kind">Lower-case letters.</param>
    /// <param name="keys">Letters, digits, <c>-</c>, <c>.</c>, <c>_</c>; none where there is one stream of this kind.</param>
    /// <exception cref="ArgumentException">A part has another character, or the whole is too long.</exception>
    public static StreamId Of(string kind, params ReadOnlySpan<string> keys)
    {
        string text = keys.Length == 0 ? kind : $"{kind}/{string.Join('/', keys)}";
        return TryParse(text, out StreamId stream)
            ? stream
            : throw new ArgumentException($"'{text}' is not a stream id: a kind in lower-case letters, then keys of letters, digits, '-', '.' and '_', at most 120 characters.", nameof(keys));
    }

    /// <summary>Reads a stream id.</summary>
    /// <param name="text">A kind and its keys, parted by slashes.</param>
    /// <exception cref="FormatException">The text is not a stream id.</exception>
    public static StreamId Parse(string text) =>
        TryParse(text, out StreamId stream) ? stream : throw new FormatException($"'{text}' is not a stream id.");

    /// <summary>Reads a stream id.</summary>
    /// <param name="text">A kind and its keys, parted by slashes.</param>
    /// <param name="stream">The stream id, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out StreamId stream)
    {
        stream = default;
        if (string.IsNullOrEmpty(text) || text.Length > 120)
        {
            return false;
        }

        string[] parts = text.Split('/');
        bool valid = parts[0].Length > 0 && parts[0].All(char.IsAsciiLetterLower)
            && parts.Skip(1).All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'));
        stream = valid ? new(text) : default;
        return valid;
    }

    static StreamId IParsable<StreamId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<StreamId>.TryParse(string? s, IFormatProvider? provider, out StreamId result) => TryParse(s, out result);

    /// <summary>Orders by the ordinal value of the text; gates of several streams are taken in this order.</summary>
    /// <param name="other">The stream id to compare with.</param>
    public int CompareTo(StreamId other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The kind and the keys.</summary>
    public override string ToString() => _value ?? "";
}
