using System.Globalization;
using System.Text;
using Diplomacy.Training;

namespace TrainingConsole;

/// <summary>The console's own words in Khmer, and the library's rules told in the console's terms.</summary>
internal static class ConsoleWords
{
    private static readonly Dictionary<string, string> s_khmer = new(StringComparer.Ordinal)
    {
        ["Mon"] = "ចន្ទ", ["Tue"] = "អង្គារ", ["Wed"] = "ពុធ", ["Thu"] = "ព្រហស្បតិ៍", ["Fri"] = "សុក្រ", ["Sat"] = "សៅរ៍", ["Sun"] = "អាទិត្យ",
        ["day"] = "ថ្ងៃ",
        ["in-hours"] = "ក្នុងម៉ោងធ្វើការ",
        ["within-an-hour"] = "ក្រៅម៉ោងធ្វើការមិនលើស ១ ម៉ោង",
        ["within-two-hours"] = "ក្រៅម៉ោងធ្វើការមិនលើស ២ ម៉ោង",
        ["early"] = "មុនម៉ោងធ្វើការ",
        ["evening"] = "ពេលល្ងាច",
        ["rest-day"] = "ថ្ងៃឈប់សម្រាក",
        ["night"] = "ពេលយប់",
        ["participation"] = "ការចូលរួម", ["completion"] = "ការបញ្ចប់", ["diploma"] = "សញ្ញាបត្រ", ["appreciation"] = "ការថ្លែងអំណរគុណ",
        ["Number"] = "លេខ", ["Level"] = "កម្រិត", ["Name"] = "ឈ្មោះ", ["Workshop"] = "សិក្ខាសាលា", ["Held"] = "កាលបរិច្ឆេទ", ["Hours"] = "ចំនួនម៉ោង",
        ["as of"] = "គិតត្រឹម",
        ["Limit"] = "កម្រិត", ["Seats"] = "ចំនួន", ["Taken"] = "បានយក", ["Left"] = "នៅសល់", ["Over"] = "លើស", ["Waiting"] = "រង់ចាំ",
        ["Mode"] = "ទម្រង់", ["Sitting"] = "លើក", ["Confirmed"] = "បានបញ្ជាក់", ["Participants"] = "អ្នកចូលរួម", ["Offered"] = "បានស្នើជូន", ["For approval"] = "រង់ចាំអនុម័ត", ["Changing"] = "សុំប្តូរ",
        ["No."] = "ល.រ", ["Registration"] = "ការចុះឈ្មោះ", ["From"] = "ស្ថាប័ន", ["Waits for"] = "រង់ចាំ", ["Since"] = "តាំងពី", ["Full now"] = "កម្រិតដែលពេញ", ["Offer ends"] = "ស្នើជូនដល់",
        ["a seat"] = "កៅអី", ["a change"] = "ការប្តូរ", ["nobody waits"] = "គ្មានអ្នករង់ចាំទេ", ["seats are not passed on now"] = "ពេលនេះមិនផ្តល់កៅអីទំនេរបន្តទេ",
        ["When"] = "ពេលវេលា", ["Who"] = "អ្នកសម្រេច", ["Now"] = "ស្ថានភាព", ["What"] = "ហេតុការណ៍",
        ["confirmed"] = "បានបញ្ជាក់", ["waiting"] = "រង់ចាំ", ["declined"] = "មិនបានទទួល", ["cancelled"] = "បានលុបចោល", ["lapsed"] = "ផុតកំណត់", ["awaiting-approval"] = "រង់ចាំអនុម័ត",
        ["offered"] = "បានស្នើជូន", ["rejected"] = "មិនអនុម័ត", ["substituted"] = "មានអ្នកជំនួស",
        ["system"] = "ប្រព័ន្ធ", ["official"] = "មន្ត្រី", ["focal-point"] = "អ្នកទំនាក់ទំនង", ["participant"] = "អ្នកចូលរួម", ["by rule"] = "តាមវិធាន", ["erased"] = "បានលុបទិន្នន័យ",
        ["Row"] = "ជួរ", ["Outcome"] = "លទ្ធផល", ["registered already"] = "បានចុះឈ្មោះរួចហើយ",
        ["Start"] = "ពេលចាប់ផ្តើម", ["People"] = "អ្នកចូលរួម", ["Institutions"] = "ស្ថាប័ន", ["Night"] = "ពេលយប់", ["Rest"] = "សម្រាក", ["Outside"] = "ក្រៅម៉ោង", ["Burden"] = "បន្ទុក",
        ["Clocks"] = "ប្តូរម៉ោង", ["Worst"] = "ធ្ងន់ជាងគេ", ["All"] = "សរុប",
        ["Session"] = "វគ្គ", ["Told"] = "បានជូនដំណឹង", ["Will be"] = "នឹងបង្ហាញ", ["If kept"] = "បើរក្សា", ["wall-time"] = "ម៉ោងក្នុងស្រុក", ["instant"] = "ពេលវេលាសកល",
        ["File"] = "ឯកសារ", ["Rows"] = "ចំនួនជួរ", ["Format"] = "ទម្រង់", ["Read in"] = "អានតាម", ["Order"] = "លំដាប់", ["Outside sessions"] = "ក្រៅវគ្គ", ["inferred"] = "បានសន្និដ្ឋាន",
        ["day first"] = "ថ្ងៃមុន", ["month first"] = "ខែមុន", ["by the session"] = "តាមវគ្គ", ["(no name)"] = "(គ្មានឈ្មោះ)",
        ["Key"] = "អត្តសញ្ញាណ", ["Seconds"] = "វិនាទី", ["Minutes"] = "នាទី", ["Share"] = "ភាគរយ", ["First seen"] = "ឃើញដំបូង", ["Last seen"] = "ឃើញចុងក្រោយ", ["Connections"] = "ការភ្ជាប់",
        ["Flags"] = "កំណត់សម្គាល់", ["Why"] = "មូលហេតុ", ["To review"] = "ត្រូវពិនិត្យ",
        ["end inferred"] = "ពេលចប់ត្រូវបានសន្និដ្ឋាន", ["by name only"] = "ស្គាល់តែឈ្មោះ", ["not in this session"] = "មិនបានចូលវគ្គនេះ",
        ["Venue"] = "ទីកន្លែង", ["Issuer"] = "ស្ថាប័នចេញ", ["Issued"] = "ចេញនៅ", ["Signed by"] = "ហត្ថលេខី",
    };

    // The short forms of CLDR.
    private static readonly Dictionary<string, string> s_shortWeekdays = new(StringComparer.Ordinal)
    {
        ["Mon"] = "ច", ["Tue"] = "អ", ["Wed"] = "ពុ", ["Thu"] = "ព្រ", ["Fri"] = "សុ", ["Sat"] = "ស", ["Sun"] = "អា",
    };

    /// <summary>The library speaks of an item of an agenda; here there is only what was typed after <c>--at</c>.</summary>
    internal static TrainingTexts Rules { get; } = TrainingTexts.Default
        .With("agenda.time-exists", Language.English, "--at: {time} does not exist in {zone}, whose clocks skip it when they go forward. Choose {earlier} or {later}.")
        .With("agenda.time-exists", Language.Khmer, "--at: គ្មានម៉ោង {time} ទេ៖ {zone} រំលងវា ពេលនាឡិកាត្រូវបានបង្វិលទៅមុខ។ សូមជ្រើសរើស {earlier} ឬ {later}។")
        .With("agenda.time-is-unique", Language.English, "--at: {time} occurs twice in {zone} when its clocks go back. Add --occurrence earlier for {earlier}, or --occurrence later for {later}.")
        .With("agenda.time-is-unique", Language.Khmer, "--at: {time} កើតឡើងពីរដងក្នុង {zone} ពេលនាឡិកាត្រូវបានបង្វិលថយក្រោយ។ សូមជ្រើសរើស --occurrence earlier សម្រាប់ {earlier} ឬ --occurrence later សម្រាប់ {later}។");

    /// <summary>The library's rules about local times, told of what was typed after an option that takes an offset from UTC.</summary>
    internal static TrainingTexts TimesAfter(string option) => Rules
        .With("agenda.time-exists", Language.English, option + ": {time} does not exist in {zone}, whose clocks skip it when they go forward. Write {earlier} or {later}.")
        .With("agenda.time-exists", Language.Khmer, option + ": គ្មានម៉ោង {time} ទេ៖ {zone} រំលងវា ពេលនាឡិកាត្រូវបានបង្វិលទៅមុខ។ សូមសរសេរ {earlier} ឬ {later}។")
        .With("agenda.time-is-unique", Language.English, option + ": {time} occurs twice in {zone} when its clocks go back. Write {earlier} or {later}.")
        .With("agenda.time-is-unique", Language.Khmer, option + ": {time} កើតឡើងពីរដងក្នុង {zone} ពេលនាឡិកាត្រូវបានបង្វិលថយក្រោយ។ សូមសរសេរ {earlier} ឬ {later}។");

    /// <summary>A label or a word of a table. JSON documents keep the English words, which scripts read.</summary>
    internal static string In(Language language, string word) => language == Language.Khmer ? s_khmer.GetValueOrDefault(word, word) : word;

    /// <summary>A weekday where there is little room.</summary>
    internal static string ShortWeekday(Language language, string weekday) => language == Language.Khmer ? s_shortWeekdays[weekday] : weekday;

    /// <summary>A mode in the library's own words.</summary>
    internal static string Mode(DeliveryMode mode, Language language) =>
        TrainingTexts.Default.Format(mode == DeliveryMode.InPerson ? "delivery-mode.in-person" : "delivery-mode.online", new Dictionary<string, object>(), language);

    /// <summary>The stable word for a mode in JSON documents.</summary>
    internal static string Code(DeliveryMode mode) => mode == DeliveryMode.InPerson ? "in-person" : "online";

    /// <summary>The stable word for how a time lies to working time.</summary>
    internal static string Code(WorkingBand band) => band switch
    {
        WorkingBand.InHours => "in-hours",
        WorkingBand.WithinAnHour => "within-an-hour",
        WorkingBand.WithinTwoHours => "within-two-hours",
        WorkingBand.Early => "early",
        WorkingBand.Evening => "evening",
        WorkingBand.RestDay => "rest-day",
        _ => "night",
    };

    /// <summary>The stable word for where a registration stands.</summary>
    internal static string Code(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Confirmed => "confirmed",
        RegistrationStatus.Waiting => "waiting",
        RegistrationStatus.Declined => "declined",
        RegistrationStatus.Cancelled => "cancelled",
        RegistrationStatus.Lapsed => "lapsed",
        RegistrationStatus.AwaitingApproval => "awaiting-approval",
        RegistrationStatus.Offered => "offered",
        RegistrationStatus.Rejected => "rejected",
        _ => "substituted",
    };

    /// <summary>The stable word for a capacity.</summary>
    internal static string Code(ActorCapacity capacity) => capacity switch
    {
        ActorCapacity.Official => "official",
        ActorCapacity.FocalPoint => "focal-point",
        ActorCapacity.Participant => "participant",
        _ => "system",
    };

    /// <summary>What became of a list, in one sentence.</summary>
    internal static string Summary(BulkRegistrationReport report, bool trial, Language language) => (report.IsRefused, trial, language == Language.Khmer) switch
    {
        (true, _, false) => "Nothing was registered: correct the rows above and register the whole list again.",
        (true, _, true) => "គ្មានអ្វីត្រូវបានចុះឈ្មោះទេ។ សូមកែជួរខាងលើ រួចចុះឈ្មោះបញ្ជីទាំងមូលម្តងទៀត។",
        (_, true, false) => $"A trial; nothing was written. To be registered: {report.New}. Registered already: {report.Known}.",
        (_, true, true) => $"ការសាកល្បង៖ នឹងចុះឈ្មោះ {report.New} នាក់ ហើយ {report.Known} នាក់បានចុះឈ្មោះរួចហើយ។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។",
        (_, _, false) => $"Registered: {report.New}. Registered already before: {report.Known}.",
        _ => $"បានចុះឈ្មោះ {report.New} នាក់ ហើយ {report.Known} នាក់បានចុះឈ្មោះរួចហើយ។",
    };

    /// <summary>Fills up to a width as terminals count it: marks above and below a letter take no room.</summary>
    internal static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>How many cells a terminal gives a text: none for marks above and below, two for East Asian characters.</summary>
    internal static int Width(string text) => text.EnumerateRunes().Sum(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1,
    });
}
