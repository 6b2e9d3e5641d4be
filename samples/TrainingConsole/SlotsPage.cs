using System.Globalization;
using Diplomacy.Training;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace TrainingConsole;

/// <summary>What <c>slots</c> prints for people: a table, and the day of the best start or of each sitting.</summary>
internal sealed class SlotsPage(SlotQuery query, Language language, Terminal terminal)
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly Style s_heading = new(decoration: Decoration.Bold);

    private SlotInstitution[] Who => [query.Host, .. query.Institutions];

    private bool Khmer => language == Language.Khmer;

    /// <summary>The ranked starts and the day of the best.</summary>
    internal IEnumerable<StyledLine> Ranked(SlotFindings found)
    {
        var table = new TextTable([(In("No."), true), (In("Start"), false), .. new[] { "Night", "Rest", "Outside", "Burden", "Clocks" }.Select(w => (In(w), true)), (In("Worst"), false)]);
        foreach ((int rank, Slot slot) in found.Slots.Index())
        {
            table.Add(
                Invariant($"{rank + 1}"), Start(slot.Host), Invariant($"{slot.Score.HeadsAtNight}"), Invariant($"{slot.Score.HeadsOnRestDays}"), Invariant($"{slot.Score.HeadsOutsideHours}"),
                Invariant($"{slot.Score.Burden}"), Invariant($"{slot.Score.ClockChanges}"), slot.Worst is { Cost: > 0 } worst ? Invariant($"{worst.Institution.Code} {worst.Cost}") : "-");
        }

        Slot best = found.Slots[0];
        return
        [
            .. Opening(found.Explain(language)), .. Lines(table.ToString()), new(),
            .. Day(Invariant($"1. {When(best.Host)}"), best.Host, Who.Zip([best.Host, .. best.Institutions])),
            new(), .. Remarks([best.Host, .. best.Institutions]),
        ];
    }

    /// <summary>The sittings, who attends which, and the day of each.</summary>
    /// <param name="plan">The sittings.</param>
    /// <param name="once">The best start when it is held once, if there is one.</param>
    internal IEnumerable<StyledLine> Repeated(SittingPlan plan, SlotFindings once)
    {
        var table = new TextTable([(In("Sitting"), true), (In("Start"), false), .. new[] { "Institutions", "People", "Night", "Rest", "Outside", "Burden" }.Select(w => (In(w), true))]);
        LocalSlot[][] attending = [.. plan.Sittings.Select((_, sitting) => plan.Choices.Where(c => c.Sitting == sitting).Select(c => c.Local).ToArray())];
        foreach ((int sitting, Slot slot) in plan.Sittings.Index())
        {
            Row(Invariant($"{sitting + 1}"), Start(slot.Host), attending[sitting]);
        }

        Row("", In("All"), [.. plan.Choices.Select(c => c.Local)]);
        List<StyledLine> lines = [.. Opening(plan.Starts, plan.Fitting), .. Lines(table.ToString())];
        if (once.Slots is [{ } best, ..])
        {
            lines.AddRange(Wrapped(Khmer
                ? Invariant($"បើធ្វើតែម្តង ពេលល្អបំផុតគឺ {When(best.Host)}៖ {best.Score.HeadsAtNight} នាក់នៅពេលយប់ បន្ទុក {best.Score.Burden}។")
                : Invariant($"Held once, the best is {When(best.Host)}: {best.Score.HeadsAtNight} at night, burden {best.Score.Burden}.")));
        }

        foreach ((int sitting, Slot slot) in plan.Sittings.Index())
        {
            // The host holds every sitting, wherever its own people take part.
            lines.AddRange(
            [
                new(), .. Day(Invariant($"{In("Sitting")} {sitting + 1}. {When(slot.Host)}"), slot.Host,
                [(query.Host, slot.Host), .. Who.Zip(plan.Choices).Where(x => x.Second.Sitting == sitting && x.First != query.Host).Select(x => (x.First, x.Second.Local))]),
            ]);
        }

        return [.. lines, new(), .. Remarks([.. plan.Choices.Select(c => c.Local)])];

        void Row(string number, string when, LocalSlot[] places)
        {
            LocalSlot[] people = [.. places.Where(p => p.Heads > 0)];
            table.Add(
                number, when, Invariant($"{places.Length}"), Invariant($"{people.Sum(p => p.Heads)}"), Invariant($"{people.Where(p => p.IsAtNight).Sum(p => p.Heads)}"),
                Invariant($"{people.Where(p => p.IsOnRestDay).Sum(p => p.Heads)}"), Invariant($"{people.Where(p => p.Band != WorkingBand.InHours).Sum(p => p.Heads)}"), Invariant($"{people.Sum(p => p.Heads * p.Cost)}"));
        }
    }

    private IEnumerable<StyledLine> Opening(int starts, int fitting) => Opening(Khmer
        ? Invariant($"ម្ចាស់ផ្ទះអាចរៀបចំបាននៅពេលចាប់ផ្តើម {fitting} ក្នុងចំណោម {starts}។")
        : Invariant($"The host can hold {fitting} of {starts} starts."));

    private IEnumerable<StyledLine> Opening(string fitting)
    {
        string length = TypedLength.Write(query.Length), from = LocalDatePattern.Iso.Format(query.Days.Start), to = LocalDatePattern.Iso.Format(query.Days.End);
        string who = Invariant($"{query.Host.Institution.Code} ({query.Host.Institution.ZoneId})");
        return
        [
            new(Khmer ? $"{length} ចាប់ពី {from} ដល់ {to} ម្ចាស់ផ្ទះ {who}" : $"{length} from {from} to {to}, held by {who}", s_heading),
            .. Wrapped((Khmer
                ? Invariant($"ស្ថាប័ន {Who.Length} អ្នកចូលរួម {Who.Sum(w => w.Heads)} នាក់។ ")
                : Invariant($"{Who.Length} institutions, {Who.Sum(w => w.Heads)} people. ")) + fitting),
            new(),
        ];
    }

    private IEnumerable<StyledLine> Day(string heading, LocalSlot host, IEnumerable<(SlotInstitution Who, LocalSlot Local)> rows)
    {
        var grid = new DayGrid(host, rows, language, terminal.Colours);
        return [new(heading, s_heading), .. grid.Lines(terminal.Width), .. grid.Legend(terminal.Width)];
    }

    /// <summary>What nobody knows, and whose clocks are about to change.</summary>
    private IEnumerable<StyledLine> Remarks(LocalSlot[] places) => RemarksInWords(places).SelectMany(Wrapped);

    private IEnumerable<string> RemarksInWords(LocalSlot[] places)
    {
        LocalSlot[] unknown = [.. places.Where(p => !p.HolidaysKnown)];
        if (unknown.Length == places.Length)
        {
            yield return Khmer ? "មិនមានព័ត៌មានអំពីថ្ងៃបុណ្យរបស់ស្ថាប័នណាមួយទេ។ សូមសាកសួរមុនពេលអញ្ជើញ។" : "Nobody's holidays are known: ask before you invite.";
        }
        else if (unknown.Length > 0)
        {
            string codes = string.Join(", ", unknown.Select(p => p.Institution.Code));
            yield return Khmer ? $"មិនមានព័ត៌មានអំពីថ្ងៃបុណ្យរបស់៖ {codes}។" : $"Holidays are not known for: {codes}.";
        }

        foreach (IGrouping<LocalDate, LocalSlot> change in places.Where(p => p.ClockChange is not null).GroupBy(p => p.ClockChange!.Value.InZone(p.Start.Zone).Date).OrderBy(g => g.Key))
        {
            string codes = string.Join(", ", change.Select(p => p.Institution.Code)), date = LocalDatePattern.Iso.Format(change.Key);
            yield return Khmer ? $"ប្តូរម៉ោងនាឡិកានៅ {date}៖ {codes}។" : $"Clocks change on {date}: {codes}.";
        }
    }

    private IEnumerable<StyledLine> Lines(string table) => table.Split('\n').Select((line, i) => new StyledLine(line, i == 0 ? s_heading : Style.Plain));

    /// <summary>A sentence in lines of the terminal's width, broken at spaces; those that follow the first are indented.</summary>
    private IEnumerable<StyledLine> Wrapped(string sentence)
    {
        string line = "";
        foreach (string word in sentence.Split(' '))
        {
            if (line.Trim().Length > 0 && ConsoleWords.Width(line) + 1 + ConsoleWords.Width(word) > terminal.Width)
            {
                yield return new(line);
                line = " ";
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        yield return new(line);
    }

    private string Start(LocalSlot host) =>
        $"{ConsoleWords.ShortWeekday(language, host.Start.DayOfWeek.ToString()[..3])} {LocalDatePattern.Iso.Format(host.Start.Date)} {s_time.Format(host.Start.TimeOfDay)}";

    private string When(LocalSlot host) =>
        $"{In(host.Start.DayOfWeek.ToString()[..3])} {LocalDatePattern.Iso.Format(host.Start.Date)} {s_time.Format(host.Start.TimeOfDay)}-{s_time.Format(host.End.TimeOfDay)}";

    private string In(string word) => ConsoleWords.In(language, word);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
