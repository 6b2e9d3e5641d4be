using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Diplomacy.Training.Journal;

/// <summary>A kind of event: its stable name, the version of its payload that is written today, and how it is read and written.</summary>
internal sealed record EventType(string Name, int Version, Type Clr, Func<TrainingEvent, string> Write, Func<int, string, TrainingEvent> Read)
{
    internal static EventType Of<T>(string name, JsonTypeInfo<T> json)
        where T : TrainingEvent
    {
        var strict = new Lazy<JsonTypeInfo<T>>(() => Strict(json));
        return new(name, 1, typeof(T),
            value => JsonSerializer.Serialize((T)value, json),
            (_, payload) => JsonSerializer.Deserialize(payload, strict.Value) ?? throw new JsonException($"The payload of a {name} is null."));
    }

    /// <summary>The same contract, but what is never null must be there: a payload may come from anywhere, and an event read from it must be whole.</summary>
    private static JsonTypeInfo<T> Strict<T>(JsonTypeInfo<T> json)
    {
        var options = new JsonSerializerOptions(json.Options)
        {
            RespectNullableAnnotations = true,
            TypeInfoResolver = json.Options.TypeInfoResolver!.WithAddedModifier(static type =>
            {
                foreach (JsonPropertyInfo property in type.Properties)
                {
                    property.IsRequired |= property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false };
                }
            }),
        };
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
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
        .. AnswerEvents.Types,
        .. InvitationEvents.Types,
        .. CertificateEvents.Types,
        .. AttendanceEvents.Types,
    ];

    internal static EventType Of(TrainingEvent value) =>
        s_byClr.TryGetValue(value.GetType(), out EventType? type)
            ? type
            : throw new ArgumentException($"{value.GetType().Name} is not an event of the journal.", nameof(value));

    internal static TrainingEvent Read(JournalEntry entry) =>
        s_byName.TryGetValue(entry.Type, out EventType? type) && entry.SchemaVersion <= type.Version
            ? Read(type, entry)
            : new UnknownEvent(entry.At, entry.Type, entry.SchemaVersion);

    private static TrainingEvent Read(EventType type, JournalEntry entry)
    {
        try
        {
            return type.Read(entry.SchemaVersion, entry.Payload);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidOperationException or OverflowException or NullReferenceException)
        {
            // A value that its own type refuses is a payload that cannot be read, whoever tampered with it.
            throw new JsonException($"The payload of a {type.Name} holds a value that cannot be.", fault);
        }
    }
}
