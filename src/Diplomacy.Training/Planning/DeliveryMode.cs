namespace Diplomacy.Training;

/// <summary>How someone takes part in a workshop. A workshop that has seats of both modes is hybrid.</summary>
public enum DeliveryMode
{
    /// <summary>In the room.</summary>
    InPerson,

    /// <summary>In the call.</summary>
    Online,
}
