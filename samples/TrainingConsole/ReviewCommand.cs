using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using Diplomacy.Training;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace TrainingConsole;

/// <summary><c>review</c>: what newer time zone data change in the times of a workshop, at the host and at each mission that was told.</summary>
internal static class ReviewCommand
{
    private static readonly OffsetDateTimePattern s_told = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm' 'o<m>");

    internal static Command Build(Terminal terminal)
    {
        var nzd = new Option<string>("--nzd") { Description = "The time zone data: a file in NodaTime's .nzd format.", HelpName = "file", Required = true };
        var sha256 = new Option<string>("--sha256") { Description = "The SHA-256 that the file must have, from where it was published. Without it the file's own is told, and compared with nothing.", HelpName = "hex" };
        Option<string> archive = WorkshopInArchive.ArchiveOption();
        Option<string> workshop = WorkshopInArchive.WorkshopOption();
        Option<string> at = WorkshopInArchive.AtOption();
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();
        Option<string> colour = Terminal.ColourOption();
        var command = new DocumentedCommand("review", "What newer time zone data change in the times of a workshop.", """
            What time zone data change in the times of a workshop ahead. First what the organiser has to decide: an item whose local time means another instant,
            is skipped or occurs twice. Then each institution whose clocks will show another time than it was told: what it was told and how that lies to its
            working time, what its clocks will show, and under which choice of the organiser. Nothing is changed. Data older than this program's are refused.
            Exit codes: 0 nothing to decide (missions may have to be told), 1 refused, 2 bad usage or input, 3 the organiser has to decide.

            Example: TrainingConsole review --nzd Tzdb.nzd --sha256 HEX
            """)
        {
            nzd, sha256, archive, workshop, at, json, language, colour,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Language spoken = CommonOptions.LanguageOf(parsed);
            Terminal shown = terminal.With(parsed.GetRequiredValue(colour), null, []);
            TimeZoneData data = await ReadAsync(parsed.GetRequiredValue(nzd), parsed.GetValue(sha256), cancellationToken);
            new ReloadableZones().Use(data);
            WorkshopInArchive opened = await WorkshopInArchive.OpenAsync(parsed.GetRequiredValue(archive), parsed.GetValue(workshop), parsed.GetValue(at), cancellationToken);
            TimeReview review = await opened.Desks.Invitations.ReviewTimesAsync(opened.Id, data.Zones, cancellationToken);
            if (parsed.GetValue(sha256) is null)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(spoken == Language.Khmer
                    ? $"SHA-256 {data.Sha256} មិនបានប្រៀបធៀបទេ។ សូមបន្ថែម --sha256 ដែលយកពីកន្លែងផ្សព្វផ្សាយឯកសារ។"
                    : $"SHA-256 {data.Sha256} was compared with nothing: add --sha256 from where the file was published.");
            }

            if (parsed.GetValue(json))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(ConsoleJson.Write(ReviewDocument.Of(opened, data, review), j => j.ReviewDocument));
            }
            else
            {
                shown.Write(parsed.InvocationConfiguration.Output, Page(opened, data, review, spoken));
            }

            return review.NeedsDecision ? ExitCode.DecisionNeeded : ExitCode.Done;
        });
        return command;
    }

    private static async Task<TimeZoneData> ReadAsync(string path, string? sha256, CancellationToken cancellationToken)
    {
        if (sha256 is not null && (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigit)))
        {
            throw new InputException(["--sha256: A SHA-256 has 64 hexadecimal digits."]);
        }

        if (!File.Exists(path))
        {
            throw new InputException([$"--nzd: There is no file '{path}'."]);
        }

        await using FileStream file = File.OpenRead(path);
        if (sha256 is null && file.Length <= TimeZoneData.MaxLength)
        {
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            file.Position = 0;
        }

        // A file that is too long is refused before its digest matters.
        return await TimeZoneData.ReadAsync(file, sha256 ?? new string('0', 64), cancellationToken);
    }

    private static List<StyledLine> Page(WorkshopInArchive opened, TimeZoneData data, TimeReview review, Language language)
    {
        bool khmer = language == Language.Khmer;
        List<StyledLine> lines =
        [
            .. opened.Heading(language).Split('\n').Select(l => new StyledLine(l)),
            new($"{(khmer ? "ទិន្នន័យតំបន់ម៉ោង" : "Time zone data")}: {review.AgendaVersion} -> {data.Version}"),
            new(),
        ];
        foreach (TimeFinding finding in review.Findings.Where(f => f is not TimeFinding.MissionTimeMoved))
        {
            lines.Add(new StyledLine(Faults.OneLine(finding.Explain(language)), new Style(Color.FromInt32(209), decoration: Decoration.Bold)));
        }

        if (review.Findings.Any(f => f is not TimeFinding.MissionTimeMoved))
        {
            lines.Add(new());
        }

        TimeFinding.MissionTimeMoved[] moved = [.. review.Findings.OfType<TimeFinding.MissionTimeMoved>()];
        if (moved.Length == 0)
        {
            lines.Add(new(khmer ? "គ្មានស្ថាប័នណាមួយនឹងឃើញម៉ោងខុសពីអ្វីដែលបានជូនដំណឹងទេ។" : "No institution's clocks will show another time than it was told."));
            return lines;
        }

        string[][] cells = [.. moved.Select(m => new[] { m.Institution.ToString(), m.Session, Local(m.Told.Start, m.Told.Offset), Band(m.BandBefore, language), Local(m.Now.LocalDateTime, m.Now.Offset), Band(m.BandAfter, language), Kept(m.Kept, language) })];
        string[] headers = [.. new[] { "From", "Session", "Told", "", "Will be", "", "If kept" }.Select(h => ConsoleWords.In(language, h))];
        int[] widths = [.. headers.Select((h, i) => cells.Select(c => ConsoleWords.Width(c[i])).Append(ConsoleWords.Width(h)).Max())];
        lines.Add(Row(headers, (_, _) => new Style(decoration: Decoration.Bold)));
        lines.AddRange(cells.Zip(moved, (row, m) => Row(row, (i, _) => i switch
        {
            3 => BandColours.Style(m.BandBefore, inSession: false),
            5 => BandColours.Style(m.BandAfter, inSession: true),
            _ => Style.Plain,
        })));
        return lines;

        StyledLine Row(string[] row, Func<int, string, Style> style) => row.Index().Aggregate(new StyledLine(), (line, cell) =>
            line.Add(cell.Item, style(cell.Index, cell.Item)).Add(ConsoleWords.Padded("", widths[cell.Index] - ConsoleWords.Width(cell.Item) + 2)));
    }

    private static string Local(LocalDateTime local, Offset offset) => s_told.Format(local.WithOffset(offset));

    private static string Band(WorkingBand band, Language language) => $"{BandColours.Sign(band)} {ConsoleWords.In(language, ConsoleWords.Code(band))}";

    private static string Kept(TimeKept? kept, Language language) => kept is null ? "-" : ConsoleWords.In(language, ReviewDocument.Word(kept.Value));
}

/// <summary>What <c>review --json</c> prints.</summary>
/// <param name="Workshop">The workshop's code.</param>
/// <param name="AgendaData">The version of the data by which the agenda was resolved.</param>
/// <param name="NewerData">The version of the file.</param>
/// <param name="Sha256">The digest of the file.</param>
/// <param name="NeedsDecision">Whether the organiser has to decide.</param>
/// <param name="Host">What changes at the host, and zones that are not known, in words.</param>
/// <param name="Moved">Institutions' times that move.</param>
internal sealed record ReviewDocument(string Workshop, string AgendaData, string NewerData, string Sha256, bool NeedsDecision, ImmutableArray<ReviewFinding> Host, ImmutableArray<ReviewMoved> Moved)
{
    private static readonly OffsetDateTimePattern s_local = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<m>");

    internal static ReviewDocument Of(WorkshopInArchive opened, TimeZoneData data, TimeReview review) => new(
        opened.Id.ToString(), review.AgendaVersion, data.Version, data.Sha256, review.NeedsDecision,
        [.. review.Findings.Where(f => f is not TimeFinding.MissionTimeMoved).Select(f => new ReviewFinding(Word(f), f.Explain(Language.English), f.Explain(Language.Khmer)))],
        [.. review.Findings.OfType<TimeFinding.MissionTimeMoved>().Select(m => new ReviewMoved(
            m.Institution.ToString(), m.Session, m.WasTold, s_local.Format(m.Told.Start.WithOffset(m.Told.Offset)), ConsoleWords.Code(m.BandBefore), s_local.Format(m.Now.ToOffsetDateTime()),
            ConsoleWords.Code(m.BandAfter), m.DayShift, m.Kept is { } kept ? Word(kept) : null))]);

    internal static string Word(TimeKept kept) => kept == TimeKept.WallTime ? "wall-time" : "instant";

    private static string Word(TimeFinding finding) => finding switch
    {
        TimeFinding.HostInstantMoved => "host-instant-moved",
        TimeFinding.BecameSkipped => "became-skipped",
        TimeFinding.BecameAmbiguous => "became-ambiguous",
        _ => "zone-unknown",
    };
}

/// <summary>Something that changes at the host, or a zone that is not known.</summary>
internal sealed record ReviewFinding(string Kind, string Explanation, string ExplanationKhmer);

/// <summary>An institution's time that moves.</summary>
internal sealed record ReviewMoved(string Institution, string Session, bool WasTold, string Told, string BandBefore, string Now, string BandAfter, int DayShift, string? Kept);
