namespace Diplomacy.Training;

/// <summary>Which of two instants is meant where a local time occurs twice, at the end of daylight saving time.</summary>
public enum Occurrence
{
    /// <summary>Not said: a time that occurs twice is refused.</summary>
    Unspecified,

    /// <summary>The first, before the clocks go back.</summary>
    Earlier,

    /// <summary>The second, after the clocks went back.</summary>
    Later,
}

/// <summary>One item of an agenda, in the host's local time: a <see cref="Session"/>, a <see cref="Break"/> or a <see cref="Ceremony"/>.</summary>
/// <remarks>Immutable. Half-open: the end is the first moment that no longer belongs to the item.</remarks>
public abstract record AgendaItem
{
    private protected AgendaItem(string code, LocalDateTime start, Duration length)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        if (code.Length > 40 || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new ArgumentException($"'{code}' is not a code of an agenda item: at most 40 lower-case letters, digits and hyphens.", nameof(code));
        }

        if (length <= Duration.Zero || length > Duration.FromDays(1))
        {
            throw new ArgumentOutOfRangeException(nameof(length), $"'{code}' lasts {length}; an agenda item lasts more than nothing and at most a day.");
        }

        // The journal writes ISO dates, so a date of another calendar must not get that far.
        LocalDateTime iso = start.WithCalendar(CalendarSystem.Iso);
        if (iso.Year is < 1900 or > 9998)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"'{code}' begins in the year {iso.Year}; an agenda lies between 1900 and 9998.");
        }

        (Code, Start, Length) = (code, iso, length);
    }

    /// <summary>Its code, unique in the agenda, such as <c>opening</c>.</summary>
    public string Code { get; }

    /// <summary>When it begins, by the clocks of the host's zone, in the ISO calendar whatever calendar it was given in.</summary>
    public LocalDateTime Start { get; }

    /// <summary>How long it lasts: elapsed time, also across a clock change.</summary>
    public Duration Length { get; }

    /// <summary>Its title; null where the code says enough.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Which instant is meant where <see cref="Start"/> occurs twice.</summary>
    /// <value><see cref="Occurrence.Unspecified"/></value>
    /// <exception cref="ArgumentOutOfRangeException">No such occurrence is known.</exception>
    public Occurrence Occurrence
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Occurrence), "No such occurrence is known.");
    }

    /// <summary>The same item at another local time.</summary>
    internal AgendaItem StartingAt(LocalDateTime start, Occurrence occurrence) => this switch
    {
        Session session => new Session(Code, start, Length) { Title = Title, Occurrence = occurrence, Sitting = session.Sitting },
        Break => new Break(Code, start, Length) { Title = Title, Occurrence = occurrence },
        _ => new Ceremony(Code, start, Length) { Title = Title, Occurrence = occurrence },
    };
}

/// <summary>A session: what attendance is measured against.</summary>
public sealed record Session : AgendaItem
{
    /// <summary>Describes a session.</summary>
    /// <param name="code">Its code, unique in the agenda: lower-case letters, digits, hyphens.</param>
    /// <param name="start">When it begins, by the clocks of the host's zone.</param>
    /// <param name="length">How long it lasts.</param>
    /// <exception cref="ArgumentException">The code is not usable, the length is not above zero and up to a day, or the start does not lie in the years 1900 to 9998.</exception>
    public Session(string code, LocalDateTime start, Duration length)
        : base(code, start, length)
    {
    }

    /// <summary>
    /// The sitting that this is a session of, where the workshop is held several times for different hemispheres; null for a session of all sittings.
    /// A participant takes part in one sitting, and attendance is measured against its sessions and those of all sittings.
    /// </summary>
    /// <value>null</value>
    /// <exception cref="ArgumentException">The code is not 1 to 40 lower-case letters, digits and hyphens.</exception>
    public string? Sitting
    {
        get;
        init => field = value is null || SeatGroup.IsPart(value)
            ? value
            : throw new ArgumentException($"'{value}' is not a code of a sitting: 1 to 40 lower-case letters, digits and hyphens.", nameof(Sitting));
    }
}

/// <summary>A break. Where it lies within a session, its time does not count as attendance (R26).</summary>
public sealed record Break : AgendaItem
{
    /// <summary>Describes a break.</summary>
    /// <inheritdoc cref="Session(string, LocalDateTime, Duration)"/>
    public Break(string code, LocalDateTime start, Duration length)
        : base(code, start, length)
    {
    }
}

/// <summary>An opening, a photograph, a reception: on the agenda, but no attendance is measured.</summary>
public sealed record Ceremony : AgendaItem
{
    /// <summary>Describes a ceremony.</summary>
    /// <inheritdoc cref="Session(string, LocalDateTime, Duration)"/>
    public Ceremony(string code, LocalDateTime start, Duration length)
        : base(code, start, length)
    {
    }
}
