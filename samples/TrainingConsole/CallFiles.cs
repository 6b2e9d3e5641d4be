using Diplomacy.Training;
using Diplomacy.Training.Imports;
using NodaTime;

namespace TrainingConsole;

/// <summary>Reads reports of calls. Each is one reading; a file that was named twice, by whatever name, is read once.</summary>
internal sealed class CallFiles(CallTimes times, Language language, TextWriter error)
{
    // Enough to see what is odd; a file may have a warning in every row.
    private const int MostWarnings = 20;

    /// <summary>The readings in the order of the files. Warnings are written as they come.</summary>
    internal async Task<IReadOnlyList<AttendanceReading>> ReadAsync(string[] paths, CancellationToken cancellationToken)
    {
        string[] missing = [.. paths.Where(path => !File.Exists(path))];
        if (missing.Length > 0)
        {
            throw new InputException([.. missing.Select(path => $"--file: There is no file '{path}'.")]);
        }

        if (!times.ZoneIsNamed && times.Sessions.Count > 1)
        {
            throw new InputException(["--zone: With several sessions it cannot be inferred in which zone a report was written, since it may begin with any of them. Add --zone."]);
        }

        var readings = new List<AttendanceReading>();
        foreach (string path in paths)
        {
            (AttendanceReading reading, IReadOnlyList<string> warnings) = await ReadAsync(path, cancellationToken);
            if (readings.FirstOrDefault(r => r.Log.Digest == reading.Log.Digest) is { } same)
            {
                await error.WriteLineAsync(Faults.OneLine($"--file: '{reading.Log.Source}' is the same file as '{same.Log.Source}' and is read once."));
                continue;
            }

            foreach (string warning in warnings)
            {
                await error.WriteLineAsync(Faults.OneLine(warning));
            }

            readings.Add(reading);
        }

        // A meeting that was restarted an hour later looks like one an hour to the east.
        if (readings.Select(r => r.Log.ZoneId).Distinct().Count() > 1)
        {
            string zones = string.Join(", ", readings.Select(r => $"'{r.Log.Source}' in {r.Log.ZoneId}"));
            throw new InputException([$"--zone: The files would be read in different zones: {zones}. Say in which they were written: --zone; for files of several zones, one command each."]);
        }

        return readings;
    }

    private async Task<(AttendanceReading Reading, IReadOnlyList<string> Warnings)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!times.ZoneIsNamed)
        {
            return await ReadAsync(path, null, cancellationToken);
        }

        // Sessions of several days: the day that tells day from month may be any of theirs, but all that tell it must agree.
        LocalDate[] days = [.. times.Sessions.Select(s => s.Time.Start.InZone(times.Clocks).Date).Distinct()];
        (AttendanceReading Reading, IReadOnlyList<string>)? read = null;
        ImportException? unclear = null;
        foreach (LocalDate day in days)
        {
            try
            {
                var again = await ReadAsync(path, day, cancellationToken);
                if (again.Reading.DateOrderBasis != DateOrderBasis.Session)
                {
                    return again;
                }

                if (read?.Reading is { } before && before.DayStandsFirst != again.Reading.DayStandsFirst)
                {
                    throw new InputException([$"--file: In '{before.Log.Source}' the sessions of one day say that the day stands before the month, and those of another the reverse. Measure these sessions one by one."]);
                }

                read = again;
            }
            catch (ImportException refused) when (refused.Errors.All(e => e.Code == "import.day-and-month-are-clear"))
            {
                unclear = refused;
            }
        }

        return read ?? throw unclear!;
    }

    private async Task<(AttendanceReading Reading, IReadOnlyList<string> Warnings)> ReadAsync(string path, LocalDate? day, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        int count = 0;
        var options = new ImportOptions
        {
            OnWarning = warning =>
            {
                // That a zone was inferred stands beside the file's name.
                if (warning.Code != "import.zone-was-inferred" && ++count <= MostWarnings)
                {
                    warnings.Add(warning.Explain(language));
                }
            },
        };
        AttendanceReading reading = await AttendanceLogReader.ReadReportFileAsync(
            path, new() { TimesIn = times.ZoneIsNamed ? times.Clocks.Id : null, Session = times.Span, SessionDate = day, AcceptTotals = true }, options, cancellationToken);
        if (count > MostWarnings)
        {
            warnings.Add(FormattableString.Invariant($"{reading.Log.Source}: {count - MostWarnings} more warnings."));
        }

        return (reading, warnings);
    }
}
