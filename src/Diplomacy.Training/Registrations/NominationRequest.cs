using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>The letter by which an institution nominates, replaces or withdraws. Stands in a personal record; the journal knows only its reference.</summary>
/// <remarks>Immutable. Internal to the administration, and personal data where the signatory is named.</remarks>
public sealed record NominationLetter
{
    /// <summary>Describes a letter.</summary>
    /// <param name="number">Its reference number exactly as written, such as <c>125/23 EMB-WAS</c>: 1 to 100 characters.</param>
    /// <param name="date">The day that it bears, kept in the ISO calendar: a date, not an instant, that never shifts with the viewer (R22).</param>
    /// <param name="signatory">Who signed, by title, name or both: at most 300 characters in each language.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or cannot be printed. The message does not hold the value.</exception>
    public NominationLetter(string number, LocalDate date, LocalizedText signatory)
    {
        ArgumentNullException.ThrowIfNull(signatory);
        Number = PrintedText.Normalize(number, nameof(number));
        if (Number.Length is 0 or > 100)
        {
            throw new ArgumentException("A letter's number has 1 to 100 characters.", nameof(number));
        }

        if (Math.Max(signatory.Khmer.Length, signatory.English.Length) > 300)
        {
            throw new ArgumentException("A signatory is told in at most 300 characters.", nameof(signatory));
        }

        (Date, Signatory) = (date.WithCalendar(CalendarSystem.Iso), signatory);
    }

    /// <summary>The reference number.</summary>
    public string Number { get; }

    /// <summary>The day that it bears.</summary>
    public LocalDate Date { get; }

    /// <summary>Who signed.</summary>
    public LocalizedText Signatory { get; }

    /// <summary>Only that there is a letter.</summary>
    public override string ToString() => "(a letter)";
}

/// <summary>Somebody whom an institution nominates, as a principal or in reserve.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Person">Who.</param>
/// <param name="Mode">In the room or in the call; for an alternate only a wish, since a replacement takes over mode and sitting with the place.</param>
/// <exception cref="ArgumentException">The mode or the role is none of those defined.</exception>
public sealed record Candidate(PersonId Person, DeliveryMode Mode)
{
    /// <summary>In the room or in the call.</summary>
    public DeliveryMode Mode { get; init => field = Defined(value); } = Defined(Mode);

    /// <summary>As what.</summary>
    /// <value><see cref="ParticipantRole.Participant"/></value>
    public ParticipantRole Role { get; init => field = Defined(value); }

    /// <summary>The sitting, where the workshop has several; whoever takes no participant's seat may leave it open.</summary>
    /// <value>null</value>
    public string? Sitting { get; init; }

    /// <summary>The groups that the person counts in, such as a grade, besides those of the institution.</summary>
    /// <value>None.</value>
    public SeatGroups Groups { get; init; }

    /// <summary>A principal's answers to the workshop's own questions. Those of an alternate are given with the replacement and not kept before.</summary>
    /// <value>None.</value>
    public RegistrationAnswers Answers { get; init => field = value ?? throw new ArgumentNullException(nameof(Answers)); } = RegistrationAnswers.None;

    /// <summary>Whether the person stands in reserve: not registered, but the first to replace somebody of the same nomination.</summary>
    /// <value>false: a principal, who is registered.</value>
    public bool IsAlternate { get; init; }

    /// <summary>What is known of the person besides (rank, sex): counted now and not recorded with the nomination, since it may be another when an alternate's turn comes.</summary>
    internal SeatGroups Known { get; init; }

    internal static ImmutableArray<Candidate> Whole(IReadOnlyList<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return candidates.Count > 0 && !candidates.Contains(null!)
            ? [.. candidates]
            : throw new ArgumentException("A nomination names at least one candidate, and none of them is null.", nameof(candidates));
    }

    internal RegistrationRequest RequestFor(WorkshopId workshop, InstitutionCode institution) =>
        new(workshop, Person, institution, Mode) { Role = Role, Sitting = Sitting, Groups = Groups.With(Known), Answers = Answers };

    private static T Defined<T>(T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(typeof(T).Name, value, "This value is not defined.");
}

/// <summary>A nomination: what one institution asks for in one letter.</summary>
/// <remarks>Immutable.</remarks>
public sealed record NominationRequest
{
    /// <summary>Describes a nomination.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="institution">Which institution nominates and sends.</param>
    /// <param name="letter">By which letter.</param>
    /// <param name="candidates">Whom, principals and alternates, each in the institution's own order of preference: first named, first served.</param>
    /// <exception cref="ArgumentException">There is no candidate, or one of them is null.</exception>
    public NominationRequest(WorkshopId workshop, InstitutionCode institution, NominationLetter letter, IReadOnlyList<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(letter);
        (Workshop, Institution, Letter, Candidates) = (workshop, institution, letter, Candidate.Whole(candidates));
    }

    /// <summary>The workshop.</summary>
    public WorkshopId Workshop { get; }

    /// <summary>Which institution nominates and sends.</summary>
    public InstitutionCode Institution { get; }

    /// <summary>By which letter.</summary>
    public NominationLetter Letter { get; }

    /// <summary>Whom, in the order of preference.</summary>
    public ImmutableArray<Candidate> Candidates { get; private init; }

    internal NominationRequest With(ImmutableArray<Candidate> candidates) => this with { Candidates = candidates };
}

/// <summary>A replacement on the authority of a further letter: somebody else takes over a registration (R11).</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Letter">By which letter.</param>
/// <param name="ReasonCode">The host's own code for the reason: 1 to 100 characters without spaces or control characters.</param>
/// <exception cref="ArgumentException">A reason is not a code.</exception>
public sealed record Replacement(NominationLetter Letter, string ReasonCode)
{
    /// <summary>By which letter.</summary>
    public NominationLetter Letter { get; init => field = value ?? throw new ArgumentNullException(nameof(Letter)); } = Letter ?? throw new ArgumentNullException(nameof(Letter));

    /// <summary>The host's own code for the reason.</summary>
    public string ReasonCode { get; init => field = Training.ReasonCode.Checked(value, nameof(ReasonCode)); } = Training.ReasonCode.Checked(ReasonCode, nameof(ReasonCode));

    /// <summary>Who takes over: an alternate of the nomination or a new candidate.</summary>
    /// <value>null: the first alternate of the nomination who has had no turn yet and is not registered.</value>
    public PersonId? Person { get; init; }

    /// <summary>The groups that the new person counts in besides those of the institution and, for an alternate, those of the nomination.</summary>
    /// <value>None.</value>
    public SeatGroups Groups { get; init; }

    /// <summary>The new person's answers to the workshop's own questions.</summary>
    /// <value>None.</value>
    public RegistrationAnswers Answers { get; init => field = value ?? throw new ArgumentNullException(nameof(Answers)); } = RegistrationAnswers.None;

    /// <summary>Replaces whatever the limits say, for a reason code of the host's own (R14); needs <see cref="Permission.OverrideLimits"/>.</summary>
    /// <value>null: limits hold.</value>
    public string? OverrideReasonCode { get; init => field = Training.ReasonCode.CheckedOrNull(value, nameof(OverrideReasonCode)); }
}
