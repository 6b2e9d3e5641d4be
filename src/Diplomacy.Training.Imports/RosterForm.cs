using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>What a registration file may hold beside the columns that every roster has, and what it may leave out.</summary>
/// <remarks>Immutable; <c>new()</c> is a roster as kept by a desk that notes the time of each request.</remarks>
public sealed record RosterForm
{
    /// <summary>Whether every row says when the request was made. Where not, the column may be missing or its cells empty, and the caller decides what time counts.</summary>
    /// <value>true</value>
    public bool RequiresRequestTime { get; init; } = true;

    /// <summary>The questions that the ministry asks at registration, in the order in which a list shows them.</summary>
    /// <value>None.</value>
    public ImmutableArray<RosterQuestion> Questions { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A question of a ministry's own, whose answers stand in a column of the file.</summary>
/// <remarks>Immutable.</remarks>
public sealed class RosterQuestion
{
    /// <summary>Names a question.</summary>
    /// <param name="code">Its code, which is also a header of its column: 1 to 100 letters, digits, hyphens, underscores, full stops and slashes of ASCII, beginning with a letter or digit.</param>
    /// <param name="headers">Other headers that its column may have, such as its title in English and in Khmer.</param>
    /// <exception cref="ArgumentException">The code is not one, or a header is empty.</exception>
    public RosterQuestion(string code, params IEnumerable<string> headers)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(headers);
        if (code.Length > 100 || !char.IsAsciiLetterOrDigit(code[0]) || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/'))
        {
            throw new ArgumentException($"'{code}' is not a question's code: 1 to 100 letters, digits, hyphens, underscores, full stops and slashes, beginning with a letter or digit.", nameof(code));
        }

        (Code, Headers) = (code, [.. headers]);
        if (Headers.Any(header => header is null || ImportColumn.Key(header).Length == 0))
        {
            throw new ArgumentException("A header has at least one letter or digit, and at most 200 characters.", nameof(headers));
        }

        Column = new(code, false, [.. Headers]);
    }

    /// <summary>Its code.</summary>
    public string Code { get; }

    /// <summary>Other headers that its column may have.</summary>
    public ImmutableArray<string> Headers { get; }

    internal ImportColumn Column { get; }
}
