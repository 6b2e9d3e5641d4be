using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary>The archive that the workshop sample leaves behind, read into a store in memory.</summary>
internal static class Archive
{
    internal const string DefaultFile = "out/training.jsonl";

    /// <summary>Reads an archive.</summary>
    /// <param name="option">The option that named it, for what goes wrong.</param>
    /// <param name="path">The file.</param>
    /// <param name="until">Leaves out whatever was recorded later; everything when null.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    internal static async Task<InMemoryTrainingStore> ReadAsync(string option, string path, Instant? until, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new InputException([$"{option}: There is no file '{path}'. Run the sample DigitalDiplomacyWorkshop first, or name the {(option == "--store" ? "register" : "archive")}."]);
        }

        try
        {
            await using FileStream file = File.OpenRead(path);
            await using Stream read = until is { } end ? await BeforeAsync(file, end, cancellationToken) : file;
            return await TrainingArchive.ReadAsync(read, cancellationToken);
        }
        catch (FormatException fault) when (fault.InnerException is JsonException)
        {
            // What the parser of JSON says helps nobody who named the wrong file.
            string line = Regex.Match(fault.Message, "[0-9]+").Value;
            throw new InputException([line is "1"
                ? $"{option}: '{path}' is not an archive of this library (line 1). The workshop sample leaves one behind as {DefaultFile}."
                : $"{option}: '{path}' is damaged: line {line} cannot be read."]);
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputException([$"{option} '{path}': {fault.Message}"]);
        }
    }

    /// <summary>Writes an archive in the place of another: whole, or not at all.</summary>
    internal static async Task WriteAsync(Diplomacy.Training.TrainingPorts ports, string path, CancellationToken cancellationToken)
    {
        string next = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (FileStream file = File.Create(next))
            {
                await TrainingArchive.WriteAsync(ports, file, cancellationToken);
            }

            File.Move(next, path, overwrite: true);
        }
        finally
        {
            File.Delete(next);
        }
    }

    /// <summary>The archive as it was at an instant: entries are in the order in which they were recorded, so that those from the first later one on are left out.</summary>
    private static async Task<Stream> BeforeAsync(FileStream file, Instant until, CancellationToken cancellationToken)
    {
        var kept = new MemoryStream();
        await using var writer = new StreamWriter(kept, leaveOpen: true) { NewLine = "\n" };
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        bool later = false;
        for (int number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (TimeOf(line, number) is not { } at)
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            }
            else if (!(later |= at > until))
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            }
        }

        await writer.FlushAsync(cancellationToken);
        kept.Position = 0;
        return kept;
    }

    /// <summary>When an entry was recorded; null for what is none.</summary>
    private static Instant? TimeOf(string line, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("entry", out JsonElement entry) &&
                entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("at", out JsonElement at) && at.ValueKind == JsonValueKind.String &&
                InstantPattern.ExtendedIso.Parse(at.GetString()!) is { Success: true, Value: var instant }
                ? instant
                : null;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Line {number} of the archive cannot be read.", fault);
        }
    }
}
