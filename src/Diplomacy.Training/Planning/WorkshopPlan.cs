using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What an organiser plans: everything about a workshop but its life.</summary>
/// <remarks>Immutable.</remarks>
public sealed record WorkshopPlan
{
    /// <summary>Begins a plan.</summary>
    /// <param name="code">The code under which the workshop is filed.</param>
    /// <param name="host">The institution that hosts and issues.</param>
    /// <exception cref="FormatException">The code is not a workshop's code.</exception>
    /// <exception cref="ArgumentException">The host is <c>default</c>.</exception>
    public WorkshopPlan(string code, InstitutionCode host)
        : this(WorkshopId.Parse(code), host)
    {
    }

    /// <summary>Begins a plan.</summary>
    /// <param name="id">The code under which the workshop is filed.</param>
    /// <param name="host">The institution that hosts and issues.</param>
    /// <exception cref="ArgumentException">One of the codes is <c>default</c>.</exception>
    public WorkshopPlan(WorkshopId id, InstitutionCode host)
    {
        ArgumentException.ThrowIfNullOrEmpty(id.ToString(), nameof(id));
        ArgumentException.ThrowIfNullOrEmpty(host.ToString(), nameof(host));
        (Id, Host) = (id, host);
    }

    /// <summary>The code under which the workshop is filed.</summary>
    public WorkshopId Id { get; }

    /// <summary>The institution that hosts and issues.</summary>
    public InstitutionCode Host { get; }

    /// <summary>The title in both languages, as printed on certificates.</summary>
    public required LocalizedText Title
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Title));
    }

    /// <summary>The agenda in the host's zone.</summary>
    public required Agenda Agenda
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Agenda));
    }

    /// <summary>How many may take part.</summary>
    public required SeatPlan Seats
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Seats));
    }

    /// <summary>Where the room is, as printed; null for a workshop online alone.</summary>
    public LocalizedText? Venue { get; init; }

    /// <summary>By which rules awards are earned; none when no certificates are issued.</summary>
    public ImmutableArray<AwardPolicy> Awards
    {
        get;
        init => field = value.IsDefault ? [] : !value.Contains(null!) ? value : throw new ArgumentException("An award policy is null.", nameof(Awards));
    } = [];

    /// <summary>When people may register.</summary>
    /// <value>From publication until the first session begins.</value>
    public RegistrationWindow Registration
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Registration));
    } = new();

    /// <summary>Who may register, whether somebody approves, and how freed seats are passed on.</summary>
    /// <value>Everybody may register, nobody approves, and a freed seat is given to whoever waits.</value>
    public AdmissionPolicy Admission
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Admission));
    } = new();

    /// <summary>What those who register are asked, in the order in which it is shown; each code once.</summary>
    /// <value>None.</value>
    /// <exception cref="ArgumentException">A question is null.</exception>
    public ImmutableArray<RegistrationQuestion> Questions
    {
        get;
        init => field = value.IsDefault ? [] : !value.Contains(null!) ? value : throw new ArgumentException("A question is null.", nameof(Questions));
    } = [];

    /// <summary>Equal when everything is.</summary>
    /// <param name="other">The plan to compare with.</param>
    public bool Equals(WorkshopPlan? other) =>
        other is not null && Id == other.Id && Host == other.Host && Title == other.Title && Agenda.Equals(other.Agenda) && Seats.Equals(other.Seats) &&
        Venue == other.Venue && Registration == other.Registration && Admission.Equals(other.Admission) && Awards.SequenceEqual(other.Awards) && Questions.SequenceEqual(other.Questions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Host, Title);
}
