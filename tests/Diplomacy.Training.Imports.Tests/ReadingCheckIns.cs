using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingCheckIns
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_scans_of_the_workshop_are_read_in_the_host_zone()
    {
        IReadOnlyList<CheckInScan> scans = await CheckInReader.ReadFileAsync(Sources.Sample("check-ins.csv"), "Asia/Phnom_Penh", cancellationToken: Token);

        scans.Should().HaveCount(689);
        scans[0].Should().Be(new CheckInScan(2, "DD23-0028", "opening", new LocalDateTime(2023, 2, 28, 7, 35), Instant.FromUtc(2023, 2, 28, 0, 35)));
        scans.Select(scan => scan.Session).Distinct().Should().BeEquivalentTo("opening", "tools", "practice");
    }

    [Fact]
    public async Task The_cancellations_of_the_workshop_are_read()
    {
        IReadOnlyList<CancellationEntry> cancellations = await CancellationReader.ReadFileAsync(Sources.Sample("cancellations.csv"), cancellationToken: Token);

        cancellations.Should().HaveCount(25);
        cancellations[0].Should().Be(new CancellationEntry(2, "DD23-0158", new LocalDateTime(2023, 2, 21, 8, 4, 24)));
    }

    [Fact]
    public async Task A_time_that_the_zone_skips_or_repeats_is_refused_with_both_candidates()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read(
            "external_id,session,checked_in_at\nA,opening,2023-03-26T02:30:00\nB,opening,2023-10-29T02:30:00\nC,opening,2023-10-29T03:30:00\n", "Europe/Paris"));

        Sources.Told(errors).Should().Equal("2 checked_in_at import.time-exists", "3 checked_in_at import.time-is-unique");
        errors[0].Explain(Language.English).Should().EndWith("Nearest are 2023-03-26 01:30:00 +01 and 2023-03-26 03:30:00 +02.");
        errors[1].Explain(Language.English).Should().EndWith("It may be the earlier, 2023-10-29 02:30:00 +02, or the later, 2023-10-29 02:30:00 +01.");
    }

    [Fact]
    public async Task Faults_of_check_ins_are_told_together()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read(
            $"external_id;session;checked_in_at\nA;Opening session;2023-02-28T08:30\n;opening;\n{new string('x', 101)};opening;yesterday\n", "Asia/Phnom_Penh"));

        Sources.Told(errors).Should().Equal(
            "2 session import.value-is-a-session", "3 external_id import.value-is-present", "3 checked_in_at import.value-is-present",
            "4 external_id import.value-is-an-external-id", "4 checked_in_at import.value-is-a-date-time");
    }

    [Fact]
    public async Task Nobody_cancels_twice()
    {
        using MemoryStream stream = Sources.Utf8("external_id,cancelled_at\nA,2023-02-21 08:04\nB,2023-02-21 08:05\nA,2023-02-22 08:04\n");
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => CancellationReader.ReadAsync(stream, "cancellations.csv", cancellationToken: Token));

        Sources.Told(errors).Should().Equal("4 external_id import.value-is-unique");
        errors[0].Arguments["first"].Should().Be(2);
    }

    [Fact]
    public async Task A_zone_that_does_not_exist_is_the_callers_error() =>
        (await Assert.ThrowsAsync<ArgumentException>(() => Read("external_id,session,checked_in_at\n", "Mars/Olympus"))).Message.Should().Contain("Mars/Olympus");

    [Theory]
    [InlineData("2023-02-28T08:30:15", "2023-02-28T08:30:15")]
    [InlineData("2023-02-28 08:30:15.25", "2023-02-28T08:30:15.25")]
    [InlineData("2023/02/28 8:30", "2023-02-28T08:30:00")]
    [InlineData("11/19/2021 09:54:15 AM", "2021-11-19T09:54:15")]
    [InlineData("11/19/2021 9:54:15 AM", "2021-11-19T09:54:15")]
    [InlineData("11/19/2021 12:00:00 AM", "2021-11-19T00:00:00")]
    [InlineData("11/19/2021 12:00:00 PM", "2021-11-19T12:00:00")]
    [InlineData("15/08/2022 01:27", "2022-08-15T01:27:00")]
    [InlineData("19/09/2025 01:58:39 PM", "2025-09-19T13:58:39")]
    [InlineData("09/09/2026 19:02", "2026-09-09T19:02:00")]
    [InlineData("14/11/22, 09:29:07", "2022-11-14T09:29:07")]
    [InlineData("7/20/23, 4:30:36\u202FPM", "2023-07-20T16:30:36")]
    [InlineData("15/04/2026, 4:21:32 p.m.", "2026-04-15T16:21:32")]
    [InlineData("03.04.2023, 08:05:06", "2023-04-03T08:05:06")]
    [InlineData("\u200E28/02/2023\u00A008:30", "2023-02-28T08:30:00")]
    [InlineData("٢٨/٠٢/٢٠٢٣ ٠٨:٣٠", "2023-02-28T08:30:00")]
    public async Task Dates_are_read_as_they_have_been_seen(string written, string expected) =>
        NodaTime.Text.LocalDateTimePattern.ExtendedIso.Format((await Read($"external_id;session;checked_in_at\nA;opening;{written}\n", "Asia/Phnom_Penh"))[0].LocalTime).Should().Be(
            NodaTime.Text.LocalDateTimePattern.ExtendedIso.Format(NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(expected).Value));

    [Theory]
    [InlineData("2023-02-29T08:00")]
    [InlineData("2023-02-28")]
    [InlineData("2023-02-28T24:00")]
    [InlineData("2023-02-28T08:60")]
    [InlineData("2023-02-28T08:00Z")]
    [InlineData("13/13/2023 08:00")]
    [InlineData("02/28/2023 13:00 PM")]
    [InlineData("02/28/2023 00:10 AM")]
    [InlineData("02/28-2023 08:00")]
    [InlineData("2/28/0023 08:00")]
    [InlineData("28 Feb 2023 08:00")]
    [InlineData("44985.354")]
    public async Task What_is_no_date_and_time_is_refused(string written) =>
        Sources.Told(await Sources.Refused(() => Read($"external_id;session;checked_in_at\nA;opening;{written}\n", "Asia/Phnom_Penh")))
            .Should().Equal("2 checked_in_at import.value-is-a-date-time");

    [Fact]
    public async Task An_order_of_day_and_month_that_nothing_decides_is_refused_with_both_readings()
    {
        const string text = "external_id,session,checked_in_at\nA,opening,05/05/2023 08:00\nB,opening,02/03/2023 08:00\n";
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read(text, "Asia/Phnom_Penh"));

        Sources.Told(errors).Should().Equal("3 checked_in_at import.day-and-month-are-clear");
        errors[0].Explain(Language.English).Should().Contain("'02/03/2023 08:00' may be 3 February 2023 or 2 March 2023");
        (await Read(text, "Asia/Phnom_Penh", new LocalDate(2023, 3, 2)))[1].LocalTime.Should().Be(new LocalDateTime(2023, 3, 2, 8, 0));
        (await Read(text, "Asia/Phnom_Penh", new LocalDate(2023, 2, 4)))[1].LocalTime.Should().Be(new LocalDateTime(2023, 2, 3, 8, 0));
        (await Sources.Refused(() => Read(text, "Asia/Phnom_Penh", new LocalDate(2023, 6, 1)))).Should().ContainSingle();
    }

    [Fact]
    public async Task A_file_that_writes_dates_in_two_orders_is_refused()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read(
            "external_id,session,checked_in_at\nA,opening,02/03/2023 08:00\nB,opening,28/02/2023 08:00\nC,opening,02/28/2023 08:00\n", "Asia/Phnom_Penh"));

        Sources.Told(errors).Should().Equal("- - import.dates-have-one-order");
        errors[0].Explain(Language.English).Should().Be("check-ins.csv: The day stands first in row 3 and the month in row 4. A file has one order.");
    }

    private static async Task<IReadOnlyList<CheckInScan>> Read(string text, string zone, LocalDate? day = null)
    {
        using MemoryStream stream = Sources.Utf8(text);
        return await CheckInReader.ReadAsync(stream, "check-ins.csv", zone, day, cancellationToken: Token);
    }
}
