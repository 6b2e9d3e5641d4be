using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>For whom, when and how long a session is sought.</summary>
/// <remarks>Immutable. Starts are sought on every quarter of an hour; all zones have stood on quarters since 1972.</remarks>
public sealed record SlotQuery
{
    private const int MostDays = 1100;
    private const int MostInstitutions = 5000;
    private const int MostHeads = 200_000;
    private static readonly Duration s_quarter = Duration.FromMinutes(15);

    /// <summary>Asks for start times.</summary>
    /// <param name="host">Who holds the session: its zone is that of <paramref name="days"/>, its rest days and holidays are kept free. Its people count like others.</param>
    /// <param name="days">The days on which it may be held, both included, by the host's clocks; at most 1,100. The session begins and ends on them.</param>
    /// <param name="length">How long it is: whole quarters of an hour, up to 24 hours.</param>
    /// <param name="institutions">Who attends beside the host; all heads together at most 200,000.</param>
    /// <exception cref="ArgumentException">A value is out of range, an institution stands twice, or a calendar other than ISO is used.</exception>
    public SlotQuery(SlotInstitution host, DateInterval days, Duration length, params IEnumerable<SlotInstitution> institutions)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(institutions);
        if (days.Start.Calendar != CalendarSystem.Iso || days.Length > MostDays || days.Start.Year < 1972 || days.End.Year > 2200)
        {
            throw new ArgumentException("The days are at most 1,100 dates of the ISO calendar in the years 1972 to 2200.", nameof(days));
        }

        if (length <= Duration.Zero || length > Duration.FromDays(1) || length.ToInt64Nanoseconds() % s_quarter.ToInt64Nanoseconds() != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), "A session is some whole quarters of an hour long, up to 24 hours.");
        }

        Host = host;
        Days = days;
        Length = length;
        Institutions = [.. institutions];
        if (Institutions.Any(i => i is null))
        {
            throw new ArgumentException("One of the institutions is null.", nameof(institutions));
        }

        if (All.GroupBy(i => i.Institution.Code).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The institution {twice.Key} stands twice; the host is not listed again.", nameof(institutions));
        }

        if (Institutions.Length > MostInstitutions || All.Sum(i => i.Heads) > MostHeads)
        {
            throw new ArgumentException("At most 5,000 institutions with 200,000 people together can be searched for.", nameof(institutions));
        }
    }

    /// <summary>Who holds the session.</summary>
    public SlotInstitution Host { get; }

    /// <summary>The days on which it may be held, by the host's clocks.</summary>
    public DateInterval Days { get; }

    /// <summary>How long it is.</summary>
    public Duration Length { get; }

    /// <summary>Who attends beside the host.</summary>
    public ImmutableArray<SlotInstitution> Institutions { get; }

    /// <summary>The earliest start: now and the notice that you give. Null for no such limit.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>How it is searched and ranked.</summary>
    public SlotOptions Options { get; init; } = new();

    /// <summary>The host and all others.</summary>
    internal IEnumerable<SlotInstitution> All => Institutions.Prepend(Host);

    internal int Quarters => (int)(Length / s_quarter);
}
