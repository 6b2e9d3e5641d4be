using System.Text.Json;

namespace Diplomacy.Training.Journal;

/// <summary>
/// The personal records of an archive that is being read: compared with what the journal says of them, and erased again where it says that they were.
/// A line does not tell when its record was written, so the entries do: a record is as old as the first append that refers to it, and older than any when none does.
/// </summary>
internal sealed class ArchivedRecords(InMemoryTrainingStore store)
{
    private readonly Dictionary<string, (int Line, PersonalRecord Record)> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Digest, int Place, Append First)> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<ErasedSubjects, List<(int Place, Append Append)>> _erasures = [];
    private int _entries;

    /// <summary>Takes over a record.</summary>
    internal void Add(ArchiveRecord line, int number)
    {
        var record = new PersonalRecord(RecordId.Parse(line.Id), line.Subject, line.Kind, line.Payload, line.Salt);
        string id = record.Id.ToString();

        // A record that stands below what refers to it is held to the same digest.
        if (_references.TryGetValue(id, out var reference) && reference.Digest != record.Reference.Digest)
        {
            throw new FormatException("its content or salt is not what was recorded");
        }

        _records.Add(id, (number, record));
        store.Restore(record);
    }

    /// <summary>Takes over an entry.</summary>
    internal void Add(ArchiveEntry line)
    {
        _entries++;
        var append = new Append(line.Command, line.Fingerprint, line.At);
        foreach (var (id, digest) in ReferencesIn(line.Payload))
        {
            if (_records.TryGetValue(id, out var known) && known.Record.Reference.Digest != digest)
            {
                throw new FormatException(FormattableString.Invariant($"it refers to the personal record on line {known.Line}, whose content or salt is not what was recorded"));
            }

            _references[id] = _references.TryGetValue(id, out var before) ? before with { Digest = digest } : (digest, _entries, append);
        }

        foreach (ErasedSubjects erased in ErasedSubjects.Of(store.Restore(line)))
        {
            (_erasures.TryGetValue(erased, out var places) ? places : _erasures[erased] = []).Add((_entries, append));
        }
    }

    /// <summary>After the last line: drops every record that was there when its subject was erased.</summary>
    internal void EraseAgain()
    {
        foreach (var (id, (_, record)) in _records)
        {
            if (ErasedSubjects.Covering(record.Subject).Any(subjects => _erasures.TryGetValue(subjects, out var places) && WasErased(id, places)))
            {
                store.Drop(record);
            }
        }
    }

    // What comes with an append that erases is kept, whichever of its entries stands first.
    private bool WasErased(string id, List<(int Place, Append Append)> erasures) =>
        !_references.TryGetValue(id, out var reference) || erasures.FindLast(erasure => erasure.Append != reference.First).Place > reference.Place;

    /// <summary>Every record that an event refers to. Found by shape, an object of id and digest, so that no event need be understood.</summary>
    private static List<(string Id, string Digest)> ReferencesIn(string payload)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        var found = new List<(string, string)>();
        var open = new Stack<JsonElement>([document.RootElement]);
        while (open.TryPop(out JsonElement element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    open.Push(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String &&
                    element.TryGetProperty("digest", out JsonElement digest) && digest.ValueKind == JsonValueKind.String)
                {
                    found.Add((id.GetString()!, digest.GetString()!));
                }

                foreach (JsonProperty property in element.EnumerateObject())
                {
                    open.Push(property.Value);
                }
            }
        }

        return found;
    }

    /// <summary>Tells one append from another: a command's id alone is unique only within a stream.</summary>
    private sealed record Append(string Command, string Fingerprint, Instant At);
}
