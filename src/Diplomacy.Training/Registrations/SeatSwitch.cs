using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Where a registration wants to go over to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Mode">In the room or in the call.</param>
/// <exception cref="ArgumentException">The mode is none of those defined, or the reason of an override is not a code.</exception>
public sealed record SeatSwitch(DeliveryMode Mode)
{
    /// <summary>In the room or in the call.</summary>
    public DeliveryMode Mode { get; init => field = Defined(value); } = Defined(Mode);

    /// <summary>The sitting, where the workshop has several.</summary>
    /// <value>null: all of them.</value>
    public string? Sitting { get; init; }

    /// <summary>Changes whatever the limits say, for a reason code of the host's own (R14); needs <see cref="Permission.OverrideLimits"/>.</summary>
    /// <value>null: limits hold.</value>
    public string? OverrideReasonCode { get; init => field = ReasonCode.CheckedOrNull(value, nameof(OverrideReasonCode)); }

    private static DeliveryMode Defined(DeliveryMode mode) => Enum.IsDefined(mode) ? mode : throw new ArgumentOutOfRangeException(nameof(mode), mode, "This value is not defined.");
}

/// <summary>What became of a wish to go over to another mode or sitting.</summary>
public abstract record SwitchOutcome
{
    private SwitchOutcome(RegistrationId registration) => Registration = registration;

    /// <summary>The registration.</summary>
    public RegistrationId Registration { get; }

    /// <summary>The outcome in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => Text.Explain(language, texts);

    private protected abstract TrainingText Text { get; }

    /// <summary>The registration has gone over, or was there already.</summary>
    public sealed record Switched : SwitchOutcome
    {
        internal Switched(RegistrationId registration, DeliveryMode mode, string? sitting, ImmutableArray<BindingLimit> overridden, ImmutableArray<RegistrationId> promoted)
            : base(registration) => (Mode, Sitting, OverriddenLimits, Promoted) = (mode, sitting, overridden, promoted);

        /// <summary>In the room or in the call from now on.</summary>
        public DeliveryMode Mode { get; }

        /// <summary>The sitting from now on, where the workshop has several.</summary>
        public string? Sitting { get; }

        /// <summary>The limits that were overridden; none as a rule.</summary>
        public ImmutableArray<BindingLimit> OverriddenLimits { get; }

        /// <summary>Whose turn it was for the freed seat, in order (R10).</summary>
        public ImmutableArray<RegistrationId> Promoted { get; }

        private protected override TrainingText Text => RegistrationRules.OutcomeSwitched.With(("mode", RegistrationRules.In(Mode)));
    }

    /// <summary>The change waits in line; a seat that is held stays as it is (R9).</summary>
    public sealed record Waiting : SwitchOutcome
    {
        internal Waiting(RegistrationId registration, DeliveryMode mode, string? sitting, int position, ImmutableArray<BindingLimit> limits, bool keepsSeat)
            : base(registration) => (Mode, Sitting, Position, BindingLimits, KeepsSeat) = (mode, sitting, position, limits, keepsSeat);

        /// <summary>The mode that is wanted.</summary>
        public DeliveryMode Mode { get; }

        /// <summary>The sitting that is wanted, where the workshop has several.</summary>
        public string? Sitting { get; }

        /// <summary>The place in the line of that mode, from 1.</summary>
        public int Position { get; }

        /// <summary>The limits that were full.</summary>
        public ImmutableArray<BindingLimit> BindingLimits { get; }

        /// <summary>Whether a seat is held meanwhile.</summary>
        public bool KeepsSeat { get; }

        private protected override TrainingText Text =>
            RegistrationRules.OutcomeSwitchWaiting.With(("mode", RegistrationRules.In(Mode)), ("position", Position), ("limits", BindingLimits));
    }

    /// <summary>There is no room, and nobody can wait for it any more; everything stays as it was.</summary>
    public sealed record Declined : SwitchOutcome
    {
        internal Declined(RegistrationId registration, ImmutableArray<BindingLimit> limits)
            : base(registration) => BindingLimits = limits;

        /// <summary>The limits that were full.</summary>
        public ImmutableArray<BindingLimit> BindingLimits { get; }

        private protected override TrainingText Text => RegistrationRules.OutcomeSwitchDeclined.With(("limits", BindingLimits));
    }
}
