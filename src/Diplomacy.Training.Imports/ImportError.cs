using System.Collections.Frozen;

namespace Diplomacy.Training.Imports;

/// <summary>What is wrong in a file and where: a stable code, typed arguments, and words in the language asked for.</summary>
/// <remarks>Immutable. Personal values stand in <see cref="PersonalValue"/> alone: never in the arguments, never in the words.</remarks>
public sealed class ImportError
{
    internal ImportError(string source, int? row, string? column, string code, string? personalValue, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        (Source, Row, Column, Code, PersonalValue) = (source, row, column, code, personalValue);
        var values = new Dictionary<string, object>(arguments.Length);
        foreach (var (name, value) in arguments)
        {
            values.Add(name, value);
        }

        Arguments = values.Count == 0 ? FrozenDictionary<string, object>.Empty : values;
    }

    /// <summary>The file's name without its folder, or the name given for a stream.</summary>
    public string Source { get; }

    /// <summary>The row as a spreadsheet numbers it: from 1, headers and empty rows counted; of a calendar of holidays the line. Null where the whole file is meant.</summary>
    public int? Row { get; }

    /// <summary>The column's name as the reader knows it; null where the whole row is meant.</summary>
    public string? Column { get; }

    /// <summary>The stable code, such as <c>import.value-is-a-zone</c>, named for what must hold. Codes never change their meaning.</summary>
    public string Code { get; }

    /// <summary>The value of each named place of the text. Never a name, an address or an external id.</summary>
    public IReadOnlyDictionary<string, object> Arguments { get; }

    /// <summary>What stands in the file, where it is or may be personal; null otherwise. Show it to the person who imports, and never log it.</summary>
    public string? PersonalValue { get; }

    /// <summary>Where and what, in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added; English where it has no text.</param>
    /// <param name="texts">The host's texts; <see cref="ImportTexts.Default"/> when null. Codes that they lack are told in the library's own words.</param>
    public string Explain(Language language, TrainingTexts? texts = null)
    {
        var place = new Dictionary<string, object> { ["source"] = Source };
        if (Row is { } row)
        {
            place["row"] = row;
        }

        if (Column is { } column)
        {
            place["column"] = column;
        }

        string where = (Row, Column) switch
        {
            (null, null) => ImportWords.PlaceFile.Code,
            (null, _) => ImportWords.PlaceColumn.Code,
            (_, null) => ImportWords.PlaceRow.Code,
            _ => ImportWords.PlaceCell.Code,
        };
        return $"{Words(where, place)}{Words(Code, Arguments)}";

        string Words(string code, IReadOnlyDictionary<string, object> arguments) =>
            (texts is not null && texts.Contains(code) ? texts : ImportTexts.Default).Format(code, arguments, language);
    }

    /// <summary>The English words.</summary>
    public override string ToString() => Explain(Language.English);
}
