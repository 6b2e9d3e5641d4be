namespace Diplomacy.Training;

/// <summary>Rules and notices of invitations.</summary>
internal static class InvitationRules
{
    internal static readonly CatalogText OrganizerHasAddress = new(
        "invitation.organizer-has-address",
        "{institution} hosts {workshop} and has no mailbox. An invitation needs a sender: give the institution an e-mail address of its own.",
        "{institution} ជាស្ថាប័នរៀបចំ {workshop} តែគ្មានអាសយដ្ឋានអ៊ីមែលទេ។ ការអញ្ជើញត្រូវមានអ្នកផ្ញើ៖ សូមបញ្ចូលអាសយដ្ឋានអ៊ីមែលរបស់ស្ថាប័ន។");

    internal static readonly CatalogText LinkIsHttps = new(
        "invitation.link-is-https",
        "A join link is an https address of at most {length} ASCII characters, without a user's name.",
        "តំណចូលរួមត្រូវជាអាសយដ្ឋាន https មានយ៉ាងច្រើន {length} តួអក្សរ ASCII និងគ្មានឈ្មោះអ្នកប្រើ។");

    internal static readonly CatalogText HostTimes = new(
        "invitation.host-times",
        "Times by the clocks of {zone}.",
        "ពេលវេលាតាមម៉ោងនៃ {zone}។");

    internal static readonly CatalogText SittingOf = new(
        "invitation.sitting",
        "This is sitting {sitting}.",
        "នេះជាវេន {sitting}។");

    internal static readonly CatalogText NoticeSent = new(
        "notice.invitation",
        "You are invited to “{title}” on {start} your time. The calendar entry is attached.",
        "សូមអញ្ជើញលោកអ្នកចូលរួម «{title}» នៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក។ ឯកសារប្រតិទិនមានភ្ជាប់មកជាមួយ។");

    internal static readonly CatalogText NoticeUpdated = new(
        "notice.invitation-updated",
        "The invitation to “{title}” on {start} your time has changed. The calendar entry attached replaces the one before.",
        "ការអញ្ជើញចូលរួម «{title}» នៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក មានការផ្លាស់ប្តូរ។ ឯកសារប្រតិទិនដែលភ្ជាប់មកជាមួយ ជំនួសឯកសារមុន។");

    internal static readonly CatalogText NoticeMoved = new(
        "notice.session-moved",
        "“{title}” has moved by your clocks: from {before} to {start}.",
        "«{title}» ត្រូវបានប្តូរពេលតាមម៉ោងនៅកន្លែងរបស់លោកអ្នក៖ ពី {before} ទៅ {start}។");

    internal static readonly CatalogText NoticeWithdrawn = new(
        "notice.invitation-cancelled",
        "Your invitation to “{title}” on {start} your time no longer holds. Please take the entry out of your calendar.",
        "ការអញ្ជើញលោកអ្នកចូលរួម «{title}» នៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក លែងមានសុពលភាពហើយ។ សូមដកវាចេញពីប្រតិទិនរបស់លោកអ្នក។");

    internal static readonly CatalogText NoticeWorkshopCancelled = new(
        "notice.workshop-cancelled",
        "“{title}” on {start} your time is cancelled. Please take the entry out of your calendar.",
        "«{title}» នៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក ត្រូវបានលុបចោល។ សូមដកវាចេញពីប្រតិទិនរបស់លោកអ្នក។");

    internal static readonly CatalogText NoticeWorkshopPostponed = new(
        "notice.workshop-postponed",
        "“{title}” on {start} your time is postponed to a date that is not set yet. Registrations stand. Please take the entry out of your calendar.",
        "«{title}» នៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក ត្រូវបានពន្យារពេល ហើយមិនទាន់កំណត់ថ្ងៃថ្មីទេ។ ការចុះឈ្មោះនៅមានសុពលភាពដដែល។ សូមដកវាចេញពីប្រតិទិនរបស់លោកអ្នក។");

    internal static readonly CatalogText NoticeMerged = new(
        "notice.invitation-merged",
        "“{title}” on {start} your time stood twice in your calendar; one entry is taken out. You remain invited.",
        "«{title}» នៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក មានពីរដងក្នុងប្រតិទិនរបស់លោកអ្នក។ មួយត្រូវបានដកចេញ ហើយលោកអ្នកនៅតែត្រូវបានអញ្ជើញ។");

    internal static readonly CatalogText NoticeReminder = new(
        "notice.reminder",
        "A reminder: “{title}” begins on {start} your time.",
        "សូមរំលឹក៖ «{title}» ចាប់ផ្តើមនៅ {start} ម៉ោងនៅកន្លែងរបស់លោកអ្នក។");

    internal static CatalogText[] All =>
        [OrganizerHasAddress, LinkIsHttps, HostTimes, SittingOf, NoticeSent, NoticeUpdated, NoticeMoved, NoticeWithdrawn, NoticeWorkshopCancelled, NoticeWorkshopPostponed, NoticeMerged, NoticeReminder];
}
