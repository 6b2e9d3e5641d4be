using System.Globalization;
using System.Text;
using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>RFC 5545 as public calendars of holidays use it.</summary>
public sealed class ReadingHolidayFeeds
{
    private static readonly string[] s_weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly DateInterval s_2027 = Year(2027, 2027);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Googles_layout_is_read_with_Khmer_names_and_without_observances_and_what_was_cancelled()
    {
        var warnings = new List<ImportError>();
        HolidayCalendar read = await HolidayFeedReader.ReadFileAsync(Sources.Fixture("holidays-google.ics"), Feed(Year(2026, 2026)) with { Country = "KH" }, new() { OnWarning = warnings.Add }, Token);

        Told(read).Should().Equal("04-14 Holiday", "04-15 Holiday", "04-16 Holiday", "10-10 Holiday tentative", "11-09 Holiday");
        read.On(new(2026, 4, 14)).Name.Should().Be(new LocalizedText("ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ", ""), "folds may part a character");
        read.On(new(2027, 4, 14)).Should().Be(DayStatus.Unknown);
        (read.Id, read.Country).Should().Be(("XX-2027", "KH"));
        Sources.Told(warnings).Should().ContainSingle().Which.Should().EndWith("import.event-is-a-holiday");
    }

    [Fact]
    public async Task Apples_layout_is_read_with_its_yearly_rules_exceptions_and_moved_days()
    {
        HolidayCalendar read = await HolidayFeedReader.ReadFileAsync(Sources.Fixture("holidays-apple.ics"), Feed(Year(2026, 2027)), cancellationToken: Token);

        read.Days.Keys.Order().Select(d => NodaTime.Text.LocalDatePattern.Iso.Format(d)).Should().Equal(
            "2026-01-01", "2026-05-25", "2026-11-26", "2027-01-01", "2027-05-31", "2027-07-05", "2027-11-25");
        read.On(new(2027, 7, 5)).Name!.English.Should().Be("Independence Day (observed)");
        read.On(new(2027, 1, 1)).Name!.English.Should().Be("New Year\u2019s Day");
    }

    [Fact]
    public async Task Outlooks_layout_is_read_in_UTF16_with_several_days_both_languages_and_a_workday_made_up_for()
    {
        HolidayCalendar read = await HolidayFeedReader.ReadFileAsync(Sources.Fixture("holidays-outlook-utf16.ics"), Feed(s_2027), cancellationToken: Token);

        Told(read).Should().Equal("04-14 Holiday", "04-15 Holiday", "04-16 Holiday", "11-09 Holiday tentative", "11-13 MakeUpWorkday");
        read.On(new(2027, 4, 16)).Name!.Khmer.Should().Be("ចូលឆ្នាំខ្មែរ");
        read.On(new(2027, 11, 9)).Name.Should().Be(new LocalizedText("ពិធីបុណ្យឯករាជ្យជាតិ", "Independence Day"));
    }

    [Fact]
    public async Task A_plain_list_with_line_feeds_is_read_and_the_caller_may_judge_for_itself()
    {
        Told(await HolidayFeedReader.ReadFileAsync(Sources.Fixture("holidays-plain.ics"), Feed(s_2027), cancellationToken: Token)).Should().Equal("05-01 Holiday");
        HolidayFeed judged = Feed(s_2027) with { Judge = e => e.Categories.Contains("OPTIONAL") ? DayStatus.HalfDay(new(12, 0), e.Name) : e.Usual() };
        Told(await HolidayFeedReader.ReadFileAsync(Sources.Fixture("holidays-plain.ics"), judged, cancellationToken: Token)).Should().Equal("05-01 Holiday", "12-24 HalfDay");
    }

    [Theory]
    [InlineData("DTEND;VALUE=DATE:20270417", "04-14 04-15 04-16")]
    [InlineData("DTEND;VALUE=DATE:20270415", "04-14")]
    [InlineData("DURATION:P2D", "04-14 04-15")]
    [InlineData("DURATION:P1W", "04-14 04-15 04-16 04-17 04-18 04-19 04-20")]
    [InlineData("RDATE;VALUE=DATE:20270501,20270502", "04-14 05-01 05-02")]
    [InlineData("RRULE:FREQ=YEARLY;COUNT=1", "04-14")]
    public async Task R52_the_end_is_the_day_after_the_last(string line, string days) =>
        (await Read(Event("DTSTART;VALUE=DATE:20270414", line))).Days.Keys.Order().Select(Short).Should().Equal(days.Split(' '));

    [Fact]
    public async Task Days_at_the_edges_of_the_coverage_are_cut_at_it()
    {
        HolidayCalendar read = await Read(Event("DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270103") + Event("DTSTART;VALUE=DATE:20271230", "DTEND;VALUE=DATE:20280103") + Event("DTSTART;VALUE=DATE:00010101") + Event("DTSTART;VALUE=DATE:99991231", "DURATION:P366D"));

        read.Days.Keys.Order().Select(Short).Should().Equal("01-01", "01-02", "12-30", "12-31");
    }

    [Fact]
    public async Task Text_is_unescaped_and_lines_are_unfolded_wherever_they_are_folded()
    {
        HolidayCalendar read = await Read(Event("DTSTART;VAL\r\n UE=DATE:2027\r\n\t0414", "SUMMARY:Father\\, Son\\; and\\n more \\\\\r\n  end"));

        read.On(new(2027, 4, 14)).Name!.English.Should().Be("Father, Son; and  more \\ end");
    }

    [Fact]
    public async Task A_name_without_end_is_refused() =>
        Sources.Told(await Refused(Event("DTSTART;VALUE=DATE:20270414", "SUMMARY:" + new string('a', 501)))).Should().Equal("7 SUMMARY import.name-is-short");

    [Fact]
    public async Task Of_two_events_on_one_day_the_graver_is_kept()
    {
        HolidayCalendar read = await Read(Event("DTSTART;VALUE=DATE:20270414", "SUMMARY:A", "STATUS:TENTATIVE") + Event("DTSTART;VALUE=DATE:20270414", "SUMMARY:B"));

        read.On(new(2027, 4, 14)).Should().Be(DayStatus.Holiday(new("", "B")));
        (await Read(Event("DTSTART;VALUE=DATE:20270414", "SUMMARY:B") + Event("DTSTART;VALUE=DATE:20270414", "SUMMARY:A", "STATUS:TENTATIVE"))).Days.Should().Equal(read.Days);
    }

    [Fact]
    public async Task What_replaces_a_day_stands_itself_and_takes_nothing_from_events_of_another_or_no_name()
    {
        string named = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20270414\r\nSUMMARY:New Year\r\nEND:VEVENT\r\n";
        string renamed = "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;VALUE=DATE:20270414\r\nDTSTART;VALUE=DATE:20270414\r\nSUMMARY:Khmer New Year\r\nEND:VEVENT\r\n";

        (await Read(named + renamed)).On(new(2027, 4, 14)).Name!.English.Should().Be("Khmer New Year");
        Told(await Read(Event("DTSTART;VALUE=DATE:20270414") + Event("DTSTART;VALUE=DATE:20270501", "RECURRENCE-ID;VALUE=DATE:20270414"))).Should().Equal("04-14 Holiday", "05-01 Holiday");
    }

    [Fact]
    public async Task A_coverage_that_the_file_does_not_reach_is_refused()
    {
        string events = Event("DTSTART;VALUE=DATE:20270414");
        Sources.Told(await Refused(events, Year(2027, 2029))).Should().Equal("- - import.feed-reaches-the-days", "- - import.feed-reaches-the-days");
        Sources.Told(await Refused(events, new(new(2027, 5, 1), new(2027, 8, 31)))).Should().Equal("- - import.feed-reaches-the-days");
        (await Read(events, new(new(2027, 4, 1), new(2028, 3, 31)))).Days.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("FREQ=MONTHLY", "FREQ=MONTHLY")]
    [InlineData("FREQ=SECONDLY", "FREQ=SECONDLY")]
    [InlineData("INTERVAL=1", "FREQ")]
    [InlineData("FREQ=YEARLY;BYEASTER=0", "BYEASTER=0")]
    [InlineData("RSCALE=CHINESE;FREQ=YEARLY", "RSCALE=CHINESE")]
    [InlineData("FREQ=YEARLY;BYSETPOS=1", "BYSETPOS=1")]
    [InlineData("FREQ=YEARLY;INTERVAL=0", "INTERVAL=0")]
    [InlineData("FREQ=YEARLY;COUNT=0", "COUNT=0")]
    [InlineData("FREQ=YEARLY;COUNT=2;UNTIL=20300101", "COUNT;UNTIL")]
    [InlineData("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=0", "BYMONTHDAY=0")]
    [InlineData("FREQ=YEARLY;BYDAY=6WE;BYMONTH=4", "BYDAY")]
    [InlineData("FREQ=YEARLY;BYDAY=WE", "BYDAY")]
    [InlineData("FREQ=YEARLY;BYDAY=2WE;BYMONTHDAY=14", "BYMONTHDAY;BYDAY")]
    [InlineData("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1", "DTSTART")]
    [InlineData("FREQ=YEARLY;UNTIL=20270414T170000Z", "UNTIL")]
    [InlineData("FREQ=YEARLY;FREQ=YEARLY", "FREQ=YEARLY")]
    public async Task A_rule_that_is_not_understood_refuses_the_file(string rule, string part)
    {
        ImportError error = (await Refused(Event("DTSTART;VALUE=DATE:20270414", "RRULE:" + rule))).Should().ContainSingle().Which;

        (error.Code, error.Row, error.Column, error.Arguments["part"]).Should().Be(("import.rule-is-understood", 7, "RRULE", part));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_line()
    {
        IReadOnlyList<ImportError> errors = await Refused(
            Event("DTSTART;VALUE=DATE:20270230") + Event("SUMMARY:No start") + Event("DTSTART;TZID=Asia/Phnom_Penh:20270414T000000") + Event("DTSTART;VALUE=DATE:20270414", "DTEND;VALUE=DATE:20270410")
            + Event("DTSTART;VALUE=DATE:20270414", "SUMMARY:Ch\u00c3\u00a9ri") + Event("DTSTART;VALUE=DATE:20270414", "SUMMARY:?????") + Event("DTSTART:tomorrow") + "hello\r\n"
            + Event("DTSTART;VALUE=DATE:20270414", "DTSTART;VALUE=DATE:20270415") + Event("DTSTART;VALUE=DATE:20270414", "EXDATE:never") + Event("DTSTART;VALUE=DATE:20270414", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270414"));

        Sources.Told(errors).Should().Equal(
            "6 DTSTART import.value-is-a-calendar-date", "8 DTSTART import.value-is-present", "14 DTSTART import.event-is-all-day", "19 DTEND import.end-follows-start",
            "24 SUMMARY import.text-is-not-misread", "29 SUMMARY import.text-is-undamaged", "33 DTSTART import.value-is-a-calendar-date", "35 - import.line-is-a-property",
            "36 DTSTART import.column-is-single", "44 EXDATE import.value-is-a-calendar-date", "49 RECURRENCE-ID import.rule-is-understood");
        errors.Should().OnlyContain(error => !error.Explain(Language.Khmer).Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_with_times_are_passed_over_only_when_the_caller_says_so()
    {
        string events = Event("DTSTART;VALUE=DATE:20270414") + Event("DTSTART:20270501T090000Z");

        Sources.Told(await Refused(events)).Should().Equal("10 DTSTART import.event-is-all-day");
        (await HolidayFeedReader.ReadAsync(Stream(events), "f.ics", Feed(s_2027) with { PassesOverTimedEvents = true }, cancellationToken: Token)).Days.Should().HaveCount(1);
        (await Read(events.Replace("T090000Z", "T090000Z\r\nSTATUS:CANCELLED", StringComparison.Ordinal))).Days.Should().HaveCount(1, "what was cancelled needs no reading");
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>", "- - import.file-is-a-calendar")]
    [InlineData("BEGIN:VCARD\r\nEND:VCARD\r\n", "- - import.file-is-a-calendar")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270414\r\n", "- - import.component-is-closed")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VALARM\r\n", "3 - import.component-is-closed")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nDTSTART:1\r\n", "3 - import.component-is-closed")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "- - import.feed-reaches-the-days")]
    public async Task What_is_no_whole_calendar_is_refused(string text, string told) =>
        Sources.Told(await Sources.Refused(() => HolidayFeedReader.ReadAsync(Sources.Utf8(text), "f.ics", Feed(s_2027), cancellationToken: Token))).Should().Equal(told);

    [Fact]
    public async Task Lines_that_are_not_UTF8_are_refused_and_long_ones_that_nobody_reads_are_not()
    {
        byte[] ruined = [.. "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270414\r\nSUMMARY:"u8, 0xE9, .. "t\u00E9\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8];
        Sources.Told(await Sources.Refused(() => HolidayFeedReader.ReadAsync(new MemoryStream(ruined), "f.ics", Feed(s_2027), cancellationToken: Token))).Should().Equal("4 - import.text-is-undamaged");
        (await Read(Event("DTSTART;VALUE=DATE:20270414", "ATTACH:" + new string('A', 2_000_000)))).Days.Should().HaveCount(1);
    }

    [Fact]
    public async Task Rules_and_events_without_end_are_refused_soon()
    {
        string many = string.Concat(Enumerable.Repeat(Event("DTSTART;VALUE=DATE:18000101", "DURATION:P366D", "RRULE:FREQ=YEARLY;BYMONTHDAY=" + string.Join(',', Enumerable.Range(1, 31))), 5_000));
        Sources.Told(await Refused(many, Year(1950, 2049))).Should().ContainSingle().Which.Should().EndWith("import.calendar-is-within-limit");
        Sources.Told(await Refused(string.Concat(Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20270414"), 20_001)))).Should().ContainSingle().Which.Should().EndWith("import.calendar-is-within-limit");
    }

    [Fact]
    public void A_feed_needs_a_name_a_source_and_a_coverage_of_a_hundred_years_at_most()
    {
        FluentActions.Invoking(() => new HolidayFeed("", "x", s_2027)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new HolidayFeed("x", " ", s_2027)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new HolidayFeed("x", "x", Year(1900, 2000))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Feed(s_2027) with { Country = "Cambodia" }).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Yearly_rules_give_the_days_that_looking_at_every_day_gives() =>
        Gen.Select(Gen.Int[0, 12 * 365], Gen.Int[1, 4], Gen.Int[0, 5], Gen.Int[1, 12].Array[1, 3], Gen.OneOf(Gen.Int[1, 31], Gen.Int[-31, -1]).Array[1, 4], Gen.Select(Gen.OneOf(Gen.Int[-5, 5]), Gen.Int[1, 7]).Array[1, 2], Gen.Int[0, 12], Gen.Int[1, 5])
            .Sample(t =>
            {
                (int offset, int interval, int form, int[] months, int[] monthDays, (int Ordinal, int Day)[] days, int count, int length) = t;
                LocalDate start = new LocalDate(2012, 1, 1).PlusDays(offset);
                int[]? byMonth = form is 1 or 3 or 4 or 5 ? months : null, byMonthDay = form is 2 or 3 or 5 ? monthDays : null;
                (int Ordinal, int Day)[]? byDay = form == 4 ? days : form == 5 ? [.. days.Select(d => (0, d.Day))] : null;
                bool Matches(LocalDate date) =>
                    (byMonth ?? (byMonthDay is null ? [start.Month] : null))?.Contains(date.Month) is not false
                    && (byMonthDay ?? (byDay is null ? [start.Day] : null))?.Any(d => d == date.Day || d == date.Day - 1 - date.Calendar.GetDaysInMonth(date.Year, date.Month)) is not false
                    && byDay?.Any(d => (int)date.DayOfWeek == d.Day && (d.Ordinal == 0 || d.Ordinal == ((date.Day - 1) / 7) + 1 || -d.Ordinal == ((date.Calendar.GetDaysInMonth(date.Year, date.Month) - date.Day) / 7) + 1)) is not false;

                var expected = new HashSet<LocalDate>();
                int begun = 0;
                for (LocalDate date = start; date.Year < 2028 && (count == 0 || begun < count); date = date.PlusDays(1))
                {
                    if ((date.Year - start.Year) % interval == 0 && Matches(date))
                    {
                        begun++;
                        expected.UnionWith(Enumerable.Range(0, length).Select(date.PlusDays).Where(d => d.Year is >= 2024 and <= 2027));
                    }
                }

                string rule = $"FREQ=YEARLY;INTERVAL={interval}" + Part("BYMONTH", byMonth) + Part("BYMONTHDAY", byMonthDay)
                    + Part("BYDAY", byDay?.Select(d => (d.Ordinal == 0 ? "" : d.Ordinal.ToString(CultureInfo.InvariantCulture)) + s_weekdays[d.Day - 1]))
                    + (count == 0 ? "" : FormattableString.Invariant($";COUNT={count}"));
                // New Year and the like, so that every year has a holiday.
                string text = Event("DTSTART;VALUE=DATE:20000229", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1,28") + Event("DTSTART;VALUE=DATE:" + NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Format(start), FormattableString.Invariant($"DURATION:P{length}D"), "RRULE:" + rule);
                if (!Matches(start))
                {
                    Refused(text, Year(2024, 2027)).GetAwaiter().GetResult().Should().ContainSingle().Which.Arguments["part"].Should().Be("DTSTART");
                    return;
                }

                expected.UnionWith([new(2024, 2, 28), new(2024, 2, 29), new(2025, 2, 28), new(2026, 2, 28), new(2027, 2, 28)]);
                Read(text, Year(2024, 2027)).GetAwaiter().GetResult().Days.Keys.Order().Should().Equal(expected.Order(), rule + " from " + start);
            }, iter: 2000, threads: 1);

    private static string Part<T>(string name, IEnumerable<T>? values) => values is null ? "" : FormattableString.Invariant($";{name}={string.Join(',', values)}");

    private static DateInterval Year(int first, int last) => new(new(first, 1, 1), new(last, 12, 31));

    private static HolidayFeed Feed(DateInterval covered) => new("XX-2027", "by hand", covered);

    private static string Event(params string[] lines) => "BEGIN:VEVENT\r\nUID:\r\n" + string.Concat(lines.Select(line => line + "\r\n")) + "END:VEVENT\r\n";

    private static MemoryStream Stream(string events) => new(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + events + "END:VCALENDAR\r\n"));

    private static Task<HolidayCalendar> Read(string events, DateInterval? covered = null) => HolidayFeedReader.ReadAsync(Stream(events), "f.ics", Feed(covered ?? s_2027), cancellationToken: Token);

    private static Task<IReadOnlyList<ImportError>> Refused(string events, DateInterval? covered = null) => Sources.Refused(() => Read(events, covered));

    private static string Short(LocalDate date) => NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("MM-dd").Format(date);

    private static IEnumerable<string> Told(HolidayCalendar calendar) =>
        calendar.Days.OrderBy(d => d.Key).Select(d => $"{Short(d.Key)} {d.Value.Kind}{(d.Value.IsTentative ? " tentative" : "")}");
}
