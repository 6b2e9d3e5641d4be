using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What became of a request for a place. All outcomes are foreseen; none is an error.</summary>
public abstract record RegistrationOutcome
{
    private RegistrationOutcome(RegistrationId registration) => Registration = registration;

    /// <summary>The registration that was made; also a declined one is on record.</summary>
    public RegistrationId Registration { get; }

    /// <summary>The outcome in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => Text.Explain(language, texts);

    private protected abstract TrainingText Text { get; }

    internal static RegistrationOutcome Of(RegistrationId id, DeliveryMode mode, RegistrationStatus status, int? position, ImmutableArray<BindingLimit> limits) => status switch
    {
        RegistrationStatus.Confirmed => new Confirmed(id, mode, limits),
        RegistrationStatus.Waiting => new Waiting(id, position ?? 1, limits),
        _ => new Declined(id, limits),
    };

    /// <summary>The person has a seat.</summary>
    public sealed record Confirmed : RegistrationOutcome
    {
        internal Confirmed(RegistrationId registration, DeliveryMode mode, ImmutableArray<BindingLimit> overridden)
            : base(registration) => (Mode, OverriddenLimits) = (mode, overridden);

        /// <summary>In the room or in the call.</summary>
        public DeliveryMode Mode { get; }

        /// <summary>The limits that were overridden; none as a rule.</summary>
        public ImmutableArray<BindingLimit> OverriddenLimits { get; }

        private protected override TrainingText Text => RegistrationRules.OutcomeConfirmed.With(("mode", RegistrationRules.In(Mode)));
    }

    /// <summary>The person waits for a seat.</summary>
    public sealed record Waiting : RegistrationOutcome
    {
        internal Waiting(RegistrationId registration, int position, ImmutableArray<BindingLimit> limits)
            : base(registration) => (Position, BindingLimits) = (position, limits);

        /// <summary>The place in the line of this mode, from 1. Someone further back may be promoted first when a quota blocks those in front (R6).</summary>
        public int Position { get; }

        /// <summary>The limits that were full.</summary>
        public ImmutableArray<BindingLimit> BindingLimits { get; }

        private protected override TrainingText Text => RegistrationRules.OutcomeWaiting.With(("position", Position), ("limits", BindingLimits));
    }

    /// <summary>Somebody has to approve the request first (R2).</summary>
    public sealed record AwaitingApproval : RegistrationOutcome
    {
        internal AwaitingApproval(RegistrationId registration, bool keepsSeat, ImmutableArray<BindingLimit> limits)
            : base(registration) => (KeepsSeat, BindingLimits) = (keepsSeat, limits);

        /// <summary>Whether a seat is kept until then.</summary>
        public bool KeepsSeat { get; }

        /// <summary>The limits that were full, where a seat would have been kept.</summary>
        public ImmutableArray<BindingLimit> BindingLimits { get; }

        private protected override TrainingText Text => RegistrationRules.OutcomeAwaitingApproval.With();
    }

    /// <summary>There is no seat, and nobody more can wait.</summary>
    public sealed record Declined : RegistrationOutcome
    {
        internal Declined(RegistrationId registration, ImmutableArray<BindingLimit> limits)
            : base(registration) => BindingLimits = limits;

        /// <summary>The limits that were full; the waiting list itself is <c>waiting</c>.</summary>
        public ImmutableArray<BindingLimit> BindingLimits { get; }

        private protected override TrainingText Text => RegistrationRules.OutcomeDeclined.With(("limits", BindingLimits));
    }
}

/// <summary>What a cancellation, a rejection or a declined offer did.</summary>
/// <param name="Registration">The cancelled registration.</param>
/// <param name="WasActive">Whether this call cancelled it; false when it was cancelled before.</param>
/// <param name="Promoted">Whose turn it was for the freed seats, in order: they were given a seat, or offered one where the workshop offers.</param>
public sealed record CancellationOutcome(RegistrationId Registration, bool WasActive, ImmutableArray<RegistrationId> Promoted);
