using System.Globalization;
using Diplomacy.Training;
using NodaTime;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary>Reads what was asked of <c>slots</c>, and tells every fault at once.</summary>
/// <param name="institutions">The institutions of the table.</param>
/// <param name="language">The language to tell faults in.</param>
/// <param name="faults">Takes the faults; may hold some already.</param>
internal sealed class TypedSlotQuery(IReadOnlyList<Institution> institutions, Language language, List<string> faults)
{
    private const int MostDays = 1100;
    private const int MostInstitutions = 5000;
    private const int MostHeads = 100_000;
    private const int MostHeadsTogether = 200_000;

    /// <summary>The query; null where anything is at fault.</summary>
    internal SlotQuery? Read(string from, string to, string length, string host, string[] heads, string[] must, string hours, string? top)
    {
        DateInterval? days = Days(from, to);
        Duration? lasts = Length(length);
        Institution? holder = Host(host);
        if (!WorkingInterval.TryParse(hours.Trim(), out WorkingInterval open))
        {
            faults.Add($"--hours: '{hours}' is not a time from and to within a day. Write it such as 06:00-22:00.");
        }

        int take = 10;
        if (top is not null && (!int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out take) || take is < 1 or > 100))
        {
            faults.Add($"--top: '{top}' is not a number from 1 to 100.");
        }

        Institution[] all = holder is null ? [.. institutions] : [holder, .. institutions.Where(i => i.Code != holder.Code)];
        SlotInstitution[] who = Attending(all, heads, must);
        if (who.Length > MostInstitutions || who.Sum(w => (long)w.Heads) > MostHeadsTogether)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"--missions, --heads: At most {MostInstitutions} institutions with {MostHeadsTogether} people together can be searched for."));
        }

        return faults.Count > 0 ? null : new SlotQuery(who[0], days!, lasts!.Value, who[1..]) { Options = new SlotOptions { HostHours = open, Take = take } };
    }

    private DateInterval? Days(string from, string to)
    {
        LocalDate? first = Day("--from", from), last = Day("--to", to);
        if (first is not { } start || last is not { } end)
        {
            return null;
        }

        if (end < start)
        {
            faults.Add($"--to: {to} comes before {from}.");
        }
        else if (Period.DaysBetween(start, end) >= MostDays)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"--to: {to} comes more than {MostDays} days after {from}."));
        }
        else
        {
            return new(start, end);
        }

        return null;
    }

    private LocalDate? Day(string option, string typed)
    {
        if (!LocalDatePattern.Iso.Parse(typed.Trim()).TryGetValue(default, out LocalDate date))
        {
            faults.Add($"{option}: '{typed}' is not a date. Write it such as 2027-03-01.");
            return null;
        }

        if (date.Year is < 1972 or > 2200)
        {
            faults.Add($"{option}: '{typed}' lies outside the years 1972 to 2200.");
            return null;
        }

        return date;
    }

    private Duration? Length(string typed)
    {
        if (TypedLength.Read(typed) is not { } length)
        {
            faults.Add($"--length: '{typed}' is not a length of time. Write it such as 2h, 90m or 1h30m.");
            return null;
        }

        if (length <= Duration.Zero || length > Duration.FromDays(1) || length.ToInt64Nanoseconds() % Duration.FromMinutes(15).ToInt64Nanoseconds() != 0)
        {
            faults.Add($"--length: '{typed}' is not some whole quarters of an hour, up to 24h.");
            return null;
        }

        return length;
    }

    /// <summary>An institution of the table, or one that stands for a zone.</summary>
    private Institution? Host(string typed)
    {
        if (InstitutionCode.TryParse(typed.Trim(), out InstitutionCode code) && institutions.FirstOrDefault(i => i.Code == code) is { } known)
        {
            return known;
        }

        if (TypedZone.Fault("--host", typed, language) is { } fault)
        {
            faults.Add(fault);
            return null;
        }

        InstitutionCode called = Enumerable.Range(1, int.MaxValue).Select(n => InstitutionCode.Parse(n == 1 ? "HOST" : string.Create(CultureInfo.InvariantCulture, $"HOST-{n}"))).First(c => institutions.All(i => i.Code != c));
        return new(called, new("ម្ចាស់ផ្ទះ", "Host"), InstitutionKind.Ministry, typed[(typed.LastIndexOf('/') + 1)..].Replace('_', ' '), "", typed);
    }

    private SlotInstitution[] Attending(Institution[] all, string[] heads, string[] must)
    {
        int each = 1;
        var own = new Dictionary<InstitutionCode, int>();
        foreach (string said in heads)
        {
            int equals = said.LastIndexOf('=');
            if (!int.TryParse(said[(equals + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number > MostHeads)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"--heads: '{said}' is not a number of people from 0 to {MostHeads}, or a code with one. Write it such as 4 or US-WAS-EMB=6."));
            }
            else if (equals < 0)
            {
                each = number;
            }
            else if (Find("--heads", said[..equals], all) is { } code)
            {
                own[code] = number;
            }
        }

        HashSet<InstitutionCode> inHours = [.. must.Select(m => Find("--must", m, all)).OfType<InstitutionCode>()];
        return [.. all.Select(i => new SlotInstitution(i, own.GetValueOrDefault(i.Code, each)) { MustBeInHours = inHours.Contains(i.Code) })];
    }

    private InstitutionCode? Find(string option, string typed, Institution[] all)
    {
        if (InstitutionCode.TryParse(typed.Trim(), out InstitutionCode code) && all.Any(i => i.Code == code))
        {
            return code;
        }

        faults.Add($"{option}: There is no institution '{typed.Trim()}' in the table.");
        return null;
    }
}
