using System.Buffers;
using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>
/// Keeps spreadsheets from calculating what people have written (CSV injection, as OWASP describes it): an apostrophe before every place at which a program could
/// see the beginning of a formula. What it adds it can take away again, from its own texts and from those that people have guarded by hand.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    // With the full-width and small forms, which East Asian editions take for the same, and the minus sign.
    private static readonly SearchValues<char> s_begins = SearchValues.Create("=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212");

    /// <summary>The text with an apostrophe where it begins like a formula, and where a line of it or what stands after a semicolon or tab does: some programs split there.</summary>
    internal static string Add(string text)
    {
        StringBuilder? guarded = null;
        for (int at = 0; at <= text.Length;)
        {
            int end = End(text, at);
            bool needed = Needs(text, at, end, first: at == 0);
            if (needed && guarded is null)
            {
                guarded = new StringBuilder(text.Length + 8).Append(text, 0, at);
            }

            if (needed)
            {
                guarded!.Append(Guard);
            }

            guarded?.Append(text, at, Math.Min(end + 1, text.Length) - at);
            at = end + 1;
        }

        return guarded?.ToString() ?? text;
    }

    /// <summary>The text without the apostrophes that <see cref="Add"/> writes.</summary>
    internal static string Remove(string text)
    {
        if (!text.Contains(Guard, StringComparison.Ordinal))
        {
            return text;
        }

        var bare = new StringBuilder(text.Length);
        for (int at = 0; at <= text.Length;)
        {
            int end = End(text, at);
            int from = at < end && text[at] == Guard && Needs(text, at + 1, end, first: at == 0) ? at + 1 : at;
            bare.Append(text, from, Math.Min(end + 1, text.Length) - from);
            at = end + 1;
        }

        return bare.ToString();
    }

    private static int End(string text, int from)
    {
        int end = text.AsSpan(from).IndexOfAny("\r\n;\t");
        return end < 0 ? text.Length : from + end;
    }

    // Apostrophes in front make no difference: so Remove finds what Add has done, whatever stood there before.
    private static bool Needs(string text, int from, int end, bool first)
    {
        int at = from;
        while (at < end && IsPassedOver(text[at]))
        {
            at++;
        }

        return at < end ? s_begins.Contains(text[at]) : first && end < text.Length && text[end] != ';';
    }

    // Programs trim what stands before a value, or what they take for quotation marks.
    private static bool IsPassedOver(char c) =>
        c is '\'' or '"' or '`' or (>= '\u2018' and <= '\u201F') or '\u00AB' or '\u00BB' || char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
