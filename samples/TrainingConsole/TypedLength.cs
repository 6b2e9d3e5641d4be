using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace TrainingConsole;

/// <summary>Lengths of time as people type them: <c>2h</c>, <c>90m</c>, <c>1h30m</c>.</summary>
internal static partial class TypedLength
{
    /// <summary>The length; null where it is not understood.</summary>
    internal static Duration? Read(string typed) =>
        Form().Match(typed.Trim()) is { Success: true } match && match.Length > 0 ? Duration.FromMinutes((60 * Number(match.Groups["h"])) + Number(match.Groups["m"])) : null;

    internal static string Write(Duration length) =>
        string.Create(CultureInfo.InvariantCulture, $"{(length.Days > 0 || length.Hours > 0 ? $"{(length.Days * 24) + length.Hours}h" : "")}{(length.Minutes > 0 ? $"{length.Minutes}m" : "")}");

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?:(?<h>[0-9]{1,3})h)?(?:(?<m>[0-9]{1,4})m)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
