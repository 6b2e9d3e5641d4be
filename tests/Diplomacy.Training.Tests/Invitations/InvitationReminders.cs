using CsCheck;
using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Invitations;

public sealed class InvitationReminders
{
    private static readonly DateTimeZone s_newYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public async Task Reminders_fall_into_the_working_time_of_the_invitees_institution()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync(from: Chancery.Washington);
        await chancery.ParticipantAsync(from: Chancery.Ministry);

        InvitationReport report = await chancery.InviteAsync();

        // It begins on Thursday at 08:00 in Washington, before anybody works there, and at 19:00 in Phnom Penh, after everybody has gone.
        report.Sent[0].Reminders.Should().Equal(
            new ReminderDue(Duration.FromDays(7), Instant.FromUtc(2026, 10, 21, 20, 59)), new ReminderDue(Duration.FromDays(1), Instant.FromUtc(2026, 10, 27, 20, 59)));
        report.Sent[1].Reminders.Should().Equal(
            new ReminderDue(Duration.FromDays(7), Instant.FromUtc(2026, 10, 22, 9, 59)), new ReminderDue(Duration.FromDays(1), Instant.FromUtc(2026, 10, 28, 9, 59)));
    }

    [Fact]
    public async Task A_holiday_of_the_institution_puts_them_to_the_day_before()
    {
        TrainingPorts ports = TrainingPorts.InMemory() with { Holidays = new Closed(new LocalDate(2026, 10, 27), new LocalDate(2026, 10, 27)) };
        Chancery chancery = await Chancery.OpenAsync(ports: ports);
        await chancery.ParticipantAsync();

        (await chancery.InviteAsync()).Sent.Single().Reminders[1].At.Should().Be(Instant.FromUtc(2026, 10, 26, 20, 59));
    }

    [Theory]
    [InlineData(30, "2026-09-28T20:59:00Z")]
    [InlineData(90, "2026-10-28T12:00:00Z")]
    public async Task A_long_closure_puts_them_before_it_unless_nobody_has_worked_for_two_months(int days, string due)
    {
        TrainingPorts ports = TrainingPorts.InMemory() with { Holidays = new Closed(new LocalDate(2026, 10, 28).PlusDays(1 - days), new LocalDate(2026, 10, 28)) };
        Chancery chancery = await Chancery.OpenAsync(ports: ports);
        chancery.Clock.Reset(Instant.FromUtc(2026, 6, 1, 3, 0));
        await chancery.ParticipantAsync();

        (await chancery.InviteAsync()).Sent.Single().Reminders[1].At.Should().Be(NodaTime.Text.InstantPattern.General.Parse(due).Value);
    }

    [Fact]
    public async Task Each_is_sent_once_when_it_falls_due()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        InvitationEntry entry = (await chancery.InviteAsync()).Sent.Single();
        await chancery.HeardAsync();

        chancery.Clock.Reset(Instant.FromUtc(2026, 10, 21, 20, 58));
        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(0);
        chancery.Clock.AdvanceMinutes(1);
        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(1);
        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(0);

        Notice notice = (await chancery.HeardAsync()).Should().ContainSingle().Which;
        (notice.Kind, notice.Recipient, notice.Arguments["uid"], notice.Arguments["sequence"], notice.Arguments["start"])
            .Should().Be(("notice.reminder", person, entry.Uid.ToString(), "0", "Thu 29 Oct 2026 08:00 -04:00"));
        (await chancery.EntryAsync(person)).Reminders.Select(r => r.Before).Should().Equal(Duration.FromDays(1));
    }

    [Fact]
    public async Task What_was_overslept_waits_for_the_morning_and_is_sent_once_for_all()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.HeardAsync();

        chancery.Clock.Reset(new LocalDateTime(2026, 10, 27, 22, 0).InZoneStrictly(s_newYork).ToInstant());
        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(0, "the night has begun");
        chancery.Clock.Reset(new LocalDateTime(2026, 10, 28, 5, 59).InZoneStrictly(s_newYork).ToInstant());
        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(0);
        chancery.Clock.AdvanceMinutes(1);
        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(1, "of two at once only one is sent");
        (await chancery.HeardAsync()).Should().ContainSingle();
        RemindersSettled settled = (await chancery.LedgerAsync())[^1].Event.Should().BeOfType<RemindersSettled>().Subject;
        settled.Settled.Should().Equal(Duration.FromDays(7), Duration.FromDays(1));
        settled.Sent.Should().Be(Duration.FromDays(1), "the nearest to the start is the one that still says something");
    }

    [Fact]
    public async Task What_was_overslept_before_a_postponement_is_not_sent_after_it()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        chancery.Clock.Reset(Instant.FromUtc(2026, 10, 22, 14, 0));
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);

        (await chancery.Desks.DueWork.RunAsync()).Should().Match<DueWorkReport>(r => r.InvitationsTold == 1 && r.RemindersSent == 0);

        (await chancery.EntryAsync(person)).Reminders.Should().OnlyContain(r => r.At > Instant.FromUtc(2026, 11, 1, 0, 0)).And.HaveCount(2);
    }

    [Fact]
    public async Task They_follow_the_institution_into_another_zone()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.Desks.Institutions.ChangeAsync(new(Chancery.Washington, new("", "Embassy"), InstitutionKind.Embassy, "", "", "Asia/Tokyo"), Chancery.Officer);

        await chancery.InviteAsync();

        // It begins on Thursday at 21:00 in Tokyo; the last minute of work before that hour is 16:59.
        (await chancery.EntryAsync(person)).Reminders.Select(r => r.At).Should().Equal(Instant.FromUtc(2026, 10, 22, 7, 59), Instant.FromUtc(2026, 10, 28, 7, 59));
    }

    [Fact]
    public async Task What_comes_too_late_is_not_sent()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        chancery.Clock.Reset(Instant.FromUtc(2026, 10, 29, 12, 0));

        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(0);

        (await chancery.HeardAsync()).Should().BeEmpty();
        (await chancery.EntryAsync(person)).Reminders.Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_is_invited_late_is_not_reminded_of_what_was_just_said()
    {
        Chancery chancery = await Chancery.OpenAsync();
        chancery.Clock.Reset(Instant.FromUtc(2026, 10, 26, 14, 0));
        await chancery.ParticipantAsync();

        (await chancery.InviteAsync()).Sent.Single().Reminders.Select(r => r.Before).Should().Equal(Duration.FromDays(1));
    }

    [Fact]
    public async Task After_a_postponement_they_begin_anew_and_a_change_of_something_else_repeats_none()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        chancery.Clock.Reset(Instant.FromUtc(2026, 10, 22, 14, 0));
        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(1);

        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        (await chancery.Desks.DueWork.RunAsync()).Should().Match<DueWorkReport>(r => r.InvitationsTold == 1 && r.RemindersSent == 0);
        (await chancery.EntryAsync(person)).Reminders.Select(r => r.Before).Should().Equal(Duration.FromDays(1));
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);
        await chancery.InviteAsync();
        (await chancery.EntryAsync(person)).Reminders.Select(r => r.Before).Should().Equal(Duration.FromDays(7), Duration.FromDays(1));
    }

    [Fact]
    public async Task The_ledger_falls_due_with_the_next_reminder_that_still_stands()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, registration) = await chancery.ParticipantAsync();
        (await NextDueAsync()).Should().BeNull();
        await chancery.InviteAsync();
        (await NextDueAsync()).Should().Be((await chancery.EntryAsync(person)).Reminders[0].At);

        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);
        await chancery.InviteAsync();
        (await NextDueAsync()).Should().Be((await chancery.EntryAsync(person)).Reminders[0].At);
        await chancery.CancelAsync(registration);
        await chancery.InviteAsync();
        (await NextDueAsync()).Should().BeNull();

        async Task<Instant?> NextDueAsync()
        {
            InvitationLedger ledger = InvitationLedger.Begin(InvitationLedger.StreamOf(Chancery.Code));
            foreach (JournalEntry entry in await chancery.LedgerAsync())
            {
                ledger.Apply(entry.Event);
            }

            return ledger.NextDue;
        }
    }

    [Fact]
    public async Task Whoever_is_no_longer_invited_is_not_reminded()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (_, registration) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.CancelAsync(registration);
        chancery.Clock.Reset(Instant.FromUtc(2026, 10, 22, 14, 0));

        DueWorkReport report = await chancery.Desks.DueWork.RunAsync();

        (report.InvitationsTold, report.RemindersSent).Should().Be((1, 0));
    }

    [Fact]
    public async Task A_reminder_never_comes_in_the_night_and_never_after_the_time_named() =>
        await Gen.Select(
            Gen.OneOf("Asia/Phnom_Penh", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Africa/Casablanca", "Pacific/Pago_Pago", "Australia/Lord_Howe"),
            Gen.OneOf("Mon-Fri 09:00-12:00 14:00-17:00", "Sun-Thu 07:30-15:30", "Mon-Sun 00:00-24:00", "none", "Mon 20:00-24:00", "Sat 05:00-06:30"),
            Gen.Int[0, 28 * 24], Gen.Int[0, 23], Gen.Int[1, 28])
            .SampleAsync(
                async (zone, hours, before, hour, day) =>
                {
                    Chancery chancery = await Chancery.OpenAsync(Chancery.AgendaOn(60 + day, hour));
                    var mission = InstitutionCode.Parse("ZZ-ANY-EMB");
                    await chancery.Desks.Institutions.AddAsync(new(mission, new("", "Any"), InstitutionKind.Embassy, "", "", zone, WorkingTime.Parse(hours)), Chancery.Officer);
                    await chancery.Invitations.OpenAsync(Chancery.Code, new() { Reminders = [Duration.FromHours(before)] }, Chancery.Officer);
                    InvitationEntry entry = (await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, mission, Chancery.Officer)).Sent.Single();

                    Instant wanted = entry.Last.Content.Start - Duration.FromHours(before);
                    Instant due = entry.Reminders.Single().At;
                    ZonedDateTime local = due.InZone(DateTimeZoneProviders.Tzdb[zone]);
                    due.Should().BeLessThanOrEqualTo(wanted);
                    local.Hour.Should().BeInRange(6, 21);
                    WorkingTime working = WorkingTime.Parse(hours);
                    if (hours != "none")
                    {
                        working.BandAt(local.LocalDateTime).Should().Be(WorkingBand.InHours);
                    }

                    // Nothing later would do as well.
                    for (Instant later = due + Duration.FromMinutes(1); later <= wanted; later += Duration.FromMinutes(1))
                    {
                        ZonedDateTime then = later.InZone(DateTimeZoneProviders.Tzdb[zone]);
                        (then.Hour is < 6 or > 21 || (hours != "none" && working.BandAt(then.LocalDateTime) != WorkingBand.InHours)).Should().BeTrue();
                    }
                },
                iter: 60, threads: 1);

    /// <summary>Days on which no institution works.</summary>
    private sealed class Closed(LocalDate first, LocalDate last) : IInstitutionHolidays, IHolidayCalendar
    {
        public string Id => "TEST";

        public string Source => "a decree";

        public DateInterval? Covered => new(first, last);

        public IHolidayCalendar? For(Institution institution) => this;

        public DayStatus On(LocalDate date) => date >= first && date <= last ? DayStatus.Holiday(new LocalizedText("", "A holiday")) : DayStatus.Unknown;
    }
}
