namespace Diplomacy.Training;

/// <summary>One check-in at the door: who, for which session, when. A scanner's list is a list of these.</summary>
/// <remarks>Immutable; holds ids only.</remarks>
public sealed record CheckInEntry
{
    private CheckInEntry(RegistrationId? registration, PersonId? person, string session, Instant at, string? nonce)
    {
        ArgumentException.ThrowIfNullOrEmpty(session);
        if (nonce is not null && (nonce.Length is 0 or > 64 || !nonce.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw new ArgumentException("A scan's nonce is 1 to 64 letters, digits, hyphens and underscores.", nameof(nonce));
        }

        (Registration, Person, Session, At, Nonce) = (registration, person, session, at, nonce);
    }

    /// <summary>The registration; null where the entry names a person.</summary>
    public RegistrationId? Registration { get; }

    /// <summary>The person, whose active registration is meant; null where the entry names a registration.</summary>
    public PersonId? Person { get; }

    /// <summary>The session's code.</summary>
    public string Session { get; }

    /// <summary>When it took place, by the clock at the door.</summary>
    public Instant At { get; }

    /// <summary>What the scanner drew for this one scan, so that the same scan sent again is known; null where there is none.</summary>
    public string? Nonce { get; }

    /// <summary>A check-in of a registration.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="nonce">1 to 64 letters, digits, hyphens, underscores, drawn by the scanner for this scan; null where there is none.</param>
    /// <exception cref="ArgumentException">The session is empty or the nonce not usable.</exception>
    public static CheckInEntry OfRegistration(RegistrationId registration, string session, Instant at, string? nonce = null) => new(registration, null, session, at, nonce);

    /// <summary>A check-in of a person, whose active registration for the workshop is meant (R12).</summary>
    /// <param name="person">The person.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="nonce">1 to 64 letters, digits, hyphens, underscores; null where there is none.</param>
    /// <exception cref="ArgumentException">The session is empty or the nonce not usable.</exception>
    public static CheckInEntry OfPerson(PersonId person, string session, Instant at, string? nonce = null) => new(null, person, session, at, nonce);
}

/// <summary>What became of a check-in.</summary>
public abstract record CheckInOutcome
{
    private CheckInOutcome()
    {
    }

    /// <summary>The outcome in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public abstract string Explain(Language language, TrainingTexts? texts = null);

    /// <summary>It was recorded.</summary>
    /// <param name="Registration">The registration.</param>
    /// <param name="Session">The session's code.</param>
    /// <param name="At">The time kept.</param>
    public sealed record Recorded(RegistrationId Registration, string Session, Instant At) : CheckInOutcome
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) =>
            AttendanceRules.Recorded.With(("session", Session), ("time", At)).Explain(language, texts);
    }

    /// <summary>It, or an earlier one, was recorded before; nothing changed (R33).</summary>
    /// <param name="Registration">The registration.</param>
    /// <param name="Session">The session's code.</param>
    /// <param name="At">The time kept: the earliest. The scan's own time where that scan was recorded and then undone.</param>
    public sealed record AlreadyRecorded(RegistrationId Registration, string Session, Instant At) : CheckInOutcome
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) =>
            AttendanceRules.AlreadyRecorded.With(("session", Session), ("time", At)).Explain(language, texts);
    }

    /// <summary>It was refused; the other entries of the list are not touched by that.</summary>
    /// <param name="Rule">The rule that does not hold.</param>
    public sealed record Refused(TrainingRule Rule) : CheckInOutcome
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) => Rule.Explain(language, texts);
    }
}
