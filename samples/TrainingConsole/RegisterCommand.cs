using System.Collections.Immutable;
using System.CommandLine;
using Diplomacy.Training;
using Diplomacy.Training.Imports;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary><c>register</c>: registers the people of a file, all or none.</summary>
internal static class RegisterCommand
{
    internal static Command Build()
    {
        var file = new Option<string>("--file") { Description = "The list: CSV or XLSX, with headers in English or Khmer, as the reader of rosters reads it.", HelpName = "file", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would happen; nothing is written." };
        var by = new Option<string>("--by") { Description = "Who registers: the id of an official, without spaces. It stands in the journal for ever, so that a name does not belong here.", HelpName = "id", DefaultValueFactory = _ => "console" };
        Option<string> archive = WorkshopInArchive.ArchiveOption();
        Option<string> workshop = WorkshopInArchive.WorkshopOption();
        Option<string> at = WorkshopInArchive.AtOption();
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();
        var command = new DocumentedCommand("register", "Registers the people of a file for a workshop, all or none.", """
            Registers the people of a file in its order, all or none, and adds those who are not known yet. Whoever has a registration already, by external id, is left alone:
            a list that has grown can be registered again. Where any row breaks a rule, every broken rule is told with the number of its row, and nothing is written.
            With --dry-run nothing is written either way; only then may --at look at an earlier moment.
            Exit codes: 0 registered, or it would be; 1 a row breaks a rule; 2 bad usage, or a file that cannot be read.

            Example: TrainingConsole register --file more.xlsx --dry-run --at 2023-02-20T09:00
            """)
        {
            file, dryRun, by, archive, workshop, at, json, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Language spoken = CommonOptions.LanguageOf(parsed);
            bool trial = parsed.GetValue(dryRun);
            if (parsed.GetValue(at) is not null && !trial)
            {
                throw new InputException(["--at: An earlier moment can only be looked at. Add --dry-run, or leave --at out."]);
            }

            string path = parsed.GetRequiredValue(archive);
            WorkshopInArchive opened = await WorkshopInArchive.OpenAsync(path, parsed.GetValue(workshop), parsed.GetValue(at), cancellationToken);
            IReadOnlyList<RosterEntry> entries = await ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            BulkRegistrationReport report = await opened.Desks.Registrations.RegisterAllAsync(
                opened.Id, [.. entries.Select(e => e.ToRegistration())], By(parsed.GetRequiredValue(by)), trial, null, cancellationToken);
            if (report is { IsRecorded: true, New: > 0 })
            {
                await Archive.WriteAsync(opened.Ports, path, cancellationToken);
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(json) ? ConsoleJson.Write(RegisterDocument.Of(opened, trial, report), j => j.RegisterDocument) : Page(opened, entries, report, trial, spoken));
            return report.IsRefused ? ExitCode.RefusedOrNotFound : ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<RosterEntry>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new InputException([$"--file: There is no file '{path}'."]);
        }

        // The time of a request is that of this command, whatever the file says.
        return await RosterReader.ReadFileAsync(path, form: new RosterForm { RequiresRequestTime = false }, cancellationToken: cancellationToken);
    }

    private static Actor By(string id)
    {
        try
        {
            return Actor.Official(id);
        }
        catch (ArgumentException)
        {
            throw new InputException(["--by: An id is 1 to 100 characters without spaces."]);
        }
    }

    private static string Page(WorkshopInArchive opened, IReadOnlyList<RosterEntry> entries, BulkRegistrationReport report, bool trial, Language language)
    {
        string In(string word) => ConsoleWords.In(language, word);
        Dictionary<int, RosterEntry> rows = entries.ToDictionary(e => e.Row);
        var table = new TextTable((In("Row"), true), (In("Name"), false), (In("From"), false), (In("Mode"), false), (In("Outcome"), false));
        foreach (BulkRegistrationRow row in report.Rows)
        {
            RosterEntry entry = rows[row.Row];
            IEnumerable<string> told = !row.Rules.IsEmpty ? row.Rules.Select(r => r.Explain(language, ConsoleWords.Rules))
                : row.Outcome is { } outcome ? [outcome.Explain(language)]
                : [$"{In("registered already")} ({WaitingCommand.Short(row.Existing.GetValueOrDefault())}, {In(ConsoleWords.Code(row.ExistingStatus.GetValueOrDefault()))})"];
            bool first = true;
            foreach (string line in told)
            {
                table.Add(first ? $"{row.Row}" : "", first ? WorkshopInArchive.NameOf(entry.Person, language) : "", first ? entry.Institution.ToString() : "", first ? ConsoleWords.Mode(entry.Mode, language) : "", line);
                first = false;
            }
        }

        return $"{opened.Heading(language)}\n\n{table}\n\n{ConsoleWords.Summary(report, trial, language)}";
    }
}

/// <summary>What <c>register --json</c> prints. It holds no names.</summary>
/// <param name="Workshop">The workshop's code.</param>
/// <param name="AsOf">The moment in UTC, ISO.</param>
/// <param name="DryRun">Whether nothing was to be written.</param>
/// <param name="Recorded">Whether the list was registered.</param>
/// <param name="New">How many rows are new.</param>
/// <param name="Known">How many were registered before.</param>
/// <param name="Rows">Every row.</param>
internal sealed record RegisterDocument(string Workshop, string AsOf, bool DryRun, bool Recorded, int New, int Known, ImmutableArray<RegisterRow> Rows)
{
    internal static RegisterDocument Of(WorkshopInArchive opened, bool trial, BulkRegistrationReport report) => new(
        opened.Id.ToString(), InstantPattern.ExtendedIso.Format(opened.Now), trial, report.IsRecorded, report.New, report.Known,
        [.. report.Rows.Select(r => new RegisterRow(
            r.Row, r.Outcome switch
            {
                RegistrationOutcome.Confirmed => "confirmed",
                RegistrationOutcome.Waiting => "waiting",
                RegistrationOutcome.AwaitingApproval => "awaiting-approval",
                RegistrationOutcome.Declined => "declined",
                _ => r.Rules.IsEmpty ? "registered-already" : "refused",
            },
            // A trial makes registrations that nobody will find again.
            (report.IsRecorded ? r.Outcome?.Registration : null)?.ToString() ?? r.Existing?.ToString(),
            (r.Outcome as RegistrationOutcome.Waiting)?.Position,
            [.. ((r.Outcome as RegistrationOutcome.Waiting)?.BindingLimits ?? (r.Outcome as RegistrationOutcome.Declined)?.BindingLimits ?? []).Select(l => SeatsLimit.Of(l))],
            [.. r.Rules.Select(rule => new RegisterRule(rule.Code, rule.Explain(Language.English, ConsoleWords.Rules), rule.Explain(Language.Khmer, ConsoleWords.Rules)))]))]);
}

/// <summary>One row of the file.</summary>
internal sealed record RegisterRow(int Row, string Outcome, string? Registration, int? Position, ImmutableArray<SeatsLimit> Limits, ImmutableArray<RegisterRule> Rules);

/// <summary>A rule that a row breaks.</summary>
internal sealed record RegisterRule(string Code, string Explanation, string ExplanationKhmer);
