using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>The zone in the file, read by itself, gives the instants that were meant (R50).</summary>
public sealed class CalendarZones
{
    private static readonly string[] s_ids = [.. DateTimeZoneProviders.Tzdb.Ids];

    [Fact]
    public void Start_and_end_are_what_was_meant_in_every_zone_and_around_every_change() =>
        (from id in Gen.Int[0, s_ids.Length - 1].Select(i => s_ids[i])
         from near in Near(DateTimeZoneProviders.Tzdb[id])
         from minutes in Gen.OneOf(Gen.Int[1, 300], Gen.Int[1, 14 * 24 * 60])
         from alarm in Gen.Int[0, 27]
         select (id, near, minutes, alarm)).Sample((id, start, minutes, alarm) =>
        {
            Instant end = start + Duration.FromMinutes(minutes);
            PlainCalendar read = PlainCalendar.Of(Messages.Of(zone: id, start: start, length: end - start));

            read.Moment("DTSTART").Should().Be(start);
            read.Moment("DTEND").Should().Be(end);
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
            bool twice = new[] { start, end }.Any(i => zone.MapLocal(i.InZone(zone).LocalDateTime).Count > 1);
            (read.Zone is null).Should().Be(twice || zone.GetZoneIntervals(start, end).Count() > 2 && read.Zone is null, "a time that occurs twice is told in UTC, and otherwise only where the clocks change more than once");
            if (read.Zone is { } written)
            {
                read.Event["DTSTART"].Parameters["TZID"].Should().Be(id, "the id stays as it was entered");
                read.Event["DTSTART"].Value.Should().NotEndWith("Z");
                written.Parts.Count(p => p.Kind == "STANDARD").Should().Be(1);
                written.Parts.SelectMany(p => p.Lines).Select(l => l.Name).Distinct().Should().BeEquivalentTo("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME");
                foreach (PlainCalendar observance in written.Parts)
                {
                    // Each onset is a change that the zone knows, or the epoch where nothing changed since.
                    int from = PlainCalendar.Seconds(observance["TZOFFSETFROM"].Value), to = PlainCalendar.Seconds(observance["TZOFFSETTO"].Value);
                    Instant onset = PlainCalendar.Local(observance["DTSTART"].Value).InUtc().ToInstant() - Duration.FromSeconds(from);
                    zone.GetUtcOffset(onset).Seconds.Should().Be(to);
                    (from == to && observance["DTSTART"].Value == "19700101T000000" || zone.GetUtcOffset(onset - Duration.Epsilon).Seconds == from).Should().BeTrue();
                }
            }
        });

    [Fact]
    public void There_is_one_STANDARD_for_the_longest_event_across_any_change_of_any_zone()
    {
        var wrong = from id in s_ids
                    let zone = DateTimeZoneProviders.Tzdb[id]
                    from interval in zone.GetZoneIntervals(Instant.FromUtc(1972, 1, 20, 0, 0), Instant.FromUtc(2042, 1, 1, 0, 0))
                    where interval.HasStart && interval.Start.InUtc().Year >= 1972
                    let start = Instant.FromUnixTimeSeconds(interval.Start.ToUnixTimeSeconds()) - Duration.FromHours(3)
                    let written = PlainCalendar.Of(Messages.Of(zone: id, start: start, length: Duration.FromDays(14))).Zone
                    where written is not null && written.Parts.Count(p => p.Kind == "STANDARD") != 1
                    select $"{id} {start}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void What_an_alarm_looks_back_to_is_known_too()
    {
        // Two days after the clocks went forward in New York: three days before was another offset.
        PlainCalendar read = PlainCalendar.Of(Messages.Of(zone: "America/New_York", start: Instant.FromUtc(2027, 3, 16, 13, 0)));

        read.At(new(2027, 3, 13, 9, 0)).Should().Be(Instant.FromUtc(2027, 3, 13, 14, 0));
        read.At(new(2027, 3, 16, 9, 0)).Should().Be(Instant.FromUtc(2027, 3, 16, 13, 0));
    }

    [Fact]
    public void In_winter_the_summers_on_both_sides_are_known_since_one_STANDARD_allows_both()
    {
        PlainCalendar zone = PlainCalendar.Of(Messages.Of(zone: "Europe/Brussels", start: Instant.FromUtc(2027, 1, 12, 8, 0))).Zone!;

        zone.Parts.Select(p => (p.Kind, p["DTSTART"].Value, p["TZOFFSETFROM"].Value, p["TZOFFSETTO"].Value, p["TZNAME"].Text)).Should().Equal(
            ("DAYLIGHT", "20260329T020000", "+0100", "+0200", "CEST"),
            ("STANDARD", "20261025T030000", "+0200", "+0100", "CET"),
            ("DAYLIGHT", "20270328T020000", "+0100", "+0200", "CEST"));
    }

    [Fact]
    public void In_summer_the_winter_before_is_known_and_the_next_is_left_out() =>
        Kinds("Europe/Brussels", Instant.FromUtc(2027, 7, 12, 8, 0)).Should().Equal(("STANDARD", "+0100"), ("DAYLIGHT", "+0200"));

    [Fact]
    public void An_event_across_a_change_has_both_sides() =>
        Kinds("Europe/Brussels", Instant.FromUtc(2027, 10, 30, 22, 0), Duration.FromHours(10)).Should().StartWith([("DAYLIGHT", "+0200"), ("STANDARD", "+0100")]);

    [Fact]
    public void A_zone_without_changes_has_one_STANDARD_and_no_mean_time_of_a_town() =>
        PlainCalendar.Of(Messages.Of(zone: "Asia/Phnom_Penh")).Zone!.Parts.Select(p => (p.Kind, p["DTSTART"].Value, p["TZOFFSETFROM"].Value, p["TZOFFSETTO"].Value))
            .Should().Equal(("STANDARD", "19700101T000000", "+0700", "+0700"));

    [Fact]
    public void Ireland_has_its_standard_time_in_winter_whatever_its_law_says() =>
        Kinds("Europe/Dublin", Instant.FromUtc(2026, 11, 12, 9, 0)).Should().Contain(("STANDARD", "+0000")).And.NotContain(("DAYLIGHT", "+0000"));

    [Theory]
    [InlineData("Africa/Casablanca", 2026, 9, 15, 9)]
    [InlineData("America/Vancouver", 2026, 10, 28, 16)]
    [InlineData("Europe/Dublin", 2026, 11, 12, 9)]
    [InlineData("America/Havana", 2026, 11, 12, 14)]
    [InlineData("Africa/Cairo", 2027, 4, 30, 7)]
    public void Dates_that_rules_made_from_old_changes_get_wrong_are_right(string zone, int year, int month, int day, int hour) =>
        PlainCalendar.Of(Messages.Of(zone: zone, start: Instant.FromUtc(year, month, day, hour, 0))).Moment("DTSTART").Should().Be(Instant.FromUtc(year, month, day, hour, 0));

    [Fact]
    public void An_offset_with_seconds_is_written_with_seconds()
    {
        // Liberia left -00:44:30 on 7 January 1972.
        PlainCalendar read = PlainCalendar.Of(Messages.Of(zone: "Africa/Monrovia", start: Instant.FromUtc(1972, 1, 3, 9, 0)));

        read.Zone!.Parts[0]["TZOFFSETTO"].Value.Should().Be("-004430");
        read.Moment("DTSTART").Should().Be(Instant.FromUtc(1972, 1, 3, 9, 0));
    }

    [Fact]
    public void A_start_that_occurs_twice_is_told_in_UTC()
    {
        PlainCalendar first = PlainCalendar.Of(Messages.Of(zone: "Europe/Brussels", start: Instant.FromUtc(2027, 10, 31, 0, 30))), second = PlainCalendar.Of(Messages.Of(zone: "Europe/Brussels", start: Instant.FromUtc(2027, 10, 31, 1, 30)));

        (first.Event["DTSTART"].Value, second.Event["DTSTART"].Value).Should().Be(("20271031T003000Z", "20271031T013000Z"));
        first.Zone.Should().BeNull();
    }

    [Fact]
    public void An_event_during_which_the_clocks_go_back_twice_is_told_in_UTC()
    {
        // Boa Vista had one week of summer time in 2000.
        Instant start = Instant.FromUtc(2000, 10, 8, 1, 0);

        PlainCalendar.Of(Messages.Of(zone: "America/Boa_Vista", start: start, length: Duration.FromDays(14))).Event["DTSTART"].Value.Should().Be("20001008T010000Z");
        PlainCalendar.Of(Messages.Of(zone: "America/Boa_Vista", start: start, length: Duration.FromDays(1))).Event["DTSTART"].Parameters.Should().ContainKey("TZID");
    }

    [Fact]
    public void The_form_in_UTC_has_no_zone()
    {
        PlainCalendar read = PlainCalendar.Of(Messages.Of(zone: "Europe/Brussels") with { TimeForm = CalendarTimeForm.Utc });

        read.Zone.Should().BeNull();
        (read.Event["DTSTART"].Value, read.Event["DTEND"].Value).Should().Be(("20270316T020000Z", "20270316T040000Z"));
    }

    [Fact]
    public void A_zone_of_an_offset_alone_can_be_written()
    {
        DateTimeZone zone = DateTimeZone.ForOffset(Offset.FromHoursAndMinutes(5, 45));
        var message = new CalendarMessage(CalendarMethod.Publish, "u", 0, Messages.Stamp, zone, Messages.Start, Messages.Start + Duration.FromHours(1), "x", Messages.Ministry);

        PlainCalendar.Of(message).Moment("DTSTART").Should().Be(Messages.Start);
        PlainCalendar.Of(message).Event["DTSTART"].Parameters["TZID"].Should().Be("UTC+05:45");
    }

    [Fact]
    public void The_name_of_an_offset_that_would_break_the_line_is_left_out()
    {
        var message = new CalendarMessage(
            CalendarMethod.Publish, "u", 0, Messages.Stamp, new Named("ICT\rATTENDEE:mailto:x@evil.example"), Messages.Start, Messages.Start + Duration.FromHours(1), "x", Messages.Ministry);

        string file = System.Text.Encoding.UTF8.GetString(CalendarWriter.Write(message));

        file.Should().NotContain("evil").And.NotContain("TZNAME");
        file.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContain("\r");
        PlainCalendar.Of(message).Moment("DTSTART").Should().Be(Messages.Start);
    }

    private static IEnumerable<(string Kind, string Offset)> Kinds(string zone, Instant start, Duration? length = null) =>
        PlainCalendar.Of(Messages.Of(zone: zone, start: start, length: length)).Zone!.Parts.Select(p => (p.Kind, p["TZOFFSETTO"].Value));

    /// <summary>Some minute since 1972, in half of the cases within three days of a change of the zone.</summary>
    private static Gen<Instant> Near(DateTimeZone zone) =>
        from year in Gen.OneOf(Gen.Int[1972, 2020], Gen.Int[2021, 2040], Gen.Int[2041, 2199])
        from minute in Gen.Int[0, (365 * 24 * 60) - 1]
        from close in Gen.Bool
        from off in Gen.Int[-3 * 24 * 60, 3 * 24 * 60]
        let any = Instant.FromUtc(year, 1, 1, 0, 0) + Duration.FromMinutes(minute)
        let interval = zone.GetZoneInterval(any)
        let change = interval.HasEnd && interval.End < Instant.FromUtc(2200, 1, 1, 0, 0) ? Instant.FromUnixTimeSeconds(interval.End.ToUnixTimeSeconds() / 60 * 60) + Duration.FromMinutes(off) : any
        select close ? change : any;

    /// <summary>A zone of somebody's own making.</summary>
    private sealed class Named(string name) : DateTimeZone("Own/Zone", true, Offset.FromHours(7), Offset.FromHours(7))
    {
        public override NodaTime.TimeZones.ZoneInterval GetZoneInterval(Instant instant) => new(name, null, null, Offset.FromHours(7), Offset.Zero);
    }
}
