using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Presence counted by institution, for reports. Counts only: no person stands in it. Small groups may still be recognised (R56); the host decides whom it shows them to.</summary>
/// <remarks>Immutable.</remarks>
public sealed class PresenceTable
{
    private PresenceTable(ImmutableArray<InstitutionPresence> institutions, InstitutionPresence total) => (Institutions, Total) = (institutions, total);

    /// <summary>One row for each sending institution, ordered by code.</summary>
    public ImmutableArray<InstitutionPresence> Institutions { get; }

    /// <summary>Everybody together; its institution is null.</summary>
    public InstitutionPresence Total { get; }

    /// <summary>Counts a workshop's presence.</summary>
    /// <param name="presence">Presence of everybody.</param>
    /// <param name="session">The code of the session to count; null for the whole workshop.</param>
    /// <exception cref="ArgumentException">There are people, and nobody is measured against such a session.</exception>
    public static PresenceTable Of(WorkshopPresence presence, string? session = null)
    {
        ArgumentNullException.ThrowIfNull(presence);
        ImmutableArray<PersonPresence> people = session is null
            ? presence.People
            : [.. presence.People.Select(p => p with { Sessions = [.. p.Sessions.Where(s => s.Session == session)] }).Where(p => !p.Sessions.IsEmpty)];
        return people.IsEmpty && !presence.People.IsEmpty
            ? throw new ArgumentException("Nobody is measured against a session of this code.", nameof(session))
            : new(
                [.. people.GroupBy(p => p.Claim.Institution).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => Row(g.Key, [.. g]))],
                Row(null, people));
    }

    private static InstitutionPresence Row(InstitutionCode? institution, ImmutableArray<PersonPresence> people)
    {
        int room = 0, call = 0, both = 0;
        double shares = 0;
        Duration present = Duration.Zero;
        foreach (PersonPresence person in people)
        {
            shares += person.Share;
            Duration own = person.Present;
            present += own;
            if (own == Duration.Zero)
            {
                continue;
            }

            bool inRoom = person.Sessions.Any(s => s.InRoom), inCall = person.Sessions.Any(s => s.InCall);
            if (inRoom && inCall)
            {
                both++;
            }
            else if (inRoom || (!inCall && person.Claim.Mode == DeliveryMode.InPerson))
            {
                room++;
            }
            else
            {
                call++;
            }
        }

        return new(institution, people.Length, room, call, both, people.IsEmpty ? 0 : shares / people.Length, present);
    }
}

/// <summary>Presence of one institution's people.</summary>
/// <param name="Institution">The sending institution; null for everybody together.</param>
/// <param name="Registered">How many were measured: confirmed, or present before somebody took over their seat.</param>
/// <param name="InRoom">How many were present in the room only; also those whom only a correction says to have been there, where they registered for the room.</param>
/// <param name="InCall">How many were present in the call only, correspondingly.</param>
/// <param name="InBoth">How many were present in both (R27, R35).</param>
/// <param name="MeanShare">The mean over those registered of the part of the counted time that they attended, from 0 to 1.</param>
/// <param name="Present">The time attended, of all together.</param>
public sealed record InstitutionPresence(InstitutionCode? Institution, int Registered, int InRoom, int InCall, int InBoth, double MeanShare, Duration Present)
{
    /// <summary>How many were present at all.</summary>
    public int Attended => InRoom + InCall + InBoth;

    /// <summary>How many were never present.</summary>
    public int Absent => Registered - Attended;

    /// <summary>The time attended in hours.</summary>
    public double Hours => Present.TotalHours;
}
