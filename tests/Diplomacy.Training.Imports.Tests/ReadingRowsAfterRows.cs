using System.Text;
using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>What was read before helps to read faster and changes nothing. CsCheck_Iter=100000 in the environment searches for longer.</summary>
public sealed class ReadingRowsAfterRows
{
    private const string Header = "Name (Original Name),User Email,Join Time,Leave Time\n";

    private static readonly string[] s_times =
    [
        "02/28/2023 08:59:07 AM", "02/28/2023 12:00:00 AM", "2/28/2023 9:54:15 PM", "02/28/2023 8:59", "02/28/2023 23:59", "2023-02-28 08:30:00", "2023-02-28T08:30:00.25", "2/28/23, 4:30:36\u202FPM",
        "02/28/2023 08:59:07 am", "02/28/2023 08:59:07 a.m.", "02/28/2023  08:59 PM", "02/28/2023 12:59:07 PM", "\u200E02/28/2023, 10:00:00", "02/28/2023 \u0660\u0669:\u0663\u0660", "02/28/2023 10:00:00  PM",
    ];

    private static readonly string[] s_names = ["", "a", "ab", "ab ", "SOK Dara", "សុខ ដារ៉ា", "??", "a much longer name than sixteen bytes, with a comma", "\u200Ea"];
    private static readonly string[] s_addresses = ["", "c", "bc", "b", "--", "dara.sok@ministry.example", "សុខ@x.example"];

    private static readonly Gen<string> s_time = Gen.Int[0, s_times.Length - 1].Select(i => s_times[i]);

    private static readonly Gen<(int Place, int What, char Character)[]> s_mutations = Gen.Select(Gen.Int[0, 25], Gen.Int[0, 3], Gen.Char["0123456789:/-. TAPMapm\u202F"]).Array[12];

    [Fact]
    public void A_time_means_the_same_below_others_as_by_itself() =>
        Gen.Select(s_time.Array[0, 2], s_time, s_mutations).Sample((before, time, mutations) =>
            mutations.Select(mutation => Mutated(time, mutation)).All(mutated => Last([.. before, time, mutated]) == Last([mutated])));

    [Fact]
    public void Each_row_has_its_own_caller_in_every_section_whether_warnings_are_heard_or_not() =>
        Gen.Select(Gen.Int[0, s_names.Length - 1], Gen.Int[0, s_addresses.Length - 1], Gen.Int[0, 2]).Array[1, 400].Sample(people =>
            {
                var rows = people.Select(person => (Item1: s_names[person.Item1], Item2: s_addresses[person.Item2], person.Item3)).OrderBy(person => person.Item3).ToArray();
                string text = "Attendee Report\n" + string.Concat(rows.GroupBy(person => person.Item3).Select(section =>
                    $"{new[] { "Host", "Panelist", "Attendee" }[section.Key]} Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time\n" +
                    string.Concat(section.Select(person => $"Yes,\"{person.Item1}\",{person.Item2},02/28/2023 08:00:00,02/28/2023 09:00:00\n"))));
                int warnings = 0;

                AttendanceLog silent = Read(text, new()), heard = Read(text, new() { OnWarning = _ => warnings++ });

                return silent.Rows.SequenceEqual(heard.Rows)
                    && silent.Rows.Select(row => (row.DisplayName, row.Email)).SequenceEqual(rows.Select(person => (Shown(person.Item1), person.Item2 is "" or "--" ? null : person.Item2)))
                    && warnings == rows.Count(person => person.Item1 == "??");
            });

    private static string Mutated(string text, (int Place, int What, char Character) mutation) => mutation.Place >= text.Length ? text : mutation.What switch
    {
        0 => text.Remove(mutation.Place, 1),
        1 => text.Insert(mutation.Place, mutation.Character.ToString()),
        2 => text.Remove(mutation.Place, 1).Insert(mutation.Place, mutation.Character.ToString()),
        _ => text,
    };

    private static string Shown(string name) => name.Replace("\u200E", "", StringComparison.Ordinal).Trim();

    // The other column tells that the month stands first, so that nothing above decides it.
    private static string Last(IReadOnlyList<string> joined)
    {
        string text = Header + "Anchor,,,02/28/2023 08:00\n" + string.Concat(joined.Select(time => $"A,a@x.example,\"{time}\",\n"));
        try
        {
            return $"{Read(text, new()).Rows[^1].Joined}";
        }
        catch (ImportException refused)
        {
            return string.Join(' ', refused.Errors.Select(error => $"{error.Code} {error.Column} {error.PersonalValue}"));
        }
    }

    private static AttendanceLog Read(string text, ImportOptions options)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return AttendanceLogReader.ReadAsync(stream, "report.csv", "Asia/Phnom_Penh", new LocalDate(2023, 2, 28), options).GetAwaiter().GetResult();
    }
}
