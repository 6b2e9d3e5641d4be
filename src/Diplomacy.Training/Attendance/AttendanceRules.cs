namespace Diplomacy.Training;

/// <summary>Rules and outcomes of attendance.</summary>
internal static class AttendanceRules
{
    internal static readonly CatalogText SessionIsKnown = new(
        "attendance.session-is-known",
        "{workshop} has no session '{session}'. Its sessions are: {sessions}.",
        "{workshop} គ្មានវគ្គ '{session}' ទេ។ វគ្គដែលមានគឺ៖ {sessions}។");

    internal static readonly CatalogText RegistrationIsConfirmed = new(
        "attendance.registration-is-confirmed",
        "{who} has no confirmed registration for {workshop} (status: {status}). Only confirmed participants are recorded as present.",
        "{who} គ្មានការចុះឈ្មោះដែលបានបញ្ជាក់សម្រាប់ {workshop} ទេ (ស្ថានភាព៖ {status})។ មានតែអ្នកចូលរួមដែលបានបញ្ជាក់ប៉ុណ្ណោះដែលត្រូវកត់ត្រាវត្តមាន។");

    internal static readonly CatalogText WithinCheckInWindow = new(
        "attendance.within-check-in-window",
        "A check-in at {time} does not belong to the session '{session}': its door is open from {from} until {until}.",
        "ការចុះវត្តមាននៅ {time} មិនត្រូវនឹងវគ្គ '{session}' ទេ៖ អាចចុះវត្តមានបានចាប់ពី {from} ដល់ {until}។");

    internal static readonly CatalogText NonceIsNew = new(
        "attendance.nonce-is-new",
        "The scan {nonce} was recorded for another registration or session. Each scan needs its own nonce.",
        "ការស្កេន {nonce} ត្រូវបានកត់ត្រាសម្រាប់ការចុះឈ្មោះ ឬវគ្គផ្សេងរួចហើយ។ ការស្កេននីមួយៗត្រូវមានលេខសម្គាល់ផ្ទាល់ខ្លួន។");

    internal static readonly CatalogText IsCheckedIn = new(
        "attendance.is-checked-in",
        "{who} is not checked in for the session '{session}'.",
        "{who} មិនបានចុះវត្តមានសម្រាប់វគ្គ '{session}' ទេ។");

    internal static readonly CatalogText ExitFollowsCheckIn = new(
        "attendance.exit-follows-check-in",
        "An exit at {time} is not after the check-in at {from} for the session '{session}'.",
        "ការចេញនៅ {time} មិនមែនក្រោយការចុះវត្តមាននៅ {from} សម្រាប់វគ្គ '{session}' ទេ។");

    internal static readonly CatalogText CallerIsKnown = new(
        "attendance.caller-is-known",
        "No imported report of {workshop} has a caller with the key {caller}. Take keys from the review list.",
        "គ្មានរបាយការណ៍ណាមួយនៃ {workshop} មានអ្នកភ្ជាប់ដែលមានលេខសម្គាល់ {caller} ទេ។ សូមយកលេខសម្គាល់ពីបញ្ជីត្រួតពិនិត្យ។");

    internal static readonly CatalogText Recorded = new(
        "attendance.recorded",
        "Checked in for the session '{session}' at {time}.",
        "បានចុះវត្តមានសម្រាប់វគ្គ '{session}' នៅ {time}។");

    internal static readonly CatalogText AlreadyRecorded = new(
        "attendance.already-recorded",
        "Was checked in for the session '{session}' already, at {time}.",
        "បានចុះវត្តមានសម្រាប់វគ្គ '{session}' រួចហើយ នៅ {time}។");

    internal static readonly CatalogText RowInWaitingRoom = new(
        "attendance.row-in-waiting-room",
        "Row {row} tells only of the waiting room, which is no attendance.",
        "ជួរទី {row} បង្ហាញតែការរង់ចាំក្នុងបន្ទប់រង់ចាំ ដែលមិនរាប់ជាវត្តមានទេ។");

    internal static readonly CatalogText RowWithoutBeginning = new(
        "attendance.row-without-beginning",
        "Row {row} does not say when the connection began, so it tells of no presence.",
        "ជួរទី {row} មិនបញ្ជាក់ពេលចាប់ផ្តើមភ្ជាប់ទេ ដូច្នេះមិនបង្ហាញវត្តមានឡើយ។");

    internal static readonly CatalogText RowWithoutLength = new(
        "attendance.row-without-length",
        "Row {row} ends when it begins, or before, so it tells of no presence.",
        "ជួរទី {row} បញ្ចប់នៅពេលចាប់ផ្តើម ឬមុននោះ ដូច្នេះមិនបង្ហាញវត្តមានឡើយ។");

    internal static readonly CatalogText NoAddress = new(
        "attendance.review-no-address",
        "The report has no e-mail address for this caller. Nobody is matched by name alone.",
        "របាយការណ៍គ្មានអាសយដ្ឋានអ៊ីមែលសម្រាប់អ្នកភ្ជាប់នេះទេ។ គ្មាននរណាត្រូវបានផ្គូផ្គងតាមឈ្មោះតែមួយមុខឡើយ។");

    internal static readonly CatalogText AddressUnknown = new(
        "attendance.review-address-unknown",
        "Nobody is known by this e-mail address.",
        "គ្មាននរណាមានអាសយដ្ឋានអ៊ីមែលនេះទេ។");

    internal static readonly CatalogText AddressNotConfirmed = new(
        "attendance.review-not-confirmed",
        "Whoever has this e-mail address has no confirmed registration for the workshop.",
        "ម្ចាស់អាសយដ្ឋានអ៊ីមែលនេះគ្មានការចុះឈ្មោះដែលបានបញ្ជាក់សម្រាប់សិក្ខាសាលានេះទេ។");

    internal static readonly CatalogText AddressShared = new(
        "attendance.review-address-shared",
        "Several confirmed participants share this e-mail address.",
        "អ្នកចូលរួមដែលបានបញ្ជាក់ច្រើននាក់ប្រើអាសយដ្ឋានអ៊ីមែលនេះរួមគ្នា។");

    internal static readonly CatalogText RegistrantNotConfirmed = new(
        "attendance.review-registrant-not-confirmed",
        "Whoever has this registrant id has no confirmed registration for the workshop.",
        "ម្ចាស់លេខសម្គាល់អ្នកចុះឈ្មោះនេះគ្មានការចុះឈ្មោះដែលបានបញ្ជាក់សម្រាប់សិក្ខាសាលានេះទេ។");

    internal static readonly CatalogText ProofsDiffer = new(
        "attendance.review-proofs-differ",
        "The registrant ids and addresses of this caller point to different participants.",
        "លេខសម្គាល់អ្នកចុះឈ្មោះ និងអាសយដ្ឋានរបស់អ្នកភ្ជាប់នេះ ចង្អុលទៅអ្នកចូលរួមផ្សេងគ្នា។");

    internal static readonly CatalogText RegistrantIsOnes = new(
        "attendance.registrant-is-ones",
        "The registrant id of entry {entry} belongs to another registration, {other}. Take that mapping back first.",
        "លេខសម្គាល់អ្នកចុះឈ្មោះក្នុងធាតុទី {entry} ជារបស់ការចុះឈ្មោះផ្សេង {other}។ សូមដកការផ្គូផ្គងនោះចេញជាមុនសិន។");

    internal static readonly CatalogText ReportIsInForce = new(
        "attendance.report-is-in-force",
        "{workshop} has no report {digest} in force that could be replaced.",
        "{workshop} គ្មានរបាយការណ៍ {digest} ដែលកំពុងប្រើសម្រាប់ជំនួសទេ។");

    internal static CatalogText[] All =>
    [
        SessionIsKnown, RegistrationIsConfirmed, WithinCheckInWindow, NonceIsNew, IsCheckedIn, ExitFollowsCheckIn, CallerIsKnown,
        Recorded, AlreadyRecorded, RowInWaitingRoom, RowWithoutBeginning, RowWithoutLength, NoAddress, AddressUnknown, AddressNotConfirmed, AddressShared, RegistrantNotConfirmed, ProofsDiffer, RegistrantIsOnes, ReportIsInForce,
    ];
}
