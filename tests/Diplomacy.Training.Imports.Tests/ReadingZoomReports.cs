using System.Security.Cryptography;
using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingZoomReports
{
    private const string Header = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_report_of_the_workshop_is_read_as_it_stands()
    {
        var warnings = new List<ImportError>();
        AttendanceLog log = await AttendanceLogReader.ReadFileAsync(
            Sources.Sample("zoom-2023-02-28.csv"), timesIn: "Asia/Phnom_Penh", options: new() { OnWarning = warnings.Add }, cancellationToken: Token);

        (log.Source, log.ZoneId).Should().Be(("zoom-2023-02-28.csv", "Asia/Phnom_Penh"));
        log.Digest.Should().Be(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Sources.Sample("zoom-2023-02-28.csv"), Token))));
        log.Rows.Should().HaveCount(377).And.OnlyContain(row => row.Joined != null && row.Left != null && !row.InWaitingRoom);
        log.Rows[0].Should().Be(new AttendanceRow(
            2, "MFAIC Training Desk (Host)", "training.desk@mfaic.example", Instant.FromUtc(2023, 2, 28, 0, 48, 12), Instant.FromUtc(2023, 2, 28, 9, 11, 37)));
        log.Rows.Single(row => row.Number == 90).DisplayName.Should().Be("LY \"Som\" Someth");
        log.Rows.Single(row => row.Number == 131).Should().Match<AttendanceRow>(row => row.DisplayName == "CHAN, Sopheavy" && row.Email == null);
        log.Rows.Select(row => row.Email).Should().Contain("PHOK.NARY@TH-SGZ-CG.MFAIC.EXAMPLE");
        log.Rows.Count(row => row.Joined == row.Left).Should().BePositive();
        warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task The_detail_layout_of_2021_is_read_with_its_twelve_hour_clock()
    {
        AttendanceLog log = await AttendanceLogReader.ReadFileAsync(Sources.Fixture("zoom-detail-2021.csv"), "Asia/Phnom_Penh", cancellationToken: Token);

        log.Rows.Should().Equal(
            new AttendanceRow(2, "Training Desk (Host)", "desk@ministry.example", Instant.FromUtc(2021, 11, 19, 2, 54, 15), Instant.FromUtc(2021, 11, 19, 5, 1, 58)),
            new AttendanceRow(3, "iPhone (SOK Dara)", "SOK.Dara@Ministry.example", Instant.FromUtc(2021, 11, 19, 3, 8, 26), Instant.FromUtc(2021, 11, 19, 5, 1, 58)),
            new AttendanceRow(4, "CHAN, Sophea", null, Instant.FromUtc(2021, 11, 18, 17, 0), Instant.FromUtc(2021, 11, 19, 5, 0)));
    }

    [Fact]
    public async Task The_newer_layout_is_read_in_UTF16_with_tabs_and_waiting_room_rows_are_marked()
    {
        AttendanceLog log = await AttendanceLogReader.ReadFileAsync(Sources.Fixture("zoom-detail-2025-utf16.csv"), "Asia/Tokyo", cancellationToken: Token);

        log.Rows.Should().Equal(
            new AttendanceRow(2, "សុខ ដារ៉ា", "sok.dara@ministry.example", Instant.FromUtc(2025, 9, 19, 4, 58, 39), Instant.FromUtc(2025, 9, 19, 5, 58, 39)),
            new AttendanceRow(3, "KEO Bopha", null, Instant.FromUtc(2025, 9, 19, 4, 50), Instant.FromUtc(2025, 9, 19, 4, 58), InWaitingRoom: true));
    }

    [Fact]
    public async Task Lines_about_the_meeting_are_passed_over_and_a_missing_leave_stays_missing()
    {
        AttendanceLog log = await AttendanceLogReader.ReadFileAsync(Sources.Fixture("zoom-with-meeting-data.csv"), "Asia/Phnom_Penh", cancellationToken: Token);

        log.Rows.Should().Equal(
            new AttendanceRow(5, "KEO Bopha", "keo.bopha@ministry.example", Instant.FromUtc(2022, 8, 14, 18, 27), Instant.FromUtc(2022, 8, 14, 19, 57)),
            new AttendanceRow(6, "MEAS Vibol", "meas.vibol@ministry.example", Instant.FromUtc(2022, 8, 14, 18, 30), null));
    }

    [Fact]
    public async Task A_list_of_unique_users_is_refused_by_name() =>
        Sources.Told(await Sources.Refused(() => AttendanceLogReader.ReadFileAsync(Sources.Fixture("zoom-unique-users.csv"), "Asia/Phnom_Penh", cancellationToken: Token)))
            .Should().Equal("1 - import.report-has-times");

    [Fact]
    public async Task An_unknown_layout_says_what_was_recognised_and_keeps_the_rest_out_of_the_message()
    {
        ImportError error = (await Sources.Refused(() => Read("SOK Dara,Email,Leave Time,sok.dara@ministry.example\n1,2,3,4\n"))).Single();

        error.Code.Should().Be("import.layout-is-known");
        error.Explain(Language.English).Should().Be(
            "zoom.csv, row 1: This is no layout that can be read. Nearest: Zoom, one row per connection; recognised: Email, Leave Time; missing: Name (Original Name), Join Time; other columns: 2.");
        error.PersonalValue.Should().Be("SOK Dara | sok.dara@ministry.example");
    }

    [Fact]
    public async Task Columns_are_found_by_name_in_any_order()
    {
        AttendanceLog log = await Read("leave time,\uFEFFIN\u00A0WAITING  ROOM,Guest,Topic,join time,Country,name (original name),E-MAIL\n2023-02-28 09:00,yes,No,x,2023-02-28 08:00,-,KEO Bopha,k@x.example\n");

        log.Rows.Should().Equal(new AttendanceRow(2, "KEO Bopha", "k@x.example", Instant.FromUtc(2023, 2, 28, 1, 0), Instant.FromUtc(2023, 2, 28, 2, 0), true));
    }

    [Fact]
    public async Task Every_fault_of_a_report_is_told_at_once()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read(Header +
            "One,,02/28/2023 08:00:00 AM,02/28/2023 07:00:00 AM,60,No,,No\n" +
            "Two,,yesterday,02/28/2023 08:00:00 AM,60,No,,Perhaps\n" +
            "Three,,02/28/2023 08:00:00 AM,02/28/2023 09:00:00 AM,60,No\n" +
            "Four,,03/26/2023 02:30:00 AM,10/29/2023 02:30:00 AM,60,No,,\n", "Europe/Paris"));

        Sources.Told(errors).Should().Equal(
            "2 Leave Time import.leave-follows-join", "3 Join Time import.value-is-a-date-time", "3 In Waiting Room import.value-is-yes-or-no",
            "4 - import.row-has-the-columns", "5 Join Time import.time-exists", "5 Leave Time import.time-is-unique");
    }

    [Fact]
    public async Task Odd_names_and_durations_are_warnings_since_participants_choose_their_names()
    {
        var warnings = new List<ImportError>();
        AttendanceLog log = await Read(Header +
            "\"?????\",,02/28/2023 08:00:00 AM,02/28/2023 09:00:00 AM,60,No,,\n" +
            "Bo\u0007pha\u202E,,02/28/2023 08:00:00 AM,02/28/2023 09:00:01 AM,61,No,,\n" +
            "Dara,,02/28/2023 08:00:00 AM,02/28/2023 09:00:00 AM,90,No,,\n", warn: warnings.Add);

        log.Rows.Select(row => row.DisplayName).Should().Equal("?????", "Bopha", "Dara");
        Sources.Told(warnings).Should().Equal(
            "2 Name (Original Name) import.name-is-clean", "3 Name (Original Name) import.name-is-clean", "4 Duration (Minutes) import.duration-agrees");
        warnings[2].Explain(Language.English).Should().EndWith("The report says 90 minutes where its times give 60. The times are used.");
    }

    [Fact]
    public async Task The_day_of_the_session_decides_where_no_date_does()
    {
        const string text = Header + "One,,03/02/2023 08:00:00 AM,03/02/2023 09:00:00 AM,60,No,,\n";

        (await Read(text, day: new LocalDate(2023, 3, 2))).Rows[0].Joined.Should().Be(Instant.FromUtc(2023, 3, 2, 1, 0));
        (await Read(text, day: new LocalDate(2023, 2, 3))).Rows[0].Joined.Should().Be(Instant.FromUtc(2023, 2, 3, 1, 0));
        Sources.Told(await Sources.Refused(() => Read(text))).Should().Equal("2 Join Time import.day-and-month-are-clear");
    }

    [Fact]
    public async Task The_report_of_an_account_takes_the_participants_columns_where_a_header_stands_twice()
    {
        var warnings = new List<ImportError>();
        AttendanceReading read = await AttendanceLogReader.ReadReportFileAsync(
            Sources.Fixture("zoom-account-italian.csv"), new() { TimesIn = "Europe/Rome" }, new() { OnWarning = warnings.Add }, Token);

        (read.Format, read.DayStandsFirst, read.Log.MeetingId, read.Log.MeetingStart).Should().Be((AttendanceFormat.ZoomAccount, false, "852 1848 6288", Instant.FromUtc(2025, 1, 30, 8, 0)));
        read.Log.Rows.Should().Equal(
            new AttendanceRow(2, "Training Desk (Host)", "desk@ministry.example", Instant.FromUtc(2025, 1, 30, 8, 0), Instant.FromUtc(2025, 1, 30, 10, 0)),
            new AttendanceRow(3, "D’Angelo Anna", "anna.dangelo@ministry.example", Instant.FromUtc(2025, 1, 30, 8, 5, 10), Instant.FromUtc(2025, 1, 30, 9, 0)),
            new AttendanceRow(4, "D’Angelo Anna", "anna.dangelo@ministry.example", Instant.FromUtc(2025, 1, 30, 8, 1), Instant.FromUtc(2025, 1, 30, 8, 5), InWaitingRoom: true));
        warnings.Should().BeEmpty("the minutes compared are the participant's, not the meeting's");
    }

    [Fact]
    public async Task The_report_of_a_webinar_is_read_section_by_section_and_who_did_not_come_has_no_times()
    {
        AttendanceReading read = await AttendanceLogReader.ReadReportFileAsync(Sources.Fixture("zoom-webinar.csv"), new() { TimesIn = "Asia/Phnom_Penh" }, cancellationToken: Token);

        (read.Format, read.Log.MeetingId, read.Log.MeetingStart).Should().Be((AttendanceFormat.ZoomWebinar, "852 1848 6288", Instant.FromUtc(2023, 2, 28, 0, 58)));
        read.Log.Rows.Should().Equal(
            new AttendanceRow(7, "Training Desk", "desk@ministry.example", Instant.FromUtc(2023, 2, 28, 0, 58), Instant.FromUtc(2023, 2, 28, 4, 2, 30)),
            new AttendanceRow(10, "CHAN Sophea", "sophea.chan@ministry.example", Instant.FromUtc(2023, 2, 28, 1, 1), Instant.FromUtc(2023, 2, 28, 4, 0)),
            new AttendanceRow(13, "SOK Dara", "dara.sok@ministry.example", Instant.FromUtc(2023, 2, 28, 1, 3), Instant.FromUtc(2023, 2, 28, 2, 0)) { RegistrantId = "Xr-71" },
            new AttendanceRow(14, "SOK Dara", "dara.sok@ministry.example", Instant.FromUtc(2023, 2, 28, 2, 2), Instant.FromUtc(2023, 2, 28, 4, 0)) { RegistrantId = "Xr-71" },
            new AttendanceRow(15, "KEO Bopha", "bopha.keo@ministry.example", null, null) { RegistrantId = "Xr-72" });
    }

    [Fact]
    public async Task A_list_of_unique_users_that_the_caller_accepts_lists_its_rows_without_times()
    {
        var warnings = new List<ImportError>();
        AttendanceReading read = await AttendanceLogReader.ReadReportFileAsync(
            Sources.Fixture("zoom-unique-users.csv"), new() { TimesIn = "Asia/Phnom_Penh", AcceptTotals = true }, new() { OnWarning = warnings.Add }, Token);

        read.Log.Rows.Should().Equal(new AttendanceRow(2, "KEO Bopha", "keo.bopha@ministry.example", null, null));
        read.Totals.Should().Equal(new AttendanceTotal(2, 91));
        Sources.Told(warnings).Should().Equal("1 - import.totals-have-times");
    }

    [Fact]
    public async Task Meeting_data_above_the_table_names_the_meeting()
    {
        AttendanceLog log = await AttendanceLogReader.ReadFileAsync(Sources.Fixture("zoom-with-meeting-data.csv"), "Asia/Phnom_Penh", cancellationToken: Token);

        (log.MeetingId, log.MeetingStart).Should().Be(("852 1848 6288", Instant.FromUtc(2022, 8, 14, 18, 20)));
    }

    private static async Task<AttendanceLog> Read(string text, string zone = "Asia/Phnom_Penh", LocalDate? day = null, Action<ImportError>? warn = null)
    {
        using MemoryStream stream = Sources.Utf8(text);
        return await AttendanceLogReader.ReadAsync(stream, "zoom.csv", zone, day, new() { OnWarning = warn }, Token);
    }
}
