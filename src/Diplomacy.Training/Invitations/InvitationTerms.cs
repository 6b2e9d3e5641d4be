using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>For what each invitee has an entry in the calendar.</summary>
public enum CalendarEntries
{
    /// <summary>One for each date of the host and each sitting, from the first session to the end of the last: what people want to see.</summary>
    Days,

    /// <summary>One for each session (R47): for workshops whose sessions are attended one by one.</summary>
    Sessions,
}

/// <summary>How a workshop's people are invited.</summary>
/// <remarks>Immutable. <c>new()</c> is valid.</remarks>
public sealed record InvitationTerms
{
    private static readonly Duration s_longest = Duration.FromDays(28);

    /// <summary>For what each invitee has an entry in the calendar.</summary>
    /// <value><see cref="CalendarEntries.Days"/></value>
    /// <exception cref="ArgumentOutOfRangeException">No such choice is known.</exception>
    public CalendarEntries Entries
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Entries), "No such choice of entries is known.");
    }

    /// <summary>How long before the start of an entry the invitee's own calendar rings (VALARM).</summary>
    /// <value>30 minutes.</value>
    /// <exception cref="ArgumentException">One is not in whole seconds from zero to 28 days, or stands twice.</exception>
    public ImmutableArray<Duration> Alarms
    {
        get;
        init => field = Checked(value, nameof(Alarms));
    } = [Duration.FromMinutes(30)];

    /// <summary>
    /// How long before the start of an entry the library reminds, by a notice. Each is sent at the latest moment at or before that which lies in the working time
    /// of the invitee's institution and not in the night; see <see cref="InvitationDesk"/>.
    /// </summary>
    /// <value>7 days and 1 day.</value>
    /// <exception cref="ArgumentException">One is not in whole seconds from zero to 28 days, or stands twice.</exception>
    public ImmutableArray<Duration> Reminders
    {
        get;
        init => field = Checked(value, nameof(Reminders));
    } = [Duration.FromDays(7), Duration.FromDays(1)];

    /// <summary>How the times of a calendar entry are written.</summary>
    /// <value><see cref="CalendarTimeForm.Zoned"/>: by the host's clocks.</value>
    /// <exception cref="ArgumentOutOfRangeException">No such form is known.</exception>
    public CalendarTimeForm TimeForm
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(TimeForm), "No such form is known.");
    }

    /// <summary>Equal when everything is.</summary>
    /// <param name="other">The terms to compare with.</param>
    public bool Equals(InvitationTerms? other) =>
        other is not null && Entries == other.Entries && TimeForm == other.TimeForm && Alarms.SequenceEqual(other.Alarms) && Reminders.SequenceEqual(other.Reminders);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Entries, TimeForm, Alarms.Length, Reminders.Length);

    /// <summary>Longest first.</summary>
    private static ImmutableArray<Duration> Checked(ImmutableArray<Duration> before, string parameter) =>
        before.IsDefault ? []
        : before.Any(d => d < Duration.Zero || d > s_longest || d.SubsecondNanoseconds != 0) || before.Distinct().Count() != before.Length
            ? throw new ArgumentException("Each lies in whole seconds from zero to 28 days before the start, and stands once.", parameter)
            : [.. before.OrderDescending()];
}
