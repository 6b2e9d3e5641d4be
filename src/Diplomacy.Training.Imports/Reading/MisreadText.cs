using System.Buffers;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>
/// Text in UTF-8 that a program took for Windows-1252 or Latin-1 and saved again: <c>JosÃ©</c>, <c>áž…</c>. Turned back into bytes, such a text is UTF-8 once more,
/// and names in Latin letters practically never are.
/// </summary>
internal static class MisreadText
{
    // The characters of Windows-1252 at 80 to 9F, where Latin-1 has control characters; as text, since five of them are not assigned.
    private const string Windows = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    internal static bool IsLikely(string text)
    {
        if (Ascii.IsValid(text))
        {
            return false;
        }

        int doubtful = 0;
        Span<byte> bytes = stackalloc byte[4];
        for (int i = 0; i < text.Length;)
        {
            int length = Byte(text[i]) switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
            if (length == 0 || i + length > text.Length)
            {
                i++;
                continue;
            }

            for (int n = 0; n < length; n++)
            {
                bytes[n] = Byte(text[i + n]);
            }

            if (Rune.DecodeFromUtf8(bytes[..length], out Rune rune, out int consumed) != OperationStatus.Done || consumed != length)
            {
                i++;
                continue;
            }

            switch (Verdict(rune.Value, text.AsSpan(i + 1, length - 1), i + length == text.Length || !char.IsLetter(text[i + length])))
            {
                case true:
                    return true;
                case null:
                    doubtful++;
                    break;
                default:
                    break;
            }

            i += length;
        }

        return doubtful > 1;
    }

    // Whether the character is one that a list of people holds. Null: it may be, but so may the two that it would come from, as in ČÍŽEK or in “ANDRÉ”; two of these are no chance.
    private static bool? Verdict(int character, ReadOnlySpan<char> rest, bool endsWord) => character switch
    {
        (>= 0xA0 and <= 0x17F) or 0x1A0 or 0x1A1 or 0x1AF or 0x1B0 or (>= 0x218 and <= 0x21B) or 0x259 => (character > 0xFF && IsInNames(rest[^1])) || (endsWord && IsAfterNames(rest[^1])) ? null : true,
        (>= 0x180 and <= 0x4FF) or (>= 0x5D0 and <= 0x64A) => null,
        (>= 0xE00 and <= 0xEFF) or (>= 0x1780 and <= 0x17FF) or (>= 0x19E0 and <= 0x19FF) or (>= 0x1E00 and <= 0x1EFF) => true,
        (>= 0x3040 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) when IsAfterNames(rest[0]) && IsAfterNames(rest[1]) => false,
        (>= 0x2000 and <= 0x20BF) or (>= 0x3040 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or 0xFEFF => true,
        _ => false,
    };

    // The letters of Windows-1252 beside Latin-1 that names have after another accented one.
    private static bool IsInNames(char c) => c is '\u0160' or '\u017D' or '\u0161' or '\u017E';

    private static bool IsAfterNames(char c) => c is (>= '\u2018' and <= '\u201D') or '\u2039' or '\u00AB' or '\u2026' or '\u2013' or '\u2014' or '\u203A' or '\u00BB';

    /// <summary>The byte that a character comes from; 0 where it comes from none.</summary>
    private static byte Byte(char c)
    {
        if (c <= '\u00FF')
        {
            return (byte)c;
        }

        int at = Windows.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? (byte)0 : (byte)(0x80 + at);
    }
}
