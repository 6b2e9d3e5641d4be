namespace Diplomacy.Training;

/// <summary>When a reminder is sent: in the working time of the institution whose official reads it, and never in the night.</summary>
internal static class ReminderTime
{
    private const int FurthestDays = 60;
    private static readonly LocalTime s_morning = new(6, 0);
    private static readonly LocalTime s_night = new(22, 0);

    /// <summary>
    /// The latest minute at or before the wanted moment that lies in working time and not between 22:00 and 06:00. Where nobody works for 60 days before it,
    /// the latest minute that is not in the night.
    /// </summary>
    /// <param name="wanted">When it would be sent if nobody slept.</param>
    /// <param name="working">The working time of the institution, in its own zone.</param>
    /// <param name="holidays">Its holidays; null where nobody knows them. A day of which the calendar knows nothing has its usual hours.</param>
    /// <param name="zone">That zone.</param>
    internal static Instant Of(Instant wanted, WorkingTime working, IHolidayCalendar? holidays, DateTimeZone zone)
    {
        Instant? waking = null;
        LocalDate last = wanted.InZone(zone).Date;
        for (LocalDate day = last; Period.DaysBetween(day, last) <= FurthestDays; day = day.PlusDays(-1))
        {
            Instant from = zone.AtLeniently(day.At(s_morning)).ToInstant();
            Instant until = zone.AtLeniently(day.At(s_night)).ToInstant();
            waking ??= Latest(from, until, wanted);
            foreach (WorkingInterval interval in working.On(day, holidays?.On(day)).Reverse())
            {
                (Instant start, Instant end) = interval.On(day, zone);
                if (Latest(Instant.Max(start, from), Instant.Min(end, until), wanted) is { } moment)
                {
                    return moment;
                }
            }
        }

        return waking ?? wanted;
    }

    /// <summary>Whether nobody should be written to at a moment.</summary>
    internal static bool IsNight(Instant moment, DateTimeZone zone) => moment.InZone(zone).TimeOfDay is var time && (time < s_morning || time >= s_night);

    /// <summary>The wanted moment where it lies within; else the last minute before the end, where that is not later than wanted.</summary>
    private static Instant? Latest(Instant from, Instant until, Instant wanted)
    {
        Instant moment = Instant.Min(wanted, until - Duration.FromMinutes(1));
        return from <= moment ? moment : null;
    }
}
