namespace Diplomacy.Training;

/// <summary>The orders in which registrations are listed. Each is total: where it decides nothing, the order in which registrations were made does.</summary>
/// <remarks>Immutable and safe for use from many threads.</remarks>
public sealed class RegistrationOrder
{
    private readonly Func<Registration, string> _key;

    private RegistrationOrder(string code, Func<Registration, string> key, PersonOrder? people = null) => (Code, _key, People) = (code, key, people);

    /// <summary>The order in which registrations were made.</summary>
    public static RegistrationOrder ByRegistration { get; } = new("registration", _ => "");

    /// <summary>By the code of the sending institution.</summary>
    public static RegistrationOrder ByInstitution { get; } = new("institution", r => r.Institution.ToString());

    /// <summary>By where they stand: confirmed, offered, awaiting approval, waiting; then what has ended: substituted, cancelled, lapsed, declined, rejected.</summary>
    public static RegistrationOrder ByStatus { get; } = new("status", r => Place(r.Status));

    /// <summary>As <see cref="PersonOrder.ByKhmerName"/>; people who were erased come last.</summary>
    public static RegistrationOrder ByKhmerName { get; } = new("khmer-name", _ => "", PersonOrder.ByKhmerName);

    /// <summary>As <see cref="PersonOrder.ByLatinName"/>; people who were erased come last.</summary>
    public static RegistrationOrder ByLatinName { get; } = new("latin-name", _ => "", PersonOrder.ByLatinName);

    /// <summary>As <see cref="PersonOrder.ByPrecedence"/>; people who were erased come last.</summary>
    /// <param name="ranks">The ministry's order of ranks. All pages of a list must be asked for with the same.</param>
    public static RegistrationOrder ByPrecedence(RankTable ranks) => new("precedence", _ => "", PersonOrder.ByPrecedence(ranks));

    internal string Code { get; }

    /// <summary>The order of the people; null where it is not theirs.</summary>
    internal PersonOrder? People { get; }

    /// <summary>Registrations in this order, each with what its place rests on.</summary>
    internal ListRow[] Arrange((int Index, Registration Registration)[] rows, Dictionary<PersonId, (Journal.RecordId Record, Person Person)> people)
    {
        if (People is not { } order)
        {
            return [.. rows.Select(r => (Key: _key(r.Registration), r.Index, r.Registration)).OrderBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.Index)
                .Select(r => new ListRow(r.Registration, r.Key))];
        }

        // Whoever was erased has no name to be ordered by.
        Dictionary<PersonId, int> places = order.Arrange(people.Select(p => (p.Key, p.Value.Person))).Select((p, place) => (p.Id, place)).ToDictionary(p => p.Id, p => p.place);
        return [.. rows.OrderBy(r => places.GetValueOrDefault(r.Registration.Person, int.MaxValue)).ThenBy(r => r.Index)
            .Select(r => new ListRow(r.Registration, people.TryGetValue(r.Registration.Person, out var known) ? known.Record.ToString() : ""))];
    }

    private static string Place(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Confirmed => "0",
        RegistrationStatus.Offered => "1",
        RegistrationStatus.AwaitingApproval => "2",
        RegistrationStatus.Waiting => "3",
        RegistrationStatus.Substituted => "4",
        RegistrationStatus.Cancelled => "5",
        RegistrationStatus.Lapsed => "6",
        RegistrationStatus.Declined => "7",
        _ => "8",
    };
}

/// <summary>A registration in a list, and what its place in the order rests on: while that is the same, the place is.</summary>
internal readonly record struct ListRow(Registration Registration, string Rests);
