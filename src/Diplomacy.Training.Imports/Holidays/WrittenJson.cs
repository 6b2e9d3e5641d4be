using System.Text.Json;
using System.Text.Unicode;

namespace Diplomacy.Training.Imports;

/// <summary>A value of a JSON file and the line on which it begins.</summary>
internal sealed record WrittenJson(JsonTokenType Kind, int Line, string Text)
{
    /// <summary>No calendar has as many values, and each takes fifty times the memory that it takes in the file.</summary>
    private const int Most = 1_000_000;

    /// <summary>The members of an object, in order, with their lines; empty for every other kind.</summary>
    internal List<(string Name, int Line, WrittenJson Value)> Members { get; } = [];

    /// <summary>The values of an array; empty for every other kind.</summary>
    internal List<WrittenJson> Items { get; } = [];

    internal bool IsText => Kind == JsonTokenType.String;

    internal bool IsObject => Kind == JsonTokenType.StartObject;

    internal bool IsArray => Kind == JsonTokenType.StartArray;

    /// <summary>Reads a whole file (RFC 8259), without comments and trailing commas.</summary>
    /// <exception cref="ImportException">It is not valid JSON or not UTF-8, or has more than a million values.</exception>
    internal static WrittenJson Read(ReadOnlySpan<byte> utf8, ImportFaults faults)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw faults.Refuse(ImportWords.TextIsUndamaged);
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 8 });
        var lines = new Lines(utf8);
        try
        {
            int left = Most;
            reader.Read();
            WrittenJson? read = Value(ref reader, ref lines, ref left);
            if (read is null)
            {
                throw faults.Refuse(ImportWords.CalendarIsWithinLimit, lines.At(reader.TokenStartIndex), arguments: [("limit", Most)]);
            }

            reader.Read();
            return read;
        }
        catch (JsonException fault)
        {
            throw faults.Refuse(ImportWords.JsonIsReadable, (int)(fault.LineNumber ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, written as an escape, is no text.
            throw faults.Refuse(ImportWords.JsonIsReadable, lines.At(reader.TokenStartIndex));
        }
    }

    /// <summary>The value on which the reader stands; null where there are too many.</summary>
    private static WrittenJson? Value(ref Utf8JsonReader reader, ref Lines lines, ref int left)
    {
        if (--left < 0)
        {
            return null;
        }

        int line = lines.At(reader.TokenStartIndex);
        var value = new WrittenJson(reader.TokenType, line, reader.TokenType == JsonTokenType.String ? reader.GetString()! : "");
        while (value.IsObject && reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            int at = lines.At(reader.TokenStartIndex);
            reader.Read();
            if (Value(ref reader, ref lines, ref left) is not { } member)
            {
                return null;
            }

            value.Members.Add((name, at, member));
        }

        while (value.IsArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Value(ref reader, ref lines, ref left) is not { } item)
            {
                return null;
            }

            value.Items.Add(item);
        }

        return value;
    }

    /// <summary>Counts line feeds as the reading goes on.</summary>
    private ref struct Lines(ReadOnlySpan<byte> utf8)
    {
        private readonly ReadOnlySpan<byte> _utf8 = utf8;
        private long _counted;
        private int _line = 1;

        internal int At(long index)
        {
            if (index > _counted)
            {
                _line += _utf8[(int)_counted..(int)index].Count((byte)'\n');
                _counted = index;
            }

            return _line;
        }
    }
}
