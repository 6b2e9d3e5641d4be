using System.Text;
using System.Text.Json;
using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class WritingLists
{
    private const string ReadCsv = """
        import csv, json, sys
        with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
            json.dump(list(csv.reader(file, strict=True)), sys.stdout)
        """;

    private const string ReadXlsx = """
        import json, sys, openpyxl
        sheet = openpyxl.load_workbook(open(sys.argv[1], "rb")).active
        json.dump([[[cell.value, cell.data_type, cell.number_format] for cell in row] for row in sheet.iter_rows()], sys.stdout)
        """;

    // What people type, what attackers type, and what lies between.
    private static readonly string[] s_pieces =
    [
        "=", "+", "-", "@", "'", "''", "\"", ";", ",", "|", " ", "＝", "＋", "－", "＠", "﹣", "−", "1", "A", "ł", "ក", "តាំង", "“", "’", "\u200B", "\u00A0", "_x0041_", "_x", "&", "<", "]]>", "=1+1", "-2+3", "@SUM(1)",
        "=cmd|'/C calc'!A0", "=HYPERLINK(\"x\")", "\U0001F600",
    ];

    private static readonly string[] s_breaks = ["\n", "\r", "\r\n", "\t", "\n=", "\t=", ";="];

    private static readonly Gen<string> s_line = Gen.Int[0, s_pieces.Length - 1].Array[0, 6].Select(pieces => string.Concat(pieces.Select(i => s_pieces[i])).Normalize());

    private static readonly Gen<string> s_text = Gen.Int[0, s_pieces.Length + s_breaks.Length - 1].Array[0, 8]
        .Select(pieces => string.Concat(pieces.Select(i => i < s_pieces.Length ? s_pieces[i] : s_breaks[i - s_pieces.Length])));

    private static readonly RosterForm s_form = new() { RequiresRequestTime = false, Questions = [new("dietary"), new("photo/consent")] };

    private static readonly Gen<RosterEntry> s_entry =
        from texts in s_line.Array[8]
        from answers in s_text.Array[2]
        from numbers in Gen.Int.Array[2]
        select Entry(texts, answers, numbers);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_list_is_read_back_from_CSV_to_the_same_entries_whatever_people_have_written() => RoundTrip((stream, entries) => RosterWriter.WriteCsvAsync(stream, entries, s_form, Token));

    [Fact]
    public void A_list_is_read_back_from_XLSX_to_the_same_entries_whatever_people_have_written() => RoundTrip((stream, entries) => RosterWriter.WriteXlsxAsync(stream, entries, s_form, Token));

    [Fact]
    public async Task The_430_requests_are_written_and_read_back()
    {
        IReadOnlyList<RosterEntry> roster = await RosterReader.ReadFileAsync(Sources.Sample("roster.csv"), cancellationToken: Token);
        using var csv = new MemoryStream();
        using var xlsx = new MemoryStream();
        await RosterWriter.WriteCsvAsync(csv, roster, cancellationToken: Token);
        await RosterWriter.WriteXlsxAsync(xlsx, roster, cancellationToken: Token);
        foreach (MemoryStream stream in (MemoryStream[])[csv, xlsx])
        {
            stream.Position = 0;
            (await RosterReader.ReadAsync(stream, "list", cancellationToken: Token)).Should().Equal(roster);
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+855 12 345 678", "'+855 12 345 678")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData(" \u200B=1", "' \u200B=1")]
    [InlineData("\"=1", "'\"=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("\tA", "'\tA")]
    [InlineData("\rA", "'\rA")]
    [InlineData("A\n=1", "A\n'=1")]
    [InlineData("A;=1", "A;'=1")]
    [InlineData("A\t@B", "A\t'@B")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("Jean-Paul", "Jean-Paul")]
    [InlineData("a=b", "a=b")]
    [InlineData("desk@embassy.example", "desk@embassy.example")]
    [InlineData("", "")]
    public async Task What_could_begin_a_formula_gets_an_apostrophe_and_nothing_else_does(string value, string written)
    {
        JsonElement rows = Python.Judge(ReadCsv, await Csv(["x", "y"], [value, "z"]));

        rows[1][0].GetString().Should().Be(written);
        rows[1][1].GetString().Should().Be("z");
    }

    [Fact]
    public async Task Python_reads_the_rows_of_CSV_as_they_were_and_finds_no_formula()
    {
        string[][] rows = Hostile();
        JsonElement read = Python.Judge(ReadCsv, await Csv(["a", "b", "c"], rows));

        read.GetArrayLength().Should().Be(rows.Length + 1);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                string cell = read[i + 1][j].GetString()!;
                cell.Replace("'", "", StringComparison.Ordinal).Should().Be(rows[i][j].Replace("'", "", StringComparison.Ordinal));
                foreach (string part in cell.Split(['\r', '\n', '\t', ';']))
                {
                    part.TrimStart(' ', '\u00A0', '\u200B', '"', '“', '’').Should().NotMatchRegex("^[=+@＝＋－＠﹣−-]");
                }
            }
        }
    }

    [Fact]
    public async Task Openpyxl_reads_every_cell_of_XLSX_as_the_same_text()
    {
        string[][] rows = Hostile();
        using var stream = new MemoryStream();
        await TableWriter.WriteXlsxAsync(stream, ["a", "b", "c"], rows, "បញ្ជី <1>", Token);
        JsonElement read = Python.Judge(ReadXlsx, stream.ToArray());

        read.GetArrayLength().Should().Be(rows.Length + 1);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < 3 && rows[i].Any(value => value.Length > 0); j++)
            {
                // openpyxl does not undo the escapes of ST_Xstring, which our own reader does.
                string expected = rows[i][j].Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal).Replace("\r", "_x000D_", StringComparison.Ordinal);
                (read[i + 1][j][0].GetString() ?? "").Should().Be(expected);
                read[i + 1][j][1].GetString().Should().NotBe("f");
                if (expected.Length > 0)
                {
                    read[i + 1][j][2].GetString().Should().Be("@");
                }
            }
        }
    }

    [Fact]
    public async Task CSV_is_UTF8_with_a_mark_commas_and_CRLF()
    {
        byte[] bytes = await Csv(["name", "name_km"], ["Dara, Sok", "សុខ \"ដារ៉ា\""], ["", ""], [" x", "y"]);

        bytes[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        Encoding.UTF8.GetString(bytes[3..]).Should().Be("name,name_km\r\n\"Dara, Sok\",\"សុខ \"\"ដារ៉ា\"\"\"\r\n,\r\n\" x\",y\r\n");
        Encoding.UTF8.GetString((await Csv(["one"], [""]))[3..]).Should().Be("one\r\n\"\"\r\n");
    }

    [Fact]
    public async Task The_same_rows_give_the_same_bytes_and_the_stream_stays_open()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        await TableWriter.WriteXlsxAsync(first, ["a"], [["1"]], cancellationToken: Token);
        await TableWriter.WriteXlsxAsync(second, ["a"], [["1"]], cancellationToken: Token);

        first.ToArray().Should().Equal(second.ToArray());
        first.CanWrite.Should().BeTrue();
    }

    [Fact]
    public async Task What_cannot_be_a_table_is_refused()
    {
        Func<Task>[] wrong =
        [
            () => TableWriter.WriteCsvAsync(new MemoryStream(), [], [], Token),
            () => TableWriter.WriteCsvAsync(new MemoryStream(), ["a"], [["1", "2"]], Token),
            () => TableWriter.WriteCsvAsync(new MemoryStream(), ["a"], [[null!]], Token),
            () => TableWriter.WriteCsvAsync(new MemoryStream(), ["a"], [["\uD800"]], Token),
            () => TableWriter.WriteXlsxAsync(new MemoryStream(), ["a"], [["\uD800"]], cancellationToken: Token),
            () => TableWriter.WriteXlsxAsync(new MemoryStream(), ["a"], [[new string('x', 32_768)]], cancellationToken: Token),
            () => TableWriter.WriteXlsxAsync(new MemoryStream(), ["a"], [["1"]], "a/b", Token),
            () => TableWriter.WriteXlsxAsync(new MemoryStream(), ["a"], [["1"]], "", Token),
        ];
        foreach (Func<Task> writing in wrong)
        {
            await writing.Should().ThrowAsync<ArgumentException>();
        }
    }

    [Fact]
    public async Task A_list_is_written_to_a_file()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        try
        {
            await TableWriter.WriteCsvFileAsync(path, ["a"], [["long before"]], Token);
            await TableWriter.WriteCsvFileAsync(path, ["a"], [["1"]], Token);
            (await File.ReadAllTextAsync(path, Token)).Should().Be("a\r\n1\r\n");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void RoundTrip(Func<Stream, IEnumerable<RosterEntry>, Task> write) =>
        s_entry.Array[1, 5].Sample(
            entries =>
            {
                RosterEntry[] numbered = [.. entries.Select((entry, i) => entry with { Row = i + 2, Person = WithKeys(entry.Person, i) })];
                using var stream = new MemoryStream();
                write(stream, numbered).GetAwaiter().GetResult();
                stream.Position = 0;
                IReadOnlyList<RosterEntry> read = RosterReader.ReadAsync(stream, "list", form: s_form).GetAwaiter().GetResult();
                read.Should().HaveCount(numbered.Length);
                foreach (var (one, same) in read.Zip(numbered))
                {
                    (one == same).Should().BeTrue("{0} should be {1}", Tell(one), Tell(same));
                }
            },
            threads: 1);

    private static string Tell(RosterEntry entry) => JsonSerializer.Serialize(new { entry.Person.Name, entry.Person.ExternalId, entry.Person.Post?.Title, entry.Person.Honorific, entry.Answers, entry.Priority });

    private static RosterEntry Entry(string[] texts, string[] answers, int[] numbers)
    {
        string Filled(string text) => text.Trim().Length == 0 ? "x" : text.Trim();
        var name = new PersonName(texts[0], Filled(texts[1]), texts[2].Trim().Length == 0 ? null : texts[2]).WithNative("km", "ក" + texts[3], Filled(texts[4]) + "ខ");
        var person = new Person(name, numbers[0] % 3 == 0 ? "=a@b" : null, Filled(texts[5].Replace('\u00A0', ' ')))
        {
            Sex = (Sex)(int)((uint)numbers[0] % 3),
            Honorific = texts[6].Trim().Length == 0 ? null : new("", texts[6]),
            Post = new(new("ក" + texts[6], texts[7]), InstitutionCode.Parse("US-WAS-EMB"), texts[7], numbers[1] % 2 == 0 ? null : new LocalDate(2020, 1, 1).PlusDays((int)((uint)numbers[1] % 2000))),
        };
        return new(2, person, InstitutionCode.Parse("US-WAS-EMB"), (DeliveryMode)(int)((uint)numbers[0] % 2), (ParticipantRole)(int)((uint)numbers[1] % 7),
            numbers[0] % 2 == 0 ? null : new LocalDateTime(2026, 1, 1, 0, 0).PlusSeconds((uint)numbers[1] % 100_000_000).PlusMilliseconds((uint)numbers[0] % 1000))
        {
            Priority = numbers[1],
            Sitting = numbers[0] % 5 == 0 ? "americas" : null,
            DelegationRole = numbers[1] % 4 == 0 ? "deputy" : null,
            Groups = numbers[0] % 7 == 0 ? SeatGroups.Parse("grade/director region/asia") : default,
            Answers = new[] { ("dietary", answers[0]), ("photo/consent", answers[1]) }.Where(pair => !string.IsNullOrWhiteSpace(pair.Item2)).ToDictionary(pair => pair.Item1, pair => pair.Item2),
        };
    }

    private static Person WithKeys(Person person, int number) =>
        new(person.Name, person.Email is null ? null : $"{person.Email}{number}", $"{person.ExternalId}{number}") { Sex = person.Sex, Honorific = person.Honorific, Post = person.Post };

    private static string[][] Hostile() =>
        [.. Enumerable.Range(0, 300).Select(seed =>
        {
            var random = new Random(seed);
            return Enumerable.Range(0, 3).Select(_ => string.Concat(Enumerable.Range(0, random.Next(0, 8)).Select(_ => random.Next(5) == 0 ? s_breaks[random.Next(s_breaks.Length)] : s_pieces[random.Next(s_pieces.Length)]))).ToArray();
        })];

    private static async Task<byte[]> Csv(string[] header, params string[][] rows)
    {
        using var stream = new MemoryStream();
        await TableWriter.WriteCsvAsync(stream, header, rows, Token);
        return stream.ToArray();
    }
}
