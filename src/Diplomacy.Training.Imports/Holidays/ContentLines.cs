using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Diplomacy.Training.Imports;

/// <summary>One property of an iCalendar file.</summary>
/// <param name="Row">The line on which it begins, from 1.</param>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">By name in capitals; of several values the first.</param>
/// <param name="Value">As it stands, with its escapes.</param>
internal sealed record ContentLine(int Row, string Name, Dictionary<string, string> Parameters, string Value);

/// <summary>Unfolds the lines of an iCalendar file (RFC 5545 §3.1) and parts them into name, parameters and value. Works on bytes, since folds may part a character.</summary>
internal sealed class ContentLines(ReadOnlyMemory<byte> utf8, ImportFaults faults)
{
    /// <summary>No property that is read here is as long; those that are, such as pictures, are passed over.</summary>
    private const int Longest = 20_000;

    private readonly ArrayBufferWriter<byte> _line = new();
    private int _at;
    private int _rows;

    /// <summary>The next property; null at the end. Lines that are none are told as faults.</summary>
    internal ContentLine? Next()
    {
        while (Unfold() is { } row)
        {
            if (_line.WrittenCount is 0 or > Longest)
            {
                continue;
            }

            ReadOnlySpan<byte> bytes = _line.WrittenSpan;
            if (!Utf8.IsValid(bytes))
            {
                faults.Add(ImportWords.TextIsUndamaged, row);
            }
            else if (Part(row, Encoding.UTF8.GetString(bytes)) is { } part)
            {
                return part;
            }
            else
            {
                faults.Add(ImportWords.LineIsAProperty, row);
            }
        }

        return null;
    }

    private int? Unfold()
    {
        if (_at >= utf8.Length)
        {
            return null;
        }

        _line.ResetWrittenCount();
        int row = _rows + 1;
        do
        {
            ReadOnlySpan<byte> rest = utf8.Span[_at..];
            int end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            int length = end < 0 ? rest.Length : end;
            int fold = _rows + 1 > row ? 1 : 0;
            if (_line.WrittenCount <= Longest)
            {
                _line.Write(rest[fold..length]);
            }

            _at += length + (end < 0 ? 0 : rest[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1);
            _rows++;
        }
        while (_at < utf8.Length && utf8.Span[_at] is (byte)' ' or (byte)'\t');

        return row;
    }

    private static ContentLine? Part(int row, string line)
    {
        int at = line.AsSpan().IndexOfAny(':', ';');
        if (at <= 0 || !line.AsSpan(0, at).ToString().All(IsOfName))
        {
            return null;
        }

        string name = line[..at].ToUpperInvariant();
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        while (line[at] == ';')
        {
            int equals = line.IndexOf('=', at);
            if (equals < 0 || !line.AsSpan(at + 1, equals - at - 1).ToString().All(IsOfName))
            {
                return null;
            }

            int end = EndOfParameter(line, equals + 1);
            if (end < 0)
            {
                return null;
            }

            parameters.TryAdd(line[(at + 1)..equals].ToUpperInvariant(), line[(equals + 1)..end].Trim('"'));
            at = end;
        }

        return new(row, name, parameters, line[(at + 1)..]);
    }

    private static int EndOfParameter(string line, int at)
    {
        bool quoted = false;
        for (; at < line.Length; at++)
        {
            quoted ^= line[at] == '"';
            if (!quoted && line[at] is ':' or ';')
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
