using System.Text;
using Diplomacy.Training;
using Diplomacy.Training.Imports;
using NodaTime;

namespace TrainingConsole;

/// <summary>Whoever was in the calls, as far as the reports tell people apart: by e-mail address or user principal name, else by name.</summary>
/// <param name="Key">The address in small letters; or the name as first shown.</param>
/// <param name="HasAddress">Whether the key is an address.</param>
/// <param name="Name">The name as first shown.</param>
/// <param name="First">The first row.</param>
/// <param name="Rows">How many rows are evidence.</param>
/// <param name="Connections">Each connection once, though several files may tell it.</param>
/// <param name="Sessions">Presence in each session.</param>
internal sealed record CallPerson(
    string Key, bool HasAddress, string Name, SourceRow First, int Rows, IReadOnlyList<(Instant From, Instant? Until)> Connections, IReadOnlyList<SessionPresence> Sessions);

/// <summary>A row that is no evidence.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Reason">The stable code of why.</param>
/// <param name="Minutes">What the report says of the minutes in all, where it has no times.</param>
internal sealed record CallRowIgnored(SourceRow Row, string Name, string Reason, int? Minutes);

/// <summary>People who may be one, and were counted apart: a name or a user principal name that stands with several addresses.</summary>
/// <param name="Kind">The stable word for what they have in common.</param>
/// <param name="Common">The name or the user principal name.</param>
/// <param name="People">Who has it.</param>
internal sealed record CallLikeness(string Kind, string Common, IReadOnlyList<CallPerson> People);

/// <summary>What the reports of one or several calls say together: the union of all connections of each person, and what somebody has to look at.</summary>
internal sealed class CallAttendance
{
    internal const string SameName = "same-name";
    internal const string SameUserName = "same-user-name";

    private CallAttendance(IReadOnlyList<CallPerson> people, IReadOnlyList<CallRowIgnored> ignored, IReadOnlyList<CallLikeness> alike) => (People, Ignored, Alike) = (people, ignored, alike);

    /// <summary>Those with an address first, each group by its key.</summary>
    internal IReadOnlyList<CallPerson> People { get; }

    /// <summary>In the order of the files.</summary>
    internal IReadOnlyList<CallRowIgnored> Ignored { get; }

    internal IReadOnlyList<CallLikeness> Alike { get; }

    /// <summary>People known by their name alone, of whom nobody can say who they are (R30).</summary>
    internal IEnumerable<CallPerson> ByNameOnly => People.Where(p => !p.HasAddress);

    internal static CallAttendance Of(IReadOnlyList<AttendanceReading> readings, Agenda agenda)
    {
        var userNames = UserNames(readings);
        var people = new Dictionary<(string Key, bool HasAddress), Rows>();
        var ignored = new List<CallRowIgnored>();
        foreach (AttendanceReading reading in readings)
        {
            Dictionary<int, int?> totals = reading.Totals.ToDictionary(t => t.Number, t => t.Minutes);
            foreach (AttendanceRow row in reading.Log.Rows)
            {
                var place = new SourceRow(reading.Log.Source, row.Number);
                if (Refusal(row) is { } reason)
                {
                    ignored.Add(new(place, row.DisplayName, reason, totals.GetValueOrDefault(row.Number)));
                    continue;
                }

                string? address = AddressOf(row.Email) ?? (AddressOf(row.UserPrincipalName) is { } userName
                    ? userNames.TryGetValue(userName, out HashSet<string>? mails) && mails.Count == 1 ? mails.Single() : userName
                    : null);
                var key = (address ?? NameOf(row.DisplayName), address is not null);
                if (!people.TryGetValue(key, out Rows? rows))
                {
                    people.Add(key, rows = new(address ?? row.DisplayName, address is not null, row.DisplayName, place));
                }

                rows.Add(row);
            }
        }

        var merge = new AttendanceMerge(agenda);
        CallPerson[] all = [.. people.Values.Select(rows => rows.Person(merge)).OrderByDescending(p => p.HasAddress).ThenBy(p => p.Key, StringComparer.Ordinal)];
        return new(all, ignored, [.. SharingNames(all), .. SharingUserNames(all, userNames)]);
    }

    /// <summary>Why a row is no evidence (R28, R29); null when it is.</summary>
    private static string? Refusal(AttendanceRow row) =>
        row.InWaitingRoom ? "attendance.row-in-waiting-room"
        : row.Joined is null ? "attendance.row-without-beginning"
        : row.Left <= row.Joined ? "attendance.row-without-length"
        : null;

    /// <summary>The addresses that stand beside each user principal name.</summary>
    private static Dictionary<string, HashSet<string>> UserNames(IReadOnlyList<AttendanceReading> readings)
    {
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (AttendanceRow row in readings.SelectMany(r => r.Log.Rows))
        {
            if (AddressOf(row.UserPrincipalName) is { } userName && AddressOf(row.Email) is { } email)
            {
                if (!found.TryGetValue(userName, out HashSet<string>? mails))
                {
                    found.Add(userName, mails = new(StringComparer.Ordinal));
                }

                mails.Add(email);
            }
        }

        return found;
    }

    private static IEnumerable<CallLikeness> SharingNames(IReadOnlyList<CallPerson> people) =>
        from person in people
        let words = WordsOf(person.Name)
        where words.Length > 0
        group person by words into same
        where same.Count() > 1
        orderby same.Key
        select new CallLikeness(SameName, same.First().Name, [.. same]);

    private static IEnumerable<CallLikeness> SharingUserNames(IReadOnlyList<CallPerson> people, Dictionary<string, HashSet<string>> userNames) =>
        from userName in userNames.OrderBy(u => u.Key, StringComparer.Ordinal)
        let sharing = people.Where(p => p.HasAddress && (p.Key == userName.Key || userName.Value.Contains(p.Key))).ToArray()
        where sharing.Length > 1
        select new CallLikeness(SameUserName, userName.Key, sharing);

    private static string? AddressOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : Valid(text).Trim().ToLowerInvariant();

    private static string NameOf(string name) => string.Join(' ', Valid(name).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Neither case nor the order of the words tells names apart: SOK Dara, Dara Sok.
    private static string WordsOf(string name) => string.Join(' ', NameOf(name).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    // Files come from strangers: half a character cannot be brought into a normal form.
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);

    /// <summary>The rows of one person.</summary>
    private sealed class Rows(string key, bool hasAddress, string name, SourceRow first)
    {
        private readonly SortedSet<(Instant From, Instant? Until)> _connections = new(Comparer<(Instant From, Instant? Until)>.Create(
            (one, other) => one.From.CompareTo(other.From) is not 0 and var order ? order : Comparer<Instant?>.Default.Compare(one.Until, other.Until)));

        private int _count;

        internal void Add(AttendanceRow row)
        {
            _connections.Add((row.Joined!.Value, row.Left));
            _count++;
        }

        internal CallPerson Person(AttendanceMerge merge) => new(
            key, hasAddress, name, first, _count, [.. _connections], merge.Of(_connections.Select(c => PresenceEvidence.InCall(c.From, c.Until))));
    }
}
