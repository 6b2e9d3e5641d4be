using System.Globalization;
using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingWorkbooks
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Khmer_registration_file_of_another_program_is_read_with_dates_words_and_answers()
    {
        List<ImportError> warnings = [];
        IReadOnlyList<RosterEntry> read = await RosterReader.ReadFileAsync(
            Sources.Fixture("registrations-khmer.xlsx"), form: new() { Questions = [new("dietary", "អាហារពិសេស")] }, options: new() { OnWarning = warnings.Add }, cancellationToken: Token);

        read.Select(entry => entry.Row).Should().Equal(4, 5, 6);
        read[0].Person.Should().Be(new Person(new PersonName("TANG", "Phally").WithNative("km", "តាំង", "ផល្លី"), "tang.phally@mfaic.example", "10001")
        {
            Post = new Post(new("មន្ត្រី", "Officer"), InstitutionCode.Parse("MFAIC"), "", new LocalDate(2021, 4, 16)),
        });
        (read[0].Mode, read[0].Priority, read[0].Sitting, read[0].DelegationRole, read[0].RequestedAt)
            .Should().Be((DeliveryMode.InPerson, 1, "asia", "head", new LocalDateTime(2026, 2, 1, 8, 2, 59)));
        read[0].Groups.Should().Be(SeatGroups.Parse("grade/officer region/asia"));
        read[0].Answers.Should().Equal(new Dictionary<string, string> { ["dietary"] = "បួស" });
        (read[1].Priority, read[1].Sitting, read[1].DelegationRole, read[1].Groups.All.Length, read[1].Answers.Count).Should().Be((0, null, null, 0, 0));
        (read[2].Priority, read[2].DelegationRole, read[2].RequestedAt, read[2].Person.Post!.Since)
            .Should().Be((-2, "alternate", new LocalDateTime(2026, 3, 1, 0, 0), new LocalDate(1999, 12, 31)));
        read[2].Answers["dietary"].Should().Be("no pork; no shellfish");
        Sources.Told(warnings).Should().Equal("3 - import.column-is-known");
        warnings[0].Arguments.Should().Contain("number", 17).And.Contain("value", "Remarks");
    }

    [Fact]
    public async Task A_roster_of_LibreOffice_says_the_same_as_the_CSV_that_it_was_made_from()
    {
        IReadOnlyList<RosterEntry> csv = await RosterReader.ReadFileAsync(Sources.Fixture("roster-libreoffice.csv"), cancellationToken: Token);

        (await RosterReader.ReadFileAsync(Sources.Fixture("roster-libreoffice.xlsx"), cancellationToken: Token)).Should().Equal(csv);
        csv.Should().HaveCount(22).And.Contain(entry => entry.Person.Name.Native != null && entry.Person.Name.Native.Printed == "តាំង ផល្លី");
    }

    [Fact]
    public async Task Whatever_cannot_be_relied_on_is_told_at_once_with_the_row_of_the_sheet()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => RosterReader.ReadFileAsync(Sources.Fixture("roster-odd.xlsx"), cancellationToken: Token));

        Sources.Told(errors).Should().Equal(
            "- - import.rows-are-visible", "3 external_id import.formula-has-a-value", "4 institution import.cell-has-a-value", "5 - import.cells-are-not-merged",
            "6 institution import.value-is-present", "7 external_id import.number-is-exact", "8 requested_at import.value-is-a-date-time");
        errors[0].Arguments.Should().Contain("count", 1).And.Contain("first", 2);
        errors[2].Arguments["value"].Should().Be("#REF!");
        errors[3].Arguments["range"].Should().Be("C5:C6");
    }

    [Fact]
    public async Task Days_counted_from_1904_and_numbers_shown_with_zeros_mean_what_they_show()
    {
        IReadOnlyList<CancellationEntry> read = await CancellationReader.ReadFileAsync(Sources.Fixture("cancellations-1904.xlsx"), cancellationToken: Token);

        read.Should().Equal(
            new CancellationEntry(2, "A-1", new LocalDateTime(2026, 2, 28, 8, 30, 15)),
            new CancellationEntry(3, "00042", new LocalDateTime(1999, 12, 31, 23, 59, 59)));
    }

    [Fact]
    public async Task Institutions_and_check_ins_are_read_from_workbooks_too_whatever_the_file_is_called()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        File.Copy(Sources.Fixture("missions.xlsx"), path);
        try
        {
            IReadOnlyList<Institution> missions = await InstitutionReader.ReadFileAsync(path, cancellationToken: Token);
            missions.Select(one => (one.Code.ToString(), one.Kind, one.Name.Khmer)).Should().Equal(
                ("FR-PAR-EMB", InstitutionKind.Embassy, "ស្ថានទូតប្រចាំទីក្រុងប៉ារីស"), ("EG-CAI-EMB", InstitutionKind.Embassy, ""));
        }
        finally
        {
            File.Delete(path);
        }

        Sources.Told(await Sources.Refused(() => CheckInReader.ReadFileAsync(Sources.Fixture("check-ins-two-sheets.xlsx"), "Asia/Phnom_Penh", cancellationToken: Token)))
            .Should().Equal("- - import.sheet-is-single");
    }

    [Fact]
    public async Task The_sheet_is_the_only_visible_one_with_the_header()
    {
        const string Both = "<sheet name=\"ក\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Old\" sheetId=\"2\" state=\"{0}\" r:id=\"r2\"/>";
        string rows = "<row r=\"1\">" + RawWorkbook.Text("A1", "external_id") + RawWorkbook.Text("B1", "cancelled_at") + "</row>" + RawWorkbook.Row(2, "A-1");
        RawWorkbook With(string state) => RawWorkbook.Of(rows, sheets: string.Format(CultureInfo.InvariantCulture, Both, state))
            .Part("xl/worksheets/sheet2.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>");

        (await With("hidden").ReadAsync()).Should().ContainSingle();
        (await With("veryHidden").ReadAsync()).Should().ContainSingle();
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => With("visible").ReadAsync());
        Sources.Told(errors).Should().Equal("- - import.sheet-is-single");
        errors[0].Explain(Language.English).Should().Contain("'ក', 'Old'");

        Sources.Told(await Sources.Refused(() => RawWorkbook.Of(rows, sheets: "<sheet name=\"A\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/>").ReadAsync()))
            .Should().Equal("- - import.sheet-is-visible");
    }

    [Fact]
    public async Task A_hidden_row_counts_only_below_the_header_and_with_a_value()
    {
        string header = "<row r=\"2\" hidden=\"1\">" + RawWorkbook.Text("A2", "external_id") + RawWorkbook.Text("B2", "cancelled_at") + "</row>";
        string title = "<row r=\"1\" hidden=\"true\">" + RawWorkbook.Text("A1", "List") + "</row>";

        (await RawWorkbook.Of(title + header + RawWorkbook.Row(3, "A-1") + "<row r=\"4\" hidden=\"1\"><c r=\"A4\"/></row>").ReadAsync()).Should().ContainSingle();
        Sources.Told(await Sources.Refused(() => RawWorkbook.Of(title + header + RawWorkbook.Row(3, "A-1").Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal)).ReadAsync()))
            .Should().Equal("- - import.rows-are-visible");
    }

    [Fact]
    public async Task A_sheet_without_the_header_is_told_the_columns_that_are_missing()
    {
        Sources.Told(await Sources.Refused(() => RawWorkbook.Of("<row r=\"3\">" + RawWorkbook.Text("B3", "external id") + "</row>").ReadAsync()))
            .Should().Equal("3 cancelled_at import.column-is-present");
        Sources.Told(await Sources.Refused(() => RawWorkbook.Of("<row r=\"3\"><c r=\"A3\"/></row>").ReadAsync())).Should().Equal("- - import.file-is-not-empty");
    }

    [Fact]
    public async Task Shared_rich_and_escaped_texts_come_without_the_readings_beside_them()
    {
        RawWorkbook raw = RawWorkbook.Of(
            "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>2</v></c><c t=\"str\"><f>NOW()</f><v>2026-02-01 08:00</v></c></row>" +
            "<row><c t=\"inlineStr\"><is><r><t>B-</t></r><r><rPr><b/></rPr><t>_x005F_x0041__x0041_</t></r><phoneticPr fontId=\"1\"/></is></c><c t=\"d\"><v>2026-02-01T08:00:01</v></c></row>",
            "<si><t>external_id</t></si><si><r><t>cancelled</t></r><r><t>_at</t></r></si><si><t>山田</t><rPh sb=\"0\" eb=\"2\"><t>ヤマダ</t></rPh></si>");

        (await raw.ReadAsync()).Should().Equal(
            new CancellationEntry(2, "山田", new LocalDateTime(2026, 2, 1, 8, 0)),
            new CancellationEntry(3, "B-_x0041_A", new LocalDateTime(2026, 2, 1, 8, 0, 1)));
    }

    [Theory]
    [InlineData("14", "", "46054.33333333333", "2026-02-01T08:00:00")]
    [InlineData("22", "", "46054.354166666664", "2026-02-01T08:30:00")]
    [InlineData("22", "", "46054.3541666667", "2026-02-01T08:30:00")]
    [InlineData("22", "", "61.5", "1900-03-01T12:00:00")]
    [InlineData("22", "", "59.5", "1900-02-28T12:00:00")]
    [InlineData("164", "[$-107041E]d mmmm yyyy\\ h:mm;@", "46054.5", "2026-02-01T12:00:00")]
    [InlineData("164", "[Red]\"day\" dd.mm.yy\" time\" hh:mm", "46054.999988425923", "2026-02-01T23:59:59")]
    public async Task A_date_is_the_local_time_it_means(string format, string code, string number, string expected)
    {
        RawWorkbook raw = Numbers(format, code, number);

        NodaTime.Text.LocalDateTimePattern.ExtendedIso.Format((await raw.ReadAsync()).Single().CancelledAt).Should().Be(expected);
    }

    [Theory]
    [InlineData("0", "", "46054.5")]
    [InlineData("22", "", "60.5")]
    [InlineData("22", "", "0.5")]
    [InlineData("22", "", "-1")]
    [InlineData("22", "", "2958466")]
    [InlineData("14", "", "46054")]
    [InlineData("20", "", "0.5")]
    [InlineData("164", "0.00\" days\"", "46054.5")]
    public async Task What_is_no_date_with_a_time_is_refused(string format, string code, string number) =>
        Sources.Told(await Sources.Refused(() => Numbers(format, code, number).ReadAsync())).Should().Equal("2 cancelled_at import.value-is-a-date-time");

    [Fact]
    public async Task A_value_outside_the_columns_and_a_fault_in_a_column_that_nobody_asked_for_are_no_reason_to_refuse()
    {
        List<ImportError> warnings = [];
        RawWorkbook raw = RawWorkbook.Of(
            "<row r=\"1\">" + RawWorkbook.Text("A1", "external_id") + RawWorkbook.Text("B1", "cancelled_at") + RawWorkbook.Text("C1", "note") + "</row>" +
            "<row r=\"2\">" + RawWorkbook.Text("A2", "A-1") + RawWorkbook.Text("B2", "2026-02-01 08:00") + "<c r=\"C2\" t=\"e\"><v>#N/A</v></c><c r=\"AB2\"><v>1</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"C1:C9\"/><mergeCell ref=\"A1:B1\"/></mergeCells>");

        (await raw.ReadAsync(new() { OnWarning = warnings.Add })).Should().ContainSingle();
        Sources.Told(warnings).Should().Equal("1 - import.column-is-known", "2 - import.value-has-a-column");
        warnings[1].Arguments["column"].Should().Be("AB");
    }

    [Fact]
    public async Task A_report_of_a_call_is_read_from_CSV_alone()
    {
        using var stream = new MemoryStream(RawWorkbook.Of("").ToBytes());
        Sources.Told(await Sources.Refused(() => AttendanceLogReader.ReadAsync(stream, "zoom.xlsx", "Asia/Phnom_Penh", cancellationToken: Token)))
            .Should().Equal("- - import.report-is-delimited");
    }

    [Fact]
    public async Task The_machine_s_culture_makes_no_difference()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["tr-TR", "km-KH", "ar-SA", "th-TH", "de-DE"])
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                (await Numbers("22", "", "46054.354166666664").ReadAsync()).Single().CancelledAt.Should().Be(new LocalDateTime(2026, 2, 1, 8, 30));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static RawWorkbook Numbers(string format, string code, string number) => RawWorkbook.Of(
        "<row r=\"1\">" + RawWorkbook.Text("A1", "external_id") + RawWorkbook.Text("B1", "cancelled_at") + $"</row><row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\" s=\"1\"><v>{number}</v></c></row>",
        formats: code.Length == 0 ? "" : $"<numFmt numFmtId=\"{format}\" formatCode=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>",
        styles: $"<xf numFmtId=\"0\"/><xf numFmtId=\"{format}\"/>");
}
