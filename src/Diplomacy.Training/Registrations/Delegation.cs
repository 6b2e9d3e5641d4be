using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The place of a member within a delegation.</summary>
public enum DelegationRank
{
    /// <summary>Leads the delegation; there is at most one.</summary>
    Head,

    /// <summary>Leads it in the head's absence.</summary>
    Deputy,

    /// <summary>Belongs to it.</summary>
    Member,

    /// <summary>Stands in for members; listed last.</summary>
    Alternate,
}

/// <summary>Whom a member of a delegation represents: an institution, or whoever the words say, such as “representing the Minister”.</summary>
/// <remarks>Immutable. Words may be about people: they stand in a personal record of the member, never in the journal.</remarks>
public sealed record Representation
{
    private Representation(InstitutionCode? institution, LocalizedText? words) => (Institution, Words) = (institution, words);

    /// <summary>The institution represented; null when it is told in words.</summary>
    public InstitutionCode? Institution { get; }

    /// <summary>Who is represented, in words; null when an institution is.</summary>
    public LocalizedText? Words { get; }

    /// <summary>Represents an institution.</summary>
    /// <param name="institution">Which.</param>
    /// <exception cref="ArgumentException">The code is <c>default</c>.</exception>
    public static Representation Of(InstitutionCode institution)
    {
        ArgumentException.ThrowIfNullOrEmpty(institution.ToString(), nameof(institution));
        return new(institution, null);
    }

    /// <summary>Represents whoever the words say.</summary>
    /// <param name="words">At most 300 characters in each language, such as “the Minister”.</param>
    /// <exception cref="ArgumentException">The words are too long. The message does not hold them.</exception>
    public static Representation InWords(LocalizedText words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Math.Max(words.Khmer.Length, words.English.Length) <= 300
            ? new(null, words)
            : throw new ArgumentException("Whom somebody represents is told in at most 300 characters.", nameof(words));
    }

    /// <summary>The institution's code, or only that somebody is represented.</summary>
    public override string ToString() => Institution?.ToString() ?? "(somebody)";
}

/// <summary>Somebody in a delegation, as asked for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Registration">The registration, which must be active, in whatever role.</param>
/// <param name="Rank">Head, deputy, member or alternate.</param>
/// <exception cref="ArgumentException">The rank is none of those defined.</exception>
public sealed record DelegationMember(RegistrationId Registration, DelegationRank Rank = DelegationRank.Member)
{
    /// <summary>Head, deputy, member or alternate.</summary>
    public DelegationRank Rank { get; init => field = Defined(value); } = Defined(Rank);

    /// <summary>Whom the member represents.</summary>
    /// <value>null: nobody but the delegation.</value>
    public Representation? Representing { get; init; }

    private static DelegationRank Defined(DelegationRank rank) =>
        Enum.IsDefined(rank) ? rank : throw new ArgumentOutOfRangeException(nameof(rank), rank, "This value is not defined.");
}

/// <summary>A delegation to be formed, or as it is to be from now on.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DelegationRequest
{
    /// <summary>Describes a delegation.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="institutions">Whose delegation it is, the leading institution first.</param>
    /// <param name="members">Everybody in it, in the delegation's own order.</param>
    /// <exception cref="ArgumentException">There is no institution or no member, one of them is empty, or an institution stands twice.</exception>
    public DelegationRequest(WorkshopId workshop, IReadOnlyList<InstitutionCode> institutions, IReadOnlyList<DelegationMember> members)
    {
        ArgumentNullException.ThrowIfNull(institutions);
        ArgumentNullException.ThrowIfNull(members);
        if (institutions.Count == 0 || institutions.Contains(default) || institutions.Distinct().Count() != institutions.Count)
        {
            throw new ArgumentException("A delegation is that of one or several institutions, each named once.", nameof(institutions));
        }

        if (members.Count == 0 || members.Contains(null!))
        {
            throw new ArgumentException("A delegation has members; to end one, dissolve it.", nameof(members));
        }

        (Workshop, Institutions, Members) = (workshop, [.. institutions], [.. members]);
    }

    /// <summary>The workshop.</summary>
    public WorkshopId Workshop { get; }

    /// <summary>Whose delegation it is, the leading institution first.</summary>
    public ImmutableArray<InstitutionCode> Institutions { get; }

    /// <summary>Everybody in it, in the delegation's own order.</summary>
    public ImmutableArray<DelegationMember> Members { get; }
}

/// <summary>A place in a delegation, as the journal holds it.</summary>
/// <param name="Registration">Who holds it.</param>
/// <param name="Rank">Head, deputy, member or alternate.</param>
/// <param name="Represents">The institution represented; null when none is.</param>
/// <param name="RepresentsInWords">The member's personal record of whom else the member represents; null when nobody.</param>
public sealed record DelegationPlace(RegistrationId Registration, DelegationRank Rank, InstitutionCode? Represents = null, RecordRef? RepresentsInWords = null);

/// <summary>A delegation as it stands.</summary>
/// <remarks>
/// Immutable: a picture of one version. Whoever takes over a registration takes over its place, also that of the head: no deputy moves up by itself, since who leads a delegation
/// is for its institution to say. The institution represented goes with the place; words about whom the first person represented do not.
/// Who is no longer registered keeps the place, is not listed, and stands in it again when the registration is restored.
/// </remarks>
/// <param name="Id">The delegation's id.</param>
/// <param name="Institutions">Whose it is, the leading institution first.</param>
/// <param name="Places">Everybody in it, in the delegation's own order.</param>
/// <param name="FormedAt">When it was formed.</param>
public sealed record Delegation(DelegationId Id, ImmutableArray<InstitutionCode> Institutions, ImmutableArray<DelegationPlace> Places, Instant FormedAt)
{
    /// <summary>When it was dissolved; null while it stands.</summary>
    public Instant? DissolvedAt { get; init; }

    /// <summary>The place of a registration; null when it has none here.</summary>
    /// <param name="registration">The registration.</param>
    public DelegationPlace? PlaceOf(RegistrationId registration) => Places.FirstOrDefault(p => p.Registration == registration);
}
