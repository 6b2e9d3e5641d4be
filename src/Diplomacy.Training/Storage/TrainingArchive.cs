using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diplomacy.Training.Journal;

/// <summary>
/// Writes a journal and its personal records to a file and reads them back: JSON Lines in UTF-8, payloads verbatim, one entry or record a line.
/// The file holds personal data.
/// </summary>
public static class TrainingArchive
{
    /// <summary>Writes everything.</summary>
    /// <param name="ports">Where it is read from.</param>
    /// <param name="output">Where it is written to; left open.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    public static async Task WriteAsync(TrainingPorts ports, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            await foreach (PersonalRecord record in ports.Records.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                await Line(new(null, new(record.Id.ToString(), record.Subject, record.Kind, record.Payload, record.Salt))).ConfigureAwait(false);
            }

            await foreach (JournalEntry entry in ports.Journal.ReadAllAsync(0, cancellation).ConfigureAwait(false))
            {
                await Line(new(
                    new(entry.Stream.ToString(), entry.Version, entry.Type, entry.SchemaVersion, entry.Payload, entry.By.Id, entry.By.Capacity, entry.At, entry.Command.ToString(), entry.Fingerprint, entry.Hash),
                    null)).ConfigureAwait(false);
            }
        }

        async ValueTask Line(ArchiveLine line)
        {
            cancellation.ThrowIfCancellationRequested();
            await writer.WriteLineAsync(JsonSerializer.Serialize(line, ArchiveJson.Default.ArchiveLine).AsMemory(), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a file into a new store in memory. The hash chain of every stream is checked.</summary>
    /// <param name="input">What <see cref="WriteAsync"/> wrote; left open.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <exception cref="FormatException">A line is not an entry or a record, or an entry does not continue its stream; the message names the line.</exception>
    public static async Task<InMemoryTrainingStore> ReadAsync(Stream input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var store = new InMemoryTrainingStore();
        using var reader = new StreamReader(input, leaveOpen: true);
        for (int number = 1; await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } text; number++)
        {
            try
            {
                store.Restore(JsonSerializer.Deserialize(text, ArchiveJson.Default.ArchiveLine) ?? throw new FormatException("it is null"));
            }
            catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException)
            {
                throw new FormatException(FormattableString.Invariant($"Line {number} of the archive cannot be read: {fault.Message}"), fault);
            }
        }

        return store;
    }
}

internal sealed record ArchiveLine(ArchiveEntry? Entry, ArchiveRecord? Record);

internal sealed record ArchiveEntry(
    string Stream, long Version, string Type, int SchemaVersion, string Payload, string By, ActorCapacity Capacity, Instant At, string Command, string Fingerprint, string Hash);

internal sealed record ArchiveRecord(string Id, string Subject, string Kind, string Payload, string Salt);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantConverter), typeof(NamedEnumConverter<ActorCapacity>)])]
[JsonSerializable(typeof(ArchiveLine))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
