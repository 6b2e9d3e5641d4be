using System.Collections.Immutable;
using System.CommandLine;
using Diplomacy.Training;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary><c>history</c>: what was ever done to a registration.</summary>
internal static class HistoryCommand
{
    internal static Command Build()
    {
        var registration = new Argument<string>("registration") { Description = "The registration: its id, or the first digits of it, at least four." };
        Option<string> archive = WorkshopInArchive.ArchiveOption();
        Option<string> workshop = WorkshopInArchive.WorkshopOption();
        Option<string> at = WorkshopInArchive.AtOption();
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();
        var command = new DocumentedCommand("history", "What was ever done to a registration: when, who, what and why.", """
            What was ever done to a registration, in order: when by the host's clocks, who, where it stood from then on, what happened and why.
            'by rule' marks what nobody decided by itself, such as a seat that was passed on; the actor beside it is whoever's command brought it about.
            Exit codes: 0 told, 1 no such registration, 2 bad usage or input.

            Example: TrainingConsole history 3f2a9c1e
            """)
        {
            registration, archive, workshop, at, json, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Language spoken = CommonOptions.LanguageOf(parsed);
            WorkshopInArchive opened = await WorkshopInArchive.OpenAsync(parsed.GetRequiredValue(archive), parsed.GetValue(workshop), parsed.GetValue(at), cancellationToken);
            string typed = parsed.GetRequiredValue(registration).Trim().Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
            if (typed.Length is < 4 or > 32 || !typed.All(char.IsAsciiHexDigit))
            {
                throw new InputException(["A registration is written as 32 hexadecimal digits; the first four or more are enough."]);
            }

            Registration[] found = [.. (await opened.Desks.Registrations.ListAsync(opened.Id, cancellationToken)).Where(r => r.Id.ToString().StartsWith(typed, StringComparison.Ordinal))];
            if (found is not [var one])
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(found.Length == 0
                    ? $"{opened.Id} has no registration {typed}."
                    : $"{found.Length} registrations begin with {typed}. Type more digits of one of: {string.Join(", ", found.Take(5).Select(r => r.Id))}.");
                return found.Length == 0 ? ExitCode.RefusedOrNotFound : ExitCode.BadUsageOrInput;
            }

            RegistrationHistoryEntry[] lines = [.. (await opened.Store.HistoryOfAsync(one.Id, null, int.MaxValue, cancellationToken)).Items];
            Person? person = await opened.Desks.People.FindAsync(one.Person, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(json) ? ConsoleJson.Write(HistoryDocument.Of(opened, one, lines), j => j.HistoryDocument) : Page(opened, one, person, lines, spoken));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Page(WorkshopInArchive opened, Registration registration, Person? person, RegistrationHistoryEntry[] lines, Language language)
    {
        string In(string word) => ConsoleWords.In(language, word);
        var table = new TextTable((In("When"), false), (In("Who"), false), (In("Now"), false), (In("What"), false));
        foreach (RegistrationHistoryEntry line in lines)
        {
            string who = line.By == Actor.System ? In("system") : $"{In(ConsoleWords.Code(line.By.Capacity))} {line.By.Id}";
            table.Add(
                opened.Local(line.At), line.Automatic ? $"{In("by rule")} ({who})" : who, line.Status is { } status ? In(ConsoleWords.Code(status)) : "-",
                line.Explain(language, ConsoleWords.Rules, opened.Zone));
        }

        return $"{opened.Heading(language)}\n{In("Registration")} {registration.Id}  {WorkshopInArchive.NameOf(person, language)}, {registration.Institution}\n\n{table}";
    }
}

/// <summary>What <c>history --json</c> prints. It holds no names.</summary>
/// <param name="Workshop">The workshop's code.</param>
/// <param name="AsOf">The moment in UTC, ISO.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">Whose it is now.</param>
/// <param name="Institution">The sending institution.</param>
/// <param name="Lines">What was done, in order.</param>
internal sealed record HistoryDocument(string Workshop, string AsOf, string Registration, string Person, string Institution, ImmutableArray<HistoryLine> Lines)
{
    internal static HistoryDocument Of(WorkshopInArchive opened, Registration registration, RegistrationHistoryEntry[] lines) => new(
        opened.Id.ToString(), InstantPattern.ExtendedIso.Format(opened.Now), registration.Id.ToString(), registration.Person.ToString(), registration.Institution.ToString(),
        [.. lines.Select(l => new HistoryLine(
            l.Version, InstantPattern.ExtendedIso.Format(l.At), l.By.Id, ConsoleWords.Code(l.By.Capacity), l.Automatic, l.Type, l.Status is { } status ? ConsoleWords.Code(status) : null,
            l.Explain(Language.English, null, opened.Zone), l.Explain(Language.Khmer, null, opened.Zone), l.Cause, l.ReasonCode, l.OverrideReasonCode,
            l.Person?.ToString(), l.Mode is { } mode ? ConsoleWords.Code(mode) : null, l.Sitting, l.Position, l.Priority, l.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : null,
            l.Replaces?.ToString(), l.ReplacedBy?.ToString(), [.. l.BindingLimits.Select(b => SeatsLimit.Of(b))]))]);
}

/// <summary>One line of a history; null where it does not say.</summary>
internal sealed record HistoryLine(
    long Version, string At, string By, string Capacity, bool ByRule, string Type, string? Status, string Explanation, string ExplanationKhmer, string? Cause, string? Reason, string? OverrideReason,
    string? Person, string? Mode, string? Sitting, int? Position, int? Priority, string? Until, string? Replaces, string? ReplacedBy, ImmutableArray<SeatsLimit> Limits);
