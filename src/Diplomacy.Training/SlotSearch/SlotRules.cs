namespace Diplomacy.Training;

/// <summary>Texts of the search for start times.</summary>
internal static class SlotRules
{
    internal static readonly CatalogText Summary = new(
        "slot.summary",
        "{host}. Of {heads} people {night} at night, {rest} on a rest day or holiday, {outside} outside working hours; burden {burden}; {changes} institutions near a change of clocks.",
        "{host}។ ក្នុងចំណោមអ្នកចូលរួម {heads} នាក់៖ {night} នាក់នៅពេលយប់ {rest} នាក់នៅថ្ងៃសម្រាក ឬថ្ងៃបុណ្យ {outside} នាក់ក្រៅម៉ោងធ្វើការ។ បន្ទុកសរុប {burden}។ ស្ថាប័នជិតពេលប្តូរម៉ោង {changes}។");

    internal static readonly CatalogText UnknownAt = new(
        "slot.holidays-unknown-at",
        "Holidays are not known for: {institutions}.",
        "មិនមានព័ត៌មានអំពីថ្ងៃបុណ្យរបស់៖ {institutions}។");

    internal static readonly CatalogText Local = new(
        "slot.local",
        "{institution}: {weekday} {date} {from}-{to} ({offset}), {shift}, {band}, cost {cost}",
        "{institution}៖ {weekday} {date} ម៉ោង {from}-{to} ({offset}) {shift} {band} បន្ទុក {cost}");

    internal static readonly CatalogText LocalWithRemarks = new(
        "slot.local-with-remarks",
        "{institution}: {weekday} {date} {from}-{to} ({offset}), {shift}, {band}, cost {cost}; {remarks}",
        "{institution}៖ {weekday} {date} ម៉ោង {from}-{to} ({offset}) {shift} {band} បន្ទុក {cost} ({remarks})");

    internal static readonly CatalogText SameDay = new("slot.shift.none", "the same day", "ថ្ងៃដដែល");

    internal static readonly CatalogText Shifted = new("slot.shift.days", "{days} day", "ខុសថ្ងៃ {days}");

    internal static readonly CatalogText HolidayNamed = new("slot.holiday", "{holiday}", "ថ្ងៃបុណ្យ {holiday}");

    internal static readonly CatalogText HolidayTentative = new("slot.holiday-tentative", "{holiday}, to be confirmed", "ថ្ងៃបុណ្យ {holiday} (មិនទាន់បញ្ជាក់)");

    internal static readonly CatalogText HolidaysUnknown = new("slot.holidays-unknown", "holidays not known", "មិនមានព័ត៌មានអំពីថ្ងៃបុណ្យ");

    internal static readonly CatalogText ClocksChange = new("slot.clocks-change", "clocks change on {date}", "ប្តូរម៉ោងនាឡិកានៅ {date}");

    internal static readonly CatalogText Found = new(
        "slot.found", "{fit} of {starts} starts fit.", "មានពេលចាប់ផ្តើមដែលសមស្រប {fit} ក្នុងចំណោម {starts}។");

    internal static readonly CatalogText NoneFits = new(
        "slot.none", "None of {starts} starts fits. {filters}.", "គ្មានពេលចាប់ផ្តើមណាមួយក្នុងចំណោម {starts} សមស្របទេ។ {filters}។");

    internal static readonly CatalogText Sittings = new(
        "slot.sittings",
        "Sittings: {sittings}. Each institution attends the better one: of {heads} people {night} at night, {rest} on a rest day or holiday, {outside} outside working hours; burden {burden}.",
        "វគ្គដដែលដែលធ្វើច្រើនលើក៖ {sittings}។ ស្ថាប័ននីមួយៗចូលរួមលើកដែលសមស្របជាង៖ ក្នុងចំណោម {heads} នាក់ មាន {night} នាក់នៅពេលយប់ {rest} នាក់នៅថ្ងៃសម្រាក ឬថ្ងៃបុណ្យ {outside} នាក់ក្រៅម៉ោងធ្វើការ។ បន្ទុកសរុប {burden}។");

    internal static readonly CatalogText SittingOf = new("slot.sitting", "Sitting {number}. {local}", "លើកទី {number}។ {local}");

    internal static readonly CatalogText NoSittings = new(
        "slot.no-sittings",
        "No {sittings} sittings fit among {starts} starts: too few are left, they lie too far apart, or somebody who must be in hours is so at none. For a single sitting: {filters}.",
        "មិនអាចរៀបចំ {sittings} លើកក្នុងចំណោមពេលចាប់ផ្តើម {starts} បានទេ៖ ពេលដែលនៅសល់តិចពេក ឆ្ងាយពីគ្នាពេក ឬស្ថាប័នដែលត្រូវតែចូលរួមក្នុងម៉ោងធ្វើការ គ្មានលើកណាសមស្រប។ សម្រាប់លើកតែមួយ៖ {filters}។");

    internal static readonly CatalogText Series = new(
        "slot.series",
        "{sessions} sessions. Total burden {total} (least possible {least}). Most is borne by {worst}: {borne} a person (at the cheapest starts {borneCheapest}); at most {nights} nights "
        + "({nightsCheapest}); Gini {gini} ({giniCheapest}). No session can be moved alone to make this better; its sum of squares is at most {bound} % above that of the best plan within the total.",
        "{sessions} វគ្គ។ បន្ទុកសរុប {total} (តិចបំផុត {least})។ ស្ថាប័នដែលទទួលបន្ទុកច្រើនជាងគេគឺ {worst}៖ {borne} ក្នុងម្នាក់ (បើយកពេលថោកបំផុត {borneCheapest})។ ចំនួនយប់ច្រើនបំផុត {nights} "
        + "({nightsCheapest})។ សន្ទស្សន៍ Gini {gini} ({giniCheapest})។ ការប្តូរវគ្គតែមួយមិនអាចធ្វើឱ្យប្រសើរជាងនេះទេ។ ផែនការនេះខ្ពស់ជាងកម្រិតទាបបំផុតដែលអាចមាន មិនលើសពី {bound} ភាគរយ។");

    internal static readonly CatalogText SeriesNights = new(
        "slot.series-nights",
        "More than {most} nights fall on: {institutions}.",
        "ចំនួនយប់លើសពី {most} សម្រាប់៖ {institutions}។");

    internal static readonly CatalogText NoSeries = new(
        "slot.no-series",
        "No start fits in: {windows}. {filters}.",
        "គ្មានពេលចាប់ផ្តើមណាសមស្របក្នុង៖ {windows}។ {filters}។");

    internal static readonly CatalogText FilterNotice = new(
        "slot.filter.notice",
        "Notice: {refused} starts come before {notBefore} ({effect})",
        "ការជូនដំណឹងជាមុន៖ ពេលចាប់ផ្តើម {refused} មកមុន {notBefore} ({effect})");

    internal static readonly CatalogText FilterHostHours = new(
        "slot.filter.host-hours",
        "Hours of the host: {refused} starts do not lie within {hours} at {institution} ({effect})",
        "ម៉ោងរបស់ម្ចាស់ផ្ទះ៖ ពេលចាប់ផ្តើម {refused} មិនស្ថិតក្នុងម៉ោង {hours} នៅ {institution} ទេ ({effect})");

    internal static readonly CatalogText FilterHostRests = new(
        "slot.filter.host-rests",
        "Rest days of the host: {refused} starts touch a rest day or holiday at {institution} ({effect})",
        "ថ្ងៃសម្រាករបស់ម្ចាស់ផ្ទះ៖ ពេលចាប់ផ្តើម {refused} ចំថ្ងៃសម្រាក ឬថ្ងៃបុណ្យនៅ {institution} ({effect})");

    internal static readonly CatalogText FilterMustAttend = new(
        "slot.filter.must-be-in-hours",
        "Must be in hours: {refused} starts are not wholly in the working hours of {institution} ({effect})",
        "ត្រូវតែក្នុងម៉ោងធ្វើការ៖ ពេលចាប់ផ្តើម {refused} មិនស្ថិតទាំងស្រុងក្នុងម៉ោងធ្វើការរបស់ {institution} ទេ ({effect})");

    internal static readonly CatalogText EffectAll = new("slot.effect.all", "this alone leaves none", "លក្ខខណ្ឌនេះតែមួយធ្វើឱ្យគ្មានពេលណានៅសល់");

    internal static readonly CatalogText EffectAlone = new("slot.effect.alone", "{only} of them fail by this alone", "ក្នុងនោះ {only} មិនសមស្របដោយសារលក្ខខណ្ឌនេះតែមួយ");

    internal static TrainingText Shift(int days) => days == 0 ? SameDay.With() : Shifted.With(("days", days.ToString("+0;-0", System.Globalization.CultureInfo.InvariantCulture)));

    internal static CatalogText[] All =>
    [
        Summary, UnknownAt, Local, LocalWithRemarks, SameDay, Shifted, HolidayNamed, HolidayTentative, HolidaysUnknown, ClocksChange, Found, NoneFits,
        Sittings, SittingOf, NoSittings, Series, SeriesNights, NoSeries,
        FilterNotice, FilterHostHours, FilterHostRests, FilterMustAttend, EffectAll, EffectAlone,
    ];
}
