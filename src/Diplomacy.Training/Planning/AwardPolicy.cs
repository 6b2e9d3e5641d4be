namespace Diplomacy.Training;

/// <summary>What a certificate attests. The title printed is the template's.</summary>
public enum AwardLevel
{
    /// <summary>Took part.</summary>
    Participation,

    /// <summary>Completed what was asked.</summary>
    Completion,

    /// <summary>Completed a programme.</summary>
    Diploma,

    /// <summary>Contributed: speakers, moderators, interpreters, guests of honour.</summary>
    Appreciation,
}

/// <summary>A rule by which an award is earned: explicit, and versioned so that a certificate can name the rule it was issued by.</summary>
/// <remarks>Immutable.</remarks>
public sealed record AwardPolicy
{
    private AwardPolicy(AwardLevel level, int minimumPercent, int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumPercent, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimumPercent, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        (Level, MinimumPercent, Version) = (level, minimumPercent, version);
    }

    /// <summary>What it awards.</summary>
    public AwardLevel Level { get; }

    /// <summary>The least share of the sessions' counted time, in percent, 0 to 100; reached when presence is at least that share.</summary>
    public int MinimumPercent { get; }

    /// <summary>The version of the rule, from 1.</summary>
    public int Version { get; }

    /// <summary>Participation, for participants who were present for a share of all sessions.</summary>
    /// <param name="minimumPercent">0 to 100.</param>
    /// <param name="version">The version of the rule, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static AwardPolicy Participation(int minimumPercent, int version = 1) => new(AwardLevel.Participation, minimumPercent, version);

    /// <summary>Completion, for participants who were present for a share of every session.</summary>
    /// <param name="minimumPercent">0 to 100, of each session by itself.</param>
    /// <param name="version">The version of the rule, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static AwardPolicy Completion(int minimumPercent, int version = 1) => new(AwardLevel.Completion, minimumPercent, version);

    /// <summary>Appreciation, for those who contribute (<see cref="ParticipantRoles.Contributes"/>) and were present at all.</summary>
    /// <param name="version">The version of the rule, from 1.</param>
    public static AwardPolicy Appreciation(int version = 1) => new(AwardLevel.Appreciation, 0, version);

    internal static AwardPolicy Restore(AwardLevel level, int minimumPercent, int version) => new(level, minimumPercent, version);
}
