namespace Diplomacy.Training;

/// <summary>What a ticket turned out to be at the door of a workshop.</summary>
public abstract record TicketReading
{
    private TicketReading()
    {
    }

    /// <summary>The rule that does not hold; null for <see cref="Valid"/>.</summary>
    public abstract TrainingRule? Unmet { get; }

    /// <summary>The reading in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => Unmet?.Explain(language, texts) ?? AttendanceRules.TicketIsValid.With().Explain(language, texts);

    /// <summary>It was signed for this workshop. Whether the registration is still confirmed, the ticket does not know.</summary>
    /// <param name="Registration">Whose it is.</param>
    public sealed record Valid(RegistrationId Registration) : TicketReading
    {
        /// <inheritdoc/>
        public override TrainingRule? Unmet => null;
    }

    /// <summary>It is genuine, and for another workshop.</summary>
    /// <param name="Workshop">The workshop whose door it is.</param>
    public sealed record WrongWorkshop(WorkshopId Workshop) : TicketReading
    {
        /// <inheritdoc/>
        public override TrainingRule? Unmet => AttendanceRules.TicketIsForWorkshop.Broken(("workshop", Workshop.ToString()));
    }

    /// <summary>Its signature is not that of its key: forged, changed, or misread where it was typed.</summary>
    public sealed record NotGenuine : TicketReading
    {
        /// <inheritdoc/>
        public override TrainingRule? Unmet => AttendanceRules.TicketIsGenuine.Broken();
    }

    /// <summary>It names a key that is not, or no longer, in use.</summary>
    /// <param name="Key">The key's id.</param>
    public sealed record UnknownKey(byte Key) : TicketReading
    {
        /// <inheritdoc/>
        public override TrainingRule? Unmet => AttendanceRules.TicketKeyIsKnown.Broken(("key", (int)Key));
    }

    /// <summary>It is no ticket, was not read whole, or is of a later version than this library knows.</summary>
    public sealed record Malformed : TicketReading
    {
        /// <inheritdoc/>
        public override TrainingRule? Unmet => AttendanceRules.TicketIsReadable.Broken();
    }
}
