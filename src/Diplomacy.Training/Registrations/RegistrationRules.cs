namespace Diplomacy.Training;

/// <summary>Rules and outcomes of registration.</summary>
internal static class RegistrationRules
{
    internal static readonly CatalogText IsOpen = new(
        "registration.is-open",
        "Registration for {workshop} is open from {opens} to {closes} while it is published; it is {status} now.",
        "ការចុះឈ្មោះសម្រាប់ {workshop} បើកពី {opens} ដល់ {closes} ខណៈដែលវាត្រូវបានផ្សព្វផ្សាយ។ ស្ថានភាពបច្ចុប្បន្ន៖ {status}។");

    internal static readonly CatalogText ModeIsOffered = new(
        "registration.mode-is-offered",
        "{workshop} is not held {mode}.",
        "{workshop} មិនមានទម្រង់ {mode} ទេ។");

    internal static readonly CatalogText PersonIsFree = new(
        "registration.person-is-not-registered",
        "{person} has an active registration for {workshop} already: {registration}. Cancel it or change it.",
        "{person} មានការចុះឈ្មោះសកម្មសម្រាប់ {workshop} រួចហើយ៖ {registration}។ សូមលុបចោល ឬកែប្រែវា។");

    internal static readonly CatalogText SittingIsHeld = new(
        "registration.sitting-is-held",
        "{workshop} has no sitting '{sitting}' to register for. Choose one of these: {sittings}.",
        "{workshop} គ្មានវេន '{sitting}' សម្រាប់ចុះឈ្មោះទេ។ សូមជ្រើសរើសវេនណាមួយ៖ {sittings}។");

    internal static readonly CatalogText PersonIsInvited = new(
        "registration.person-is-invited",
        "{workshop} is for invited people only; neither {person} nor {institution} is invited.",
        "{workshop} សម្រាប់តែអ្នកដែលបានអញ្ជើញ។ {person} និង {institution} មិនត្រូវបានអញ្ជើញទេ។");

    internal static readonly CatalogText AwaitsApproval = new(
        "registration.awaits-approval",
        "The registration {registration} is {status}; only one that awaits approval can be approved or rejected.",
        "ការចុះឈ្មោះ {registration} ស្ថិតក្នុងស្ថានភាព {status}។ អាចអនុម័ត ឬបដិសេធបានតែការចុះឈ្មោះដែលកំពុងរង់ចាំការអនុម័តប៉ុណ្ណោះ។");

    internal static readonly CatalogText OfferStands = new(
        "registration.offer-stands",
        "The registration {registration} is {status}: no seat is offered to it, or the offer has lapsed.",
        "ការចុះឈ្មោះ {registration} ស្ថិតក្នុងស្ថានភាព {status}៖ គ្មានកៅអីត្រូវបានផ្តល់ជូន ឬការផ្តល់ជូនបានផុតកំណត់ហើយ។");

    internal static readonly CatalogText CanBeChanged = new(
        "registration.can-be-changed",
        "Registrations could be changed until {until}. Ask the organiser.",
        "ការចុះឈ្មោះអាចកែប្រែបានត្រឹម {until}។ សូមទាក់ទងអ្នករៀបចំ។");

    internal static readonly CatalogText LimitsAllow = new(
        "registration.limits-allow",
        "The seat cannot go to this person, who falls under a full limit that the seat does not satisfy yet. Full: {limits}.",
        "មិនអាចប្រគល់កៅអីឱ្យបុគ្គលនេះបានទេ ព្រោះមានកម្រិតពេញដែលកៅអីនេះមិនទាន់បំពេញ។ ពេញ៖ {limits}។");

    internal static readonly CatalogText CanBeRestored = new(
        "registration.can-be-restored",
        "The registration {registration} is {status} and {workshop} is {workshopStatus}; only one that was cancelled, declined, rejected or has lapsed can be taken up again, before a published workshop is over.",
        "ការចុះឈ្មោះ {registration} ស្ថិតក្នុងស្ថានភាព {status} ហើយ {workshop} ស្ថិតក្នុងស្ថានភាព {workshopStatus}។ អាចយកមកប្រើវិញបានតែការចុះឈ្មោះដែលត្រូវបានលុបចោល បដិសេធ ឬផុតកំណត់ មុនសិក្ខាសាលាបញ្ចប់។");

    internal static readonly CatalogText RowHasAnExternalId = new(
        "registration.row-has-an-external-id",
        "Row {row} has no external id. Give every person of the list one, so that the list can be registered again without doubling anybody.",
        "ជួរ {row} គ្មានលេខសម្គាល់ខាងក្រៅទេ។ សូមផ្តល់លេខសម្គាល់ដល់បុគ្គលម្នាក់ៗ ដើម្បីកុំឱ្យចុះឈ្មោះស្ទួន ពេលបញ្ចូលបញ្ជីម្តងទៀត។");

    internal static readonly CatalogText RowIsUnique = new(
        "registration.row-is-unique",
        "Row {row} has the same external id as row {other}. Leave one of them out.",
        "ជួរ {row} មានលេខសម្គាល់ខាងក្រៅដូចជួរ {other}។ សូមលុបជួរណាមួយ។");

    internal static readonly CatalogText IsKnown = new(
        "registration.is-known",
        "{workshop} has no registration {registration}.",
        "{workshop} គ្មានការចុះឈ្មោះ {registration} ទេ។");

    internal static readonly CatalogText CanBeCancelled = new(
        "registration.can-be-cancelled",
        "Participants could cancel until {until}. Ask the organiser.",
        "អ្នកចូលរួមអាចលុបចោលបានត្រឹម {until}។ សូមទាក់ទងអ្នករៀបចំ។");

    internal static readonly CatalogText IsActive = new(
        "registration.is-active",
        "The registration {registration} is {status}; only an active one, with a seat or on its way to one, can be cancelled or changed.",
        "ការចុះឈ្មោះ {registration} ស្ថិតក្នុងស្ថានភាព {status}។ អាចលុបចោល ឬកែប្រែបានតែការចុះឈ្មោះដែលនៅសកម្មប៉ុណ្ណោះ។");

    internal static readonly CatalogText InPerson = new("delivery-mode.in-person", "in the room", "ចូលរួមដោយផ្ទាល់");

    internal static readonly CatalogText Online = new("delivery-mode.online", "online", "តាមអនឡាញ");

    internal static readonly CatalogText OutcomeConfirmed = new(
        "registration.confirmed", "A seat is confirmed ({mode}).", "កៅអីត្រូវបានបញ្ជាក់ ({mode})។");

    internal static readonly CatalogText OutcomeWaiting = new(
        "registration.waiting", "On the waiting list, number {position}. Full: {limits}.", "ស្ថិតក្នុងបញ្ជីរង់ចាំ លេខរៀង {position}។ ពេញ៖ {limits}។");

    internal static readonly CatalogText OutcomeDeclined = new(
        "registration.declined", "No seat is left and nobody more can wait. Full: {limits}.", "គ្មានកៅអីនៅសល់ទេ ហើយបញ្ជីរង់ចាំក៏ពេញដែរ។ ពេញ៖ {limits}។");

    internal static readonly CatalogText OutcomeAwaitingApproval = new(
        "registration.awaiting-approval", "The request waits for approval.", "សំណើកំពុងរង់ចាំការអនុម័ត។");

    internal static readonly CatalogText OutcomeSwitched = new(
        "registration.switched", "The registration is now {mode}.", "ការចុះឈ្មោះត្រូវបានប្តូរទៅ {mode}។");

    internal static readonly CatalogText OutcomeSwitchWaiting = new(
        "registration.switch-waiting", "The change ({mode}) waits, number {position}; what is held stays as it is. Full: {limits}.",
        "ការផ្លាស់ប្តូរ ({mode}) កំពុងរង់ចាំ លេខរៀង {position}។ កៅអីដែលមានរួចនៅដដែល។ ពេញ៖ {limits}។");

    internal static readonly CatalogText OutcomeSwitchDeclined = new(
        "registration.switch-declined", "The change is not possible, and can no longer be waited for. Full: {limits}.",
        "មិនអាចផ្លាស់ប្តូរបានទេ ហើយក៏លែងអាចរង់ចាំបានដែរ។ ពេញ៖ {limits}។");

    internal static readonly CatalogText NoticeSubmitted = new(
        "notice.awaiting-approval",
        "Your registration for “{title}” waits for approval.",
        "ការចុះឈ្មោះរបស់លោកអ្នកសម្រាប់ «{title}» កំពុងរង់ចាំការអនុម័ត។");

    internal static readonly CatalogText NoticeRejected = new(
        "notice.registration-rejected",
        "Your registration for “{title}” was not approved.",
        "ការចុះឈ្មោះរបស់លោកអ្នកសម្រាប់ «{title}» មិនត្រូវបានអនុម័តទេ។");

    internal static readonly CatalogText NoticeOffered = new(
        "notice.seat-offered",
        "A seat in “{title}” ({mode}) is offered to you until {until} your time. It begins on {start} your time. Please accept or decline.",
        "មានកៅអីក្នុង «{title}» ({mode}) ផ្តល់ជូនលោកអ្នករហូតដល់ {until} ម៉ោងនៅកន្លែងរបស់លោកអ្នក។ ចាប់ផ្តើមនៅ {start}។ សូមទទួលយក ឬបដិសេធ។");

    internal static readonly CatalogText NoticeOfferLapsed = new(
        "notice.offer-lapsed",
        "The seat in “{title}” that was offered to you was not taken in time.",
        "កៅអីក្នុង «{title}» ដែលបានផ្តល់ជូនលោកអ្នក មិនត្រូវបានទទួលយកទាន់ពេលទេ។");

    internal static readonly CatalogText NoticeSwitched = new(
        "notice.registration-switched",
        "Your registration for “{title}” is now {mode}. It begins on {start} your time.",
        "ការចុះឈ្មោះរបស់លោកអ្នកសម្រាប់ «{title}» ត្រូវបានប្តូរទៅ {mode}។ ចាប់ផ្តើមនៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក។");

    internal static readonly CatalogText NoticeSwitchWaiting = new(
        "notice.switch-waiting",
        "Your wish to take part in “{title}” {mode} waits, number {position}. You keep what you have.",
        "សំណើរបស់លោកអ្នកចូលរួម «{title}» {mode} កំពុងរង់ចាំ លេខរៀង {position}។ អ្វីដែលលោកអ្នកមានរួចនៅដដែល។");

    internal static readonly CatalogText NoticeSwitchEnded = new(
        "notice.switch-ended",
        "Your registration for “{title}” stays {mode}: the change that you wished for is no longer waited for.",
        "ការចុះឈ្មោះរបស់លោកអ្នកសម្រាប់ «{title}» នៅដដែល ({mode})៖ ការផ្លាស់ប្តូរដែលលោកអ្នកស្នើ លែងត្រូវបានរង់ចាំទៀតហើយ។");

    internal static readonly CatalogText NoticeSubstituted = new(
        "notice.registration-substituted",
        "Somebody else of your institution takes your place in “{title}”. Your ticket and your link are no longer valid.",
        "មានអ្នកផ្សេងពីស្ថាប័នរបស់លោកអ្នកចូលរួមជំនួសលោកអ្នកក្នុង «{title}»។ សំបុត្រ និងតំណរបស់លោកអ្នកលែងមានសុពលភាពហើយ។");

    internal static readonly CatalogText NoticeConfirmed = new(
        "notice.seat-confirmed",
        "You have a seat in “{title}” ({mode}). It begins on {start} your time.",
        "លោកអ្នកមានកៅអីក្នុង «{title}» ({mode})។ ចាប់ផ្តើមនៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក។");

    internal static readonly CatalogText NoticeWaiting = new(
        "notice.waiting",
        "You are on the waiting list of “{title}”, number {position}.",
        "លោកអ្នកស្ថិតក្នុងបញ្ជីរង់ចាំនៃ «{title}» លេខរៀង {position}។");

    internal static readonly CatalogText NoticeDeclined = new(
        "notice.declined",
        "There is no seat left in “{title}”.",
        "គ្មានកៅអីនៅសល់ក្នុង «{title}» ទេ។");

    internal static readonly CatalogText NoticePromoted = new(
        "notice.promoted",
        "A seat became free: you have a place in “{title}” ({mode}). It begins on {start} your time.",
        "មានកៅអីទំនេរ៖ លោកអ្នកមានកន្លែងក្នុង «{title}» ({mode})។ ចាប់ផ្តើមនៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក។");

    internal static readonly CatalogText NoticeCancelled = new(
        "notice.registration-cancelled",
        "Your registration for “{title}” was cancelled.",
        "ការចុះឈ្មោះរបស់លោកអ្នកសម្រាប់ «{title}» ត្រូវបានលុបចោល។");

    internal static readonly CatalogText NoticeLapsed = new(
        "notice.waiting-list-closed",
        "The waiting list of “{title}” is closed; no seat became free for you.",
        "បញ្ជីរង់ចាំនៃ «{title}» ត្រូវបានបិទ។ គ្មានកៅអីទំនេរសម្រាប់លោកអ្នកទេ។");

    /// <summary>A mode in words.</summary>
    internal static TrainingText In(DeliveryMode mode) => (mode == DeliveryMode.InPerson ? InPerson : Online).With();

    internal static CatalogText[] All =>
    [
        InPerson, Online, IsOpen, ModeIsOffered, SittingIsHeld, PersonIsInvited, PersonIsFree, IsKnown, CanBeCancelled, CanBeChanged, IsActive, AwaitsApproval, OfferStands, LimitsAllow, CanBeRestored, RowHasAnExternalId, RowIsUnique,
        OutcomeConfirmed, OutcomeWaiting, OutcomeDeclined, OutcomeAwaitingApproval, OutcomeSwitched, OutcomeSwitchWaiting, OutcomeSwitchDeclined,
        NoticeConfirmed, NoticeWaiting, NoticeDeclined, NoticePromoted, NoticeCancelled, NoticeLapsed, NoticeSubmitted, NoticeRejected, NoticeOffered, NoticeOfferLapsed,
        NoticeSwitched, NoticeSwitchWaiting, NoticeSwitchEnded, NoticeSubstituted,
        .. NominationRules.All,
    ];
}
