namespace Diplomacy.Training;

/// <summary>When an offer lapses: an instant within the working time of the institution whose official has to answer (R16).</summary>
internal static class OfferDeadline
{
    private static readonly WorkingTime s_none = WorkingTime.Parse("none");

    /// <summary>
    /// The first working moment by which the offer has lasted long enough and left enough working time; the last working moment before the cut-off
    /// where that comes sooner. Without any working time the hold alone counts.
    /// </summary>
    /// <param name="terms">How long an offer lasts.</param>
    /// <param name="working">The working time of the institution, in its own zone.</param>
    /// <param name="holidays">Its holidays, on which nobody works; null when nobody knows them. A day that they do not know is an ordinary day of its weekday.</param>
    /// <param name="zone">That zone.</param>
    /// <param name="now">When the offer is made.</param>
    /// <param name="cutOff">From when on no seat is passed on any more.</param>
    /// <returns>Null when the institution does not work between now and the cut-off: nobody could answer.</returns>
    internal static Instant? Of(OfferTerms terms, WorkingTime working, IHolidayCalendar? holidays, DateTimeZone zone, Instant now, Instant cutOff)
    {
        Instant held = now + terms.Hold;
        if (working.Equals(s_none))
        {
            return Instant.Min(held, cutOff);
        }

        Duration left = terms.WorkingTime;
        Instant? last = null;
        Instant reached = now;
        for (LocalDate day = now.InZone(zone).Date; zone.AtLeniently(day.AtMidnight()).ToInstant() < cutOff; day = day.PlusDays(1))
        {
            foreach (WorkingInterval interval in working.HoursOn(day, holidays?.On(day)))
            {
                (Instant start, Instant end) = interval.On(day, zone);

                // Times that the zone skips are moved, and may then lie upon the hours that follow: each moment counts once.
                Instant from = Instant.Max(start, reached);
                if (from >= cutOff)
                {
                    return last;
                }

                if (from >= end)
                {
                    continue;
                }

                Instant enough = Instant.Max(from + Duration.Max(left, Duration.Zero), held);
                if (enough < end)
                {
                    return enough <= cutOff ? enough : cutOff;
                }

                left -= end - from;
                reached = end;
                last = Instant.Min(end, cutOff);
            }
        }

        return last;
    }
}
