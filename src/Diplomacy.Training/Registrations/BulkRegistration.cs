using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>One row of a list of people to register together, such as a reader of rosters gives it.</summary>
/// <remarks>Immutable; personal data.</remarks>
/// <param name="Row">The row's number in its source, for reports; from 1.</param>
/// <param name="Person">Who; the external id makes it possible to register the list again without doubling anybody (R18).</param>
/// <param name="Institution">Which institution sends the person.</param>
/// <param name="Mode">In the room or in the call.</param>
public sealed record BulkRegistration(int Row, Person Person, InstitutionCode Institution, DeliveryMode Mode)
{
    /// <summary>As what.</summary>
    /// <value><see cref="ParticipantRole.Participant"/></value>
    public ParticipantRole Role { get; init; }

    /// <summary>The sitting, where the workshop has several.</summary>
    /// <value>null</value>
    public string? Sitting { get; init; }

    /// <summary>The groups that the person counts in, besides those of the institution, rank and sex.</summary>
    /// <value>None.</value>
    public SeatGroups Groups { get; init; }

    /// <summary>The answers to the workshop's own questions.</summary>
    /// <value>None.</value>
    public RegistrationAnswers Answers { get; init; } = RegistrationAnswers.None;

    /// <summary>The priority on the waiting list: the lower goes first.</summary>
    /// <value>0</value>
    public int Priority { get; init; }

    /// <summary>Only that a row is here, and which.</summary>
    public override string ToString() => FormattableString.Invariant($"(row {Row})");
}

/// <summary>What became of a list of people, or would become of it.</summary>
/// <param name="Rows">Every row, in the order given.</param>
/// <param name="IsRecorded">Whether the list was registered. False for a trial, and when any row breaks a rule: then nothing of the list was.</param>
public sealed record BulkRegistrationReport(ImmutableArray<BulkRegistrationRow> Rows, bool IsRecorded)
{
    /// <summary>Whether a row breaks a rule, so that nothing of the list can be registered.</summary>
    public bool IsRefused => Rows.Any(row => !row.Rules.IsEmpty);

    /// <summary>How many rows are new, and were registered or would be.</summary>
    public int New => Rows.Count(row => row.Outcome is not null);

    /// <summary>How many rows name people who have a registration already, and were left alone.</summary>
    public int Known => Rows.Count(row => row.Existing is not null);
}

/// <summary>What became of one row, or would become of it: it breaks rules, is known already, or has an outcome.</summary>
/// <param name="Row">The row's number in its source.</param>
public sealed record BulkRegistrationRow(int Row)
{
    /// <summary>The person; null when the row was not registered and the person is not known yet.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The rules that the row breaks; none as a rule.</summary>
    public ImmutableArray<TrainingRule> Rules { get; init; } = [];

    /// <summary>What became of the registration; null when the row breaks a rule or was known already.</summary>
    public RegistrationOutcome? Outcome { get; init; }

    /// <summary>The registration that the person has for this workshop already, whatever has become of it since: the list is not registered a second time (R18). Null when there is none.</summary>
    public RegistrationId? Existing { get; init; }

    /// <summary>Where that registration stands.</summary>
    public RegistrationStatus? ExistingStatus { get; init; }
}

/// <summary>What became of one of several registrations that are decided together.</summary>
/// <param name="Outcome">The outcome; null when rules are broken.</param>
/// <param name="Rules">The rules that it breaks.</param>
public sealed record RegistrationAttempt(RegistrationOutcome? Outcome, ImmutableArray<TrainingRule> Rules);
