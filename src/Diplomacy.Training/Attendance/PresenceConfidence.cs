namespace Diplomacy.Training;

/// <summary>What a figure of presence rests on, from the firmest to what is farthest from the evidence.</summary>
public enum PresenceConfidence
{
    /// <summary>There was no presence.</summary>
    None,

    /// <summary>Check-ins at the door, and connections with both ends whose rows an id or an address told apart: they alone give the same time.</summary>
    Confirmed,

    /// <summary>Without connections whose end was inferred (R28) it would be less.</summary>
    Inferred,

    /// <summary>Without connections that a person said whose they are it would be less (R30).</summary>
    Decided,

    /// <summary>A person said how long it was, whatever the evidence says (R34).</summary>
    Corrected,
}
