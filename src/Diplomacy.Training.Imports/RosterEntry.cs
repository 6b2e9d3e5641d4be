namespace Diplomacy.Training.Imports;

/// <summary>One request of a roster: who asks to take part, from where, as what and how.</summary>
/// <param name="Row">The row in the file, from 1, headers counted.</param>
/// <param name="Person">The person, with the name exactly as given and the external id. Personal data.</param>
/// <param name="Institution">The institution that sends the person.</param>
/// <param name="Mode">How the person wants to take part.</param>
/// <param name="Role">As what; <see cref="ParticipantRole.Participant"/> where the roster does not say.</param>
/// <param name="RequestedAt">When the request was made, by the clocks of the roster's keeper: a local time, whose zone the file does not name.</param>
public sealed record RosterEntry(int Row, Person Person, InstitutionCode Institution, DeliveryMode Mode, ParticipantRole Role, LocalDateTime RequestedAt)
{
    /// <summary>Only that an entry is here, and its row.</summary>
    public override string ToString() => FormattableString.Invariant($"(row {Row})");
}
