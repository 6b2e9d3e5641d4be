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
        "The registration {registration} is {status}; only one that is confirmed or waits can be cancelled.",
        "ការចុះឈ្មោះ {registration} ស្ថិតក្នុងស្ថានភាព {status}។ អាចលុបចោលបានតែការចុះឈ្មោះដែលបានបញ្ជាក់ ឬកំពុងរង់ចាំប៉ុណ្ណោះ។");

    internal static readonly CatalogText InPerson = new("delivery-mode.in-person", "in the room", "ចូលរួមដោយផ្ទាល់");

    internal static readonly CatalogText Online = new("delivery-mode.online", "online", "តាមអនឡាញ");

    internal static readonly CatalogText OutcomeConfirmed = new(
        "registration.confirmed", "A seat is confirmed ({mode}).", "កៅអីត្រូវបានបញ្ជាក់ ({mode})។");

    internal static readonly CatalogText OutcomeWaiting = new(
        "registration.waiting", "On the waiting list, number {position}. Full: {limits}.", "ស្ថិតក្នុងបញ្ជីរង់ចាំ លេខរៀង {position}។ ពេញ៖ {limits}។");

    internal static readonly CatalogText OutcomeDeclined = new(
        "registration.declined", "No seat is left and nobody more can wait. Full: {limits}.", "គ្មានកៅអីនៅសល់ទេ ហើយបញ្ជីរង់ចាំក៏ពេញដែរ។ ពេញ៖ {limits}។");

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
        InPerson, Online, IsOpen, ModeIsOffered, PersonIsFree, IsKnown, CanBeCancelled, IsActive, OutcomeConfirmed, OutcomeWaiting, OutcomeDeclined,
        NoticeConfirmed, NoticeWaiting, NoticeDeclined, NoticePromoted, NoticeCancelled, NoticeLapsed,
    ];
}
