namespace Diplomacy.Training;

/// <summary>The instants at which registration opens and ends. Each is a cut-off of its own (R15); null means that there is none.</summary>
/// <remarks>
/// Immutable. Half-open: at the closing instant itself registration is closed. A plan whose window opens only at one of its cut-offs or after it
/// is refused by the rule <c>workshop.window-is-in-order</c>; until then nothing is checked here, since the default cut-offs are the agenda's.
/// </remarks>
/// <param name="Opens">Registrations are accepted from here on; from publication when null.</param>
/// <param name="Closes">Registrations are no longer accepted from here on; from the first session's start when null.</param>
/// <param name="PromotesUntil">A freed seat no longer goes to the waiting list from here on, for want of time to travel; <see cref="Closes"/> when null.</param>
/// <param name="CancelsUntil">Registrations can no longer be cancelled by the participant from here on; the first session's start when null.</param>
/// <param name="ChangesUntil">Mode, sitting and person can no longer be changed by participants and focal points from here on; <see cref="Closes"/> when null.</param>
public sealed record RegistrationWindow(
    Instant? Opens = null, Instant? Closes = null, Instant? PromotesUntil = null, Instant? CancelsUntil = null, Instant? ChangesUntil = null);
