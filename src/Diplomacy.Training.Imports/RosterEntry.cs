using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>One request of a roster or of a registration file: who asks to take part, from where, as what and how.</summary>
/// <param name="Row">The row in the file, from 1, headers counted.</param>
/// <param name="Person">The person, with the name exactly as given, the external id, and the post with the day of taking up functions. Personal data.</param>
/// <param name="Institution">The institution that sends the person.</param>
/// <param name="Mode">How the person wants to take part.</param>
/// <param name="Role">As what; <see cref="ParticipantRole.Participant"/> where the file does not say.</param>
/// <param name="RequestedAt">When the request was made, by the clocks of the file's keeper: a local time, whose zone the file does not name. Null only where the <see cref="RosterForm"/> allows it.</param>
public sealed record RosterEntry(int Row, Person Person, InstitutionCode Institution, DeliveryMode Mode, ParticipantRole Role, LocalDateTime? RequestedAt)
{
    /// <summary>The priority on the waiting list: the lower goes first (R5).</summary>
    /// <value>0</value>
    public int Priority { get; init; }

    /// <summary>The code of the sitting that is asked for; null where the file does not say.</summary>
    public string? Sitting { get; init; }

    /// <summary>The groups of the person's own whose quotas the seat falls under, such as <c>grade/director</c>; those of the institution come from it.</summary>
    /// <value>None.</value>
    public SeatGroups Groups { get; init; }

    /// <summary>The place in the institution's delegation: <c>head</c>, <c>deputy</c>, <c>member</c> or <c>alternate</c>; null where the file does not say.</summary>
    public string? DelegationRole { get; init; }

    /// <summary>The answers to the questions of the <see cref="RosterForm"/>, by code, exactly as they stand in the cells; a question without an answer is not in it. Personal data.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The row as <see cref="RegistrationDesk.RegisterAllAsync"/> takes it.</summary>
    /// <param name="questions">The workshop's own questions, by which the cells are read as answers; none when null.</param>
    /// <exception cref="ArgumentException">There are answers to a question that is not among them.</exception>
    public BulkRegistration ToRegistration(IReadOnlyCollection<RegistrationQuestion>? questions = null) =>
        Answers.Keys.FirstOrDefault(code => questions is null || questions.All(q => q.Code != code)) is { } stray
            ? throw new ArgumentException($"Row {Row} answers the question '{stray}', which is not among those given: pass the workshop's questions.", nameof(questions))
            : new(Row, Person, Institution, Mode)
            {
                Role = Role, Sitting = Sitting, Groups = Groups, Priority = Priority, Answers = RegistrationAnswers.Read(questions ?? [], Answers),
            };

    /// <summary>Whether both say the same, groups and answers included.</summary>
    /// <param name="other">The entry to compare with.</param>
    public bool Equals(RosterEntry? other) =>
        other is not null && Row == other.Row && Person == other.Person && Institution == other.Institution && Mode == other.Mode && Role == other.Role &&
        RequestedAt == other.RequestedAt && Priority == other.Priority && Sitting == other.Sitting && DelegationRole == other.DelegationRole &&
        Groups == other.Groups && Answers.Count == other.Answers.Count &&
        Answers.All(answer => other.Answers.TryGetValue(answer.Key, out string? same) && same == answer.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Row, Person, Institution, Mode, Role, RequestedAt);

    /// <summary>Only that an entry is here, and its row.</summary>
    public override string ToString() => FormattableString.Invariant($"(row {Row})");
}
