namespace Diplomacy.Training;

/// <summary>What a calendar message asks its reader to do (RFC 5546 §3.2).</summary>
public enum CalendarMethod
{
    /// <summary>Invites, or tells what changed: the event is put into the attendees' calendars, or replaces what an earlier request with the same UID put there.</summary>
    Request,

    /// <summary>Shows an event to whoever may see it; nobody is invited and nobody answers.</summary>
    Publish,

    /// <summary>Takes the event out of the calendars of those to whom it is sent (R48).</summary>
    Cancel,
}
