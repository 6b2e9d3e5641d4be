namespace Diplomacy.Training;

/// <summary>Rules of planning.</summary>
internal static class PlanningRules
{
    internal static readonly CatalogText ZoneIsKnown = new(
        "agenda.zone-is-known",
        "The time zone '{zone}' is not in the time zone data {version}. Use an IANA id such as Asia/Phnom_Penh; ids are case-sensitive.",
        "តំបន់ម៉ោង '{zone}' មិនមានក្នុងទិន្នន័យតំបន់ម៉ោង {version} ទេ។ សូមប្រើលេខសម្គាល់ IANA ដូចជា Asia/Phnom_Penh។");

    internal static readonly CatalogText TimeExists = new(
        "agenda.time-exists",
        "'{item}' begins at {time}, which {zone} skips when its clocks go forward. Choose {earlier} or {later}.",
        "'{item}' ចាប់ផ្តើមនៅ {time} ដែល {zone} រំលង ពេលនាឡិកាត្រូវបានបង្វិលទៅមុខ។ សូមជ្រើសរើស {earlier} ឬ {later}។");

    internal static readonly CatalogText TimeIsUnique = new(
        "agenda.time-is-unique",
        "'{item}' begins at {time}, which occurs twice in {zone} when its clocks go back. Say which is meant: the earlier, {earlier}, or the later, {later}.",
        "'{item}' ចាប់ផ្តើមនៅ {time} ដែលកើតឡើងពីរដងក្នុង {zone} ពេលនាឡិកាត្រូវបានបង្វិលថយក្រោយ។ សូមបញ្ជាក់៖ លើកទីមួយ {earlier} ឬលើកទីពីរ {later}។");

    internal static readonly CatalogText CodesAreUnique = new(
        "agenda.codes-are-unique",
        "Several items of the agenda have the code '{item}'. Give each its own.",
        "ធាតុជាច្រើននៃកម្មវិធីមានលេខកូដ '{item}' ដូចគ្នា។ សូមផ្តល់លេខកូដផ្សេងគ្នា។");

    internal static readonly CatalogText HasASession = new(
        "agenda.has-a-session",
        "The agenda has no session. Attendance is measured against sessions, so it needs at least one.",
        "កម្មវិធីនេះមិនមានវគ្គសិក្សាទេ។ ត្រូវមានយ៉ាងតិចមួយវគ្គ ព្រោះវត្តមានត្រូវវាស់តាមវគ្គ។");

    internal static readonly CatalogText SessionsAreApart = new(
        "agenda.sessions-are-apart",
        "The session '{item}' begins before '{before}' ends. Move or shorten one of them.",
        "វគ្គ '{item}' ចាប់ផ្តើមមុនពេលវគ្គ '{before}' បញ្ចប់។ សូមប្តូរពេល ឬបន្ថយរយៈពេលវគ្គណាមួយ។");

    internal static readonly CatalogText ZoneDataAreNotOlder = new(
        "agenda.zone-data-are-not-older",
        "The agenda was resolved by the time zone data {before}; those in force, {version}, are older. Load {before} or later first.",
        "កម្មវិធីនេះបានគណនាតាមទិន្នន័យតំបន់ម៉ោង {before}។ ទិន្នន័យដែលកំពុងប្រើ {version} ចាស់ជាង។ សូមបញ្ចូល {before} ឬថ្មីជាងនេះជាមុនសិន។");

    internal static readonly CatalogText ChoiceIsAsked = new(
        "agenda.choice-is-asked",
        "A time is chosen for '{item}', which needs no choice: it is not on the agenda, has begun, or means one instant. Leave the choice out, or postpone the workshop to another agenda.",
        "មានការជ្រើសរើសម៉ោងសម្រាប់ '{item}' ដែលមិនត្រូវការជ្រើសរើសទេ។ សូមដកការជ្រើសរើសនេះចេញ ឬពន្យារពេលសិក្ខាសាលាទៅកម្មវិធីផ្សេង។");

    internal static readonly CatalogText TimeIsAhead = new(
        "agenda.time-is-ahead",
        "'{item}' has not begun, but would begin at {time}, which has passed. Keep the instant, or postpone the workshop.",
        "'{item}' មិនទាន់ចាប់ផ្តើមទេ ប៉ុន្តែនឹងត្រូវចាប់ផ្តើមនៅ {time} ដែលកន្លងផុតទៅហើយ។ សូមរក្សាពេលវេលាសកលដដែល ឬពន្យារពេលសិក្ខាសាលា។");

    internal static readonly CatalogText HasNotBegun = new(
        "agenda.has-not-begun",
        "{workshop} began with '{item}' at {began}. Its zone can be changed only before that.",
        "{workshop} បានចាប់ផ្តើមដោយ '{item}' នៅ {began}។ តំបន់ម៉ោងអាចប្តូរបានតែមុនពេលនោះប៉ុណ្ណោះ។");

    internal static readonly CatalogText CodeIsNew = new(
        "workshop.code-is-new",
        "A workshop is filed under {workshop} already, with another plan. Revise it, or file this one under another code.",
        "សិក្ខាសាលាមួយមានលេខកូដ {workshop} រួចហើយ ដោយមានផែនការផ្សេង។ សូមកែប្រែវា ឬប្រើលេខកូដផ្សេង។");

    internal static readonly CatalogText IsKnown = new(
        "workshop.is-known",
        "No workshop is filed under {workshop}.",
        "គ្មានសិក្ខាសាលាណាមានលេខកូដ {workshop} ទេ។");

    internal static readonly CatalogText StatusAllows = new(
        "workshop.status-allows",
        "{workshop} is {status}; this is possible only while it is {allowed}.",
        "{workshop} ស្ថិតក្នុងស្ថានភាព {status}។ ប្រតិបត្តិការនេះអាចធ្វើបានតែពេល {allowed} ប៉ុណ្ណោះ។");

    internal static readonly CatalogText HasModes = new(
        "workshop.has-seats",
        "{workshop} has no seats in any mode. Plan seats in the room, in the call, or both.",
        "{workshop} គ្មានកៅអីសម្រាប់ទម្រង់ណាមួយទេ។ សូមកំណត់កៅអីក្នុងបន្ទប់ តាមអនឡាញ ឬទាំងពីរ។");

    internal static readonly CatalogText WindowIsInOrder = new(
        "workshop.window-is-in-order",
        "Registration for {workshop} opens at {opens}, which is not before {cutOff} at {at}. Let it open earlier, or set {cutOff} later.",
        "ការចុះឈ្មោះសម្រាប់ {workshop} បើកនៅ {opens} ដែលមិនមុន {cutOff} នៅ {at} ទេ។ សូមបើកឱ្យឆាប់ជាងនេះ ឬកំណត់ {cutOff} ឱ្យយឺតជាងនេះ។");

    internal static readonly CatalogText SittingIsHeld = new(
        "workshop.sitting-is-held",
        "{workshop}: the sitting '{sitting}' has seats but no session, or a session but no seats. Give it both, or neither.",
        "{workshop}៖ វេន '{sitting}' មានកៅអីតែគ្មានវគ្គ ឬមានវគ្គតែគ្មានកៅអី។ សូមកំណត់ទាំងពីរ ឬលុបទាំងពីរ។");

    internal static readonly CatalogText QuestionCodesAreUnique = new(
        "workshop.question-codes-are-unique",
        "{workshop}: several questions have the code '{question}'. Give each its own.",
        "{workshop}៖ សំណួរច្រើនមានលេខកូដ '{question}' ដូចគ្នា។ សូមផ្តល់លេខកូដផ្សេងគ្នា។");

    internal static CatalogText[] All =>
        [ZoneIsKnown, ZoneDataAreNotOlder, ChoiceIsAsked, TimeIsAhead, HasNotBegun, TimeExists, TimeIsUnique, CodesAreUnique, HasASession, SessionsAreApart, CodeIsNew, IsKnown, StatusAllows, HasModes, WindowIsInOrder, SittingIsHeld, QuestionCodesAreUnique];
}
