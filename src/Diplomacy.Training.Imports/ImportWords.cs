namespace Diplomacy.Training.Imports;

/// <summary>Every text of this package. Codes are named for what must hold.</summary>
internal static partial class ImportWords
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
        "The bytes from offset {offset} on are not UTF-8, and the file is not UTF-16 either. Save it again as 'CSV UTF-8'.",
        "បៃចាប់ពីទីតាំង {offset} មិនមែនជា UTF-8 ទេ ហើយឯកសារក៏មិនមែនជា UTF-16 ដែរ។ សូមរក្សាទុកឯកសារម្តងទៀតជា 'CSV UTF-8'។");

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

    internal static ImportText ReportHasIntervals { get; } = new(
        "import.report-has-intervals",
        "The report has the first join and the last leave of each person, and not the times between them. Export it again with its section 'In-Meeting Activities'.",
        "របាយការណ៍នេះមានតែម៉ោងចូលដំបូង និងម៉ោងចេញចុងក្រោយរបស់មនុស្សម្នាក់ៗ គ្មានម៉ោងនៅចន្លោះនោះទេ។ សូមនាំចេញវាម្តងទៀត ដោយមានផ្នែក 'In-Meeting Activities'។");

    internal static ImportText TotalsHaveTimes { get; } = new(
        "import.totals-have-times",
        "The list has minutes in total and no times, so its rows are listed and are no evidence of attendance.",
        "បញ្ជីនេះមានតែនាទីសរុប គ្មានម៉ោងទេ ដូច្នេះជួរដេករបស់វាត្រូវបានរាយ ប៉ុន្តែមិនមែនជាភស្តុតាងនៃវត្តមានទេ។");

    internal static ImportText SectionIsKnown { get; } = new(
        "import.section-is-known",
        "The section that begins here is not known and is passed over.",
        "មិនស្គាល់ផ្នែកដែលចាប់ផ្តើមនៅទីនេះទេ ហើយវាត្រូវបានរំលង។");

    internal static ImportText ValueIsAnAction { get; } = new(
        "import.value-is-an-action",
        "'{value}' is neither Joined nor Left.",
        "'{value}' មិនមែន Joined ឬ Left ទេ។");

    internal static ImportText ZoneIsClear { get; } = new(
        "import.zone-is-clear",
        "The file names no time zone, and several fit the session: {zones}. Give the zone of the account that exported it.",
        "ឯកសារនេះមិនបញ្ជាក់តំបន់ម៉ោងទេ ហើយមានតំបន់ម៉ោងច្រើនដែលត្រូវនឹងសម័យប្រជុំ៖ {zones}។ សូមបញ្ជាក់តំបន់ម៉ោងរបស់គណនីដែលបាននាំចេញវា។");

    internal static ImportText ZoneFitsTheSession { get; } = new(
        "import.zone-fits-the-session",
        "The file names no time zone and says that the meeting began at {start}. In none of the zones is this within {minutes} minutes of the session, {session}. Give the zone of the account that exported it.",
        "ឯកសារនេះមិនបញ្ជាក់តំបន់ម៉ោងទេ ហើយបញ្ជាក់ថាការប្រជុំចាប់ផ្តើមនៅ {start}។ គ្មានតំបន់ម៉ោងណាដែលធ្វើឱ្យម៉ោងនេះនៅក្នុងរយៈពេល {minutes} នាទីពីសម័យប្រជុំ {session} ទេ។ សូមបញ្ជាក់តំបន់ម៉ោងរបស់គណនីដែលបាននាំចេញវា។");

    internal static ImportText ZoneIsGiven { get; } = new(
        "import.zone-is-given",
        "The file names no time zone, and its times span more than {hours} hours, too many for one offset. Give the zone of the account that exported it, or the zones in which that may be.",
        "ឯកសារនេះមិនបញ្ជាក់តំបន់ម៉ោងទេ ហើយម៉ោងរបស់វាលើសពី {hours} ម៉ោង ដែលច្រើនពេកសម្រាប់គម្លាតម៉ោងតែមួយ។ សូមបញ្ជាក់តំបន់ម៉ោងរបស់គណនីដែលបាននាំចេញវា ឬតំបន់ម៉ោងដែលអាចជារបស់វា។");

    internal static ImportText ZoneWasInferred { get; } = new(
        "import.zone-was-inferred",
        "No time zone was given. The times were read in {zone}, where the meeting began at {start}; the session began at {session}.",
        "គ្មានតំបន់ម៉ោងត្រូវបានបញ្ជាក់ទេ។ ម៉ោងត្រូវបានអានក្នុង {zone} ដែលការប្រជុំបានចាប់ផ្តើមនៅ {start} ហើយសម័យប្រជុំបានចាប់ផ្តើមនៅ {session}។");

    internal static ImportText SecondsAgree { get; } = new(
        "import.seconds-agree",
        "The report says {reported} seconds where its times give {computed}. The times are used.",
        "របាយការណ៍បញ្ជាក់ថា {reported} វិនាទី ប៉ុន្តែម៉ោងរបស់វាឱ្យ {computed} វិនាទី។ ម៉ោងត្រូវបានប្រើ។");

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

    internal static ImportText EncodingIsUnicode { get; } = new(
        "import.encoding-is-unicode",
        "The file is text in UTF-32, which is not read. Save it again as 'CSV UTF-8'.",
        "ឯកសារនេះជាអត្ថបទ UTF-32 ដែលមិនអាចអានបាន។ សូមរក្សាទុកឯកសារម្តងទៀតជា 'CSV UTF-8'។");

    internal static ImportText TextIsNotMisread { get; } = new(
        "import.text-is-not-misread",
        "The text was UTF-8, and a program took it for another encoding and saved it so. Take it from its source again and open it as UTF-8.",
        "អត្ថបទនេះធ្លាប់ជា UTF-8 ប៉ុន្តែកម្មវិធីមួយបានអានវាខុសការបម្លែងកូដ ហើយរក្សាទុកដូច្នេះ។ សូមយកវាពីប្រភពដើមម្តងទៀត ហើយបើកវាជា UTF-8។");

    internal static ImportText TextIsUnicodeKhmer { get; } = new(
        "import.text-is-unicode-khmer",
        "The text was typed in an old Khmer font such as Limon or ABC: without that font it is Latin letters. Convert the column to Khmer Unicode with a converter for that font, check the names with their owners, and import again.",
        "អត្ថបទនេះត្រូវបានវាយដោយពុម្ពអក្សរខ្មែរចាស់ ដូចជា Limon ឬ ABC៖ បើគ្មានពុម្ពអក្សរនោះ វាជាអក្សរឡាតាំង។ សូមបម្លែងជួរឈរនេះទៅជាខ្មែរយូនីកូដ ពិនិត្យឈ្មោះជាមួយសាមីខ្លួន រួចនាំចូលម្តងទៀត។");

    internal static ImportText TextIsKhmer { get; } = new(
        "import.text-is-khmer",
        "This column is for Khmer script, and the text has none. It is kept as it stands.",
        "ជួរឈរនេះសម្រាប់អក្សរខ្មែរ ប៉ុន្តែអត្ថបទនេះគ្មានអក្សរខ្មែរទេ។ វាត្រូវបានរក្សាទុកដូចដើម។");

    internal static ImportText WorkbookIsXlsx { get; } = new(
        "import.workbook-is-xlsx",
        "This is no workbook that can be read: it is of another program or of an old kind, or has a password. Save it as 'Excel Workbook (.xlsx)' without a password, or as 'CSV UTF-8'.",
        "នេះមិនមែនជាសៀវភៅការងារដែលអាចអានបានទេ៖ វាជារបស់កម្មវិធីផ្សេង ជាប្រភេទចាស់ ឬមានពាក្យសម្ងាត់។ សូមរក្សាទុកវាជា 'Excel Workbook (.xlsx)' ដោយគ្មានពាក្យសម្ងាត់ ឬជា 'CSV UTF-8'។");

    internal static ImportText WorkbookIsReadable { get; } = new(
        "import.workbook-is-readable",
        "The workbook is damaged, or made so as to harm whoever reads it. Open it in a spreadsheet program and save it again.",
        "សៀវភៅការងារនេះខូច ឬត្រូវបានធ្វើឡើងដើម្បីបង្កគ្រោះថ្នាក់ដល់អ្នកអាន។ សូមបើកវាក្នុងកម្មវិធីសៀវភៅការងារ ហើយរក្សាទុកម្តងទៀត។");

    internal static ImportText WorkbookIsWithinLimit { get; } = new(
        "import.workbook-is-within-limit",
        "The workbook unpacks to more than {limit} bytes, the most that is read. Raise ImportOptions.MaximumUnpackedBytes if its size is right.",
        "សៀវភៅការងារនេះពន្លាធំជាង {limit} បៃ ដែលជាទំហំធំបំផុតដែលអាចអានបាន។ សូមបង្កើន ImportOptions.MaximumUnpackedBytes ប្រសិនបើទំហំនេះត្រឹមត្រូវ។");

    internal static ImportText ReportIsDelimited { get; } = new(
        "import.report-is-delimited",
        "A report of a call is read as the platform exports it, in CSV, and not as a workbook.",
        "របាយការណ៍នៃការប្រជុំត្រូវបានអានដូចដែលប្រព័ន្ធបាននាំចេញជា CSV មិនមែនជាសៀវភៅការងារទេ។");

    internal static ImportText SheetIsSingle { get; } = new(
        "import.sheet-is-single",
        "Several sheets have the wanted header: {sheets}. Leave one of them, or hide the others.",
        "មានសន្លឹកច្រើនដែលមានចំណងជើងត្រឹមត្រូវ៖ {sheets}។ សូមទុកតែមួយ ឬលាក់សន្លឹកផ្សេងទៀត។");

    internal static ImportText SheetIsVisible { get; } = new(
        "import.sheet-is-visible",
        "The wanted header stands only on hidden sheets: {sheets}. Show the one that is meant.",
        "ចំណងជើងដែលត្រូវការមានតែក្នុងសន្លឹកដែលបានលាក់៖ {sheets}។ សូមបង្ហាញសន្លឹកដែលចង់ប្រើ។");

    internal static ImportText RowsAreVisible { get; } = new(
        "import.rows-are-visible",
        "{count} rows with values are hidden; the first is row {first}. Clear the filter and show them, or delete them: nothing is read that nobody sees.",
        "មានជួរដេក {count} ដែលមានតម្លៃត្រូវបានលាក់ ជួរដេកដំបូងគឺ {first}។ សូមលុបតម្រង ហើយបង្ហាញវា ឬលុបវាចោល៖ អ្វីដែលគ្មាននរណាមើលឃើញ មិនត្រូវបានអានទេ។");

    internal static ImportText CellsAreNotMerged { get; } = new(
        "import.cells-are-not-merged",
        "The cells {range} are merged, so that only the first has a value. Unmerge them and write the value into each.",
        "ក្រឡា {range} ត្រូវបានបញ្ចូលគ្នា ដូច្នេះមានតែក្រឡាទីមួយទេដែលមានតម្លៃ។ សូមបំបែកវា ហើយសរសេរតម្លៃក្នុងក្រឡានីមួយៗ។");

    internal static ImportText FormulaHasAValue { get; } = new(
        "import.formula-has-a-value",
        "The cell has a formula whose value was not saved. Open the workbook in a spreadsheet program and save it, or paste the values.",
        "ក្រឡានេះមានរូបមន្តដែលតម្លៃមិនបានរក្សាទុក។ សូមបើកសៀវភៅការងារក្នុងកម្មវិធី ហើយរក្សាទុក ឬបិទភ្ជាប់តែតម្លៃ។");

    internal static ImportText CellHasAValue { get; } = new(
        "import.cell-has-a-value",
        "The cell shows the error {value} instead of a value.",
        "ក្រឡានេះបង្ហាញកំហុស {value} ជំនួសឱ្យតម្លៃ។");

    internal static ImportText NumberIsExact { get; } = new(
        "import.number-is-exact",
        "The number {value} has more digits than a spreadsheet keeps, so that the last ones are lost. Give the cell the format Text and write the number again.",
        "លេខ {value} មានខ្ទង់ច្រើនជាងដែលកម្មវិធីអាចរក្សាបាន ដូច្នេះខ្ទង់ចុងក្រោយបានបាត់។ សូមកំណត់ក្រឡាជាអត្ថបទ ហើយសរសេរលេខម្តងទៀត។");

    internal static ImportText ValueHasAColumn { get; } = new(
        "import.value-has-a-column",
        "There is a value as far as column {column}, outside the columns that the header names. It is passed over.",
        "មានតម្លៃដល់ជួរឈរ {column} ក្រៅជួរឈរដែលមានចំណងជើង។ វាត្រូវបានរំលង។");

    internal static ImportText ColumnIsKnown { get; } = new(
        "import.column-is-known",
        "Column number {number}, '{value}', is not known and is passed over.",
        "មិនស្គាល់ជួរឈរលេខរៀង {number} '{value}' ទេ ហើយវាត្រូវបានរំលង។");

    internal static ImportText ValueIsAPriority { get; } = new(
        "import.value-is-a-priority",
        "'{value}' is not a priority. Write a whole number; the lower goes first.",
        "'{value}' មិនមែនជាលេខអាទិភាពទេ។ សូមសរសេរចំនួនគត់ លេខតូចបានមុន។");

    internal static ImportText ValueIsASitting { get; } = new(
        "import.value-is-a-sitting",
        "'{value}' is not a sitting's code: at most 40 lower-case letters, digits and hyphens, such as americas.",
        "'{value}' មិនមែនជាលេខកូដវេនទេ៖ ត្រូវមានអក្សរតូច លេខ និងសហសញ្ញា មិនលើស 40 តួ ដូចជា americas។");

    internal static ImportText ValueIsAGroup { get; } = new(
        "import.value-is-a-group",
        "'{value}' is not a list of groups. Write dimension and value in lower-case letters, digits and hyphens, with semicolons between groups, such as 'grade/director; region/asean'.",
        "'{value}' មិនមែនជាបញ្ជីក្រុមទេ។ សូមសរសេរប្រភេទ និងតម្លៃ ជាអក្សរតូច លេខ និងសហសញ្ញា ដោយខណ្ឌក្រុមដោយសញ្ញា ; ដូចជា 'grade/director; region/asean'។");

    internal static ImportText ValueIsADate { get; } = new(
        "import.value-is-a-date",
        "'{value}' is not a date. Write it as 2023-02-28.",
        "'{value}' មិនមែនជាកាលបរិច្ឆេទទេ។ សូមសរសេរដូចជា 2023-02-28។");

    internal static ImportText ValueIsACountryCode { get; } = new(
        "import.value-is-a-country-code",
        "'{value}' is not a country code. Write the two letters of ISO 3166-1, such as KH.",
        "'{value}' មិនមែនជាលេខកូដប្រទេសទេ។ សូមសរសេរអក្សរពីរតួតាម ISO 3166-1 ដូចជា KH។");

    internal static ImportText WeekendIsTold { get; } = new(
        "import.weekend-is-told",
        "No weekend is told; {days} is taken for {country} from {source}, doubt: {doubt}. Write the weekend that the institution keeps.",
        "មិនមានព័ត៌មានអំពីថ្ងៃសម្រាកប្រចាំសប្តាហ៍ទេ។ បានយក {days} សម្រាប់ {country} ពី {source} (ចំណុចសង្ស័យ៖ {doubt})។ សូមសរសេរថ្ងៃសម្រាករបស់ស្ថាប័ននោះ។");

    internal static ImportText ValueIsADelegationRole { get; } = new(
        "import.value-is-a-delegation-role",
        "'{value}' is not a place in a delegation. Known are: {known}.",
        "'{value}' មិនមែនជាតួនាទីក្នុងគណៈប្រតិភូទេ។ តួនាទីដែលស្គាល់៖ {known}។");

    internal static ImportText[] All =>
    [
        PlaceFile, PlaceRow, PlaceColumn, PlaceCell,
        FileIsNotEmpty, FileIsWithinLimit, ErrorListIsComplete, TextIsUtf8, TextIsUndamaged, TextIsPrintable,
        QuoteIsClosed, QuotingIsRight, RowHasTheColumns, ColumnIsPresent, ColumnIsSingle, LayoutIsKnown, ReportHasTimes,
        ReportHasIntervals, TotalsHaveTimes, SectionIsKnown, ValueIsAnAction, ZoneIsClear, ZoneFitsTheSession, ZoneIsGiven, ZoneWasInferred, SecondsAgree,
        ValueIsPresent, ValueIsUnique, ValueIsAZone, ValueIsACode, InstitutionIsKnown, ValueIsAKind, ValueIsAWeekend, ValueIsWorkingHours,
        ValueIsAMode, ValueIsARole, ValueIsASex, ValueIsAnEmail, ValueIsAnExternalId, ValueIsASession, PersonHasAName,
        ValueIsADateTime, DayAndMonthAreClear, DatesHaveOneOrder, TimeExists, TimeIsUnique, LeaveFollowsJoin,
        ValueIsYesOrNo, DurationAgrees, NameIsClean,
        EncodingIsUnicode, TextIsNotMisread, TextIsUnicodeKhmer, TextIsKhmer,
        WorkbookIsXlsx, WorkbookIsReadable, WorkbookIsWithinLimit, ReportIsDelimited, SheetIsSingle, SheetIsVisible, RowsAreVisible, CellsAreNotMerged,
        FormulaHasAValue, CellHasAValue, NumberIsExact, ValueHasAColumn, ColumnIsKnown,
        ValueIsAPriority, ValueIsASitting, ValueIsAGroup, ValueIsADate, ValueIsADelegationRole, ValueIsACountryCode, WeekendIsTold,
        .. Holidays,
    ];
}
