namespace Diplomacy.Training.Imports;

/// <summary>What a row of a table says.</summary>
internal enum TableForm
{
    /// <summary>One connection: when somebody joined and left.</summary>
    Intervals,

    /// <summary>That somebody joined, or that somebody left.</summary>
    Events,

    /// <summary>How long somebody was there in all, without times.</summary>
    Totals,

    /// <summary>Who was there, apart from when.</summary>
    Identities,
}

/// <summary>A layout in which a platform reports a call. Its first table is the one that people know it by.</summary>
internal sealed record AttendanceLayout(AttendanceFormat Format, params AttendanceTable[] Tables)
{
    /// <summary>Whether tables stand below one another, each under a line of its own.</summary>
    internal bool HasSections { get; init; }
}

/// <summary>A table of a layout: which column says what, under all headers it is known by.</summary>
internal sealed record AttendanceTable(string Name, TableForm Form, ImportColumn DisplayName)
{
    private ImportColumn[]? _columns;

    internal ImportColumn? Email { get; init; }

    internal ImportColumn? UserPrincipalName { get; init; }

    internal ImportColumn? RegistrantId { get; init; }

    internal ImportColumn? Joined { get; init; }

    internal ImportColumn? Left { get; init; }

    internal ImportColumn? Action { get; init; }

    /// <summary>When an event happened.</summary>
    internal ImportColumn? At { get; init; }

    /// <summary>Rounded up to minutes.</summary>
    internal ImportColumn? Minutes { get; init; }

    /// <summary>In words, such as <c>1h 13m 42s</c>.</summary>
    internal ImportColumn? Duration { get; init; }

    internal ImportColumn? InWaitingRoom { get; init; }

    internal ImportColumn? Attended { get; init; }

    internal ImportColumn? MeetingId { get; init; }

    internal ImportColumn? MeetingStart { get; init; }

    /// <summary>Columns by which the table is known and of which nothing is taken.</summary>
    internal ImportColumn[] Others { get; init; } = [];

    /// <summary>Whether a row may end before its last columns: in tabs nothing can be misread by it.</summary>
    internal bool HasShortRows { get; init; }

    internal ImportColumn[] Columns => _columns ??=
    [
        .. new[] { DisplayName, Email, UserPrincipalName, RegistrantId, Joined, Left, Action, At, Minutes, Duration, InWaitingRoom, Attended, MeetingId, MeetingStart }.OfType<ImportColumn>(),
        .. Others,
    ];
}
