using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>A limit on participants' seats of some institutions. Quotas may overlap: a seat must satisfy all that it falls under (R1).</summary>
/// <remarks>Immutable.</remarks>
public sealed class Quota : IEquatable<Quota>
{
    private const string EachMission = "each-mission";

    private Quota(string name, int seats, QuotaScope scope, ImmutableArray<InstitutionCode> institutions, InstitutionKind? kind, string? group = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        (Name, Seats, Scope, Institutions, InstitutionKind, Group) = (name, seats, scope, institutions, kind, group);
    }

    /// <summary>Its name, unique in a seat plan: the institution's code, <c>each-mission</c>, a kind, a group, or the name of a list of institutions.</summary>
    public string Name { get; }

    /// <summary>How many seats.</summary>
    public int Seats { get; }

    /// <summary>How the seats are shared.</summary>
    public QuotaScope Scope { get; }

    /// <summary>The institutions that it is about, where it names them.</summary>
    public ImmutableArray<InstitutionCode> Institutions { get; }

    /// <summary>The kind of institution that it is about, where it names one.</summary>
    public InstitutionKind? InstitutionKind { get; }

    /// <summary>The group that it is about, such as <c>region/asean</c>, or the dimension, such as <c>region</c>, each of whose groups has so many of its own; null where it is about neither.</summary>
    public string? Group { get; }

    /// <summary>At most so many from one institution.</summary>
    /// <param name="institution">The institution.</param>
    /// <param name="seats">0 or more.</param>
    /// <exception cref="ArgumentException">The institution is <c>default</c>, or the number is negative.</exception>
    public static Quota For(InstitutionCode institution, int seats)
    {
        ArgumentException.ThrowIfNullOrEmpty(institution.ToString(), nameof(institution));
        return new(institution.ToString(), seats, QuotaScope.Together, [institution], null);
    }

    /// <summary>At most so many from each mission abroad.</summary>
    /// <param name="seats">0 or more, for each mission by itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Quota ForEachMission(int seats) => new(EachMission, seats, QuotaScope.EachMission, [], null);

    /// <summary>At most so many from all institutions of a kind together.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="seats">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not one, or the number is negative.</exception>
    public static Quota ForAll(InstitutionKind kind, int seats) =>
        Enum.IsDefined(kind)
            ? new($"kind/{CodeOf(kind)}", seats, QuotaScope.Together, [], kind)
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is not a kind of institution.");

    /// <summary>At most so many from a group of institutions together.</summary>
    /// <param name="name">The group's name: lower-case letters, digits and hyphens, but not <c>each-mission</c>, the name of <see cref="ForEachMission"/>.</param>
    /// <param name="seats">0 or more.</param>
    /// <param name="institutions">The group.</param>
    /// <exception cref="ArgumentException">The name is not usable, the group is empty or holds a <c>default</c> code, or the number is negative.</exception>
    public static Quota ForGroup(string name, int seats, params InstitutionCode[] institutions)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(institutions);
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || institutions.Length == 0)
        {
            throw new ArgumentException($"A group needs a name of lower-case letters, digits and hyphens, and at least one institution; '{name}' has {institutions.Length}.", nameof(name));
        }

        if (name == EachMission || institutions.Contains(default))
        {
            throw new ArgumentException($"The group '{name}' would be taken for the quota of each mission, or holds a code that names nothing.", nameof(name));
        }

        return new(name, seats, QuotaScope.Together, [.. institutions.Distinct().Order()], null);
    }

    /// <summary>At most so many from a group that the ministry defines, such as a region or a grade; see <see cref="SeatGroup"/>.</summary>
    /// <param name="group">The group.</param>
    /// <param name="seats">0 or more.</param>
    /// <exception cref="ArgumentException">The group is <c>default</c>, or the number is negative.</exception>
    public static Quota For(SeatGroup group, int seats)
    {
        ArgumentException.ThrowIfNullOrEmpty(group.ToString(), nameof(group));
        return new($"group/{group}", seats, QuotaScope.Together, [], null, group.ToString());
    }

    /// <summary>At most so many from each group of a dimension, such as each region or each grade.</summary>
    /// <param name="dimension">The dimension, such as <c>region</c>: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="seats">0 or more, for each group by itself.</param>
    /// <exception cref="ArgumentException">The dimension is not usable, or the number is negative.</exception>
    public static Quota ForEach(string dimension, int seats)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return SeatGroup.IsPart(dimension)
            ? new($"each/{dimension}", seats, QuotaScope.EachGroup, [], null, dimension)
            : throw new ArgumentException($"'{dimension}' is not a dimension of groups: 1 to 40 lower-case letters, digits and hyphens.", nameof(dimension));
    }

    /// <summary>The limits that a seat falls under by this quota; none when the quota is not about it, and several where the seat is in several groups of one dimension.</summary>
    /// <param name="claim">Whose seat.</param>
    public IEnumerable<SeatLimit> LimitsFor(SeatClaim claim) => Scope switch
    {
        QuotaScope.EachMission => claim.InstitutionKind.IsMission() ? [new($"quota/{Name}/{claim.Institution}", Seats)] : [],
        QuotaScope.EachGroup => claim.Groups.All.Where(g => g.Dimension == Group).Select(g => new SeatLimit($"quota/each/{g}", Seats)),
        _ when Group is { } group => claim.Groups.Contains(SeatGroup.Parse(group)) ? [new($"quota/{Name}", Seats)] : [],
        _ when InstitutionKind is { } kind => claim.InstitutionKind == kind ? [new($"quota/{Name}", Seats)] : [],
        _ => Institutions.Contains(claim.Institution) ? [new($"quota/{Name}", Seats)] : [],
    };

    /// <summary>Equal when name, seats, scope, institutions and kind are.</summary>
    /// <param name="other">The quota to compare with.</param>
    public bool Equals(Quota? other) =>
        other is not null && Name == other.Name && Seats == other.Seats && Scope == other.Scope && InstitutionKind == other.InstitutionKind && Group == other.Group && Institutions.SequenceEqual(other.Institutions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Quota);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Seats);

    /// <summary>The stable word for a kind in a limit's key: what the journal keeps does not follow the names in the code.</summary>
    private static string CodeOf(InstitutionKind kind) => kind switch
    {
        Training.InstitutionKind.Ministry => "ministry",
        Training.InstitutionKind.Department => "department",
        Training.InstitutionKind.Embassy => "embassy",
        Training.InstitutionKind.PermanentMission => "permanent-mission",
        Training.InstitutionKind.ConsulateGeneral => "consulate-general",
        Training.InstitutionKind.Consulate => "consulate",
        Training.InstitutionKind.ProvincialOffice => "provincial-office",
        _ => "partner",
    };

    /// <summary>A quota as the journal has it. What it is about is checked here, where a payload is read, and not when the first seat is counted against it.</summary>
    internal static Quota Restore(string name, int seats, QuotaScope scope, ImmutableArray<InstitutionCode> institutions, InstitutionKind? kind, string? group) =>
        (scope, group) switch
        {
            (QuotaScope.EachGroup, _) => SeatGroup.IsPart(group ?? ""),
            (QuotaScope.Together, { } one) => SeatGroup.TryParse(one, out _),
            (_, null) => true,
            _ => false,
        }
            ? new(name, seats, scope, institutions, kind, group)
            : throw new FormatException($"The quota '{name}' is about '{group}', which is neither a group nor a dimension of groups.");
}

/// <summary>How the seats of a quota are shared.</summary>
public enum QuotaScope
{
    /// <summary>All that it is about share them.</summary>
    Together,

    /// <summary>Each mission abroad has so many of its own.</summary>
    EachMission,

    /// <summary>Each group of the dimension has so many of its own.</summary>
    EachGroup,
}
