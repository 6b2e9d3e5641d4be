namespace Diplomacy.Training;

/// <summary>How a local time lies to an institution's working time. Ordered from the most to the least convenient.</summary>
public enum WorkingBand
{
    /// <summary>Within working hours.</summary>
    InHours,

    /// <summary>On a working day, at most one hour outside working hours: lunch, just before or after work.</summary>
    WithinAnHour,

    /// <summary>On a working day, more than one and at most two hours outside working hours; or any longer break between two intervals.</summary>
    WithinTwoHours,

    /// <summary>On a working day, more than two hours before work, from 06:00.</summary>
    Early,

    /// <summary>On a working day, more than two hours after work, until 22:00.</summary>
    Evening,

    /// <summary>In the daytime of a day without working hours, 06:00 to 22:00.</summary>
    RestDay,

    /// <summary>From 22:00 to 06:00, on any day.</summary>
    Night,
}
