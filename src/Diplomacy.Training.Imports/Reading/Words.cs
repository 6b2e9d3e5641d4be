namespace Diplomacy.Training.Imports;

/// <summary>The words, in English and Khmer, by which a column says one of a few things; matched like headers, without case.</summary>
internal sealed class Words<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _words = new(StringComparer.Ordinal);
    private readonly string _known;

    internal Words(params ReadOnlySpan<(T Value, string[] Words)> words)
    {
        var known = new List<string>();
        foreach (var (value, all) in words)
        {
            known.Add(all[0]);
            foreach (string word in all)
            {
                _words[ImportColumn.Key(word)] = value;
            }
        }

        _known = string.Join(", ", known);
    }

    /// <summary>The words that are told to whoever wrote another one.</summary>
    internal string Known => _known;

    /// <summary>What a text says; null for an unknown word.</summary>
    internal T? Find(string text) => _words.TryGetValue(ImportColumn.Key(text), out T value) ? value : null;

    /// <summary>What a cell says; where it is empty the fallback, or an error where there is none. Null with an error for an unknown word.</summary>
    internal T? Read(ImportTable table, ImportColumn column, T? fallback, ImportText unknown)
    {
        string? text = fallback is null ? table.Required(column) : table.Text(column);
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        if (_words.TryGetValue(ImportColumn.Key(text), out T value))
        {
            return value;
        }

        table.Refuse(unknown, column, text, ("known", _known));
        return null;
    }
}
