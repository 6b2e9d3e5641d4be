using System.Collections.Immutable;
using System.Text;

namespace Diplomacy.Training;

/// <summary>One event in one message of a calendar: what <see cref="CalendarWriter"/> writes and a <see cref="CalendarPart"/> carries (RFC 5545, RFC 5546).</summary>
/// <remarks>
/// Immutable, and holds nothing but what was given: the same message always gives the same bytes. Times have whole seconds; the others are cut off
/// at the second. Holds personal data and prints none of it.
/// </remarks>
public sealed record CalendarMessage
{
    private static readonly Duration s_longest = Duration.FromDays(14);
    private static readonly Duration s_earliestAlarm = Duration.FromDays(28);

    /// <summary>Describes an event and what is to be done with it.</summary>
    /// <param name="method">What the reader is asked to do.</param>
    /// <param name="uid">The event's identity, the same in every message about it and for each invitee (R47): 1 to 255 printable ASCII characters without space, quote, comma, semicolon and backslash. Not a name or an address.</param>
    /// <param name="sequence">How often time, place or standing have changed since the first message, from 0; stored and counted by the organiser alone (R47).</param>
    /// <param name="stamp">When this message was made: DTSTAMP. Readers ignore an update that is not stamped later.</param>
    /// <param name="zone">The host's zone, from the caller's provider; its id is written as it stands.</param>
    /// <param name="start">When the event begins, in whole seconds, in the years 1972 to 2200.</param>
    /// <param name="end">When it ends, which is the first moment that no longer belongs to it: after the start and at most 14 days later.</param>
    /// <param name="summary">What it is called, on one line.</param>
    /// <param name="organizer">Who sends the message; the same in all messages about the event, or mail programs do not believe it.</param>
    /// <param name="attendees">Who is invited: at least one for a request, none for a publication; for a cancellation those who were.</param>
    /// <exception cref="ArgumentException">A value is out of the range named here, or the attendees do not fit the method.</exception>
    public CalendarMessage(
        CalendarMethod method,
        string uid,
        int sequence,
        Instant stamp,
        DateTimeZone zone,
        Instant start,
        Instant end,
        string summary,
        CalendarAddress organizer,
        params IEnumerable<CalendarAttendee> attendees)
    {
        ArgumentNullException.ThrowIfNull(uid);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(organizer);
        ArgumentNullException.ThrowIfNull(attendees);
        if (!Enum.IsDefined(method))
        {
            throw new ArgumentOutOfRangeException(nameof(method), "No such method is known.");
        }

        if (uid.Length is 0 or > 255 || !uid.All(IsPlain))
        {
            throw new ArgumentException("A UID has 1 to 255 printable ASCII characters, without space, quote, comma, semicolon and backslash.", nameof(uid));
        }

        if (zone.Id.Length is 0 or > 255 || !zone.Id.All(IsPlain))
        {
            throw new ArgumentException("The id of the zone cannot stand in a calendar: it has 1 to 255 printable ASCII characters, without space, quote, comma, semicolon and backslash.", nameof(zone));
        }

        if (start.InUtc().Year is < 1972 or > 2200 || HasFraction(start) || HasFraction(end))
        {
            throw new ArgumentOutOfRangeException(nameof(start), "An event begins and ends on whole seconds, in the years 1972 to 2200.");
        }

        if (end <= start || end - start > s_longest)
        {
            throw new ArgumentOutOfRangeException(nameof(end), "An event ends after its start and at most 14 days later; a course of several days is one event for each session.");
        }

        Attendees = [.. attendees];
        if (Attendees.Any(a => a is null))
        {
            throw new ArgumentException("One of the attendees is null.", nameof(attendees));
        }

        if (method == CalendarMethod.Request && Attendees.IsEmpty)
        {
            throw new ArgumentException("A request names whom it invites (RFC 5546 §3.2.2); what invites nobody is a publication.", nameof(attendees));
        }

        if (method == CalendarMethod.Publish && !Attendees.IsEmpty)
        {
            throw new ArgumentException("A publication names no attendees (RFC 5546 §3.2.1); what invites somebody is a request.", nameof(attendees));
        }

        Summary = PrintedText.Normalize(summary, nameof(summary));
        if (Summary.Length == 0)
        {
            throw new ArgumentException("An event is called something.", nameof(summary));
        }

        (Method, Uid, Sequence, Stamp, Zone, Start, End, Organizer) = (method, uid, sequence, InRange(stamp, nameof(stamp)), zone, start, end, organizer);
        LastModified = Stamp;
    }

    /// <summary>What the reader is asked to do; also the parameter of the part that carries it (R49).</summary>
    public CalendarMethod Method { get; }

    /// <summary>The event's identity.</summary>
    public string Uid { get; }

    /// <summary>How often time, place or standing have changed.</summary>
    public int Sequence { get; }

    /// <summary>When the message was made, to the second.</summary>
    public Instant Stamp { get; }

    /// <summary>The host's zone.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>When the event begins.</summary>
    public Instant Start { get; }

    /// <summary>When it ends, exclusive.</summary>
    public Instant End { get; }

    /// <summary>What it is called.</summary>
    public string Summary { get; }

    /// <summary>Who sends it.</summary>
    public CalendarAddress Organizer { get; }

    /// <summary>Who is invited.</summary>
    public ImmutableArray<CalendarAttendee> Attendees { get; }

    /// <summary>More about it, in lines; the join link is added below by the writer.</summary>
    /// <value>null: nothing more.</value>
    /// <exception cref="ArgumentException">It holds a control character other than tab and line breaks, a direction control, or a lone surrogate.</exception>
    public string? Description { get; init => field = value is null ? null : Lines(value, nameof(Description)); }

    /// <summary>Where it is held, on one line: the venue for those in the room (R53).</summary>
    /// <value>null: nowhere in particular.</value>
    /// <exception cref="ArgumentException">It holds a control character, a direction control or a lone surrogate.</exception>
    public string? Location { get; init => field = string.IsNullOrEmpty(value) ? null : PrintedText.Normalize(value, nameof(Location)); }

    /// <summary>
    /// Where the call is joined: an https address of at most 2,000 ASCII characters without a user's name. Written as CONFERENCE, as URL and into the description,
    /// since few readers know the first; never written in a cancellation. Give it only to those who hold a seat in the call (R53).
    /// </summary>
    /// <value>null: nothing is joined.</value>
    /// <exception cref="ArgumentException">It is not such an address.</exception>
    public Uri? JoinLink { get; init => field = value is null ? null : Checked(value, nameof(JoinLink)); }

    /// <summary>What the link is called, on one line, such as <c>Zoom</c>; a semicolon becomes a comma and a backslash a slash.</summary>
    /// <value>null: it has no name.</value>
    /// <exception cref="ArgumentException">It holds a control character, a direction control or a lone surrogate.</exception>
    public string? JoinLabel { get; init => field = ShownName.Of(value, nameof(JoinLabel)); }

    /// <summary>How long before the start the reader's calendar reminds: elapsed time, in whole seconds, from zero to 28 days. Not written in a cancellation.</summary>
    /// <value>Empty: the reader's own habit.</value>
    /// <exception cref="ArgumentOutOfRangeException">One is not within that range.</exception>
    public ImmutableArray<Duration> Alarms
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefault || value.All(a => a >= Duration.Zero && a <= s_earliestAlarm && a.SubsecondNanoseconds == 0)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Alarms), "An alarm rings from zero seconds to 28 days before the start.");
    }

    /// <summary>The language of summary, description and location.</summary>
    /// <value>null: not said.</value>
    public Language? Language { get; init; }

    /// <summary>When the event was last changed, to the second.</summary>
    /// <value>The stamp.</value>
    public Instant LastModified { get; init => field = InRange(value, nameof(LastModified)); }

    /// <summary>When the event was first made, to the second.</summary>
    /// <value>null: not said.</value>
    public Instant? Created { get; init => field = value is { } created ? InRange(created, nameof(Created)) : null; }

    /// <summary>How the times are written. An event whose start or end occurs twice by the zone's clocks is always written in UTC, because local time alone would not say which; so is one during which the clocks go back twice.</summary>
    /// <value><see cref="CalendarTimeForm.Zoned"/></value>
    /// <exception cref="ArgumentOutOfRangeException">No such form is known.</exception>
    public CalendarTimeForm TimeForm
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(TimeForm), "No such form is known.");
    }

    /// <summary>The event's identity and count; nothing that tells who is invited or how to join.</summary>
    public override string ToString() => FormattableString.Invariant($"{Method} {Uid} {Sequence}");

    private static bool IsPlain(char c) => c is > ' ' and < (char)0x7F and not ('"' or ',' or ';' or '\\');

    private static bool HasFraction(Instant instant) => instant.ToUnixTimeTicks() % NodaConstants.TicksPerSecond != 0 || instant != Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());

    private static Instant InRange(Instant instant, string parameter) =>
        instant.InUtc().Year is >= 1900 and <= 9998
            ? Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds())
            : throw new ArgumentOutOfRangeException(parameter, "The moment lies outside the years 1900 to 9998.");

    private static string Lines(string text, string parameter)
    {
        var lines = new StringBuilder(text).Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u0085', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n').Replace('\t', ' ').ToString().Split('\n');
        return string.Join('\n', lines.Select(line => PrintedText.Normalize(line, parameter))).Trim('\n');
    }

    /// <summary>Whether an address can be a <see cref="JoinLink"/>.</summary>
    internal static bool IsJoinLink(Uri link) =>
        link.IsAbsoluteUri && link.Scheme == Uri.UriSchemeHttps && link.Host.Length > 0 && link.UserInfo.Length == 0
            && link.AbsoluteUri.Length <= 2000 && link.AbsoluteUri.All(c => c is > ' ' and < (char)0x7F and not ('"' or '<' or '>' or '\\'));

    private static Uri Checked(Uri link, string parameter) =>
        IsJoinLink(link) ? link : throw new ArgumentException("A join link is an absolute https address of at most 2,000 ASCII characters, without a user's name; give the host of an international domain in its ASCII form.", parameter);
}
