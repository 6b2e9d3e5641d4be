using System.Text.Json;
using System.Text.Unicode;

namespace Diplomacy.Training.Imports;

/// <summary>A value of a JSON file and the line on which it begins.</summary>
internal sealed record WrittenJson(JsonTokenType Kind, int Line, string Text)
{
    /// <summary>The members of an object, in order, with their lines; empty for every other kind.</summary>
    internal List<(string Name, int Line, WrittenJson Value)> Members { get; } = [];

    /// <summary>The values of an array; empty for every other kind.</summary>
    internal List<WrittenJson> Items { get; } = [];

    internal bool IsText => Kind == JsonTokenType.String;

    internal bool IsObject => Kind == JsonTokenType.StartObject;

    internal bool IsArray => Kind == JsonTokenType.StartArray;

    /// <summary>Reads a whole file (RFC 8259), without comments and trailing commas.</summary>
    /// <exception cref="ImportException">It is not valid JSON, or not UTF-8.</exception>
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
            reader.Read();
            WrittenJson read = Value(ref reader, ref lines);
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

    private static WrittenJson Value(ref Utf8JsonReader reader, ref Lines lines)
    {
        int line = lines.At(reader.TokenStartIndex);
        var value = new WrittenJson(reader.TokenType, line, reader.TokenType == JsonTokenType.String ? reader.GetString()! : "");
        while (value.IsObject && reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            int at = lines.At(reader.TokenStartIndex);
            reader.Read();
            value.Members.Add((name, at, Value(ref reader, ref lines)));
        }

        while (value.IsArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            value.Items.Add(Value(ref reader, ref lines));
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
