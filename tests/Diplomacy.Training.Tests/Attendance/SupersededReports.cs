using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>Which report replaces which (R31): a corrected file its earlier one, never one meeting's file another meeting's.</summary>
public sealed class SupersededReports
{
    [Fact]
    public async Task R31_two_meetings_whose_files_have_one_name_add_up()
    {
        Meetings meetings = await Meetings.BeginAsync();

        (await meetings.ImportAsync("08:30", "09:00")).Superseded.Should().BeEmpty();
        (await meetings.ImportAsync("10:15", "10:45")).Superseded.Should().BeEmpty();

        (await meetings.MinutesAsync()).Should().Be(60);
    }

    [Theory]
    [InlineData("852 1848 6288", "85218486288", 10)]
    [InlineData("852 1848 6288", "999", 30)]
    [InlineData("852 1848 6288", null, 10)]
    [InlineData(null, null, 10)]
    public async Task R31_files_that_overlap_are_of_one_meeting_unless_their_ids_differ(string? first, string? second, int minutes)
    {
        Meetings meetings = await Meetings.BeginAsync();

        await meetings.ImportAsync("08:30", "09:00", first);
        await meetings.ImportAsync("08:30", "08:40", second);

        (await meetings.MinutesAsync()).Should().Be(minutes);
    }

    [Theory]
    [InlineData("08:25", "08:25", 10)]
    [InlineData("08:25", "08:26", 30)]
    [InlineData("08:25", null, 10)]
    public async Task R31_a_meeting_that_was_restarted_has_a_report_for_each_beginning(string? first, string? second, int minutes)
    {
        Meetings meetings = await Meetings.BeginAsync();

        await meetings.ImportAsync("08:30", "09:00", "852", first);
        await meetings.ImportAsync("08:30", "08:40", "852", second);

        (await meetings.MinutesAsync()).Should().Be(minutes);
    }

    [Fact]
    public async Task R31_a_correction_of_the_same_meeting_counts_also_where_nobody_connects_at_the_same_time_any_more()
    {
        Meetings meetings = await Meetings.BeginAsync();

        await meetings.ImportAsync("08:30", "09:00", "852", "08:25");
        await meetings.ImportAsync("09:30", "09:45", "852", "08:25");

        (await meetings.MinutesAsync()).Should().Be(15);
    }

    [Fact]
    public async Task The_caller_can_say_that_a_file_adds_whatever_it_is_called()
    {
        Meetings meetings = await Meetings.BeginAsync();

        await meetings.ImportAsync("08:30", "09:00");
        (await meetings.ImportAsync("08:50", "09:10", supersession: ReportSupersession.Nothing)).Superseded.Should().BeEmpty();

        (await meetings.MinutesAsync()).Should().Be(40);
    }

    [Fact]
    public async Task The_caller_can_say_what_a_file_replaces_and_bring_a_replaced_one_back()
    {
        Meetings meetings = await Meetings.BeginAsync();
        AttendanceLog first = meetings.Log("08:30", "09:00"), second = meetings.Log("10:15", "10:25");

        await meetings.ImportAsync(first);
        (await meetings.ImportAsync(second, ReportSupersession.Of(first.Digest))).Superseded.Should().Equal(first.Digest);
        (await meetings.MinutesAsync()).Should().Be(10);
        (await meetings.ImportAsync(second, ReportSupersession.Of(first.Digest))).WasImported.Should().BeTrue("a repeat changes nothing");

        (await meetings.ImportAsync(first)).WasImported.Should().BeTrue("a replaced file does not come back by itself");
        (await meetings.ImportAsync(first, ReportSupersession.Of(second.Digest))).WasImported.Should().BeFalse();
        (await meetings.MinutesAsync()).Should().Be(30);
    }

    [Fact]
    public async Task What_is_not_in_force_cannot_be_replaced()
    {
        Meetings meetings = await Meetings.BeginAsync();

        (await Refusal.OfAsync(() => meetings.ImportAsync(meetings.Log("08:30", "09:00"), ReportSupersession.Of("f00d")))).Code.Should().Be("attendance.report-is-in-force");

        (await meetings.MinutesAsync()).Should().Be(0);
        FluentActions.Invoking(() => ReportSupersession.Of()).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_file_that_was_read_in_the_wrong_zone_is_replaced_by_its_reading_in_the_right_one()
    {
        Meetings meetings = await Meetings.BeginAsync();
        AttendanceLog right = meetings.Log("08:30", "09:00");
        AttendanceLog wrong = new(right.Source, right.Digest, "Asia/Tokyo", [right.Rows[0] with { Joined = At("06:30"), Left = At("07:00") }]);

        await meetings.ImportAsync(wrong);
        (await meetings.MinutesAsync()).Should().Be(0);
        (await meetings.ImportAsync(right)).Superseded.Should().Equal(right.Digest);
        (await meetings.MinutesAsync()).Should().Be(30);

        (await meetings.ImportAsync(right)).WasImported.Should().BeTrue();
        (await meetings.ImportAsync(wrong)).WasImported.Should().BeTrue("it was read so before, and corrected");
        (await meetings.MinutesAsync()).Should().Be(30);
    }

    [Fact]
    public async Task A_reading_in_the_wrong_zone_is_taken_back_by_naming_the_file()
    {
        Meetings meetings = await Meetings.BeginAsync();
        AttendanceLog right = meetings.Log("08:30", "09:00");
        AttendanceLog wrong = new(right.Source, right.Digest, "Asia/Tokyo", [right.Rows[0] with { Joined = At("06:30"), Left = At("07:00") }]);
        await meetings.ImportAsync(right);
        await meetings.ImportAsync(wrong);
        (await meetings.MinutesAsync()).Should().Be(0);

        ImportReport again = await meetings.ImportAsync(right, ReportSupersession.Of(right.Digest));

        again.WasImported.Should().BeFalse();
        again.Superseded.Should().Equal(right.Digest);
        (await meetings.MinutesAsync()).Should().Be(30);
        (await meetings.ImportAsync(right, ReportSupersession.Of(right.Digest))).WasImported.Should().BeTrue();
    }

    /// <summary>One participant, and files that are all called the same.</summary>
    private sealed class Meetings(Scene scene, Registration sophea)
    {
        internal static async Task<Meetings> BeginAsync()
        {
            Scene scene = await Scene.BeginAsync();
            return new(scene, await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example"));
        }

        internal AttendanceLog Log(string from, string until, string? meeting = null, string? start = null)
        {
            AttendanceLog log = scene.Log("participants.csv", Row(2, "S", "s@mfaic.example", from, until));
            return new(log.Source, log.Digest, log.ZoneId, log.Rows) { MeetingId = meeting, MeetingStart = start is null ? null : At(start) };
        }

        internal Task<ImportReport> ImportAsync(string from, string until, string? meeting = null, string? start = null, ReportSupersession? supersession = null) =>
            ImportAsync(Log(from, until, meeting, start), supersession);

        internal Task<ImportReport> ImportAsync(AttendanceLog log, ReportSupersession? supersession = null) => scene.Attendance.ImportAsync(DD2023, log, Desk, supersession: supersession).AsTask();

        internal async Task<double> MinutesAsync() => (await scene.PresenceOfAsync(sophea)).Present.TotalMinutes;
    }
}
