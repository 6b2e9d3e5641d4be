using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Diplomacy.Training.Journal;

/// <summary>A kind of event: its stable name, the version of its payload that is written today, and how it is read and written.</summary>
internal sealed record EventType(string Name, int Version, Type Clr, Func<TrainingEvent, string> Write, Func<int, string, TrainingEvent> Read)
{
    internal static EventType Of<T>(string name, JsonTypeInfo<T> json)
        where T : TrainingEvent =>
        new(name, 1, typeof(T),
            value => JsonSerializer.Serialize((T)value, json),
            (_, payload) => JsonSerializer.Deserialize(payload, json) ?? throw new JsonException($"The payload of a {name} is null."));
}

/// <summary>All kinds of events, each declared in the folder of its stage. Names and payloads never change their meaning; a changed payload is a new version.</summary>
internal static class EventTypes
{
    private static readonly FrozenDictionary<string, EventType> s_byName = All.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    private static readonly FrozenDictionary<Type, EventType> s_byClr = All.ToFrozenDictionary(type => type.Clr);

    internal static IEnumerable<EventType> All =>
    [
        .. InstitutionEvents.Types,
        .. PersonEvents.Types,
        .. PlanningEvents.Types,
        .. RegistrationEvents.Types,
        .. CertificateEvents.Types,
        .. AttendanceEvents.Types,
    ];

    internal static EventType Of(TrainingEvent value) =>
        s_byClr.TryGetValue(value.GetType(), out EventType? type)
            ? type
            : throw new ArgumentException($"{value.GetType().Name} is not an event of the journal.", nameof(value));

    internal static TrainingEvent Read(JournalEntry entry) =>
        s_byName.TryGetValue(entry.Type, out EventType? type) && entry.SchemaVersion <= type.Version
            ? type.Read(entry.SchemaVersion, entry.Payload)
            : new UnknownEvent(entry.At, entry.Type, entry.SchemaVersion);
}
