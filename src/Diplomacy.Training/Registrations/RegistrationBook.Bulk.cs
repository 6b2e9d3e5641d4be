using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Several registrations in one decision.</summary>
public sealed partial class RegistrationBook
{
    /// <summary>
    /// Registers several people in the order given, all or none: each is decided on what those before it have taken, and when any of them breaks a rule,
    /// nothing happens and every broken rule of all of them is told (R18).
    /// </summary>
    /// <param name="requests">New ids, and who for what.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <returns>What became of each, in the order given; no events when any of them breaks a rule.</returns>
    /// <exception cref="ArgumentException">An id is empty, taken or given twice, or a request or the workshop belongs to another book.</exception>
    public Decision<ImmutableArray<RegistrationAttempt>> RegisterAll(
        IReadOnlyList<(RegistrationId Id, RegistrationRequest Request)> requests, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(requests);
        using BookDraft draft = DraftAsOf(circumstances);
        ImmutableArray<RegistrationAttempt>.Builder attempts = ImmutableArray.CreateBuilder<RegistrationAttempt>(requests.Count);
        bool refused = false;
        foreach (var (id, request) in requests)
        {
            ArgumentNullException.ThrowIfNull(request, nameof(requests));
            ImmutableArray<TrainingRule> unmet = [.. CheckRegister(draft, request)];
            refused |= !unmet.IsEmpty;
            attempts.Add(unmet.IsEmpty ? new(Register(draft, id, request), []) : new(null, unmet));
        }

        return new(attempts.MoveToImmutable(), refused ? [] : draft.Events);
    }
}
