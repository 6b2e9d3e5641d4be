using System.Text.Json;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>An institution was added to the directory.</summary>
/// <param name="At">When.</param>
/// <param name="Institution">Its particulars.</param>
public sealed record InstitutionAdded(Instant At, Institution Institution) : TrainingEvent(At);

/// <summary>An institution's particulars changed; its code stays.</summary>
/// <param name="At">When.</param>
/// <param name="Institution">Its particulars from now on.</param>
public sealed record InstitutionChanged(Instant At, Institution Institution) : TrainingEvent(At);

internal static class InstitutionEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("institution.added", InstitutionJson.Default.InstitutionAdded),
        EventType.Of("institution.changed", InstitutionJson.Default.InstitutionChanged),
    ];

    /// <summary>All particulars as text, for the fingerprint of a command: nothing that can be asked for differently is left out.</summary>
    internal static string Describe(Institution institution) =>
        JsonSerializer.Serialize(new InstitutionChanged(default, institution), InstitutionJson.Default.InstitutionChanged);
}

internal sealed class InstitutionCodeConverter() : TextConverter<InstitutionCode>(InstitutionCode.Parse, code => code.ToString());

internal sealed class SeatGroupsConverter() : TextConverter<SeatGroups>(SeatGroups.Parse, groups => groups.ToString());

internal sealed class WorkingTimeConverter() : TextConverter<WorkingTime>(WorkingTime.Parse, time => time.ToString());

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(InstantConverter), typeof(InstitutionCodeConverter), typeof(WorkingTimeConverter), typeof(SeatGroupsConverter), typeof(NamedEnumConverter<InstitutionKind>)])]
[JsonSerializable(typeof(InstitutionAdded))]
[JsonSerializable(typeof(InstitutionChanged))]
internal sealed partial class InstitutionJson : JsonSerializerContext;
