using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Someone was checked in at the door of a session.</summary>
/// <param name="At">When this was recorded.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Session">The session's code.</param>
/// <param name="CheckedInAt">When it took place, by the clock at the door.</param>
/// <param name="Nonce">What the scanner drew for this scan; null where there is none.</param>
/// <param name="Device">The device that made the scan; null where none was named.</param>
/// <param name="ClockAhead">How far the device's clock was said to be ahead: taken off <paramref name="CheckedInAt"/> already, so that the raw time can be found. Null for not at all.</param>
public sealed record CheckedIn(
    Instant At, RegistrationId Registration, string Session, Instant CheckedInAt, string? Nonce, string? Device = null, Duration? ClockAhead = null) : TrainingEvent(At);

/// <summary>Someone who was checked in for a session was seen at its door by another device, or earlier by the same one. Counts once; two devices may mean a copied ticket.</summary>
/// <param name="At">When this was recorded.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Session">The session's code.</param>
/// <param name="SeenAt">When it took place, by the corrected clock of the device.</param>
/// <param name="Device">The device.</param>
/// <param name="Nonce">What the device drew for this scan; null where there is none.</param>
/// <param name="ClockAhead">How far the device's clock was said to be ahead; null for not at all.</param>
public sealed record SeenAgainAtDoor(
    Instant At, RegistrationId Registration, string Session, Instant SeenAt, string Device, string? Nonce = null, Duration? ClockAhead = null) : TrainingEvent(At);

/// <summary>A person corrected how long someone was present in a session (R34). Who did is the entry's actor.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Session">The session's code.</param>
/// <param name="Present">How long.</param>
/// <param name="Reason">The personal record with the reason.</param>
public sealed record PresenceCorrected(Instant At, RegistrationId Registration, string Session, Duration Present, RecordRef Reason) : TrainingEvent(At);

/// <summary>A correction was taken back: the evidence counts again.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Session">The session's code.</param>
/// <param name="Reason">The personal record with the reason.</param>
public sealed record CorrectionTakenBack(Instant At, RegistrationId Registration, string Session, RecordRef Reason) : TrainingEvent(At);

/// <summary>Someone was seen leaving a session.</summary>
/// <param name="At">When this was recorded.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Session">The session's code.</param>
/// <param name="CheckedOutAt">When it took place.</param>
public sealed record CheckedOut(Instant At, RegistrationId Registration, string Session, Instant CheckedOutAt) : TrainingEvent(At);

/// <summary>A check-in was taken back, with its exit.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Session">The session's code.</param>
public sealed record CheckInUndone(Instant At, RegistrationId Registration, string Session) : TrainingEvent(At);

/// <summary>A call's report was imported.</summary>
/// <param name="At">When.</param>
/// <param name="Report">The report, without names.</param>
/// <param name="Supersedes">The digests of the reports that it replaces, ordered; its own where the same file was read in another zone before.</param>
public sealed record CallReportImported(Instant At, CallReport Report, ImmutableArray<string> Supersedes) : TrainingEvent(At);

/// <summary>The host told whose ids of the call's platform are (R30).</summary>
/// <param name="At">When.</param>
/// <param name="Salt">The personal record with the sheet's salt.</param>
/// <param name="Registrants">What changed.</param>
public sealed record RegistrantsMapped(Instant At, RecordRef Salt, ImmutableArray<MappedRegistrant> Registrants) : TrainingEvent(At);

/// <summary>Whose an id of the call's platform is.</summary>
/// <param name="Key">Salted digest of the id.</param>
/// <param name="Registration">Whose; null where the mapping was taken back.</param>
public sealed record MappedRegistrant(string Key, RegistrationId? Registration);

/// <summary>A person decided who a caller is. Holds for every report, those imported later too (R30).</summary>
/// <param name="At">When.</param>
/// <param name="Caller">The caller's key.</param>
/// <param name="Registration">Whose; null when the caller is no participant.</param>
/// <param name="Reason">The personal record with the reason (R34).</param>
/// <param name="Identity">The personal record with display name and address from now on; null where they were erased. Where the caller is a participant, what was kept under the caller's key was erased in the same transaction.</param>
public sealed record CallerDecided(Instant At, string Caller, RegistrationId? Registration, RecordRef Reason, RecordRef? Identity) : TrainingEvent(At);

/// <summary>What files called those callers who are nobody's, the names of the sources and the sheet's salt were erased, in the same transaction (R55).</summary>
/// <param name="At">When.</param>
/// <param name="Count">How many personal records were erased.</param>
public sealed record CallersErased(Instant At, int Count) : TrainingEvent(At);

internal static class AttendanceEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("attendance.checked-in", AttendanceJson.Default.CheckedIn),
        EventType.Of("attendance.seen-again", AttendanceJson.Default.SeenAgainAtDoor),
        EventType.Of("attendance.presence-corrected", AttendanceJson.Default.PresenceCorrected),
        EventType.Of("attendance.correction-taken-back", AttendanceJson.Default.CorrectionTakenBack),
        EventType.Of("attendance.checked-out", AttendanceJson.Default.CheckedOut),
        EventType.Of("attendance.check-in-undone", AttendanceJson.Default.CheckInUndone),
        EventType.Of("attendance.report-imported", AttendanceJson.Default.CallReportImported),
        EventType.Of("attendance.registrants-mapped", AttendanceJson.Default.RegistrantsMapped),
        EventType.Of("attendance.caller-decided", AttendanceJson.Default.CallerDecided),
        EventType.Of("attendance.callers-erased", AttendanceJson.Default.CallersErased),
    ];

    /// <summary>Whose records an entry erased.</summary>
    internal static IEnumerable<ErasedSubjects> Erased(JournalEntry entry) => entry.Event switch
    {
        CallersErased =>
        [
            new(CallerMatching.SheetSubject(WorkshopId.Parse(entry.Stream.Key))),
            new(CallerMatching.CallerSubject(WorkshopId.Parse(entry.Stream.Key), ""), AndAllThatBeginSo: true),
        ],
        CallerDecided { Registration: not null } decided => [new(CallerMatching.CallerSubject(WorkshopId.Parse(entry.Stream.Key), decided.Caller))],
        _ => [],
    };
}

/// <summary>What a file called someone, as kept in a personal record.</summary>
internal sealed record CallerPayload(string DisplayName, string? Email, string? UserPrincipalName = null)
{
    internal const string Kind = "caller";
}

/// <summary>One text in a personal record: the name of a source, a sheet's salt, the reason of a decision.</summary>
internal sealed record SheetTextPayload(string Text)
{
    internal const string SourceKind = "call-report-source";
    internal const string SaltKind = "sheet-salt";
    internal const string CorrectionReasonKind = "presence-correction-reason";
    internal const string ReasonKind = "caller-decision-reason";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(InstantConverter), typeof(DurationConverter), typeof(RecordIdConverter), typeof(RegistrationIdConverter), typeof(InstitutionCodeConverter), typeof(NamedEnumConverter<DeliveryMode>),
        typeof(NamedEnumConverter<ParticipantRole>),
    ])]
[JsonSerializable(typeof(CheckedIn))]
[JsonSerializable(typeof(SeenAgainAtDoor))]
[JsonSerializable(typeof(PresenceCorrected))]
[JsonSerializable(typeof(CorrectionTakenBack))]
[JsonSerializable(typeof(CheckInListPayload))]
[JsonSerializable(typeof(CheckedOut))]
[JsonSerializable(typeof(CheckInUndone))]
[JsonSerializable(typeof(CallReportImported))]
[JsonSerializable(typeof(RegistrantsMapped))]
[JsonSerializable(typeof(CallerDecided))]
[JsonSerializable(typeof(CallersErased))]
[JsonSerializable(typeof(CallerPayload))]
[JsonSerializable(typeof(SheetTextPayload))]
internal sealed partial class AttendanceJson : JsonSerializerContext;
