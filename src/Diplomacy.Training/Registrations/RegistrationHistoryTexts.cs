namespace Diplomacy.Training;

/// <summary>The lines of a registration's history in words.</summary>
internal static class RegistrationHistoryTexts
{
    internal static readonly CatalogText PlaceInSitting = new("history.place-in-sitting", "{mode}, sitting {sitting}", "{mode} សម្រាប់លើក {sitting}");

    internal static readonly CatalogText Registered = new("history.registered", "Registered: {place}. {outcome}", "បានចុះឈ្មោះ៖ {place}។ {outcome}");

    internal static readonly CatalogText Approved = new("history.approved", "Approved. {outcome}", "បានអនុម័ត។ {outcome}");

    internal static readonly CatalogText Restored = new("history.restored", "Taken up again. {outcome}", "ការចុះឈ្មោះត្រូវបានយកមកប្រើវិញ។ {outcome}");

    internal static readonly CatalogText SeatGiven = new("history.seat-given", "A seat was given.", "កៅអីត្រូវបានផ្តល់ជូន។");

    internal static readonly CatalogText SeatGivenOver = new(
        "history.seat-given-over-limits", "A seat was given beyond full limits: {limits}. Reason: {reason}.", "កៅអីត្រូវបានផ្តល់ជូនលើសកម្រិតដែលពេញ៖ {limits}។ មូលហេតុ៖ {reason}។");

    internal static readonly CatalogText Waits = new(
        "history.waits", "On the waiting list, number {position}. Full: {limits}.", "ស្ថិតក្នុងបញ្ជីរង់ចាំ លេខរៀង {position}។ ពេញ៖ {limits}។");

    internal static readonly CatalogText Refused = new(
        "history.refused", "No seat was left and nobody more could wait. Full: {limits}.", "គ្មានកៅអីនៅសល់ទេ ហើយគ្មានអ្នកណាអាចរង់ចាំថែមបានទេ។ ពេញ៖ {limits}។");

    internal static readonly CatalogText AwaitsApproval = new("history.awaits-approval", "Waits for approval.", "កំពុងរង់ចាំការអនុម័ត។");

    internal static readonly CatalogText AwaitsApprovalWithSeat = new(
        "history.awaits-approval-with-seat", "Waits for approval; a seat is kept meanwhile.", "កំពុងរង់ចាំការអនុម័ត។ កៅអីត្រូវបានរក្សាទុកក្នុងពេលនោះ។");

    internal static readonly CatalogText AwaitsApprovalFull = new(
        "history.awaits-approval-full", "Waits for approval; no seat could be kept. Full: {limits}.", "កំពុងរង់ចាំការអនុម័ត។ មិនអាចរក្សាកៅអីទុកបានទេ។ ពេញ៖ {limits}។");

    internal static readonly CatalogText Rejected = new("history.rejected", "Not approved. Reason: {reason}.", "មិនត្រូវបានអនុម័តទេ។ មូលហេតុ៖ {reason}។");

    internal static readonly CatalogText Promoted = new("history.promoted", "A seat became free and was given.", "មានកៅអីទំនេរ ហើយត្រូវបានផ្តល់ជូន។");

    internal static readonly CatalogText Offered = new("history.seat-offered", "A seat became free and was offered until {until}.", "មានកៅអីទំនេរ ហើយត្រូវបានស្នើជូនរហូតដល់ {until}។");

    internal static readonly CatalogText OfferAccepted = new("history.offer-accepted", "The offered seat was taken.", "កៅអីដែលបានស្នើជូនត្រូវបានទទួលយក។");

    internal static readonly CatalogText OfferDeclined = new("history.offer-declined", "The offered seat was not wanted.", "កៅអីដែលបានស្នើជូនមិនត្រូវបានទទួលយកទេ។");

    internal static readonly CatalogText OfferLapsed = new("history.offer-lapsed", "The offered seat was not taken in time.", "កៅអីដែលបានស្នើជូនមិនត្រូវបានទទួលយកទាន់ពេលទេ។");

    internal static readonly CatalogText ListClosed = new(
        "history.waiting-list-closed", "The waiting list closed before a seat became free.", "បញ្ជីរង់ចាំត្រូវបានបិទ មុនពេលមានកៅអីទំនេរ។");

    internal static readonly CatalogText Cancelled = new("history.cancelled", "Cancelled. Reason: {reason}.", "ត្រូវបានលុបចោល។ មូលហេតុ៖ {reason}។");

    internal static readonly CatalogText CancelledWithWorkshop = new("history.cancelled-with-workshop", "Cancelled with the workshop.", "ត្រូវបានលុបចោលជាមួយសិក្ខាសាលា។");

    internal static readonly CatalogText CancelledErased = new(
        "history.cancelled-person-erased", "Cancelled, as the person's data was erased.", "ត្រូវបានលុបចោល ព្រោះទិន្នន័យរបស់បុគ្គលនេះត្រូវបានលុប។");

    internal static readonly CatalogText CancelledMerged = new(
        "history.cancelled-person-merged", "Cancelled, as the person turned out to be another who is registered already.", "ត្រូវបានលុបចោល ព្រោះបុគ្គលនេះគឺជាបុគ្គលតែមួយដែលបានចុះឈ្មោះរួចហើយ។");

    internal static readonly CatalogText Switched = new("history.switched", "Changed to: {place}.", "បានប្តូរទៅ៖ {place}។");

    internal static readonly CatalogText SwitchedOver = new(
        "history.switched-over-limits", "Changed to: {place}, beyond full limits: {limits}. Reason: {reason}.", "បានប្តូរទៅ៖ {place} លើសកម្រិតដែលពេញ៖ {limits}។ មូលហេតុ៖ {reason}។");

    internal static readonly CatalogText SwitchedInTurn = new(
        "history.switched-in-turn", "A seat became free; changed, as asked, to: {place}.", "មានកៅអីទំនេរ ហើយបានប្តូរតាមសំណើទៅ៖ {place}។");

    internal static readonly CatalogText LineSwitched = new(
        "history.line-switched", "Waits now for: {place}, number {position}. Full: {limits}.", "ឥឡូវរង់ចាំ៖ {place} លេខរៀង {position}។ ពេញ៖ {limits}។");

    internal static readonly CatalogText SwitchRequested = new(
        "history.switch-requested", "Wishes to change to: {place}. Waits, number {position}, and keeps what is held. Full: {limits}.",
        "ស្នើសុំប្តូរទៅ៖ {place}។ កំពុងរង់ចាំ លេខរៀង {position} ហើយរក្សាអ្វីដែលមានរួច។ ពេញ៖ {limits}។");

    internal static readonly CatalogText SwitchDeclined = new(
        "history.switch-declined", "A change was asked for and not possible: {place}. Full: {limits}.", "បានស្នើសុំប្តូរ ប៉ុន្តែមិនអាចប្តូរបានទេ៖ {place}។ ពេញ៖ {limits}។");

    internal static readonly CatalogText SwitchWithdrawn = new("history.switch-withdrawn", "The wish to change was taken back.", "សំណើសុំប្តូរត្រូវបានដកវិញ។");

    internal static readonly CatalogText SwitchListClosed = new(
        "history.switch-waiting-list-closed", "The waiting list closed; the change is no longer waited for.", "បញ្ជីរង់ចាំត្រូវបានបិទ។ លែងរង់ចាំការប្តូរទៀតហើយ។");

    internal static readonly CatalogText SwitchNotOffered = new(
        "history.switch-no-longer-offered", "The workshop is no longer held in the way that was wished for; the change is no longer waited for.",
        "សិក្ខាសាលាលែងមានទម្រង់ដែលបានស្នើសុំ។ លែងរង់ចាំការប្តូរទៀតហើយ។");

    internal static readonly CatalogText SwitchErased = new(
        "history.switch-person-erased", "The person's data was erased; the change is no longer waited for.", "ទិន្នន័យរបស់បុគ្គលនេះត្រូវបានលុប។ លែងរង់ចាំការប្តូរទៀតហើយ។");

    internal static readonly CatalogText Substituted = new(
        "history.substituted", "Somebody else of the same institution took over, by the registration {replacement}. Reason: {reason}.",
        "មានអ្នកផ្សេងពីស្ថាប័នដដែលចូលរួមជំនួស តាមការចុះឈ្មោះ {replacement}។ មូលហេតុ៖ {reason}។");

    internal static readonly CatalogText TookOver = new(
        "history.took-over", "Took over from the registration {replaced}: {place}. Reason: {reason}.", "ចូលរួមជំនួសការចុះឈ្មោះ {replaced}៖ {place}។ មូលហេតុ៖ {reason}។");

    internal static readonly CatalogText TookOverOver = new(
        "history.took-over-over-limits", "Took over from the registration {replaced}: {place}, beyond full limits: {limits}. Reasons: {reason}, {override}.",
        "ចូលរួមជំនួសការចុះឈ្មោះ {replaced}៖ {place} លើសកម្រិតដែលពេញ៖ {limits}។ មូលហេតុ៖ {reason}, {override}។");

    internal static readonly CatalogText Prioritised = new(
        "history.prioritised", "Priority in the line: {priority}. Reason: {reason}.", "អាទិភាពក្នុងបញ្ជីរង់ចាំ៖ {priority}។ មូលហេតុ៖ {reason}។");

    internal static readonly CatalogText Reassigned = new(
        "history.reassigned", "Belongs to {person} from now on: two records turned out to be of one person.", "ចាប់ពីពេលនេះជារបស់ {person}៖ កំណត់ត្រាពីរគឺជារបស់បុគ្គលតែមួយ។");

    internal static readonly CatalogText ReplacementNominated = new(
        "history.replacement-nominated", "The institution named by letter who takes over.", "ស្ថាប័នបានចាត់តាំងអ្នកជំនួសតាមលិខិត។");

    internal static readonly CatalogText Answered = new("history.answered", "The workshop's questions were answered.", "សំណួររបស់សិក្ខាសាលាត្រូវបានឆ្លើយ។");

    internal static readonly CatalogText AnswersPurged = new(
        "history.answers-purged", "Answers were erased, as the time for keeping them was over.", "ចម្លើយត្រូវបានលុប ព្រោះរយៈពេលរក្សាទុកបានចប់។");

    internal static readonly CatalogText Other = new("history.other", "Changed ({type}).", "មានការផ្លាស់ប្តូរ ({type})។");

    private static readonly ZonedDateTimePattern s_local = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH':'mm o<m>", null);

    internal static CatalogText[] All =>
    [
        PlaceInSitting, Registered, Approved, Restored, SeatGiven, SeatGivenOver, Waits, Refused, AwaitsApproval, AwaitsApprovalWithSeat, AwaitsApprovalFull, Rejected,
        Promoted, Offered, OfferAccepted, OfferDeclined, OfferLapsed, ListClosed, Cancelled, CancelledWithWorkshop, CancelledErased, CancelledMerged,
        Switched, SwitchedOver, SwitchedInTurn, LineSwitched, SwitchRequested, SwitchDeclined, SwitchWithdrawn, SwitchListClosed, SwitchNotOffered, SwitchErased,
        Substituted, TookOver, TookOverOver, Prioritised, Reassigned, ReplacementNominated, Answered, AnswersPurged, Other,
    ];

    /// <summary>A line in words.</summary>
    /// <param name="line">The line.</param>
    /// <param name="zone">By whose clocks times are told.</param>
    internal static TrainingText Of(RegistrationHistoryEntry line, DateTimeZone zone) => (line.Type, line.Cause) switch
    {
        ("registration.confirmed" or "registration.waitlisted" or "registration.declined" or "registration.submitted", _) =>
            Registered.With(("place", PlaceOf(line)), ("outcome", OutcomeOf(line))),
        ("registration.approved", _) => Approved.With(("outcome", OutcomeOf(line))),
        ("registration.restored", _) => Restored.With(("outcome", OutcomeOf(line))),
        ("registration.rejected", _) => Rejected.With(("reason", line.ReasonCode ?? "-")),
        ("registration.promoted", _) => (line.Automatic ? Promoted : SeatGiven).With(),
        ("registration.seat-offered", _) => Offered.With(("until", s_local.Format(line.Until.GetValueOrDefault().InZone(zone)))),
        ("registration.offer-accepted", _) => OfferAccepted.With(),
        ("registration.cancelled", "workshop-cancelled") => CancelledWithWorkshop.With(),
        ("registration.cancelled", "offer-declined") => OfferDeclined.With(),
        ("registration.cancelled", "person-erased") => CancelledErased.With(),
        ("registration.cancelled", "person-merged") => CancelledMerged.With(),
        ("registration.cancelled", _) => Cancelled.With(("reason", line.ReasonCode ?? "-")),
        ("registration.lapsed", "offer-expired") => OfferLapsed.With(),
        ("registration.lapsed", _) => ListClosed.With(),
        ("registration.switched", _) when line.OverrideReasonCode is { } reason => SwitchedOver.With(("place", PlaceOf(line)), ("limits", line.BindingLimits), ("reason", reason)),
        ("registration.switched", _) => (line.Automatic ? SwitchedInTurn : Switched).With(("place", PlaceOf(line))),
        ("registration.line-switched", _) => LineSwitched.With(("place", PlaceOf(line)), ("position", line.Position ?? 1), ("limits", line.BindingLimits)),
        ("registration.switch-requested", _) => SwitchRequested.With(("place", PlaceOf(line)), ("position", line.Position ?? 1), ("limits", line.BindingLimits)),
        ("registration.switch-declined", _) => SwitchDeclined.With(("place", PlaceOf(line)), ("limits", line.BindingLimits)),
        ("registration.switch-ended", "waiting-list-closed") => SwitchListClosed.With(),
        ("registration.switch-ended", "no-longer-offered") => SwitchNotOffered.With(),
        ("registration.switch-ended", "person-erased") => SwitchErased.With(),
        ("registration.switch-ended", _) => SwitchWithdrawn.With(),
        ("registration.substituted", _) when line.Replaces is { } replaced => line.OverrideReasonCode is { } overriding
            ? TookOverOver.With(("replaced", replaced), ("place", PlaceOf(line)), ("limits", line.BindingLimits), ("reason", line.ReasonCode ?? "-"), ("override", overriding))
            : TookOver.With(("replaced", replaced), ("place", PlaceOf(line)), ("reason", line.ReasonCode ?? "-")),
        ("registration.substituted", _) => Substituted.With(("replacement", line.ReplacedBy.GetValueOrDefault()), ("reason", line.ReasonCode ?? "-")),
        ("registration.prioritised", _) => Prioritised.With(("priority", line.Priority ?? 0), ("reason", line.ReasonCode ?? "-")),
        ("registration.reassigned", _) => Reassigned.With(("person", line.Person.GetValueOrDefault())),
        ("registration.replacement-nominated", _) => ReplacementNominated.With(),
        ("registration.answered", _) => Answered.With(),
        ("registration.answers-purged", _) => AnswersPurged.With(),
        _ => Other.With(("type", line.Type)),
    };

    private static TrainingText PlaceOf(RegistrationHistoryEntry line)
    {
        TrainingText mode = RegistrationRules.In(line.Mode.GetValueOrDefault());
        return line.Sitting is { } sitting ? PlaceInSitting.With(("mode", mode), ("sitting", sitting)) : mode;
    }

    /// <summary>What became of a request.</summary>
    private static TrainingText OutcomeOf(RegistrationHistoryEntry line) => line.Status switch
    {
        RegistrationStatus.Confirmed when line.OverrideReasonCode is { } reason => SeatGivenOver.With(("limits", line.BindingLimits), ("reason", reason)),
        RegistrationStatus.Confirmed => SeatGiven.With(),
        RegistrationStatus.Waiting => Waits.With(("position", line.Position ?? 1), ("limits", line.BindingLimits)),
        RegistrationStatus.AwaitingApproval when line.KeepsSeat == true => AwaitsApprovalWithSeat.With(),
        RegistrationStatus.AwaitingApproval when line.BindingLimits.IsEmpty => AwaitsApproval.With(),
        RegistrationStatus.AwaitingApproval => AwaitsApprovalFull.With(("limits", line.BindingLimits)),
        _ => Refused.With(("limits", line.BindingLimits)),
    };
}
