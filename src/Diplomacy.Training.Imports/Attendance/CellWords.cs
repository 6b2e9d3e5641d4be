using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>The words in cells of reports, in English, German and Italian, with those of the caller, which go first.</summary>
internal sealed class CellWords(IReadOnlyDictionary<string, string> own)
{
    private static readonly Dictionary<string, Word> s_words = Keyed(
    [
        (Word.Yes, ["Yes", "Y", "True", "Ja", "J", "Sì", "Si"]),
        (Word.No, ["No", "N", "False", "Nein"]),
        (Word.Joined, ["Joined", "Joined before", "Beigetreten", "Teilgenommen", "Bereits beigetreten", "Partecipa", "Ha partecipato", "Entrato"]),
        (Word.Left, ["Left", "Verlassen", "Gegangen", "Abbandonato", "Uscito", "Ha abbandonato"]),
    ]);

    private readonly Dictionary<string, Word> _own = Own(own);

    private enum Word
    {
        Yes,
        No,
        Joined,
        Left,
    }

    /// <summary>Whether a cell says yes or no; null for another word.</summary>
    internal bool? Answer(ReadOnlySpan<byte> cell)
    {
        // The two that stand in a million rows.
        if (_own.Count == 0)
        {
            if (cell.SequenceEqual("No"u8))
            {
                return false;
            }

            if (cell.SequenceEqual("Yes"u8))
            {
                return true;
            }
        }

        return Find(cell) switch { Word.Yes => true, Word.No => false, _ => null };
    }

    /// <summary>Whether somebody joined or left; null for another word.</summary>
    internal bool? Action(ReadOnlySpan<byte> cell) => Find(cell) switch { Word.Joined => true, Word.Left => false, _ => null };

    private Word? Find(ReadOnlySpan<byte> cell)
    {
        string key = cell.Length > ImportColumn.LongestHeader ? "" : ImportColumn.Key(Encoding.UTF8.GetString(cell));
        return _own.TryGetValue(key, out Word word) || s_words.TryGetValue(key, out word) ? word : null;
    }

    private static Dictionary<string, Word> Own(IReadOnlyDictionary<string, string> own)
    {
        var words = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var (written, meant) in own)
        {
            words[ImportColumn.Key(written)] = meant switch
            {
                "Yes" => Word.Yes,
                "No" => Word.No,
                "Joined" => Word.Joined,
                "Left" => Word.Left,
                _ => throw new ArgumentException($"AttendanceReadingOptions.Words: '{meant}' is not Yes, No, Joined or Left.", nameof(own)),
            };
        }

        return words;
    }

    private static Dictionary<string, Word> Keyed(ReadOnlySpan<(Word Word, string[] Written)> words)
    {
        var keyed = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var (word, written) in words)
        {
            foreach (string one in written)
            {
                keyed[ImportColumn.Key(one)] = word;
            }
        }

        return keyed;
    }
}
