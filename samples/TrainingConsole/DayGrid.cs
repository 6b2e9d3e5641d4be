using Diplomacy.Training;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace TrainingConsole;

/// <summary>A day by the host's clocks with a line for each institution: how every hour lies to its working time, its own hours, and the session between bars.</summary>
/// <remarks>The signs and the layout are those of a text without colours; colours are added to them.</remarks>
internal sealed class DayGrid
{
    private const int Quarters = 96;
    private static readonly Duration s_quarter = Duration.FromMinutes(15);
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    // From the most to the least that fits into a line: quarters of an hour to a sign, whether dates and bands are written out, whether cities are told.
    private static readonly (int PerSign, bool InFull, bool Cities)[] s_forms = [(1, true, true), (1, true, false), (2, true, true), (2, true, false), (2, false, false), (4, false, false)];

    private readonly Language _language;
    private readonly bool _colours;
    private readonly Instant _from;
    private readonly int _first;
    private readonly int _end;
    private readonly LocalSlot _host;
    private readonly (SlotInstitution Who, LocalSlot Local)[] _rows;

    /// <summary>Prepares the day of a session.</summary>
    /// <param name="host">The session at the host.</param>
    /// <param name="rows">The institutions to show, with the session at each; the host is shown where it stands among them.</param>
    /// <param name="language">The language of weekdays and bands.</param>
    /// <param name="colours">Whether colours are shown, so that hours may be written over the signs.</param>
    internal DayGrid(LocalSlot host, IEnumerable<(SlotInstitution Who, LocalSlot Local)> rows, Language language, bool colours)
    {
        (_language, _colours, _host) = (language, colours, host);
        Instant start = host.Start.ToInstant(), end = host.End.ToInstant();
        _from = host.Start.Zone.AtStartOfDay(host.Start.Date).ToInstant();
        if (end > _from + (Quarters * s_quarter))
        {
            // A session that runs over midnight is shown in the middle of its day.
            _from = start - ((Quarters - (int)((end - start) / s_quarter)) / 8 * Duration.FromHours(1));
        }

        _first = (int)((start - _from) / s_quarter);
        _end = (int)((end - _from) / s_quarter);

        // The host first, then from east to west, so that the working hours run down the page like the sun.
        _rows = [.. rows.OrderByDescending(r => r.Who.Institution.Code == host.Institution.Code).ThenByDescending(r => r.Local.Start.Offset).ThenBy(r => r.Who.Institution.Code)];
    }

    /// <summary>The lines, as much in each as fits into the width.</summary>
    internal IEnumerable<StyledLine> Lines(int width)
    {
        List<StyledLine> lines = [];
        foreach ((int perSign, bool inFull, bool cities) in s_forms)
        {
            lines = Lines(perSign, inFull, cities);
            if (lines.Max(l => l.Width) <= width)
            {
                break;
            }
        }

        return lines;
    }

    /// <summary>What the signs mean, with how many institutions are in each band at the session.</summary>
    internal IEnumerable<StyledLine> Legend(int width)
    {
        var line = new StyledLine();
        foreach (WorkingBand band in BandColours.All)
        {
            string words = $" {Word(band)}: {_rows.Count(r => r.Local.Band == band)}";
            string sign = _colours ? $" {BandColours.Sign(band)} " : $"{BandColours.Sign(band)}";
            if (line.Width > 0 && line.Width + 3 + sign.Length + ConsoleWords.Width(words) > width)
            {
                yield return line;
                line = new();
            }

            line.Add(line.Width > 0 ? "   " : "").Add(sign, BandColours.Style(band, inSession: true)).Add(words);
        }

        yield return line;
    }

    private List<StyledLine> Lines(int perSign, bool inFull, bool cities)
    {
        int code = _rows.Max(r => r.Who.Institution.Code.ToString().Length);
        int weekday = inFull ? _rows.Max(r => ConsoleWords.Width(Weekday(r.Local, inFull))) : 3;
        int band = _rows.Max(r => ConsoleWords.Width(Word(r.Local.Band)));
        List<StyledLine> lines = [Ruler(code, perSign)];
        foreach ((SlotInstitution who, LocalSlot local) in _rows)
        {
            var line = new StyledLine(who.Institution.Code.ToString().PadRight(code + 1), new Style(decoration: who.MustBeInHours || local.Institution == _host.Institution ? Decoration.Bold : Decoration.None));
            line.Add(Signs(who, local, perSign));
            string shift = $"{(local.DayShift < 0 ? '-' : '+')}{Math.Abs(local.DayShift)}";
            if (inFull)
            {
                line.Add($"  {ConsoleWords.Padded(Weekday(local, inFull), weekday)} {LocalDatePattern.Iso.Format(local.Start.Date)} {s_time.Format(local.Start.TimeOfDay)}-{s_time.Format(local.End.TimeOfDay)} ")
                    .Add($" {ConsoleWords.In(_language, "day")} {shift}  {ConsoleWords.Padded(Word(local.Band), band)}{(cities ? "  " + Faults.OneLine(who.Institution.City) : "")}");
            }
            else
            {
                line.Add($" {ConsoleWords.Padded(Weekday(local, inFull), weekday)} {local.Start.Day:00} {s_time.Format(local.Start.TimeOfDay)} {shift} ").Add($"{BandColours.Sign(local.Band)}");
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The host's hours, every third one, or every one where there is room.</summary>
    private StyledLine Ruler(int code, int perSign)
    {
        char[] signs = [.. Enumerable.Repeat(' ', Quarters / perSign)];
        Label(signs, _host.Start.Zone, perSign, perSign switch { 1 => 1, 2 => 3, _ => 6 }, (_, _) => true);
        return new StyledLine(ConsoleWords.Padded("", code + 1)).Add(Parted([.. signs.Select(s => ($"{s}", (Style?)null))], perSign));
    }

    private StyledLine Signs(SlotInstitution who, LocalSlot local, int perSign)
    {
        DateTimeZone zone = local.Start.Zone;
        WorkingBand[] quarters = [.. Enumerable.Range(0, Quarters).Select(q =>
        {
            // Judged in the middle of each quarter, as the search does.
            LocalDateTime at = (_from + (q * s_quarter) + (s_quarter / 2)).InZone(zone).LocalDateTime;
            return who.Institution.WorkingTime.BandAt(at, who.Holidays?.On(at.Date));
        })];
        WorkingBand[] bands = [.. quarters.Chunk(perSign).Select(c => c.Max())];
        char[] signs = [.. bands.Select(BandColours.Sign)];
        if (perSign < 4)
        {
            // Without colours a number must hide nothing: it stands for the same as the sign before it.
            Label(signs, zone, perSign, (perSign, _colours) switch { (1, _) => 1, (_, true) => 3, _ => 5 }, (at, length) =>
                _colours || (at > 0 && !IsSession(at, perSign) && !IsSession(at + length - 1, perSign) && Enumerable.Range(at, length).All(i => bands[i] == bands[at - 1])));
        }

        return Parted([.. signs.Select((s, i) => ($"{s}", (Style?)BandColours.Style(bands[i], IsSession(i, perSign))))], perSign);
    }

    /// <summary>Writes local hours where they begin, but not over an edge of the session.</summary>
    private void Label(char[] signs, DateTimeZone zone, int perSign, int every, Func<int, int, bool> mayStand)
    {
        for (int q = 0; q < Quarters; q++)
        {
            LocalTime time = (_from + (q * s_quarter)).InZone(zone).TimeOfDay;
            int at = q / perSign;
            if (time.Minute != 0 || time.Hour % every != 0 || at + 2 > signs.Length || IsSession(at, perSign) != IsSession(at + 1, perSign) || !mayStand(at, 2))
            {
                continue;
            }

            (signs[at], signs[at + 1]) = ((char)('0' + (time.Hour / 10)), (char)('0' + (time.Hour % 10)));
        }
    }

    private bool IsSession(int sign, int perSign) => sign >= _first / perSign && sign < (_end + perSign - 1) / perSign;

    /// <summary>The signs with a bar before and after the session.</summary>
    private StyledLine Parted((string Sign, Style? Style)[] signs, int perSign)
    {
        var line = new StyledLine();
        var bar = new Style(decoration: Decoration.Bold);
        for (int i = 0; i <= signs.Length; i++)
        {
            bool inside = i < signs.Length && IsSession(i, perSign), before = i > 0 && IsSession(i - 1, perSign);
            line.Add(inside != before ? "|" : "", bar);
            if (i < signs.Length)
            {
                line.Add(signs[i].Sign, signs[i].Style);
            }
        }

        return line;
    }

    private string Weekday(LocalSlot local, bool inFull)
    {
        string english = local.Start.DayOfWeek.ToString()[..3];
        return inFull ? ConsoleWords.In(_language, english) : ConsoleWords.ShortWeekday(_language, english);
    }

    private string Word(WorkingBand band) => ConsoleWords.In(_language, ConsoleWords.Code(band));
}
