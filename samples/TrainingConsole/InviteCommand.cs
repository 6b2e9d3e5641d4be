using System.CommandLine;
using System.Globalization;
using System.Text;
using Diplomacy.Training;

namespace TrainingConsole;

/// <summary><c>invite</c>: a mission's own calendar entries, as the file or the part of an e-mail that is sent to it.</summary>
internal static class InviteCommand
{
    internal static Command Build()
    {
        var mission = new Option<string>("--mission") { Description = "The institution's code.", HelpName = "code", Required = true };
        var method = new Option<string>("--method") { Description = "REQUEST invites, or tells what changed; CANCEL takes the invitation back.", HelpName = "REQUEST|CANCEL", DefaultValueFactory = _ => "REQUEST" };
        method.AcceptOnlyFromAmong("REQUEST", "CANCEL");
        var output = new Option<string>("--out") { Description = "Writes the message to a file instead of printing it; of several messages each to one of its own, numbered.", HelpName = "file" };
        var mime = new Option<bool>("--mime") { Description = "Gives the part of an e-mail that carries the file, with its headers." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Nothing is recorded: the message shows what would be sent, under a UID that will not be used." };
        Option<string> archive = WorkshopInArchive.ArchiveOption();
        Option<string> workshop = WorkshopInArchive.WorkshopOption();
        Option<string> at = WorkshopInArchive.AtOption();
        Option<string> language = CommonOptions.Language();
        var command = new DocumentedCommand("invite", "A mission's calendar entry, to be sent or imported.", """
            Invites an institution to a workshop by a calendar entry of its own, and prints the message: an iCalendar file, or with --mime the part of an e-mail.
            What was told is recorded in the archive, so that a later message replaces it (the same UID, a higher SEQUENCE); asked again without a change, or when the workshop is over, the same message is given.
            An institution without a mailbox is given a publication, which anybody can import. --lang says in which language it is addressed.
            Exit codes: 0 given, 1 refused, or there is nothing to take back, 2 bad usage or input.

            Example: TrainingConsole invite --mission US-WAS-EMB --out washington.ics
            """)
        {
            mission, method, output, mime, dryRun, archive, workshop, at, language,
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
            string typed = parsed.GetRequiredValue(mission).Trim();
            if (!InstitutionCode.TryParse(typed, out InstitutionCode code) || await opened.Desks.Institutions.FindAsync(code, cancellationToken) is null)
            {
                throw new InputException([$"--mission: '{path}' holds no institution '{typed}'."]);
            }

            bool cancel = parsed.GetRequiredValue(method) == "CANCEL";

            // Of a workshop that was held nothing is told any more, but what was told can be had again.
            bool over = opened.Workshop.Status == WorkshopStatus.Held && !cancel;
            InvitationReport report = over ? new()
                : cancel ? await opened.Desks.Invitations.UninviteInstitutionAsync(opened.Id, code, Actor.Official("console"), null, cancellationToken)
                : await opened.Desks.Invitations.InviteInstitutionAsync(opened.Id, code, Actor.Official("console"), spoken, null, cancellationToken);
            WrittenInvitation[] messages =
                [.. (await opened.Desks.Invitations.MessagesAsync(opened.Id, Invitee.Of(code), cancellationToken)).Where(m => m.Message.Withdrawn is not null == cancel)];
            if (messages.Length == 0)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(Nothing(code, opened.Id, cancel, spoken));
                return ExitCode.RefusedOrNotFound;
            }

            if (!report.WithoutAddress.IsEmpty)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(spoken == Language.Khmer
                    ? $"{code} គ្មានអាសយដ្ឋានអ៊ីមែលទេ។ សូមប្រគល់ឯកសារនេះដោយផ្ទាល់។"
                    : $"{code} has no mailbox: hand the file over.");
            }

            // Recorded before it is given: a message that nobody knows of could be neither changed nor taken back, while one that was not given is given when asked for again.
            if (!trial && report.ToldAnybody)
            {
                await Archive.WriteAsync(opened.Ports, path, cancellationToken);
            }

            await GiveAsync(messages, parsed.GetValue(mime), parsed.GetValue(output), parsed.InvocationConfiguration.Output, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task GiveAsync(WrittenInvitation[] messages, bool mime, string? path, TextWriter output, CancellationToken cancellationToken)
    {
        foreach ((int i, WrittenInvitation message) in messages.Index())
        {
            byte[] bytes = mime ? Encoding.ASCII.GetBytes(message.Part.ToMime()) : [.. message.Part.Bytes];
            if (path is null)
            {
                await output.WriteAsync(Encoding.UTF8.GetString(bytes));
            }
            else
            {
                string file = messages.Length == 1 ? path : Path.Combine(
                    Path.GetDirectoryName(path) ?? "", string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(path)}-{i + 1}{Path.GetExtension(path)}"));
                await File.WriteAllBytesAsync(file, bytes, cancellationToken);
                await output.WriteLineAsync(file);
            }
        }
    }

    private static string Nothing(InstitutionCode code, WorkshopId workshop, bool cancel, Language language) => (cancel, language == Language.Khmer) switch
    {
        (true, false) => $"{code} has no invitation to {workshop} that could be taken back.",
        (true, true) => $"{code} គ្មានការអញ្ជើញទៅ {workshop} ដែលអាចដកវិញបានទេ។",
        (_, false) => $"{code} is invited to nothing: {workshop} is over, or has no time.",
        _ => $"{code} មិនត្រូវបានអញ្ជើញទេ៖ {workshop} បានបញ្ចប់ ឬមិនទាន់មានពេលវេលា។",
    };
}
