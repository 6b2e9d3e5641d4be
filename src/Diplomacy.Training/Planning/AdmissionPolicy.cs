using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>How a workshop admits people: who may ask, whether somebody approves, and whether a freed seat is given or offered.</summary>
/// <remarks>Immutable; <c>new()</c> is valid: everybody may ask, nobody approves, and whoever waits is given the freed seat.</remarks>
public sealed record AdmissionPolicy
{
    /// <summary>Who may ask for a place.</summary>
    /// <value><see cref="RegistrationAccess.Open"/></value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public RegistrationAccess Access { get; init => field = Defined(value); }

    /// <summary>Whose people are invited, when <see cref="Access"/> is <see cref="RegistrationAccess.InvitedOnly"/>; the book holds further people invited one by one.</summary>
    /// <value>None.</value>
    /// <exception cref="ArgumentException">One of the codes is <c>default</c>.</exception>
    public ImmutableArray<InstitutionCode> InvitedInstitutions
    {
        get;
        init => field = value.IsDefault ? []
            : !value.Contains(default) ? [.. value.Distinct().Order()]
            : throw new ArgumentException("One of the invited institutions has an empty code.", nameof(InvitedInstitutions));
    } = [];

    /// <summary>Whether somebody approves participants before they are admitted, and whether they hold a seat until then (R2). Other roles are named by the organiser and need no approval.</summary>
    /// <value><see cref="ApprovalPolicy.None"/></value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public ApprovalPolicy Approval { get; init => field = Defined(value); }

    /// <summary>How a freed seat is offered to whoever waits; null when it is given without asking.</summary>
    public OfferTerms? Offers { get; init; }

    /// <summary>Equal when everything is.</summary>
    /// <param name="other">The policy to compare with.</param>
    public bool Equals(AdmissionPolicy? other) =>
        other is not null && Access == other.Access && Approval == other.Approval && Offers == other.Offers && InvitedInstitutions.SequenceEqual(other.InvitedInstitutions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Access, Approval, Offers, InvitedInstitutions.Length);

    private static T Defined<T>(T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(typeof(T).Name, value, "This value is not defined.");
}

/// <summary>Who may ask for a place in a workshop.</summary>
public enum RegistrationAccess
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>People of the invited institutions, and people invited one by one.</summary>
    InvitedOnly,
}

/// <summary>Whether somebody approves registrations, and what a registration holds until then (R2).</summary>
public enum ApprovalPolicy
{
    /// <summary>Nobody approves.</summary>
    None,

    /// <summary>A registration that found a seat holds it while approval is pending.</summary>
    HoldsSeat,

    /// <summary>A registration holds nothing until it is approved; capacity is then checked again.</summary>
    HoldsNoSeat,
}

/// <summary>How long an offered seat is kept for whoever waited for it (R3, R16).</summary>
/// <remarks>
/// Immutable. An offer lasts at least <see cref="Hold"/>, leaves at least <see cref="WorkingTime"/> of the sending institution's own working time to answer,
/// and lapses within that working time, never in its night, on its day of rest or on a holiday that is known (see <see cref="IInstitutionHolidays"/>).
/// </remarks>
public sealed record OfferTerms
{
    /// <summary>Describes the terms.</summary>
    /// <param name="hold">How long an offer lasts at least: above zero, up to 90 days.</param>
    /// <param name="workingTime">How much working time of the institution an offer leaves at least, up to 100 hours; two hours when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A duration is out of its range.</exception>
    public OfferTerms(Duration hold, Duration? workingTime = null)
    {
        if (hold <= Duration.Zero || hold > Duration.FromDays(90))
        {
            throw new ArgumentOutOfRangeException(nameof(hold), $"An offer lasts more than nothing and at most 90 days, not {hold}.");
        }

        Duration working = workingTime ?? Duration.FromHours(2);
        if (working < Duration.Zero || working > Duration.FromHours(100))
        {
            throw new ArgumentOutOfRangeException(nameof(workingTime), $"An offer leaves from none to 100 hours of working time, not {working}.");
        }

        (Hold, WorkingTime) = (hold, working);
    }

    /// <summary>How long an offer lasts at least.</summary>
    public Duration Hold { get; }

    /// <summary>How much working time of the institution an offer leaves at least.</summary>
    public Duration WorkingTime { get; }
}
