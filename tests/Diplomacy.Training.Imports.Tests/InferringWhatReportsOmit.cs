using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class InferringWhatReportsOmit
{
    private const string Header = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n";

    private static readonly Interval s_session = new(Instant.FromUtc(2023, 7, 20, 9, 30), Instant.FromUtc(2023, 7, 20, 10, 30));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_offset_that_brings_the_meeting_to_the_session_is_taken_and_reported()
    {
        var warnings = new List<ImportError>();
        AttendanceReading read = await AttendanceLogReader.ReadReportFileAsync(
            Sources.Fixture("teams-sections-2023.csv"), new() { Session = s_session }, new() { OnWarning = warnings.Add }, Token);

        (read.ZoneWasInferred, read.Log.ZoneId).Should().Be((true, "UTC+07"));
        read.Log.Rows[0].Joined.Should().Be(Instant.FromUtc(2023, 7, 20, 9, 30, 36));
        warnings.Single().Code.Should().Be("import.zone-was-inferred");
        warnings[0].Explain(Language.English).Should().EndWith(
            "No time zone was given. The times were read in UTC+07, where the meeting began at 2023-07-20 16:30:36 +07; the session began at 2023-07-20 16:30:00 +07.");
    }

    [Fact]
    public async Task Of_the_zones_in_question_the_first_that_fits_is_taken()
    {
        string[] zones = ["Europe/Paris", "Asia/Bangkok", "Asia/Phnom_Penh"];

        (await Read("07/20/2023 16:20:00,07/20/2023 17:40:00", zones)).Log.ZoneId.Should().Be("Asia/Bangkok", "Phnom Penh has the same times");
    }

    [Fact]
    public async Task Two_zones_that_fit_about_as_well_are_refused_by_name()
    {
        ImportError error = (await Sources.Refused(() => Read("07/20/2023 15:07:00,07/20/2023 16:40:00", ["Asia/Kathmandu", "Asia/Kolkata"]))).Single();

        (error.Code, error.Arguments["zones"]).Should().Be(("import.zone-is-clear", "Asia/Kolkata, Asia/Kathmandu"));
    }

    [Theory]
    [InlineData("07/20/2023 16:30:00,07/20/2023 17:40:00", "Europe/Paris", "import.zone-fits-the-session")]
    [InlineData("07/20/2023 16:30:00,07/22/2023 17:40:00", null, "import.zone-is-given")]
    public async Task What_no_zone_explains_is_refused(string times, string? zone, string code) =>
        Sources.Told(await Sources.Refused(() => Read(times, zone is null ? [] : [zone]))).Should().Equal($"- - {code}");

    [Fact]
    public async Task A_report_of_several_days_is_read_where_the_zones_in_question_are_known() =>
        (await Read("07/20/2023 16:30:00,07/22/2023 17:40:00", ["Asia/Phnom_Penh"])).Log.Rows[0].Left.Should().Be(Instant.FromUtc(2023, 7, 22, 10, 40));

    [Fact]
    public async Task The_session_decides_between_day_and_month_too()
    {
        var session = new Interval(Instant.FromUtc(2023, 3, 2, 1, 0), Instant.FromUtc(2023, 3, 2, 3, 0));
        AttendanceReading read = await AttendanceLogReader.ReadReportAsync(
            Sources.Utf8(Header + "A,,03/02/2023 08:00:00,03/02/2023 09:00:00,60\n"), "zoom.csv", new() { Session = session }, cancellationToken: Token);

        (read.DayStandsFirst, read.DateOrderBasis, read.Log.ZoneId).Should().Be((false, DateOrderBasis.Session, "UTC+07"));
        read.Log.Rows[0].Joined.Should().Be(session.Start);
    }

    [Fact]
    public async Task Neither_a_zone_nor_a_session_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => AttendanceLogReader.ReadReportAsync(Sources.Utf8(Header), "zoom.csv", new(), cancellationToken: Token));

    private static Task<AttendanceReading> Read(string times, string[] zones) =>
        AttendanceLogReader.ReadReportAsync(Sources.Utf8($"{Header}A,a@x.example,{times},\n"), "zoom.csv", new() { Session = s_session, Zones = zones }, cancellationToken: Token);
}
