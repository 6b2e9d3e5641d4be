namespace Diplomacy.Training;

/// <summary>The cut-offs of a book, all settled: each from the workshop's window or its default (R15), and none later than the end of the agenda.</summary>
/// <param name="Opens">Registrations are accepted from here on; null for from publication.</param>
/// <param name="Closes">Registrations are no longer accepted from here on.</param>
/// <param name="PromotesUntil">Freed seats no longer go to the waiting list from here on, and the list closes.</param>
/// <param name="CancelsUntil">Participants can no longer cancel from here on.</param>
/// <param name="ChangesUntil">Mode, sitting and person can no longer be changed from here on, but by officials of the organiser.</param>
public sealed record RegistrationCutoffs(Instant? Opens, Instant Closes, Instant PromotesUntil, Instant CancelsUntil, Instant ChangesUntil)
{
    internal static RegistrationCutoffs Of(WorkshopPlan plan)
    {
        Instant start = plan.Agenda.Sessions.First().Time.Start;
        Instant end = plan.Agenda.Time.End;
        RegistrationWindow window = plan.Registration;
        Instant closes = Instant.Min(window.Closes ?? start, end);
        return new(
            window.Opens, closes, Instant.Min(window.PromotesUntil ?? closes, end), Instant.Min(window.CancelsUntil ?? start, end), Instant.Min(window.ChangesUntil ?? closes, end));
    }
}
