using System.CommandLine;
using Diplomacy.Training;

namespace TrainingConsole;

/// <summary><c>slots</c>: when a session is best held for missions in every time zone.</summary>
internal static class SlotsCommand
{
    internal static Command Build(Terminal terminal)
    {
        var from = new Option<string>("--from") { Description = "The first day on which it may be held, by the host's calendar, such as 2027-03-01.", HelpName = "date", Required = true };
        var to = new Option<string>("--to") { Description = "The last such day.", HelpName = "date", Required = true };
        var length = new Option<string>("--length") { Description = "How long it is, such as 2h, 90m or 1h30m: whole quarters of an hour, up to 24h.", HelpName = "length", Required = true };
        var host = new Option<string>("--host")
        {
            Description = "The host: an IANA time zone, whose institution is then called HOST, or the code of an institution of the table.",
            HelpName = "zone|code",
            DefaultValueFactory = _ => "Asia/Phnom_Penh",
        };
        Option<string> missions = MissionsFile.Option();
        var heads = new Option<string[]>("--heads") { Description = "How many people attend from each institution, or from one of them; may be said several times: --heads 4 --heads HOST=40. One each where nothing is said.", HelpName = "number|code=number" };
        var must = new Option<string[]>("--must") { Description = "An institution that has to be in its working hours; may be said several times.", HelpName = "code" };
        var hours = new Option<string>("--hours") { Description = "Between which hours of its clocks the host holds sessions.", HelpName = "from-to", DefaultValueFactory = _ => "06:00-22:00" };
        var sittings = new Option<string>("--sittings") { Description = "How often the session is held, within 48 hours, each mission attending the one that is better for it: 1, 2 or 3.", HelpName = "1|2|3", DefaultValueFactory = _ => "1" };
        sittings.AcceptOnlyFromAmong("1", "2", "3");
        var top = new Option<string>("--top") { Description = "How many starts are ranked, 1 to 100; 10 where nothing is said. Sittings are one answer and are not ranked.", HelpName = "number" };
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();
        Option<string> colour = Terminal.ColourOption();
        Option<string> width = Terminal.WidthOption();

        var command = new DocumentedCommand("slots", "When a session is best held for missions in every time zone.", """
            When a session is best held. Starts on every quarter of an hour are ranked by: people at night; people on a rest day or holiday; burden; missions
            whose clocks change within seven days; the earlier. Burden counts for each person and quarter of an hour 0 within working hours, 1 or 2 up to one or
            two hours outside, 4 early or in the evening, 6 on a rest day, 8 at night. The host's rest days are left out, and nobody's holidays are known.

            Below the table stands a day by the host's clocks, a line for each institution: what its people would be doing, with the session between bars.
            Numbers in a line are hours by that institution's own clocks; one without colours stands for the same as the sign before it. At the end: the local
            day and start of the session, the day shift as 'times' tells it, and the least convenient of its quarters.
            Exit codes: 0 found, 1 nothing fits (what left nothing is told), 2 bad usage or input.

            Examples: TrainingConsole slots --from 2027-03-01 --to 2027-03-31 --length 2h
                      TrainingConsole slots --from 2027-03-01 --to 2027-03-31 --length 90m --sittings 2 --heads 4 --heads HOST=40
            """)
        {
            from, to, length, host, missions, heads, must, hours, sittings, top, json, language, colour, width,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Language spoken = CommonOptions.LanguageOf(parsed);
            var faults = new List<string>();
            Terminal shown = terminal.With(parsed.GetRequiredValue(colour), parsed.GetValue(width), faults);
            int times = parsed.GetRequiredValue(sittings)[0] - '0';
            if (times > 1 && parsed.GetValue(top) is not null)
            {
                faults.Add("--top: Sittings are one answer; there is nothing to rank.");
            }

            IReadOnlyList<Institution> institutions = await MissionsFile.ReadAsync(parsed.GetValue(missions), spoken, faults, cancellationToken);
            SlotQuery query = new TypedSlotQuery(institutions, spoken, faults).Read(
                parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetRequiredValue(length), parsed.GetRequiredValue(host), parsed.GetValue(heads) ?? [], parsed.GetValue(must) ?? [],
                parsed.GetRequiredValue(hours), parsed.GetValue(top)) ?? throw new InputException(faults);
            return times == 1
                ? await RankAsync(query, parsed, parsed.GetValue(json), spoken, shown, cancellationToken)
                : await RepeatAsync(query, times, parsed, parsed.GetValue(json), spoken, shown, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RankAsync(SlotQuery query, ParseResult parsed, bool json, Language language, Terminal terminal, CancellationToken cancellationToken)
    {
        SlotFindings found = new SlotSearch().Find(query, null, cancellationToken);
        if (json)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(ConsoleJson.Write(SlotsDocument.Of(query, found, language), j => j.SlotsDocument));
        }

        if (found.Slots.IsEmpty)
        {
            return await NothingAsync(parsed, found.Starts == 0 ? [TooShort(query, language)] : NoneFits(found, language));
        }

        if (!json)
        {
            terminal.Write(parsed.InvocationConfiguration.Output, new SlotsPage(query, language, terminal).Ranked(found));
        }

        return ExitCode.Done;
    }

    private static async Task<int> RepeatAsync(SlotQuery query, int times, ParseResult parsed, bool json, Language language, Terminal terminal, CancellationToken cancellationToken)
    {
        SittingPlan plan;
        try
        {
            plan = new SlotSearch().FindSittings(query, times, null, cancellationToken);
        }
        catch (ArgumentException tooMany) when (tooMany is not ArgumentOutOfRangeException)
        {
            throw new InputException([$"--sittings: {tooMany.Message}"]);
        }

        if (json)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(ConsoleJson.Write(SlotsDocument.Of(query, plan, language), j => j.SlotsDocument));
        }

        if (plan.Sittings.IsEmpty)
        {
            return await NothingAsync(parsed, [plan.Starts == 0 ? TooShort(query, language) : plan.Explain(language)]);
        }

        if (!json)
        {
            SlotFindings once = new SlotSearch().Find(query with { Options = query.Options with { Take = 1 } }, null, cancellationToken);
            terminal.Write(parsed.InvocationConfiguration.Output, new SlotsPage(query, language, terminal).Repeated(plan, once));
        }

        return ExitCode.Done;
    }

    private static async Task<int> NothingAsync(ParseResult parsed, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(Faults.OneLine(line));
        }

        return ExitCode.RefusedOrNotFound;
    }

    /// <summary>Each filter that refused something on a line, and first those that left nothing.</summary>
    private static IEnumerable<string> NoneFits(SlotFindings found, Language language)
    {
        bool khmer = language == Language.Khmer;
        return
        [
            khmer ? $"គ្មានពេលចាប់ផ្តើមណាមួយក្នុងចំណោម {found.Starts} សមស្របទេ។" : $"None of {found.Starts} starts fits.",
            .. found.RemovedEverything.Select(f => (khmer ? "អ្វីដែលធ្វើឱ្យគ្មានពេលនៅសល់៖ " : "What left nothing: ") + f.Explain(language)),
            .. found.Filters.Where(f => f.Refused > 0).Except(found.RemovedEverything).Select(f => f.Explain(language)),
        ];
    }

    private static string TooShort(SlotQuery query, Language language) => language == Language.Khmer
        ? $"វគ្គរយៈពេល {TypedLength.Write(query.Length)} មិនអាចចប់ក្នុងថ្ងៃទាំងនេះបានទេ។"
        : $"A session of {TypedLength.Write(query.Length)} does not end within these days.";
}
