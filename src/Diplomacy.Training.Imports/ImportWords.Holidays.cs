namespace Diplomacy.Training.Imports;

/// <content>The texts of files of holidays.</content>
internal static partial class ImportWords
{
    internal static ImportText FileIsACalendar { get; } = new(
        "import.file-is-a-calendar",
        "The file does not begin with BEGIN:VCALENDAR, so it is no iCalendar file; a page to sign in is sometimes saved under such a name. Download it again.",
        "ឯកសារនេះមិនចាប់ផ្តើមដោយ BEGIN:VCALENDAR ទេ ដូច្នេះវាមិនមែនជាឯកសារ iCalendar ទេ។ សូមទាញយកវាម្តងទៀត។");

    internal static ImportText ComponentIsClosed { get; } = new(
        "import.component-is-closed",
        "{component} is not closed where it should be: the file was cut off or damaged. Download it again.",
        "{component} មិនត្រូវបានបិទត្រឹមត្រូវទេ៖ ឯកសារត្រូវបានកាត់ ឬខូច។ សូមទាញយកវាម្តងទៀត។");

    internal static ImportText LineIsAProperty { get; } = new(
        "import.line-is-a-property",
        "The line is no property of a calendar file, which has a name, a colon and a value.",
        "បន្ទាត់នេះមិនត្រឹមត្រូវក្នុងឯកសារប្រតិទិនទេ៖ ត្រូវមានឈ្មោះ សញ្ញា : និងតម្លៃ។");

    internal static ImportText CalendarIsWithinLimit { get; } = new(
        "import.calendar-is-within-limit",
        "The calendar has more than {limit} events or days to look at. Take the years that you need alone.",
        "ប្រតិទិននេះមានព្រឹត្តិការណ៍ ឬថ្ងៃ លើសពី {limit}។ សូមយកតែឆ្នាំដែលត្រូវការ។");

    internal static ImportText ValueIsACalendarDate { get; } = new(
        "import.value-is-a-calendar-date",
        "'{value}' is not a date of a calendar file. It is written as 20270414.",
        "'{value}' មិនមែនជាកាលបរិច្ឆេទក្នុងឯកសារប្រតិទិនទេ។ ត្រូវសរសេរដូចជា 20270414។");

    internal static ImportText EventIsAllDay { get; } = new(
        "import.event-is-all-day",
        "The event has times, and a holiday is a date. Take a calendar of whole days, or set HolidayFeed.PassesOverTimedEvents.",
        "ព្រឹត្តិការណ៍នេះមានម៉ោង ប៉ុន្តែថ្ងៃបុណ្យគឺជាកាលបរិច្ឆេទ។ សូមប្រើប្រតិទិនដែលមានតែព្រឹត្តិការណ៍ពេញមួយថ្ងៃ ឬកំណត់ HolidayFeed.PassesOverTimedEvents។");

    internal static ImportText EventIsAHoliday { get; } = new(
        "import.event-is-a-holiday",
        "By what the file or the caller says of it, nobody has the day off. The event is passed over.",
        "តាមអ្វីដែលឯកសារ ឬអ្នកប្រើបញ្ជាក់ ថ្ងៃនេះមិនមែនជាថ្ងៃឈប់សម្រាកទេ។ ព្រឹត្តិការណ៍នេះត្រូវបានរំលង។");

    internal static ImportText EndFollowsStart { get; } = new(
        "import.end-follows-start",
        "'{value}' makes no length of 1 to {most} whole days. In a calendar file the end is the day after the last day.",
        "'{value}' មិនឱ្យរយៈពេលពី 1 ដល់ {most} ថ្ងៃពេញទេ។ ក្នុងឯកសារប្រតិទិន ថ្ងៃបញ្ចប់គឺថ្ងៃបន្ទាប់ពីថ្ងៃចុងក្រោយ។");

    internal static ImportText RuleIsUnderstood { get; } = new(
        "import.rule-is-understood",
        "The repetition is not understood because of '{part}'. Yearly rules with BYMONTH, BYMONTHDAY and BYDAY that begin on a day of their own are; list other days one by one.",
        "មិនយល់ពីច្បាប់នៃការកើតឡើងវិញ ដោយសារ '{part}'។ មានតែច្បាប់ប្រចាំឆ្នាំដែលមាន BYMONTH, BYMONTHDAY និង BYDAY ប៉ុណ្ណោះដែលអាចអានបាន សូមសរសេរថ្ងៃផ្សេងទៀតម្តងមួយៗ។");

    internal static ImportText FeedReachesTheDays { get; } = new(
        "import.feed-reaches-the-days",
        "The file has no holiday from {first} to {last}, so it does not seem to reach there. Say a shorter coverage, or take a newer file.",
        "ឯកសារនេះគ្មានថ្ងៃបុណ្យពី {first} ដល់ {last} ទេ ដូច្នេះវាហាក់ដូចជាមិនគ្របដណ្តប់រយៈពេលនេះទេ។ សូមកំណត់រយៈពេលខ្លីជាងនេះ ឬយកឯកសារថ្មីជាង។");

    internal static ImportText NameIsShort { get; } = new(
        "import.name-is-short",
        "The name has more than {limit} characters.",
        "ឈ្មោះនេះមានលើសពី {limit} តួអក្សរ។");

    internal static ImportText JsonIsReadable { get; } = new(
        "import.json-is-readable",
        "From here on the file is not valid JSON.",
        "ចាប់ពីទីនេះ ឯកសារមិនមែនជា JSON ត្រឹមត្រូវទេ។");

    internal static ImportText MemberIsKnown { get; } = new(
        "import.member-is-known",
        "'{value}' has no place here. Known are: {known}.",
        "'{value}' មិនត្រូវមាននៅទីនេះទេ។ អ្វីដែលស្គាល់៖ {known}។");

    internal static ImportText MemberIsSingle { get; } = new(
        "import.member-is-single",
        "It stands on line {first} already.",
        "វាមានរួចហើយនៅបន្ទាត់ទី {first}។");

    internal static ImportText MemberHasItsKind { get; } = new(
        "import.member-has-its-kind",
        "Another kind of value is needed here: {expected}",
        "ត្រូវការតម្លៃប្រភេទផ្សេងនៅទីនេះ៖ {expected}។");

    internal static ImportText ValueIsADayKind { get; } = new(
        "import.value-is-a-day-kind",
        "'{value}' is not a kind of day. Known are: {known}.",
        "'{value}' មិនមែនជាប្រភេទថ្ងៃទេ។ ប្រភេទដែលស្គាល់៖ {known}។");

    internal static ImportText ValueIsATimeOfDay { get; } = new(
        "import.value-is-a-time-of-day",
        "'{value}' is not a time at which work ends. Write it as 12:00.",
        "'{value}' មិនមែនជាម៉ោងឈប់ធ្វើការទេ។ សូមសរសេរដូចជា 12:00។");

    internal static ImportText CoverageHasDays { get; } = new(
        "import.coverage-has-days",
        "The last day, {to}, lies before the first, {from}.",
        "ថ្ងៃចុងក្រោយ {to} មកមុនថ្ងៃដំបូង {from}។");

    internal static ImportText DayIsCovered { get; } = new(
        "import.day-is-covered",
        "{date} lies outside the days that the file covers, {from} to {to}.",
        "{date} នៅក្រៅរយៈពេលដែលឯកសារនេះគ្របដណ្តប់ ពី {from} ដល់ {to}។");

    internal static ImportText HalfDayHasATime { get; } = new(
        "import.half-day-has-a-time",
        "A half day says when work ends, and no other day does.",
        "មានតែថ្ងៃធ្វើការពាក់កណ្តាលទេ ដែលត្រូវបញ្ជាក់ម៉ោងឈប់ធ្វើការ។");

    private static ImportText[] Holidays =>
    [
        FileIsACalendar, ComponentIsClosed, LineIsAProperty, CalendarIsWithinLimit, ValueIsACalendarDate, EventIsAllDay,
        EventIsAHoliday, EndFollowsStart, RuleIsUnderstood, FeedReachesTheDays, NameIsShort, JsonIsReadable,
        MemberIsKnown, MemberIsSingle, MemberHasItsKind, ValueIsADayKind, ValueIsATimeOfDay, CoverageHasDays,
        DayIsCovered, HalfDayHasATime,
    ];
}
