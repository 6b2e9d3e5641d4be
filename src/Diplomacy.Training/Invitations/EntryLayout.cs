using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Which entries somebody has in the calendar, and which sessions each of them spans.</summary>
/// <param name="Key">Which of the entries: the same after a postponement, so that it moves and does not end.</param>
/// <param name="Sitting">The sitting; null where it is one for all.</param>
/// <param name="Sessions">The sessions, in order of time.</param>
internal sealed record EntryLayout(string Key, string? Sitting, ImmutableArray<InvitedSession> Sessions)
{
    /// <summary>The entries of whoever takes part in a sitting, or in all of them.</summary>
    /// <param name="agenda">The agenda.</param>
    /// <param name="sitting">The sitting; null for somebody who is bound to none, and for institutions: then each sitting has entries of its own.</param>
    /// <param name="entries">For what there is an entry.</param>
    internal static ImmutableArray<EntryLayout> Of(Agenda agenda, string? sitting, CalendarEntries entries)
    {
        ScheduledItem[] sessions = [.. agenda.SessionsOf(sitting)];
        if (entries == CalendarEntries.Sessions)
        {
            return [.. sessions.Select(s => new EntryLayout($"session-{s.Item.Code}", sitting ?? ((Session)s.Item).Sitting, [Of(s)]))];
        }

        LocalDate[] days = [.. sessions.Select(s => s.Item.Start.Date).Distinct().Order()];
        return
        [
            .. from session in sessions
               let own = sitting is null ? ((Session)session.Item).Sitting : null
               group session by (Day: Array.IndexOf(days, session.Item.Start.Date) + 1, Own: own) into day
               orderby day.Key.Day, day.Key.Own is not null, day.First().Time.Start
               select new EntryLayout(
                   FormattableString.Invariant($"day-{day.Key.Day}{(day.Key.Own is { } own ? $"-{own}" : "")}"), sitting ?? day.Key.Own, [.. day.OrderBy(s => s.Time.Start).Select(Of)]),
        ];
    }

    private static InvitedSession Of(ScheduledItem session) => new(session.Item.Code, session.Item.Title, session.Item.Start, session.Time.Start, session.Time.End);
}
