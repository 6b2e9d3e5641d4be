using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Of whom a question is asked, by what their seat is claimed for.</summary>
/// <remarks>
/// Immutable; <c>new()</c> is valid and means everybody. What is left empty does not matter; of what is named one must fit, and everything that is named must:
/// <c>new() { Modes = [InPerson], Roles = [Speaker, Moderator] }</c> asks speakers and moderators who come to the room.
/// </remarks>
public sealed record QuestionAudience
{
    /// <summary>Everybody.</summary>
    public static QuestionAudience Everybody { get; } = new();

    /// <summary>Everybody who comes to the room.</summary>
    public static QuestionAudience InTheRoom { get; } = new() { Modes = [DeliveryMode.InPerson] };

    /// <summary>The modes of those who are asked, each once.</summary>
    /// <value>None: any.</value>
    /// <exception cref="ArgumentOutOfRangeException">A mode is not defined.</exception>
    public ImmutableArray<DeliveryMode> Modes { get; init => field = Defined(value, nameof(Modes)); } = [];

    /// <summary>The roles of those who are asked, each once.</summary>
    /// <value>None: any.</value>
    /// <exception cref="ArgumentOutOfRangeException">A role is not defined.</exception>
    public ImmutableArray<ParticipantRole> Roles { get; init => field = Defined(value, nameof(Roles)); } = [];

    /// <summary>What the sending institutions of those who are asked are, each kind once.</summary>
    /// <value>None: any.</value>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined.</exception>
    public ImmutableArray<InstitutionKind> InstitutionKinds { get; init => field = Defined(value, nameof(InstitutionKinds)); } = [];

    /// <summary>The groups of which those who are asked belong to one at least.</summary>
    /// <value>None: any.</value>
    public SeatGroups Groups { get; init; }

    /// <summary>Whether somebody is asked.</summary>
    /// <param name="claim">What that person's seat is claimed for.</param>
    public bool Includes(SeatClaim claim) =>
        (Modes.IsEmpty || Modes.Contains(claim.Mode))
        && (Roles.IsEmpty || Roles.Contains(claim.Role))
        && (InstitutionKinds.IsEmpty || InstitutionKinds.Contains(claim.InstitutionKind))
        && (Groups == default || Groups.All.Any(claim.Groups.Contains));

    /// <summary>Equal when the same people are meant by the same words.</summary>
    /// <param name="other">The audience to compare with.</param>
    public bool Equals(QuestionAudience? other) =>
        other is not null && Modes.SequenceEqual(other.Modes) && Roles.SequenceEqual(other.Roles)
        && InstitutionKinds.SequenceEqual(other.InstitutionKinds) && Groups == other.Groups;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Modes.Length, Roles.Length, InstitutionKinds.Length, Groups);

    private static ImmutableArray<T> Defined<T>(ImmutableArray<T> values, string parameter)
        where T : struct, Enum =>
        values.IsDefault ? []
        : values.All(Enum.IsDefined) ? [.. values.Distinct().Order()]
        : throw new ArgumentOutOfRangeException(parameter, "One of the values is not defined.");
}
