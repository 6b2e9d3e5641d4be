namespace Diplomacy.Training;

/// <summary>A message of the ledger as it is sent. Holds personal data and prints none of it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Message">Which message.</param>
/// <param name="Part">The part of an e-mail that carries it.</param>
/// <param name="From">The organizer, who has to be the sender of the e-mail too: calendars pass over what somebody else sends.</param>
/// <param name="To">To whom it goes, as the record says now; null for whoever has no address, whose file is handed over.</param>
public sealed record WrittenInvitation(InvitationMessage Message, CalendarPart Part, CalendarAddress From, CalendarAddress? To)
{
    /// <summary>The UID and the SEQUENCE.</summary>
    public override string ToString() => FormattableString.Invariant($"{Message.Uid} {Message.Sequence}");
}

/// <summary>To whom a message goes, as the records say now.</summary>
/// <param name="Language">The language in which it is written.</param>
/// <param name="Attendee">The address; null where there is none.</param>
internal sealed record InvitationAddressee(Language Language, CalendarAttendee? Attendee)
{
    /// <summary>A person, by the name as printed in their own language.</summary>
    internal static InvitationAddressee Of(Person person)
    {
        string name = person.Name.Native is { } native && native.Language == person.Language ? native.Printed : person.Name.Printed;
        return new(person.Language, AttendeeAt(person.Email, name, CalendarAttendeeKind.Individual));
    }

    /// <summary>An institution with its own mailbox.</summary>
    internal static InvitationAddressee Of(Institution institution, Language language) =>
        new(language, AttendeeAt(institution.Email, institution.Name.In(language), CalendarAttendeeKind.Group));

    private static CalendarAttendee? AttendeeAt(string? email, string name, CalendarAttendeeKind kind)
    {
        try
        {
            return email is null ? null : new CalendarAttendee(new CalendarAddress(email, name)) { Kind = kind };
        }
        catch (ArgumentException)
        {
            // An address that people may have and that cannot stand in a calendar is as good as none.
            return null;
        }
    }
}

/// <summary>Writes a message of the ledger: the same message, addressee and zone data always give the same bytes.</summary>
internal static class InvitationWriter
{
    /// <summary>The part of an e-mail.</summary>
    /// <param name="message">The message.</param>
    /// <param name="created">When the invitee was first told of the entry.</param>
    /// <param name="addressee">To whom.</param>
    /// <param name="link">The join link that was told; null when none was, or it was erased.</param>
    /// <param name="zones">The time zones.</param>
    /// <param name="texts">The words.</param>
    /// <exception cref="TrainingRuleException"><c>agenda.zone-is-known</c>.</exception>
    internal static WrittenInvitation Write(InvitationMessage message, Instant created, InvitationAddressee addressee, Uri? link, IDateTimeZoneProvider zones, TrainingTexts texts)
    {
        InvitationContent content = message.Content;
        DateTimeZone zone = zones.GetZoneOrNull(content.ZoneId)
            ?? throw new TrainingRuleException(PlanningRules.ZoneIsKnown.Broken(("zone", content.ZoneId), ("version", zones.VersionId)));
        Language language = addressee.Language;
        CalendarMethod method = message.Withdrawn is not null ? CalendarMethod.Cancel : addressee.Attendee is null ? CalendarMethod.Publish : CalendarMethod.Request;
        Instant start = WholeSecond(content.Start);
        var from = new CalendarAddress(content.OrganizerEmail, content.OrganizerName.In(language));
        var part = new CalendarPart(new CalendarMessage(
            method, message.Uid.ToString(), message.Sequence, message.At, zone, start, Instant.Max(WholeSecond(content.End), start + Duration.FromSeconds(1)), content.Title.In(language),
            from, addressee.Attendee is { } attendee ? [attendee] : [])
        {
            Language = language,
            Description = Describe(content, zone, language, texts),
            Location = content.Mode == DeliveryMode.Online ? RegistrationRules.In(DeliveryMode.Online).Explain(language, texts) : content.Venue?.In(language),
            JoinLink = method == CalendarMethod.Cancel ? null : link,
            Alarms = content.Alarms,
            Created = created,
            TimeForm = content.TimeForm,
        });
        return new(message, part, from, addressee.Attendee?.Address);
    }

    /// <summary>The sessions one by one, where there are several or the only one has a title, and which sitting it is, where another one has the same title.</summary>
    private static string? Describe(InvitationContent content, DateTimeZone zone, Language language, TrainingTexts texts) =>
        content is { Sitting: null, Sessions: [{ Title: null }] } ? null : string.Join('\n',
        [
            .. content.Sessions is [{ Title: null }] ? Array.Empty<string>() :
            [
                .. content.Sessions.Select(s =>
                    $"{LocalTimeWords.Hour(s.Start.InZone(zone).TimeOfDay, language)}–{LocalTimeWords.Hour(s.End.InZone(zone).TimeOfDay, language)} {s.Title?.In(language) ?? s.Code}"),
                InvitationRules.HostTimes.With(("zone", content.ZoneId)).Explain(language, texts),
            ],
            .. content.Sitting is { } sitting ? [InvitationRules.SittingOf.With(("sitting", sitting)).Explain(language, texts)] : Array.Empty<string>(),
        ]);

    private static Instant WholeSecond(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}
