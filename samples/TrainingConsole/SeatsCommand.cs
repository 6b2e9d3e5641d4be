using System.Collections.Immutable;
using System.CommandLine;
using Diplomacy.Training;

namespace TrainingConsole;

/// <summary><c>seats</c>: how full a workshop is, limit by limit and mode by mode.</summary>
internal static class SeatsCommand
{
    internal static Command Build()
    {
        Option<string> archive = WorkshopInArchive.ArchiveOption();
        Option<string> workshop = WorkshopInArchive.WorkshopOption();
        Option<string> at = WorkshopInArchive.AtOption();
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();
        var command = new DocumentedCommand("seats", "How full a workshop is, by limit and by mode.", """
            How full a workshop is. The first table has a line for each limit that a seat can fall under: how many seats, how many are taken and left,
            by how many too many are taken (by override, or because the number was lowered), and how many wait under it.
            The second counts registrations by mode, and by sitting where there are several; whoever keeps a seat and wishes to change is counted as 'changing' where the wish goes to.

            Example: TrainingConsole seats --at 2023-02-20T09:00
            """)
        {
            archive, workshop, at, json, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Language spoken = CommonOptions.LanguageOf(parsed);
            WorkshopInArchive opened = await WorkshopInArchive.OpenAsync(parsed.GetRequiredValue(archive), parsed.GetValue(workshop), parsed.GetValue(at), cancellationToken);
            SeatCount seats = await opened.Desks.Registrations.SeatsAsync(opened.Id, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(json) ? ConsoleJson.Write(SeatsDocument.Of(opened, seats), j => j.SeatsDocument) : $"{opened.Heading(spoken)}\n\n{Limits(seats, spoken)}\n\n{Modes(seats, spoken)}");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Limits as an officer reads them: of modes and sittings, the room and the total before quotas.</summary>
    internal static IEnumerable<BindingLimit> InOrder(SeatCount seats) => seats.Limits
        .OrderBy(l => l.Kind switch { SeatLimitKind.Mode => 0, SeatLimitKind.Sitting => 1, SeatLimitKind.Room => 2, SeatLimitKind.Total => 3, _ => 4 })
        .ThenBy(l => l.Key.StartsWith("quota/each", StringComparison.Ordinal)).ThenBy(l => l.Key, StringComparer.Ordinal);

    private static TextTable Limits(SeatCount seats, Language language)
    {
        var table = new TextTable([(ConsoleWords.In(language, "Limit"), false), .. new[] { "Seats", "Taken", "Left", "Over", "Waiting" }.Select(w => (ConsoleWords.In(language, w), true))]);
        foreach (BindingLimit limit in InOrder(seats))
        {
            table.Add(limit.Describe(language), $"{limit.Capacity}", $"{limit.Used}", $"{limit.Remaining}", OrDash(limit.OverBy), OrDash(seats.WaitingByLimit.GetValueOrDefault(limit.Key)));
        }

        return table;
    }

    private static TextTable Modes(SeatCount seats, Language language)
    {
        bool sittings = seats.Modes.Any(m => m.Sitting is not null);
        var table = new TextTable(
        [
            (ConsoleWords.In(language, "Mode"), false),
            .. sittings ? [(ConsoleWords.In(language, "Sitting"), false)] : Array.Empty<(string, bool)>(),
            .. new[] { "Confirmed", "Participants", "Offered", "For approval", "Waiting", "Changing" }.Select(w => (ConsoleWords.In(language, w), true)),
        ]);
        foreach (ModeCount mode in seats.Modes)
        {
            table.Add(
            [
                ConsoleWords.Mode(mode.Mode, language),
                .. sittings ? [mode.Sitting ?? "-"] : Array.Empty<string>(),
                $"{mode.Confirmed}", $"{mode.Participants}", OrDash(mode.Offered), OrDash(mode.AwaitingApproval), OrDash(mode.Waiting), OrDash(mode.Changing),
            ]);
        }

        return table;
    }

    // A column of noughts hides the few figures that matter.
    private static string OrDash(int count) => count == 0 ? "-" : $"{count}";
}

/// <summary>What <c>seats --json</c> prints.</summary>
/// <param name="Workshop">The workshop's code.</param>
/// <param name="AsOf">The moment in UTC, ISO.</param>
/// <param name="Confirmed">How many are confirmed, in any role.</param>
/// <param name="Offered">To how many a seat is offered.</param>
/// <param name="AwaitingApproval">How many wait for approval.</param>
/// <param name="Waiting">How many wait for a seat.</param>
/// <param name="Limits">Every limit.</param>
/// <param name="Modes">Registrations by mode and sitting.</param>
internal sealed record SeatsDocument(
    string Workshop, string AsOf, int Confirmed, int Offered, int AwaitingApproval, int Waiting, ImmutableArray<SeatsLimit> Limits, ImmutableArray<SeatsMode> Modes)
{
    internal static SeatsDocument Of(WorkshopInArchive opened, SeatCount seats) => new(
        opened.Id.ToString(), NodaTime.Text.InstantPattern.ExtendedIso.Format(opened.Now), seats.Confirmed, seats.Offered, seats.AwaitingApproval, seats.Waiting,
        [.. SeatsCommand.InOrder(seats).Select(l => SeatsLimit.Of(l, seats.WaitingByLimit.GetValueOrDefault(l.Key)))],
        [.. seats.Modes.Select(m => new SeatsMode(ConsoleWords.Code(m.Mode), m.Sitting, m.Confirmed, m.Participants, m.Offered, m.AwaitingApproval, m.Waiting, m.Changing))]);
}

/// <summary>A limit with its figures: the key for programs, words for people.</summary>
internal sealed record SeatsLimit(string Key, string Description, string DescriptionKhmer, int Seats, int Taken, int Left, int Over, int? Waiting)
{
    internal static SeatsLimit Of(BindingLimit limit, int? waiting = null) =>
        new(limit.Key, limit.Describe(Language.English), limit.Describe(Language.Khmer), limit.Capacity, limit.Used, limit.Remaining, limit.OverBy, waiting);
}

/// <summary>Registrations of one mode, or of one sitting in one mode.</summary>
internal sealed record SeatsMode(string Mode, string? Sitting, int Confirmed, int Participants, int Offered, int AwaitingApproval, int Waiting, int Changing);
