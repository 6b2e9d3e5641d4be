using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>One line in the history of a registration: who did what to it, when and why (R17). Lines are only ever added.</summary>
/// <remarks>
/// Immutable, and without personal data: ids and codes, as the journal has them. Of what a line does not say, such as a mode that stayed as it was, the property is null.
/// An event that concerns two registrations, a substitution, stands in the history of both with the same version.
/// </remarks>
/// <param name="Registration">The registration.</param>
/// <param name="Workshop">The workshop.</param>
/// <param name="Version">The place of the event in the stream of the workshop's book, from 1; lines are ordered by it.</param>
/// <param name="At">When it was decided.</param>
/// <param name="By">Whose command it was. Where <paramref name="Automatic"/> says so, the command was about something else and only brought this about.</param>
/// <param name="Type">The stable type of the event, such as <c>registration.seat-offered</c>.</param>
/// <param name="Status">Where the registration stood from then on; null before it began, as when a letter names who takes over, and where an event of a newer version of the library hides it.</param>
/// <param name="Automatic">Whether it followed by rule: a seat was passed on, an offer or the waiting list ended, the workshop was cancelled, a person was erased or merged.</param>
public sealed record RegistrationHistoryEntry(
    RegistrationId Registration, WorkshopId Workshop, long Version, Instant At, Actor By, string Type, RegistrationStatus? Status, bool Automatic)
{
    /// <summary>Whose registration it was from then on.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The sending institution.</summary>
    public InstitutionCode? Institution { get; init; }

    /// <summary>The mode from then on or, of a change that was asked for and not made, the mode that was wanted. Where this is null, the sitting stayed as it was too.</summary>
    public DeliveryMode? Mode { get; init; }

    /// <summary>The sitting that goes with <see cref="Mode"/>; null for all of them.</summary>
    public string? Sitting { get; init; }

    /// <summary>The place in the line of the mode, from 1, as it was told.</summary>
    public int? Position { get; init; }

    /// <summary>The priority from then on, where it was set.</summary>
    public int? Priority { get; init; }

    /// <summary>Until when a seat was offered.</summary>
    public Instant? Until { get; init; }

    /// <summary>Whether a seat was kept while approval was pending.</summary>
    public bool? KeepsSeat { get; init; }

    /// <summary>The host's own code for the reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The host's own code for the reason of an override (R14); null when no limit was overridden.</summary>
    public string? OverrideReasonCode { get; init; }

    /// <summary>Why, in the library's own codes, where an event can have several causes: <c>requested</c>, <c>workshop-cancelled</c>, <c>offer-declined</c>, <c>person-erased</c>,
    /// <c>person-merged</c>, <c>waiting-list-closed</c>, <c>offer-expired</c>, <c>withdrawn</c>, <c>no-longer-offered</c>.</summary>
    public string? Cause { get; init; }

    /// <summary>The limits that were full then or, with <see cref="OverrideReasonCode"/>, were overridden; none as a rule.</summary>
    public ImmutableArray<BindingLimit> BindingLimits { get => field.IsDefault ? [] : field; init; }

    /// <summary>The registration whose place this one took over.</summary>
    public RegistrationId? Replaces { get; init; }

    /// <summary>The registration that took over the place of this one.</summary>
    public RegistrationId? ReplacedBy { get; init; }

    /// <summary>Whether a change of mode waits from then on: what tells a change that its turn brought about from one made at once.</summary>
    internal bool SwitchPending { get; init; }

    /// <summary>What happened, in words; who and when stand in <see cref="By"/> and <see cref="At"/>.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    /// <param name="zone">By whose clocks the end of an offer is told; UTC when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null, DateTimeZone? zone = null) =>
        RegistrationHistoryTexts.Of(this, zone ?? DateTimeZone.Utc).Explain(language, texts);
}
