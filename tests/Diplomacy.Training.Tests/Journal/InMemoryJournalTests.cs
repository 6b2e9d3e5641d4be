using System.Text;
using System.Text.Json.Nodes;
using Diplomacy.Training.Journal;
using NodaTime.Text;

namespace Diplomacy.Training.Tests.Journal;

/// <summary>The store in memory holds to the contract.</summary>
public sealed class InMemoryJournalTests : JournalContract
{
    protected override ValueTask<TrainingPorts> OpenAsync() => new(TrainingPorts.InMemory());

    protected override async ValueTask<TrainingPorts> OpenHoldingAsync(JournalEntry entry)
    {
        var line = new JsonObject
        {
            ["entry"] = new JsonObject
            {
                ["stream"] = entry.Stream.ToString(),
                ["version"] = entry.Version,
                ["type"] = entry.Type,
                ["schemaVersion"] = entry.SchemaVersion,
                ["payload"] = entry.Payload,
                ["by"] = entry.By.Id,
                ["capacity"] = entry.By.Capacity == ActorCapacity.FocalPoint ? "focalPoint" : entry.By.Capacity.ToString().ToLowerInvariant(),
                ["at"] = InstantPattern.ExtendedIso.Format(entry.At),
                ["command"] = entry.Command.ToString(),
                ["fingerprint"] = entry.Fingerprint,
                ["hash"] = entry.Hash,
            },
        };
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(line.ToJsonString() + "\n"));
        return TrainingPorts.InMemory(await TrainingArchive.ReadAsync(file));
    }
}
