namespace Diplomacy.Training;

/// <summary>What kind of invitee an attendee is: CUTYPE of RFC 5545 §3.2.3.</summary>
public enum CalendarAttendeeKind
{
    /// <summary>A person.</summary>
    Individual,

    /// <summary>A group, such as the staff of a mission behind one mailbox.</summary>
    Group,

    /// <summary>A thing that is booked.</summary>
    Resource,

    /// <summary>A room.</summary>
    Room,
}

/// <summary>What part an attendee has: ROLE of RFC 5545 §3.2.16.</summary>
public enum CalendarRole
{
    /// <summary>Leads the session.</summary>
    Chair,

    /// <summary>Is expected.</summary>
    Required,

    /// <summary>May come.</summary>
    Optional,

    /// <summary>Is told, and does not take part.</summary>
    Informed,
}

/// <summary>What an attendee has answered: PARTSTAT of RFC 5545 §3.2.12.</summary>
public enum CalendarAnswer
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Does not come.</summary>
    Declined,

    /// <summary>May come.</summary>
    Tentative,
}

/// <summary>One invitee of a calendar message.</summary>
/// <remarks>Immutable. Personal data: it does not print itself.</remarks>
public sealed record CalendarAttendee
{
    /// <summary>Names an invitee.</summary>
    /// <param name="address">The mailbox; the message goes there too, or mail programs do not show an invitation.</param>
    public CalendarAttendee(CalendarAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
    }

    /// <summary>The mailbox and the name.</summary>
    public CalendarAddress Address { get; }

    /// <summary>What kind of invitee it is.</summary>
    /// <value><see cref="CalendarAttendeeKind.Individual"/></value>
    /// <exception cref="ArgumentOutOfRangeException">No such kind is known.</exception>
    public CalendarAttendeeKind Kind { get; init => field = Known(value, nameof(Kind)); } = CalendarAttendeeKind.Individual;

    /// <summary>What part it has.</summary>
    /// <value><see cref="CalendarRole.Required"/></value>
    /// <exception cref="ArgumentOutOfRangeException">No such role is known.</exception>
    public CalendarRole Role { get; init => field = Known(value, nameof(Role)); } = CalendarRole.Required;

    /// <summary>What it has answered so far.</summary>
    /// <value><see cref="CalendarAnswer.None"/></value>
    /// <exception cref="ArgumentOutOfRangeException">No such answer is known.</exception>
    public CalendarAnswer Answer { get; init => field = Known(value, nameof(Answer)); } = CalendarAnswer.None;

    /// <summary>Whether an answer by the calendar is wanted: RSVP. Google shows its buttons anyway.</summary>
    /// <value>false, since people register and cancel elsewhere.</value>
    public bool AnswerWanted { get; init; }

    /// <summary>Nothing that tells who it is.</summary>
    public override string ToString() => nameof(CalendarAttendee);

    private static T Known<T>(T value, string parameter)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(parameter, $"No such value of {typeof(T).Name} is known.");
}
