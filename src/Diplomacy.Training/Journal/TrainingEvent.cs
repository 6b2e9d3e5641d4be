namespace Diplomacy.Training.Journal;

/// <summary>
/// Something that has happened and can no longer be refused. Events are sealed records in the past tense that hold ids,
/// codes, Instants and coarse counting dimensions, and never personal data: names and texts about a person stand in
/// <see cref="PersonalRecord"/>s, to which an event refers by <see cref="RecordRef"/>.
/// </summary>
/// <param name="At">When it happened, by the clock of whoever decided it.</param>
public abstract record TrainingEvent(Instant At);

/// <summary>
/// An event whose type or version this version of the library does not know, written by a newer one.
/// Its stream can be read, with this entry kept verbatim, but not written to.
/// </summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Type">The event's stable type name.</param>
/// <param name="SchemaVersion">The version of its payload.</param>
public sealed record UnknownEvent(Instant At, string Type, int SchemaVersion) : TrainingEvent(At);
