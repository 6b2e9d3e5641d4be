using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The ledger was opened, or its terms were changed: how people are invited from now on.</summary>
/// <param name="At">When.</param>
/// <param name="Terms">The terms from now on.</param>
public sealed record InvitationTermsSet(Instant At, InvitationTerms Terms) : TrainingEvent(At);

/// <summary>The address under which the call is joined was set or taken away.</summary>
/// <param name="At">When.</param>
/// <param name="Sitting">For which sitting; null for all.</param>
/// <param name="Person">For whom alone; null for everybody.</param>
/// <param name="Record">The personal record with the address; null when there is none any more.</param>
public sealed record JoinLinkSet(Instant At, string? Sitting, PersonId? Person, RecordRef? Record) : TrainingEvent(At);

/// <summary>An institution is to have entries of its own.</summary>
/// <param name="At">When.</param>
/// <param name="Institution">Which.</param>
/// <param name="Language">In which language it is addressed.</param>
public sealed record InstitutionInvited(Instant At, InstitutionCode Institution, Language Language) : TrainingEvent(At);

/// <summary>An institution is no longer to have entries of its own.</summary>
/// <param name="At">When.</param>
/// <param name="Institution">Which.</param>
public sealed record InstitutionUninvited(Instant At, InstitutionCode Institution) : TrainingEvent(At);

/// <summary>What an entry of the calendar shows was put into words; invitations refer to it by its number.</summary>
/// <param name="At">When.</param>
/// <param name="Edition">Its number in this ledger, from 1.</param>
/// <param name="Content">What is shown.</param>
public sealed record InvitationWorded(Instant At, int Edition, InvitationContent Content) : TrainingEvent(At);

/// <summary>Somebody was invited, or told what changed: a message with this UID and SEQUENCE (R47).</summary>
/// <param name="At">When; also the message's DTSTAMP.</param>
/// <param name="Uid">The entry's UID: the same in every message about it, also after a cancellation (R54).</param>
/// <param name="Invitee">Who.</param>
/// <param name="Entry">Which of the invitee's entries, such as <c>day-1</c>.</param>
/// <param name="Sequence">From 0, one more with each message about the entry.</param>
/// <param name="Edition">What is shown; see <see cref="InvitationWorded"/>.</param>
/// <param name="Institution">By whose clocks times were told.</param>
/// <param name="JoinLink">The personal record with the join link that was told; null when none was (R53).</param>
/// <param name="Told">The sessions by the clocks of the institution.</param>
/// <param name="Reminders">When the invitee is reminded.</param>
public sealed record InvitationSent(
    Instant At, InvitationUid Uid, Invitee Invitee, string Entry, int Sequence, int Edition, InstitutionCode Institution, RecordRef? JoinLink,
    ImmutableArray<ToldTime> Told, ImmutableArray<ReminderDue> Reminders) : TrainingEvent(At);

/// <summary>An invitation was taken back: a cancellation with this UID and SEQUENCE (R48).</summary>
/// <param name="At">When; also the message's DTSTAMP.</param>
/// <param name="Uid">The entry's UID.</param>
/// <param name="Sequence">One more than that of the message before.</param>
/// <param name="Cause">Why.</param>
public sealed record InvitationWithdrawn(Instant At, InvitationUid Uid, int Sequence, WithdrawalCause Cause) : TrainingEvent(At);

/// <summary>Why an invitation was taken back.</summary>
public enum WithdrawalCause
{
    /// <summary>The invitee has no seat any more, or is no longer to have an entry.</summary>
    SeatLost,

    /// <summary>Somebody else took over the seat (R11).</summary>
    Substituted,

    /// <summary>The workshop was cancelled.</summary>
    WorkshopCancelled,

    /// <summary>The workshop was put off to a time that is not set yet.</summary>
    WorkshopPostponed,

    /// <summary>The invitee has other entries, and this one is no longer among them.</summary>
    EntryDropped,

    /// <summary>The invitee turned out to be another person, who has this entry already.</summary>
    PersonMerged,

    /// <summary>The invitee was erased. Nobody is told.</summary>
    PersonErased,
}

/// <summary>The entry stayed as it is, and its times are told anew: by other clocks, or since the clocks are set otherwise than was known (R19).</summary>
/// <param name="At">When.</param>
/// <param name="Uid">The entry's UID.</param>
/// <param name="Institution">By whose clocks times are told from now on.</param>
/// <param name="Told">The sessions by those clocks.</param>
/// <param name="Reminders">When the invitee is reminded.</param>
public sealed record InvitationTimesTold(Instant At, InvitationUid Uid, InstitutionCode Institution, ImmutableArray<ToldTime> Told, ImmutableArray<ReminderDue> Reminders) : TrainingEvent(At);

/// <summary>The entries and join links of somebody who turned out to be another person go over to that person, UIDs included, unless that person has them already.</summary>
/// <param name="At">When.</param>
/// <param name="Person">Whose they were.</param>
/// <param name="Into">Whose they are.</param>
public sealed record InviteeRecognised(Instant At, PersonId Person, PersonId Into) : TrainingEvent(At);

/// <summary>Reminders of an entry fell due. Of several at once only one is sent; of those that came too late none.</summary>
/// <param name="At">When.</param>
/// <param name="Uid">The entry's UID.</param>
/// <param name="Settled">Which, by how long before the start they were meant for.</param>
/// <param name="Sent">Which of them was sent; null when none was.</param>
public sealed record RemindersSettled(Instant At, InvitationUid Uid, ImmutableArray<Duration> Settled, Duration? Sent) : TrainingEvent(At);

/// <summary>A reminder that is to be sent.</summary>
/// <param name="Before">For how long before the start it is meant.</param>
/// <param name="At">When it falls due: in the working time of the invitee's institution.</param>
public sealed record ReminderDue(Duration Before, Instant At);

internal static class InvitationEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("invitation.terms-set", InvitationJson.Default.InvitationTermsSet),
        EventType.Of("invitation.join-link-set", InvitationJson.Default.JoinLinkSet),
        EventType.Of("invitation.institution-invited", InvitationJson.Default.InstitutionInvited),
        EventType.Of("invitation.institution-uninvited", InvitationJson.Default.InstitutionUninvited),
        EventType.Of("invitation.worded", InvitationJson.Default.InvitationWorded),
        EventType.Of("invitation.sent", InvitationJson.Default.InvitationSent),
        EventType.Of("invitation.withdrawn", InvitationJson.Default.InvitationWithdrawn),
        EventType.Of("invitation.times-told", InvitationJson.Default.InvitationTimesTold),
        EventType.Of("invitation.invitee-recognised", InvitationJson.Default.InviteeRecognised),
        EventType.Of("invitation.reminders-settled", InvitationJson.Default.RemindersSettled),
    ];
}

/// <summary>The address under which the call is joined, as kept in a personal record.</summary>
internal sealed record JoinLinkPayload(string Link)
{
    internal const string Kind = "join-link";
}

internal sealed record InvitationTermsPayload(CalendarEntries Entries, ImmutableArray<Duration> Alarms, ImmutableArray<Duration> Reminders, CalendarTimeForm TimeForm)
{
    internal static InvitationTermsPayload Of(InvitationTerms terms) => new(terms.Entries, terms.Alarms, terms.Reminders, terms.TimeForm);

    internal InvitationTerms ToTerms() => new() { Entries = Entries, Alarms = Alarms, Reminders = Reminders, TimeForm = TimeForm };
}

internal sealed record InvitedSessionPayload(string Code, LocalizedText? Title, LocalDateTime HostStart, Instant Start, Instant End);

internal sealed record InvitationContentPayload(
    InstitutionCode Organizer, LocalizedText OrganizerName, string OrganizerEmail, LocalizedText Title, LocalizedText? Venue, DeliveryMode? Mode, string? Sitting, string ZoneId,
    ImmutableArray<InvitedSessionPayload> Sessions, ImmutableArray<Duration> Alarms, CalendarTimeForm TimeForm)
{
    internal static InvitationContentPayload Of(InvitationContent content) => new(
        content.Organizer, content.OrganizerName, content.OrganizerEmail, content.Title, content.Venue, content.Mode, content.Sitting, content.ZoneId,
        [.. content.Sessions.Select(s => new InvitedSessionPayload(s.Code, s.Title, s.HostStart, s.Start, s.End))], content.Alarms, content.TimeForm);

    internal InvitationContent ToContent() => new(
        Organizer, Whole(OrganizerName), Whole(OrganizerEmail), Whole(Title), Venue, Mode, Sitting, Whole(ZoneId),
        [.. Sessions.Select(s => new InvitedSession(Whole(s.Code), s.Title, s.HostStart, s.Start, s.End))], Alarms, TimeForm);

    private static T Whole<T>(T? part)
        where T : class => part ?? throw new ArgumentException("What an entry shows lacks one of its parts.", nameof(part));
}

internal sealed record ToldTimePayload(InstitutionCode Institution, string Session, LocalDateTime Start, string ZoneId, Offset Offset)
{
    internal static ToldTimePayload Of(ToldTime told) => new(told.Institution, told.Session, told.Start, told.ZoneId, told.Offset);

    internal ToldTime ToTime() => new(Institution, Session, Start, ZoneId, Offset);
}

internal sealed class InviteeConverter() : TextConverter<Invitee>(Invitee.Parse, invitee => invitee.ToString());

internal sealed class InvitationUidConverter() : TextConverter<InvitationUid>(InvitationUid.Parse, uid => uid.ToString());

internal sealed class OffsetConverter() : PatternConverter<Offset>(OffsetPattern.GeneralInvariant);

internal sealed class InvitationTermsConverter() : PayloadConverter<InvitationTerms, InvitationTermsPayload>(() => InvitationJson.Default.InvitationTermsPayload, InvitationTermsPayload.Of, p => p.ToTerms());

internal sealed class InvitationContentConverter() : PayloadConverter<InvitationContent, InvitationContentPayload>(() => InvitationJson.Default.InvitationContentPayload, InvitationContentPayload.Of, p => p.ToContent());

internal sealed class ToldTimeConverter() : PayloadConverter<ToldTime, ToldTimePayload>(() => InvitationJson.Default.ToldTimePayload, ToldTimePayload.Of, p => p.ToTime());

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(InstantConverter), typeof(LocalDateTimeConverter), typeof(DurationConverter), typeof(OffsetConverter), typeof(LanguageConverter), typeof(RecordIdConverter), typeof(PersonIdConverter),
        typeof(InstitutionCodeConverter), typeof(InviteeConverter), typeof(InvitationUidConverter), typeof(InvitationTermsConverter), typeof(InvitationContentConverter), typeof(ToldTimeConverter),
        typeof(NamedEnumConverter<DeliveryMode>), typeof(NamedEnumConverter<CalendarEntries>), typeof(NamedEnumConverter<CalendarTimeForm>), typeof(NamedEnumConverter<WithdrawalCause>),
    ])]
[JsonSerializable(typeof(InvitationTermsSet))]
[JsonSerializable(typeof(JoinLinkSet))]
[JsonSerializable(typeof(InstitutionInvited))]
[JsonSerializable(typeof(InstitutionUninvited))]
[JsonSerializable(typeof(InvitationWorded))]
[JsonSerializable(typeof(InvitationSent))]
[JsonSerializable(typeof(InvitationWithdrawn))]
[JsonSerializable(typeof(InvitationTimesTold))]
[JsonSerializable(typeof(InviteeRecognised))]
[JsonSerializable(typeof(RemindersSettled))]
[JsonSerializable(typeof(InvitationTermsPayload))]
[JsonSerializable(typeof(InvitationContentPayload))]
[JsonSerializable(typeof(ToldTimePayload))]
[JsonSerializable(typeof(JoinLinkPayload))]
internal sealed partial class InvitationJson : JsonSerializerContext;
