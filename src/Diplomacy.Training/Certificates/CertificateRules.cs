namespace Diplomacy.Training;

/// <summary>Rules and outcomes of certificates.</summary>
internal static class CertificateRules
{
    internal static readonly CatalogText WorkshopIsOver = new(
        "certificate.workshop-is-over",
        "{workshop} ends at {ends}; awards are proposed after that.",
        "{workshop} បញ្ចប់នៅ {ends}។ ការស្នើសុំវិញ្ញាបនបត្រធ្វើឡើងបន្ទាប់ពីនោះ។");

    internal static readonly CatalogText HasPolicy = new(
        "certificate.has-a-policy",
        "{workshop} has no award policy, so there is nothing to propose. Revise its plan.",
        "{workshop} គ្មានវិធានផ្តល់វិញ្ញាបនបត្រទេ ដូច្នេះគ្មានអ្វីត្រូវស្នើទេ។ សូមកែប្រែផែនការ។");

    internal static readonly CatalogText IsProposed = new(
        "certificate.is-proposed",
        "{workshop} has no proposal list number {proposal}. The latest is number {latest}.",
        "{workshop} គ្មានបញ្ជីស្នើលេខ {proposal} ទេ។ បញ្ជីចុងក្រោយបំផុតគឺលេខ {latest}។");

    internal static readonly CatalogText IsLatest = new(
        "certificate.proposal-is-latest",
        "List number {proposal} of {workshop} was replaced by number {latest}. Approve the latest.",
        "បញ្ជីលេខ {proposal} នៃ {workshop} ត្រូវបានជំនួសដោយលេខ {latest}។ សូមអនុម័តបញ្ជីចុងក្រោយ។");

    internal static readonly CatalogText IsApproved = new(
        "certificate.is-approved",
        "The proposal list of {workshop} is not approved. Someone must approve it by name before certificates are issued.",
        "បញ្ជីស្នើនៃ {workshop} មិនទាន់ត្រូវបានអនុម័តទេ។ ត្រូវមានអ្នកអនុម័តជាមុន ទើបអាចចេញវិញ្ញាបនបត្របាន។");

    internal static readonly CatalogText ListIsCurrent = new(
        "certificate.list-is-current",
        "Attendance of {workshop} changed since list number {proposal} was drawn up. Propose again and have the new list approved.",
        "វត្តមាននៃ {workshop} បានផ្លាស់ប្តូរតាំងពីបញ្ជីលេខ {proposal} ត្រូវបានរៀបចំ។ សូមស្នើឡើងវិញ ហើយអនុម័តបញ្ជីថ្មី។");

    internal static readonly CatalogText NothingToReview = new(
        "certificate.attendance-is-reviewed",
        "{rows} rows of attendance of {workshop} still await a decision. Decide them, or issue with a reason for not waiting.",
        "វត្តមានចំនួន {rows} ជួរនៃ {workshop} កំពុងរង់ចាំការសម្រេច។ សូមសម្រេច ឬចេញវិញ្ញាបនបត្រដោយបញ្ជាក់មូលហេតុ។");

    internal static readonly CatalogText PersonHasName = new(
        "certificate.person-is-known",
        "The particulars of {person} were erased, so no certificate can be printed for registration {registration}.",
        "ព័ត៌មានរបស់ {person} ត្រូវបានលុប ដូច្នេះមិនអាចបោះពុម្ពវិញ្ញាបនបត្រសម្រាប់ការចុះឈ្មោះ {registration} បានទេ។");

    internal static readonly CatalogText AwardEarned = new(
        "award.earned",
        "Earned: {present} of {counted} minutes, at least {percent} % needed (rule version {version}).",
        "បានទទួល៖ {present} ក្នុងចំណោម {counted} នាទី ត្រូវការយ៉ាងតិច {percent} % (វិធានកំណែ {version})។");

    internal static readonly CatalogText AwardEarnedEverySession = new(
        "award.earned-in-every-session",
        "Earned: {present} of {counted} minutes, at least {percent} % of every session needed (rule version {version}).",
        "បានទទួល៖ {present} ក្នុងចំណោម {counted} នាទី ត្រូវការយ៉ាងតិច {percent} % នៃគ្រប់វគ្គ (វិធានកំណែ {version})។");

    internal static readonly CatalogText AwardEarnedByPresence = new(
        "award.earned-by-presence",
        "Earned: present for {present} of {counted} minutes (rule version {version}).",
        "បានទទួល៖ មានវត្តមាន {present} ក្នុងចំណោម {counted} នាទី (វិធានកំណែ {version})។");

    internal static readonly CatalogText AwardPresenceShort = new(
        "award.presence-reaches",
        "Not earned: {present} of {counted} minutes, at least {percent} % needed (rule version {version}).",
        "មិនបានទទួល៖ {present} ក្នុងចំណោម {counted} នាទី ត្រូវការយ៉ាងតិច {percent} % (វិធានកំណែ {version})។");

    internal static readonly CatalogText AwardSessionShort = new(
        "award.every-session-reaches",
        "Not earned: {present} of {counted} minutes of the session '{session}', at least {percent} % of every session needed (rule version {version}).",
        "មិនបានទទួល៖ {present} ក្នុងចំណោម {counted} នាទីនៃវគ្គ '{session}' ត្រូវការយ៉ាងតិច {percent} % នៃគ្រប់វគ្គ (វិធានកំណែ {version})។");

    internal static readonly CatalogText AwardNotPresent = new(
        "award.was-present",
        "Not earned: no presence is on record (rule version {version}).",
        "មិនបានទទួល៖ គ្មានកំណត់ត្រាវត្តមានទេ (វិធានកំណែ {version})។");

    internal static readonly CatalogText VerifiedValid = new(
        "verification.valid",
        "Valid. Certificate {number} stands in the register. Compare what is shown with the page in your hand.",
        "ត្រឹមត្រូវ។ វិញ្ញាបនបត្រលេខ {number} មានក្នុងបញ្ជី។ សូមប្រៀបធៀបព័ត៌មានដែលបង្ហាញ ជាមួយឯកសារនៅក្នុងដៃ។");

    internal static readonly CatalogText VerifiedUnknown = new(
        "verification.unknown",
        "No certificate has this code.",
        "គ្មានវិញ្ញាបនបត្រណាមានលេខកូដនេះទេ។");

    internal static readonly CatalogText VerifiedWithheld = new(
        "verification.withheld",
        "Certificate {number} was issued, but what it states is no longer kept.",
        "វិញ្ញាបនបត្រលេខ {number} ត្រូវបានចេញ ប៉ុន្តែខ្លឹមសាររបស់វាលែងត្រូវបានរក្សាទុក។");

    internal static readonly CatalogText VerifiedUnconfirmed = new(
        "verification.unconfirmed",
        "Unconfirmed. Certificate {number} stands in the register, but the record of what it states does not agree with the register. Ask the issuer.",
        "មិនអាចបញ្ជាក់បាន។ វិញ្ញាបនបត្រលេខ {number} មានក្នុងបញ្ជី ប៉ុន្តែកំណត់ត្រានៃខ្លឹមសាររបស់វាមិនស្របនឹងបញ្ជីទេ។ សូមសាកសួរស្ថាប័នដែលបានចេញ។");

    internal static readonly CatalogText MistypedLength = new(
        "verification-code.wrong-length",
        "A code has 16 characters; this has {found}.",
        "លេខកូដមាន ១៦ តួអក្សរ ប៉ុន្តែនេះមាន {found}។");

    internal static readonly CatalogText MistypedCharacter = new(
        "verification-code.invalid-character",
        "The character at position {position} ({character}) does not occur in codes: they use digits and the letters A to Z without I, L, O and U.",
        "តួអក្សរនៅទីតាំង {position} ({character}) មិនមានក្នុងលេខកូដទេ៖ លេខកូដប្រើលេខ និងអក្សរ A ដល់ Z លើកលែងតែ I, L, O និង U។");

    internal static readonly CatalogText MistypedCheck = new(
        "verification-code.check-mismatch",
        "The code was mistyped: a character is wrong, or two are swapped. Compare it with the certificate.",
        "លេខកូដត្រូវបានវាយខុស៖ តួអក្សរមួយខុស ឬតួអក្សរពីរត្រូវបានប្តូរទីតាំង។ សូមប្រៀបធៀបជាមួយវិញ្ញាបនបត្រ។");

    internal static readonly CatalogText MistypedNever = new(
        "verification-code.never-issued",
        "This code is never issued.",
        "លេខកូដនេះមិនដែលត្រូវបានចេញទេ។");

    internal static readonly CatalogText NoticeIssued = new(
        "notice.certificate-issued",
        "Your certificate {number} for “{title}” is issued. Anyone can check it with the code {code}.",
        "វិញ្ញាបនបត្ររបស់លោកអ្នកលេខ {number} សម្រាប់ «{title}» ត្រូវបានចេញហើយ។ គេអាចផ្ទៀងផ្ទាត់ដោយលេខកូដ {code}។");

    internal static CatalogText[] All =>
    [
        WorkshopIsOver, HasPolicy, IsProposed, IsLatest, IsApproved, ListIsCurrent, NothingToReview, PersonHasName,
        AwardEarned, AwardEarnedEverySession, AwardEarnedByPresence, AwardPresenceShort, AwardSessionShort, AwardNotPresent,
        VerifiedValid, VerifiedUnknown, VerifiedWithheld, VerifiedUnconfirmed, MistypedLength, MistypedCharacter, MistypedCheck, MistypedNever, NoticeIssued,
    ];
}
