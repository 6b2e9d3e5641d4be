using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingTeamsReports
{
    private const string Sections =
        "1. Summary\nMeeting title\tA\nStart time\t7/20/23, 4:30:36 PM\n\n" +
        "2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n" +
        "SOK Dara\t7/20/23, 4:30:36 PM\t7/20/23, 5:31:00 PM\t1h 24s\td@x.example\tn1@x.example\tOrganizer\n\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_of_2020_pairs_joining_and_leaving_and_who_stayed_has_no_end()
    {
        AttendanceReading read = await ReadFile("teams-list-2020.csv", "Europe/Zurich");

        (read.Format, read.DayStandsFirst, read.DateOrderBasis, read.ZoneWasInferred).Should().Be((AttendanceFormat.TeamsList, true, DateOrderBasis.File, false));
        read.Log.Rows.Should().Equal(
            new AttendanceRow(2, "SOK Dara", null, Utc(2020, 11, 19, 8, 58, 3), Utc(2020, 11, 19, 9, 20, 0)),
            new AttendanceRow(3, "García Simón, Pedro", null, Utc(2020, 11, 19, 9, 0, 41), Utc(2020, 11, 19, 10, 2, 15)),
            new AttendanceRow(5, "SOK Dara", null, Utc(2020, 11, 19, 9, 21, 30), null),
            new AttendanceRow(7, "KEO Bopha", null, null, Utc(2020, 11, 19, 9, 30, 0)));
    }

    [Fact]
    public async Task The_report_of_2021_keeps_address_and_principal_name_apart()
    {
        AttendanceReading read = await ReadFile("teams-report-2021.csv", "Asia/Phnom_Penh");

        read.Format.Should().Be(AttendanceFormat.TeamsReport);
        (read.Log.MeetingId, read.Log.MeetingStart).Should().Be(("5f0c1a52-3a0e-4c11-9d41-7c5b6f1f2a90", Utc(2021, 12, 14, 12, 37, 51)));
        read.Log.Rows.Should().Equal(
            new AttendanceRow(9, "Training Desk", "desk@ministry.example", Utc(2021, 12, 14, 12, 37, 51), Utc(2021, 12, 14, 13, 10, 2)) { UserPrincipalName = "desk@ministry.example" },
            new AttendanceRow(10, "SOK Dara", "dara.sok@ministry.example", Utc(2021, 12, 14, 12, 40, 0), Utc(2021, 12, 14, 13, 9, 22)) { UserPrincipalName = "n16706@ministry.example" },
            new AttendanceRow(11, "85512345678", null, Utc(2021, 12, 14, 12, 45, 10), Utc(2021, 12, 14, 12, 59, 10)));
    }

    [Fact]
    public async Task The_report_of_2022_takes_times_from_the_activities_alone_and_the_principal_name_from_the_participants()
    {
        AttendanceReading read = await ReadFile("teams-sections-2022.csv", "Europe/Brussels");

        read.Format.Should().Be(AttendanceFormat.TeamsSections);
        read.Log.MeetingStart.Should().Be(Utc(2022, 11, 14, 8, 29, 7));
        read.Log.Rows.Should().Equal(
            new AttendanceRow(17, "CHAN Sophea", "Sophea.CHAN@ministry.example", Utc(2022, 11, 14, 8, 29, 7), Utc(2022, 11, 14, 8, 50, 14)) { UserPrincipalName = "n16706@ministry.example" },
            new AttendanceRow(18, "SOK Dara", "dara.sok@ministry.example", Utc(2022, 11, 14, 8, 30, 52), Utc(2022, 11, 14, 8, 40, 0)) { UserPrincipalName = "dara.sok@ministry.example" },
            new AttendanceRow(19, "SOK Dara", "dara.sok@ministry.example", Utc(2022, 11, 14, 8, 42, 0), Utc(2022, 11, 14, 8, 50, 14)) { UserPrincipalName = "dara.sok@ministry.example" },
            new AttendanceRow(20, "iPhone (Invité)", null, Utc(2022, 11, 14, 8, 31, 0), Utc(2022, 11, 14, 8, 32, 0)));
    }

    [Fact]
    public async Task The_report_of_2023_is_read_with_narrow_spaces_before_PM_and_without_a_warning()
    {
        var warnings = new List<ImportError>();
        AttendanceReading read = await ReadFile("teams-sections-2023.csv", "Asia/Phnom_Penh", warnings.Add);

        (read.Format, read.DayStandsFirst).Should().Be((AttendanceFormat.TeamsSections, false));
        read.Log.Rows.Should().Equal(
            new AttendanceRow(16, "សុខ ដារ៉ា", "dara.sok@ministry.example", Utc(2023, 7, 20, 9, 30, 36), Utc(2023, 7, 20, 10, 31, 0)) { UserPrincipalName = "n16706@ministry.example" },
            new AttendanceRow(17, "KEO Bopha (Unverified)", null, Utc(2023, 7, 20, 9, 35, 0), Utc(2023, 7, 20, 10, 29, 0)));
        warnings.Should().BeEmpty("durations are tolerated within two seconds");
    }

    [Fact]
    public async Task A_German_report_saved_again_by_a_spreadsheet_is_read_with_semicolons()
    {
        AttendanceReading read = await ReadFile("teams-sections-german-excel.csv", "Asia/Phnom_Penh");

        read.Log.Rows.Should().Equal(new AttendanceRow(12, "KEO Bopha", "bopha.keo@ministry.example", Utc(2023, 7, 20, 9, 30, 36), Utc(2023, 7, 20, 10, 31, 0)) { UserPrincipalName = "n17@ministry.example" });
    }

    [Fact]
    public async Task A_report_without_its_activities_is_refused_since_last_leave_minus_first_join_is_no_attendance() =>
        Sources.Told(await Sources.Refused(() => Read(Sections))).Should().Equal("6 - import.report-has-intervals");

    [Fact]
    public async Task A_duration_that_is_more_than_two_seconds_off_is_a_warning()
    {
        var warnings = new List<ImportError>();
        await Read(Sections + "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n" +
            "A\t7/20/23, 4:30:00 PM\t7/20/23, 4:31:00 PM\t58s\t\t\nA\t7/20/23, 4:30:00 PM\t7/20/23, 4:31:00 PM\t57s\t\t\n", warn: warnings.Add);

        Sources.Told(warnings).Should().Equal("12 Duration import.seconds-agree");
    }

    [Fact]
    public async Task A_section_that_is_not_known_is_a_warning_and_one_that_is_nearly_understood_an_error()
    {
        const string activities = "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nA\t7/20/23, 4:30:00 PM\t7/20/23, 4:31:00 PM\t1m\t\t\n\n";
        var warnings = new List<ImportError>();
        (await Read(Sections + activities + "4. Questions\nQuestion\tVotes\nWhy?\t2\n", warn: warnings.Add)).Log.Rows.Should().ContainSingle();

        Sources.Told(warnings).Should().Equal("13 - import.section-is-known");
        Sources.Told(await Sources.Refused(() => Read(Sections + activities + "4. More\nName\tAnkunft\tLeave Time\nA\t1\t2\n"))).Should().Equal("14 - import.layout-is-known");
    }

    [Fact]
    public async Task An_action_that_is_not_known_is_refused_unless_the_caller_knows_it()
    {
        const string list = "Namn\tUser Action\tTimestamp\nSOK Dara\tAnslöt\t2020-11-19 10:00:00\nSOK Dara\tLämnade\t2020-11-19 11:00:00\n";
        var mapped = new ImportOptions { Headers = new Dictionary<string, string> { ["Namn"] = "Full Name" } };
        Task<AttendanceReading> Reading(Dictionary<string, string> words) =>
            AttendanceLogReader.ReadReportAsync(Sources.Utf8(list), "list.csv", new() { TimesIn = "UTC", Words = words }, mapped, Token);

        Sources.Told(await Sources.Refused(() => Reading([]))).Should().Equal("2 User Action import.value-is-an-action", "3 User Action import.value-is-an-action");
        (await Reading(new() { ["anslöt"] = "Joined", ["lämnade"] = "Left" })).Log.Rows.Should().Equal(
            new AttendanceRow(2, "SOK Dara", null, Utc(2020, 11, 19, 10, 0, 0), Utc(2020, 11, 19, 11, 0, 0)));
        await Assert.ThrowsAsync<ArgumentException>(() => Reading(new() { ["anslöt"] = "Came" }));
        await Assert.ThrowsAsync<ArgumentException>(() => AttendanceLogReader.ReadReportAsync(
            Sources.Utf8(list), "list.csv", new() { TimesIn = "UTC" }, new() { Headers = new Dictionary<string, string> { ["Namn"] = "Nom" } }, Token));
    }

    internal static Instant Utc(int year, int month, int day, int hour, int minute, int second) => Instant.FromUtc(year, month, day, hour, minute, second);

    private static Task<AttendanceReading> ReadFile(string fixture, string zone, Action<ImportError>? warn = null) =>
        AttendanceLogReader.ReadReportFileAsync(Sources.Fixture(fixture), new() { TimesIn = zone }, new() { OnWarning = warn }, Token);

    private static async Task<AttendanceReading> Read(string text, Action<ImportError>? warn = null)
    {
        using MemoryStream stream = Sources.Utf8(text);
        return await AttendanceLogReader.ReadReportAsync(stream, "teams.csv", new() { TimesIn = "Asia/Phnom_Penh" }, new() { OnWarning = warn }, Token);
    }
}
