using CsCheck;
using NodaTime;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>R16 through the book: an offer is made to somebody of one institution, whatever its zone and week, and its end is looked at minute by minute.</summary>
public sealed class OfferDeadlines
{
    private static readonly InstitutionCode s_code = InstitutionCode.Parse("XX-EMB");
    private static readonly string[] s_zones = ["Asia/Phnom_Penh", "America/New_York", "Europe/Paris", "Africa/Cairo", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "America/St_Johns", "Asia/Tehran"];

    private static readonly string[] s_weeks =
    [
        "Mon-Fri 09:00-12:00 14:00-17:00", "Sun-Thu 08:00-15:00", "Sat-Wed 07:30-14:30", "Mon-Thu,Sat 08:00-12:15 13:30-16:30", "Wed 10:00-10:30", "Mon-Sun 00:00-24:00",
        "Sat-Sun 04:30-06:30", "Fri 22:00-24:00; Sat 00:00-02:00",
    ];

    [Fact]
    public void R16_an_offer_lasts_and_leaves_enough_and_lapses_in_working_time_and_no_later_than_that() =>
        Gen.Select(Gen.Int[0, s_zones.Length - 1], Gen.Int[0, s_weeks.Length - 1], Gen.Int[0, 365 * 24 * 60], Gen.Int[1, 96], Gen.Int[0, 12], Gen.Int[1, 12 * 24], s_holidays)
            .Sample(t => Holds(s_zones[t.Item1], s_weeks[t.Item2], Instant.FromUtc(2022, 2, 28, 0, 0) + Duration.FromMinutes(t.Item3), t.Item4, t.Item5, t.Item6, t.Item7), iter: 200);

    [Fact]
    public void R16_an_offer_does_not_run_out_on_holidays_ends_earlier_on_half_days_and_runs_on_workdays_that_are_made_up_for()
    {
        Instant friday = Instant.FromUtc(2023, 1, 13, 16, 0);
        LocalDate monday = new(2023, 1, 16);
        Instant On(params (LocalDate, DayStatus)[] days) =>
            OfferedAt("Etc/UTC", WorkingTime.Parse("Mon-Fri 09:00-17:00"), friday, Duration.FromHours(24), Duration.FromHours(5), friday + Duration.FromDays(9), Calendar(2023, days))!.Value;

        On().Should().Be(Instant.FromUtc(2023, 1, 16, 13, 0));
        On((monday, DayStatus.Holiday())).Should().Be(Instant.FromUtc(2023, 1, 17, 13, 0));
        On((monday, DayStatus.Holiday(isTentative: true))).Should().Be(Instant.FromUtc(2023, 1, 17, 13, 0), "who may be away is not held to an answer");
        On((monday, DayStatus.HalfDay(new(12, 0)))).Should().Be(Instant.FromUtc(2023, 1, 17, 10, 0));
        On((monday.PlusDays(-1), DayStatus.MakeUpWorkday())).Should().Be(Instant.FromUtc(2023, 1, 15, 13, 0));
        On((monday.PlusDays(1), DayStatus.Holiday())).Should().Be(Instant.FromUtc(2023, 1, 16, 13, 0));
    }

    [Fact]
    public void R16_a_day_that_the_calendar_does_not_know_is_an_ordinary_day_of_its_weekday()
    {
        Instant friday = Instant.FromUtc(2023, 1, 13, 16, 0);
        OfferedAt("Etc/UTC", WorkingTime.Parse("Mon-Fri 09:00-17:00"), friday, Duration.FromHours(24), Duration.FromHours(5), friday + Duration.FromDays(9), Calendar(2024))
            .Should().Be(Instant.FromUtc(2023, 1, 16, 13, 0));
    }

    [Fact]
    public void R16_where_only_holidays_are_left_nobody_could_answer_and_the_seat_is_given()
    {
        Instant sunday = Instant.FromUtc(2023, 1, 15, 9, 0);
        OfferedAt("Etc/UTC", WorkingTime.Parse("Mon-Fri 09:00-17:00"), sunday, Duration.FromHours(24), Duration.FromHours(2), sunday + Duration.FromDays(2), Calendar(2023, (new(2023, 1, 16), DayStatus.Holiday()), (new(2023, 1, 17), DayStatus.Holiday())))
            .Should().BeNull();
    }

    // In 2022 and no further, so that some days are not known.
    private static readonly Gen<IHolidayCalendar?> s_holidays = Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 330], Gen.Int[0, 3]).Array[0, 200]).Select((known, days) =>
        !known ? null : (IHolidayCalendar)Calendar(2022, [.. days.DistinctBy(d => d.Item1).Select(d => (new LocalDate(2022, 1, 1).PlusDays(d.Item1),
            d.Item2 switch { 0 => DayStatus.HalfDay(new(11, 30)), 1 => DayStatus.MakeUpWorkday(), 2 => DayStatus.Unknown, _ => DayStatus.Holiday() }))]));

    [Fact]
    public void R16_without_any_working_time_the_hold_alone_counts()
    {
        Instant now = Start - Duration.FromDays(20);
        OfferedAt("Europe/Paris", WorkingTime.Parse("none"), now, Duration.FromHours(5), Duration.FromHours(2), now + Duration.FromHours(9)).Should().Be(now + Duration.FromHours(5));
        OfferedAt("Europe/Paris", WorkingTime.Parse("none"), now, Duration.FromHours(5), Duration.FromHours(2), now + Duration.FromHours(3)).Should().Be(now + Duration.FromHours(3));
    }

    [Fact]
    public void R16_an_hour_that_the_clocks_skip_is_not_counted_twice()
    {
        // On 13 March 2022 clocks in New York went from 02:00 to 03:00: 02:15-02:45 is moved onto 03:15-03:45, which 03:00-05:00 holds already.
        Instant now = Instant.FromUtc(2022, 3, 13, 7, 0);
        OfferedAt("America/New_York", WorkingTime.Parse("Sun 02:15-02:45 03:00-05:00"), now, Duration.FromMinutes(1), Duration.FromMinutes(90), now + Duration.FromDays(3))
            .Should().Be(now + Duration.FromMinutes(15 + 90));
    }

    [Fact]
    public void R16_a_day_that_the_zone_skips_is_not_worked()
    {
        // Samoa had no 30 December 2011.
        Instant now = Instant.FromUtc(2011, 12, 30, 2, 0);
        OfferedAt("Pacific/Apia", WorkingTime.Parse("Mon-Sat 09:00-12:00"), now, Duration.FromMinutes(1), Duration.FromHours(4), now + Duration.FromDays(9))
            .Should().Be(new LocalDateTime(2012, 1, 2, 10, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["Pacific/Apia"]).ToInstant());
    }

    [Fact]
    public void R16_dates_with_hours_of_their_own_and_a_week_that_ends_count_as_they_are()
    {
        Instant friday = Instant.FromUtc(2023, 1, 13, 10, 0);
        WorkingTime week = WorkingTime.Parse("Mon-Fri 09:00-17:00");
        OfferedAt("Etc/UTC", week.WithDate(new(2023, 1, 16)).WithDate(new(2023, 1, 17), WorkingInterval.Parse("10:00-12:00")), friday, Duration.FromHours(24), Duration.FromHours(2), friday + Duration.FromDays(9))
            .Should().Be(Instant.FromUtc(2023, 1, 17, 10, 0));
        OfferedAt("Etc/UTC", week.ChangedFrom(new(2023, 1, 14), WorkingTime.Parse("none")), friday, Duration.FromHours(24), Duration.FromHours(2), friday + Duration.FromDays(9))
            .Should().Be(Instant.FromUtc(2023, 1, 13, 17, 0), "nobody works after that");
        OfferedAt("Etc/UTC", WorkingTime.Parse("none").WithDate(new(2023, 1, 20), WorkingInterval.Parse("09:00-10:00")), friday, Duration.FromHours(1), Duration.FromHours(2), friday + Duration.FromDays(2)).Should().BeNull("nobody could answer");
    }

    private static HolidayCalendar Calendar(int year, params (LocalDate Date, DayStatus Status)[] days) =>
        new($"XX-{year}", "by hand", new(new(year, 1, 1), new(year, 12, 31)), days.ToDictionary(d => d.Date, d => d.Status));

    private static void Holds(string zoneId, string week, Instant now, int holdHours, int workingHours, int hoursToCutOff, IHolidayCalendar? holidays)
    {
        Duration hold = Duration.FromHours(holdHours), wanted = Duration.FromHours(workingHours);
        Instant cutOff = now + Duration.FromHours(hoursToCutOff);
        WorkingTime working = WorkingTime.Parse(week);
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[zoneId];
        Instant? until = OfferedAt(zoneId, working, now, hold, wanted, cutOff, holidays);

        // Minute by minute: how much was worked until when, and when it is enough.
        Duration worked = Duration.Zero;
        Instant? enough = null, last = null;
        for (Instant minute = now; minute < cutOff; minute += Duration.FromMinutes(1))
        {
            LocalDateTime local = minute.InZone(zone).LocalDateTime;
            bool works = working.BandAt(local, holidays?.On(local.Date)) == WorkingBand.InHours;
            if (works && worked >= wanted && minute >= now + hold)
            {
                enough = minute;
                break;
            }

            worked += works ? Duration.FromMinutes(1) : Duration.Zero;
            last = works ? minute + Duration.FromMinutes(1) : last;
        }

        until.Should().Be(enough ?? last, $"{week} in {zoneId} from {now}, {holdHours} h, {workingHours} h of work, until {cutOff}");
    }

    /// <summary>Until when a seat is offered; null when it is given without asking.</summary>
    private static Instant? OfferedAt(string zone, WorkingTime week, Instant now, Duration hold, Duration working, Instant cutOff, IHolidayCalendar? holidays = null)
    {
        WorkshopPlan plan = Plan(SeatPlan.OnlineOnly(1), new(PromotesUntil: cutOff, Closes: cutOff)) with
        {
            Agenda = Agenda.Strictly("Etc/UTC", new Session("opening", cutOff.InUtc().Date.PlusDays(2) + new LocalTime(9, 0), Duration.FromHours(1))),
            Admission = new() { Offers = new(hold, working) },
        };
        var circumstances = new RegistrationCircumstances(new(plan, WorkshopStatus.Published, 1), now)
        {
            Institutions = new Dictionary<InstitutionCode, Institution> { [s_code] = new(s_code, new("", "Embassy"), InstitutionKind.Embassy, "", "", zone, week) { CountryCode = "XX" } },
            Holidays = holidays is null ? CountryHolidays.None : new CountryHolidays([new("XX", holidays)]),
        };
        RegistrationBook book = RegistrationBook.Begin(RegistrationBook.StreamOf(Code));
        RegistrationId[] ids = [RegistrationId.New(), RegistrationId.New()];
        foreach (RegistrationId id in ids)
        {
            book.Apply(book.Register(id, new(Code, PersonId.New(), s_code, DeliveryMode.Online), circumstances).Events);
        }

        book.Apply(book.Cancel(ids[0], "illness", Officer, circumstances).Events);
        book.All[ids[1]].Status.Should().Be(book.All[ids[1]].OfferedUntil is null ? RegistrationStatus.Confirmed : RegistrationStatus.Offered);
        return book.All[ids[1]].OfferedUntil;
    }
}
