namespace Diplomacy.Training.Imports;

/// <summary>Every text of this package. Codes are named for what must hold.</summary>
internal static class ImportWords
{
    internal static ImportText PlaceFile { get; } = new("import.place-file", "{source}: ", "{source}៖ ");

    internal static ImportText PlaceRow { get; } = new("import.place-row", "{source}, row {row}: ", "{source} ជួរដេកទី {row}៖ ");

    internal static ImportText PlaceColumn { get; } = new("import.place-column", "{source}, column '{column}': ", "{source} ជួរឈរ '{column}'៖ ");

    internal static ImportText PlaceCell { get; } = new("import.place-cell", "{source}, row {row}, column '{column}': ", "{source} ជួរដេកទី {row} ជួរឈរ '{column}'៖ ");

    internal static ImportText FileIsNotEmpty { get; } = new(
        "import.file-is-not-empty",
        "There is nothing to read. The file needs a header row, and its data below.",
        "គ្មានអ្វីត្រូវអានទេ។ ឯកសារត្រូវមានជួរដេកចំណងជើង និងទិន្នន័យនៅខាងក្រោម។");

    internal static ImportText FileIsWithinLimit { get; } = new(
        "import.file-is-within-limit",
        "The file is larger than {limit} bytes, the most that is read. Raise ImportOptions.MaximumBytes if its size is right.",
        "ឯកសារនេះធំជាង {limit} បៃ ដែលជាទំហំធំបំផុតដែលអាចអានបាន។ សូមបង្កើន ImportOptions.MaximumBytes ប្រសិនបើទំហំនេះត្រឹមត្រូវ។");

    internal static ImportText ErrorListIsComplete { get; } = new(
        "import.error-list-is-complete",
        "There are more errors than the {limit} listed here.",
        "មានកំហុសច្រើនជាង {limit} ដែលបានរាយនៅទីនេះ។");

    internal static ImportText TextIsUtf8 { get; } = new(
        "import.text-is-utf8",
        "The bytes from offset {offset} on are not UTF-8. Save the file again as 'CSV UTF-8'.",
        "បៃចាប់ពីទីតាំង {offset} មិនមែនជា UTF-8 ទេ។ សូមរក្សាទុកឯកសារម្តងទៀតជា 'CSV UTF-8'។");

    internal static ImportText TextIsUndamaged { get; } = new(
        "import.text-is-undamaged",
        "The text was damaged before it came here: letters have become question marks or U+FFFD. Take it from its source again, as UTF-8.",
        "អត្ថបទនេះបានខូចមុនពេលមកដល់ទីនេះ៖ អក្សរបានក្លាយជាសញ្ញាសួរ ឬ U+FFFD។ សូមយកវាពីប្រភពដើមម្តងទៀត ជា UTF-8។");

    internal static ImportText TextIsPrintable { get; } = new(
        "import.text-is-printable",
        "The text holds {character} as character {position}, which cannot be printed. Remove it.",
        "អត្ថបទនេះមាន {character} ជាតួអក្សរទី {position} ដែលមិនអាចបោះពុម្ពបាន។ សូមលុបវាចេញ។");

    internal static ImportText QuoteIsClosed { get; } = new(
        "import.quote-is-closed",
        "A quotation mark opens a value and none closes it. Write a quotation mark within a value twice.",
        "មានសញ្ញាសម្រង់បើកតម្លៃ ប៉ុន្តែគ្មានសញ្ញាសម្រង់បិទទេ។ សូមសរសេរសញ្ញាសម្រង់ដែលនៅក្នុងតម្លៃពីរដង។");

    internal static ImportText QuotingIsRight { get; } = new(
        "import.quoting-is-right",
        "Text follows the quotation mark that closes a value. Write a quotation mark within a value twice.",
        "មានអត្ថបទនៅក្រោយសញ្ញាសម្រង់បិទតម្លៃ។ សូមសរសេរសញ្ញាសម្រង់ដែលនៅក្នុងតម្លៃពីរដង។");

    internal static ImportText RowHasTheColumns { get; } = new(
        "import.row-has-the-columns",
        "The row has {found} values where the header has {expected} columns.",
        "ជួរដេកនេះមានតម្លៃ {found} ខណៈដែលចំណងជើងមានជួរឈរ {expected}។");

    internal static ImportText ColumnIsPresent { get; } = new(
        "import.column-is-present",
        "The column is missing. Recognised: {recognised}.",
        "ខ្វះជួរឈរនេះ។ ជួរឈរដែលស្គាល់៖ {recognised}។");

    internal static ImportText ColumnIsSingle { get; } = new(
        "import.column-is-single",
        "The column stands twice, as number {first} and as number {second}.",
        "ជួរឈរនេះមានពីរដង៖ ជាលេខរៀង {first} និងលេខរៀង {second}។");

    internal static ImportText LayoutIsKnown { get; } = new(
        "import.layout-is-known",
        "This is no layout that can be read. Nearest: {layout}; recognised: {recognised}; missing: {missing}; other columns: {unknown}.",
        "ទម្រង់នេះមិនអាចអានបានទេ។ ទម្រង់ដែលស្រដៀងជាងគេ៖ {layout}។ ជួរឈរដែលស្គាល់៖ {recognised}។ ជួរឈរដែលខ្វះ៖ {missing}។ ចំនួនជួរឈរផ្សេងទៀត៖ {unknown}។");

    internal static ImportText ReportHasTimes { get; } = new(
        "import.report-has-times",
        "This is Zoom's list of unique users: it has minutes in total, and no times of joining and leaving. Export the report again without 'Show unique users'.",
        "នេះជាបញ្ជីអ្នកប្រើប្រាស់របស់ Zoom ដែលមានតែនាទីសរុប គ្មានម៉ោងចូល និងម៉ោងចេញទេ។ សូមនាំចេញរបាយការណ៍ម្តងទៀត ដោយមិនជ្រើស 'Show unique users'។");

    internal static ImportText ValueIsPresent { get; } = new("import.value-is-present", "A value is needed here.", "ត្រូវមានតម្លៃនៅទីនេះ។");

    internal static ImportText ValueIsUnique { get; } = new(
        "import.value-is-unique",
        "The same value stands in row {first} already.",
        "តម្លៃដដែលនេះមាននៅជួរដេកទី {first} រួចហើយ។");

    internal static ImportText ValueIsAZone { get; } = new(
        "import.value-is-a-zone",
        "'{value}' is not a time zone of the data {version}. Use an IANA id such as Asia/Phnom_Penh; ids are case-sensitive.",
        "'{value}' មិនមែនជាតំបន់ម៉ោងក្នុងទិន្នន័យ {version} ទេ។ សូមប្រើលេខសម្គាល់ IANA ដូចជា Asia/Phnom_Penh ដោយប្រកាន់អក្សរតូចធំ។");

    internal static ImportText ValueIsACode { get; } = new(
        "import.value-is-a-code",
        "'{value}' is not an institution's code: 2 to 20 capital letters, digits and hyphens, such as US-WAS-EMB.",
        "'{value}' មិនមែនជាលេខកូដស្ថាប័នទេ៖ ត្រូវមានអក្សរធំ លេខ និងសហសញ្ញា ពី 2 ដល់ 20 តួ ដូចជា US-WAS-EMB។");

    internal static ImportText InstitutionIsKnown { get; } = new(
        "import.institution-is-known",
        "No institution has the code '{value}'.",
        "គ្មានស្ថាប័នណាមានលេខកូដ '{value}' ទេ។");

    internal static ImportText ValueIsAKind { get; } = new(
        "import.value-is-a-kind",
        "'{value}' is not a kind of institution. Known are: {known}.",
        "'{value}' មិនមែនជាប្រភេទស្ថាប័នទេ។ ប្រភេទដែលស្គាល់៖ {known}។");

    internal static ImportText ValueIsAWeekend { get; } = new(
        "import.value-is-a-weekend",
        "'{value}' is not a list of days. Write Mon to Sun with spaces between them, such as 'Sat Sun', or none.",
        "'{value}' មិនមែនជាបញ្ជីថ្ងៃទេ។ សូមសរសេរពី Mon ដល់ Sun ដោយដកឃ្លា ដូចជា 'Sat Sun' ឬ none។");

    internal static ImportText ValueIsWorkingHours { get; } = new(
        "import.value-is-working-hours",
        "'{value}' is not working hours. Write ranges in order, such as '09:00-12:00 14:00-17:00'; for single days 'Fri 09:00-12:00; * 09:00-17:00'.",
        "'{value}' មិនមែនជាម៉ោងធ្វើការទេ។ សូមសរសេរចន្លោះម៉ោងតាមលំដាប់ ដូចជា '09:00-12:00 14:00-17:00' ឬ 'Fri 09:00-12:00; * 09:00-17:00'។");

    internal static ImportText ValueIsAMode { get; } = new(
        "import.value-is-a-mode",
        "'{value}' is not a way of taking part. Write InPerson or Online.",
        "'{value}' មិនមែនជារបៀបចូលរួមទេ។ សូមសរសេរ InPerson ឬ Online។");

    internal static ImportText ValueIsARole { get; } = new(
        "import.value-is-a-role",
        "'{value}' is not a role. Known are: {known}.",
        "'{value}' មិនមែនជាតួនាទីទេ។ តួនាទីដែលស្គាល់៖ {known}។");

    internal static ImportText ValueIsASex { get; } = new(
        "import.value-is-a-sex",
        "'{value}' is not understood. Write F or M, or nothing.",
        "មិនយល់ '{value}' ទេ។ សូមសរសេរ F ឬ M ឬទុកទទេ។");

    internal static ImportText ValueIsAnEmail { get; } = new(
        "import.value-is-an-email",
        "This is not an e-mail address: it needs one @ with text on both sides, no spaces, and at most 254 characters.",
        "នេះមិនមែនជាអាសយដ្ឋានអ៊ីមែលទេ៖ ត្រូវមាន @ មួយ ដោយមានអត្ថបទនៅសងខាង គ្មានដកឃ្លា និងមិនលើស 254 តួអក្សរ។");

    internal static ImportText ValueIsAnExternalId { get; } = new(
        "import.value-is-an-external-id",
        "An external id has 1 to 100 characters.",
        "លេខសម្គាល់ខាងក្រៅត្រូវមានពី 1 ដល់ 100 តួអក្សរ។");

    internal static ImportText ValueIsASession { get; } = new(
        "import.value-is-a-session",
        "'{value}' is not a session's code: at most 40 lower-case letters, digits and hyphens, such as opening.",
        "'{value}' មិនមែនជាលេខកូដសម័យប្រជុំទេ៖ ត្រូវមានអក្សរតូច លេខ និងសហសញ្ញា មិនលើស 40 តួ ដូចជា opening។");

    internal static ImportText PersonHasAName { get; } = new(
        "import.person-has-a-name",
        "The row names nobody. Give a family name or a given name in Latin letters.",
        "ជួរដេកនេះគ្មានឈ្មោះទេ។ សូមបំពេញនាមត្រកូល ឬនាមខ្លួនជាអក្សរឡាតាំង។");

    internal static ImportText ValueIsADateTime { get; } = new(
        "import.value-is-a-date-time",
        "'{value}' is not a date with a time. Write it as 2023-02-28T08:30:00.",
        "'{value}' មិនមែនជាកាលបរិច្ឆេទដែលមានម៉ោងទេ។ សូមសរសេរដូចជា 2023-02-28T08:30:00។");

    internal static ImportText DayAndMonthAreClear { get; } = new(
        "import.day-and-month-are-clear",
        "'{value}' may be {monthFirst} or {dayFirst}, and no date of the file decides. Give the day of the session when importing, or write dates as 2023-02-28.",
        "'{value}' អាចជា {monthFirst} ឬ {dayFirst} ហើយគ្មានកាលបរិច្ឆេទណាក្នុងឯកសារអាចសម្រេចបានទេ។ សូមបញ្ជាក់ថ្ងៃនៃសម័យប្រជុំពេលនាំចូល ឬសរសេរកាលបរិច្ឆេទដូចជា 2023-02-28។");

    internal static ImportText DatesHaveOneOrder { get; } = new(
        "import.dates-have-one-order",
        "The day stands first in row {dayFirst} and the month in row {monthFirst}. A file has one order.",
        "ថ្ងៃនៅមុខក្នុងជួរដេកទី {dayFirst} ហើយខែនៅមុខក្នុងជួរដេកទី {monthFirst}។ ឯកសារមួយត្រូវមានលំដាប់តែមួយ។");

    internal static ImportText TimeExists { get; } = new(
        "import.time-exists",
        "{time} does not exist: {zone} skips it when its clocks go forward. Nearest are {earlier} and {later}.",
        "គ្មានម៉ោង {time} ទេ៖ {zone} រំលងវា ពេលនាឡិកាត្រូវបានបង្វិលទៅមុខ។ ម៉ោងជិតបំផុតគឺ {earlier} និង {later}។");

    internal static ImportText TimeIsUnique { get; } = new(
        "import.time-is-unique",
        "{time} occurs twice in {zone} when its clocks go back. It may be the earlier, {earlier}, or the later, {later}.",
        "{time} កើតឡើងពីរដងក្នុង {zone} ពេលនាឡិកាត្រូវបានបង្វិលថយក្រោយ។ វាអាចជាលើកទីមួយ {earlier} ឬលើកទីពីរ {later}។");

    internal static ImportText LeaveFollowsJoin { get; } = new(
        "import.leave-follows-join",
        "The time of leaving, {left}, is before the time of joining, {joined}.",
        "ម៉ោងចេញ {left} នៅមុនម៉ោងចូល {joined}។");

    internal static ImportText ValueIsYesOrNo { get; } = new(
        "import.value-is-yes-or-no",
        "'{value}' is neither Yes nor No.",
        "'{value}' មិនមែន Yes ឬ No ទេ។");

    internal static ImportText DurationAgrees { get; } = new(
        "import.duration-agrees",
        "The report says {reported} minutes where its times give {computed}. The times are used.",
        "របាយការណ៍បញ្ជាក់ថា {reported} នាទី ប៉ុន្តែម៉ោងរបស់វាឱ្យ {computed} នាទី។ ម៉ោងត្រូវបានប្រើ។");

    internal static ImportText NameIsClean { get; } = new(
        "import.name-is-clean",
        "The text was damaged, or characters that cannot be printed were removed from it.",
        "អត្ថបទនេះបានខូច ឬតួអក្សរដែលមិនអាចបោះពុម្ពបានត្រូវបានលុបចេញពីវា។");

    internal static ImportText[] All =>
    [
        PlaceFile, PlaceRow, PlaceColumn, PlaceCell,
        FileIsNotEmpty, FileIsWithinLimit, ErrorListIsComplete, TextIsUtf8, TextIsUndamaged, TextIsPrintable,
        QuoteIsClosed, QuotingIsRight, RowHasTheColumns, ColumnIsPresent, ColumnIsSingle, LayoutIsKnown, ReportHasTimes,
        ValueIsPresent, ValueIsUnique, ValueIsAZone, ValueIsACode, InstitutionIsKnown, ValueIsAKind, ValueIsAWeekend, ValueIsWorkingHours,
        ValueIsAMode, ValueIsARole, ValueIsASex, ValueIsAnEmail, ValueIsAnExternalId, ValueIsASession, PersonHasAName,
        ValueIsADateTime, DayAndMonthAreClear, DatesHaveOneOrder, TimeExists, TimeIsUnique, LeaveFollowsJoin,
        ValueIsYesOrNo, DurationAgrees, NameIsClean,
    ];
}
