using System.Text;
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
    /// <param name="cancellationToken">Stops between two lines.</param>
    public static async Task WriteAsync(TrainingPorts ports, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            await foreach (PersonalRecord record in ports.Records.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                await Line(new(null, new(record.Id.ToString(), record.Subject, record.Kind, record.Payload, record.Salt))).ConfigureAwait(false);
            }

            await foreach (JournalEntry entry in ports.Journal.ReadAllAsync(0, cancellationToken).ConfigureAwait(false))
            {
                await Line(new(
                    new(entry.Stream.ToString(), entry.Version, entry.Type, entry.SchemaVersion, entry.Payload, entry.By.Id, entry.By.Capacity, entry.At, entry.Command.ToString(), entry.Fingerprint, entry.Hash),
                    null)).ConfigureAwait(false);
            }
        }

        async ValueTask Line(ArchiveLine line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteLineAsync(JsonSerializer.Serialize(line, ArchiveJson.Default.ArchiveLine).AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads a file into a new store in memory. The hash chain of every stream is checked, and every personal record that an event refers to
    /// against the digest in the journal. Lines missing at the end of a stream cannot be noticed from the file alone.
    /// Erasures are carried out again: a record whose subject the journal says was erased (<c>person.erased</c>, <c>attendance.callers-erased</c>, <c>attendance.caller-decided</c>)
    /// is dropped without a word, unless it was first referred to by the erasing append itself or after it. So the records of an old backup, together with the entries of
    /// the newest journal, bring nobody back. Erasures by <see cref="IPersonalRecords.EraseAsync"/> stand in no journal and cannot be carried out again.
    /// </summary>
    /// <param name="input">What <see cref="WriteAsync"/> wrote; left open.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    /// <exception cref="FormatException">A line is not an entry or a record, an entry does not continue its stream, a record is not what the journal says it was, or the file is not UTF-8; the message names the line.</exception>
    public static async Task<InMemoryTrainingStore> ReadAsync(Stream input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var store = new InMemoryTrainingStore();
        var records = new ArchivedRecords(store);
        using var reader = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
        for (int number = 1; await LineAsync(reader, number, cancellationToken).ConfigureAwait(false) is { } text; number++)
        {
            try
            {
                ArchiveLine line = JsonSerializer.Deserialize(text, ArchiveJson.Default.ArchiveLine) ?? throw new FormatException("it is null");
                switch (line)
                {
                    case { Record: { } record, Entry: null }:
                        records.Add(record, number);
                        break;
                    case { Entry: { } entry, Record: null }:
                        records.Add(entry);
                        break;
                    default:
                        throw new FormatException("it is neither an entry nor a record");
                }
            }
            catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
            {
                throw new FormatException(FormattableString.Invariant($"Line {number} of the archive cannot be read: {fault.Message}"), fault);
            }
        }

        records.EraseAgain();
        return store;
    }

    private static async ValueTask<string?> LineAsync(StreamReader reader, int number, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DecoderFallbackException fault)
        {
            throw new FormatException(FormattableString.Invariant($"Line {number} of the archive, or one soon after it, is not UTF-8."), fault);
        }
    }
}

internal sealed record ArchiveLine(ArchiveEntry? Entry = null, ArchiveRecord? Record = null);

internal sealed record ArchiveEntry(
    string Stream, long Version, string Type, int SchemaVersion, string Payload, string By, ActorCapacity Capacity, Instant At, string Command, string Fingerprint, string Hash);

internal sealed record ArchiveRecord(string Id, string Subject, string Kind, string Payload, string Salt);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(InstantConverter), typeof(NamedEnumConverter<ActorCapacity>)])]
[JsonSerializable(typeof(ArchiveLine))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
