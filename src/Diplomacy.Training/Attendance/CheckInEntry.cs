namespace Diplomacy.Training;

/// <summary>One check-in at the door: who, for which session, when. A scanner's list is a list of these.</summary>
/// <remarks>Immutable; holds ids only.</remarks>
public sealed record CheckInEntry
{
    private CheckInEntry(RegistrationId? registration, PersonId? person, string? ticket, string session, Instant at, string? nonce)
    {
        ArgumentException.ThrowIfNullOrEmpty(session);
        if (nonce is not null && !IsCode(nonce))
        {
            throw new ArgumentException("A scan's nonce is 1 to 64 letters, digits, hyphens and underscores.", nameof(nonce));
        }

        (Registration, Person, Ticket, Session, At, Nonce) = (registration, person, ticket, session, at, nonce);
    }

    /// <summary>The registration; null where the entry names a person or holds a ticket.</summary>
    public RegistrationId? Registration { get; }

    /// <summary>The person, whose active registration is meant; null where the entry names a registration or holds a ticket.</summary>
    public PersonId? Person { get; }

    /// <summary>The ticket, as it was scanned or typed; null where the entry names somebody.</summary>
    public string? Ticket { get; }

    /// <summary>The session's code.</summary>
    public string Session { get; }

    /// <summary>When it took place, by the clock at the door.</summary>
    public Instant At { get; private init; }

    /// <summary>What the scanner drew for this one scan, so that the same scan sent again is known; null where there is none.</summary>
    public string? Nonce { get; }

    /// <summary>The device that made the scan; null where none was named. Nonces are the device's own, so two devices may draw the same.</summary>
    public string? Device { get; private init; }

    /// <summary>How far the device's clock was ahead: taken off <see cref="At"/> already.</summary>
    public Duration ClockAhead { get; private init; }

    /// <summary>The scan's nonce as the sheet knows it.</summary>
    internal string? NonceKey => KeyOf(Device, Nonce);

    /// <summary>A check-in of a registration.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="nonce">1 to 64 letters, digits, hyphens, underscores, drawn by the scanner for this scan; null where there is none.</param>
    /// <exception cref="ArgumentException">The session is empty or the nonce not usable.</exception>
    public static CheckInEntry OfRegistration(RegistrationId registration, string session, Instant at, string? nonce = null) => new(registration, null, null, session, at, nonce);

    /// <summary>A check-in of a person, whose active registration for the workshop is meant (R12).</summary>
    /// <param name="person">The person.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="nonce">1 to 64 letters, digits, hyphens, underscores; null where there is none.</param>
    /// <exception cref="ArgumentException">The session is empty or the nonce not usable.</exception>
    public static CheckInEntry OfPerson(PersonId person, string session, Instant at, string? nonce = null) => new(null, person, null, session, at, nonce);

    /// <summary>A check-in by ticket. Whose it is, and whether it is genuine and for this workshop, is found when it is recorded (<see cref="TicketReading"/>).</summary>
    /// <param name="ticket">What was scanned or typed.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="nonce">1 to 64 letters, digits, hyphens, underscores; null where there is none.</param>
    /// <exception cref="ArgumentException">The session is empty or the nonce not usable.</exception>
    public static CheckInEntry OfTicket(string ticket, string session, Instant at, string? nonce = null)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return new(null, null, ticket, session, at, nonce);
    }

    /// <summary>Only for which session; a ticket opens doors and must not stand in logs.</summary>
    public override string ToString() => $"(check-in for {Session})";

    internal static bool IsCode(string? text) => text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    internal static string? KeyOf(string? device, string? nonce) => nonce is null || device is null ? nonce : $"{device}\n{nonce}";

    /// <summary>The scan as a device told it, with its time corrected.</summary>
    internal CheckInEntry On(string device, Duration clockAhead)
    {
        // Times at the ends of the calendar belong to no session anyway.
        Duration off = Duration.Max(clockAhead, -clockAhead);
        bool canMove = At <= Instant.MaxValue - off && At >= Instant.MinValue + off;
        return this with { Device = device, ClockAhead = clockAhead, At = canMove ? At - clockAhead : At };
    }
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
    /// <param name="At">The time kept: the earliest.</param>
    public sealed record AlreadyRecorded(RegistrationId Registration, string Session, Instant At) : CheckInOutcome
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) =>
            AttendanceRules.AlreadyRecorded.With(("session", Session), ("time", At)).Explain(language, texts);
    }

    /// <summary>This very scan was recorded before and then taken back: nothing is recorded now, and nothing changed. Whoever is there after all is checked in by another scan (R33).</summary>
    /// <param name="Registration">The registration.</param>
    /// <param name="Session">The session's code.</param>
    /// <param name="At">The scan's time.</param>
    public sealed record TakenBack(RegistrationId Registration, string Session, Instant At) : CheckInOutcome
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) =>
            AttendanceRules.ScanTakenBack.With(("session", Session), ("time", At)).Explain(language, texts);
    }

    /// <summary>It was refused; the other entries of the list are not touched by that.</summary>
    /// <param name="Rule">The rule that does not hold.</param>
    public sealed record Refused(TrainingRule Rule) : CheckInOutcome
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) => Rule.Explain(language, texts);
    }
}
