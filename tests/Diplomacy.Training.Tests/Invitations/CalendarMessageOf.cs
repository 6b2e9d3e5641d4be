using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using NodaTime.TimeZones;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>What a calendar message may be made of.</summary>
public sealed class CalendarMessageOf
{
    [Fact]
    public void A_request_invites_somebody_and_a_publication_nobody()
    {
        Action alone = () => Messages.Of(CalendarMethod.Request, attendees: []);
        Action invited = () => Messages.Of(CalendarMethod.Publish, attendees: [new(Messages.Washington)]);

        alone.Should().Throw<ArgumentException>().WithMessage("*publication*").WithParameterName("attendees");
        invited.Should().Throw<ArgumentException>().WithMessage("*request*").WithParameterName("attendees");
        Messages.Of(CalendarMethod.Cancel, attendees: []).Attendees.Should().BeEmpty("a publication is cancelled too");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nATTENDEE:x")]
    [InlineData("a;b")]
    [InlineData("a,b")]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    [InlineData("ចាន់")]
    public void A_uid_that_would_have_to_be_written_otherwise_is_refused(string uid) => Refused("uid", () => Messages.Of(uid: uid));

    [Fact]
    public void A_uid_has_at_most_255_characters()
    {
        Messages.Of(uid: new('a', 255)).Uid.Should().HaveLength(255);
        Refused("uid", () => Messages.Of(uid: new('a', 256)));
    }

    [Fact]
    public void A_sequence_is_not_negative() => Refused("sequence", () => Messages.Of(sequence: -1));

    [Fact]
    public void An_event_ends_after_it_begins_and_within_fourteen_days()
    {
        Messages.Of(length: Duration.FromDays(14)).End.Should().Be(Messages.Start + Duration.FromDays(14));
        Refused("end", () => Messages.Of(length: Duration.FromDays(14) + Duration.FromSeconds(1)));
        Refused("end", () => Messages.Of(length: Duration.Zero));
        Refused("end", () => Messages.Of(length: -Duration.FromHours(1)));
    }

    [Fact]
    public void An_event_begins_and_ends_on_whole_seconds_in_years_with_known_offsets()
    {
        Refused("start", () => Messages.Of(start: Messages.Start + Duration.FromMilliseconds(1)));
        Refused("start", () => Messages.Of(start: Messages.Start + Duration.Epsilon));
        Refused("start", () => Messages.Of(length: Duration.FromHours(2) + Duration.Epsilon));
        Refused("start", () => Messages.Of(start: Instant.FromUtc(1971, 12, 31, 23, 59)));
        Refused("start", () => Messages.Of(start: Instant.FromUtc(2201, 1, 1, 0, 0)));
        Refused("start", () => Messages.Of(start: Instant.MinValue));
        Refused("start", () => Messages.Of(start: Instant.MaxValue, length: Duration.Zero));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\0b")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2066b")]
    public void Texts_of_one_line_hold_no_control_and_no_direction_control(string text)
    {
        Refused("summary", () => Messages.Of(summary: text));
        Refused("name", () => _ = new CalendarAddress("a@b.example", text));
        Refused("Location", () => _ = Messages.Of() with { Location = text });
        Refused("JoinLabel", () => _ = Messages.Of() with { JoinLabel = text });
        Refused("email", () => _ = new CalendarAddress(text + "@b.example"));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\u202Eb")]
    public void A_description_holds_no_control_and_no_direction_control(string text) =>
        Refused("text", () => _ = Messages.Of() with { Description = text });

    [Fact]
    public void No_text_holds_half_a_character()
    {
        // Not as data of a theory, which would replace what is not valid Unicode.
        foreach (string text in new[] { "a\uD83Cb", "a\uDC00b", "a\uDC00\uD83C" })
        {
            Refused("summary", () => Messages.Of(summary: text));
            Refused("name", () => _ = new CalendarAddress("a@b.example", text));
            Refused("email", () => _ = new CalendarAddress(text + "@b.example"));
            Refused("description", () => _ = Messages.Of() with { Description = text });
            Refused("location", () => _ = Messages.Of() with { Location = text });
            Refused("label", () => _ = Messages.Of() with { JoinLabel = text });
        }
    }

    [Fact]
    public void A_description_has_lines_however_they_were_ended() =>
        (Messages.Of() with { Description = "a\r\nb\rc\nd\u0085e\u2028f\u2029g\th\n\n" }).Description.Should().Be("a\nb\nc\nd\ne\nf\ng h");

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("@b")]
    [InlineData("a@")]
    [InlineData("a@b@c")]
    [InlineData("a b@c")]
    [InlineData("a,b@c")]
    [InlineData("a;b@c")]
    [InlineData("a:b@c")]
    [InlineData("\"a\"@c")]
    [InlineData("Name <a@c>")]
    [InlineData("a..b@c")]
    [InlineData(".a@c")]
    [InlineData("a.@c")]
    [InlineData("a@c..d")]
    [InlineData("a@c.")]
    [InlineData("a@-c")]
    [InlineData("a@c/d")]
    [InlineData("a@c?subject=x")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a\r\nATTENDEE:mailto:x@c")]
    [InlineData("a@c\u037Ed")]
    [InlineData("a\u037Eb@c")]
    [InlineData("a\u200Bb@c")]
    public void An_address_is_one_mailbox(string email) => Refused("email", () => _ = new CalendarAddress(email));

    [Fact]
    public void What_is_a_mailbox_of_an_institution_is_one_in_a_calendar_and_the_other_way_round()
    {
        Gen.Select(Gen.String[Gen.Frequency((8, Gen.Char["abz09-._+@;,!#^`|~'"]), (1, Gen.Char["\u037E\u1FEF\u200B\u00A0ចាន\u0301é"]), (1, Gen.Char)), 1, 12], Gen.Bool)
            .Select(t => t.Item2 ? t.Item1 + "@b.example" : "a@" + t.Item1)
            .Where(t => t == t.Trim())
            .Sample(text => IsOne(text).Should().Be(Institution.IsMailbox(text)));

        static bool IsOne(string text)
        {
            try
            {
                return Institution.IsMailbox(new CalendarAddress(text).Email);
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    [Theory]
    [InlineData("http://call.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://call.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b.example")]
    [InlineData("https://somebody:secret@call.example/")]
    [InlineData("https://user@call.example/")]
    [InlineData("https://ចាន់.example/")]
    public void A_join_link_is_https_without_a_user(string link) => Refused("parameter", () => _ = Messages.Of() with { JoinLink = new(link) });

    [Fact]
    public void A_join_link_is_absolute_and_of_bounded_length()
    {
        Refused("parameter", () => _ = Messages.Of() with { JoinLink = new("/j/1", UriKind.Relative) });
        Refused("parameter", () => _ = Messages.Of() with { JoinLink = new("https://call.example/" + new string('a', 2000)) });
    }

    [Fact]
    public void A_refusal_does_not_repeat_personal_data()
    {
        Action address = () => _ = new CalendarAddress("sophea chan@mfaic.example", "CHAN Sophea");
        Action name = () => _ = new CalendarAddress("sophea@mfaic.example", "CHAN Sophea\n");
        Action link = () => _ = Messages.Of() with { JoinLink = new("https://secret:word@call.example/") };

        address.Should().Throw<ArgumentException>().Which.Message.Should().NotContainAny("chan", "CHAN", "sophea", "Sophea");
        name.Should().Throw<ArgumentException>().Which.Message.Should().NotContainAny("CHAN", "Sophea");
        link.Should().Throw<ArgumentException>().Which.Message.Should().NotContain("secret");
    }

    [Fact]
    public void Nothing_personal_is_printed()
    {
        CalendarMessage message = Messages.Full(CalendarMethod.Request, Language.English);

        string.Concat(message, message.Organizer, message.Attendees[0], message.Attendees[1], new CalendarPart(message)).Should().NotContainAny("Sophea", "sophea", "mission@", "call.example", "pwd");
    }

    [Fact]
    public void An_alarm_rings_at_most_28_days_before_and_never_after()
    {
        (Messages.Of() with { Alarms = [Duration.Zero, Duration.FromDays(28)] }).Alarms.Should().HaveCount(2);
        (Messages.Of() with { Alarms = default(ImmutableArray<Duration>) }).Alarms.Should().BeEmpty();
        Refused("value", () => _ = Messages.Of() with { Alarms = [Duration.FromDays(28) + Duration.FromSeconds(1)] });
        Refused("value", () => _ = Messages.Of() with { Alarms = [Duration.FromSeconds(-1)] });
        Refused("value", () => _ = Messages.Of() with { Alarms = [Duration.FromMilliseconds(1)] });
    }

    [Fact]
    public void Values_that_mean_nothing_are_refused()
    {
        Refused("method", () => Messages.Of((CalendarMethod)9, attendees: [new(Messages.Washington)]));
        Refused("value", () => _ = new CalendarAttendee(Messages.Washington) { Kind = (CalendarAttendeeKind)9 });
        Refused("value", () => _ = new CalendarAttendee(Messages.Washington) { Role = (CalendarRole)9 });
        Refused("value", () => _ = new CalendarAttendee(Messages.Washington) { Answer = (CalendarAnswer)9 });
        Refused("value", () => _ = Messages.Of() with { TimeForm = (CalendarTimeForm)9 });
        Refused("attendees", () => Messages.Of(attendees: [null!]));
        Refused("summary", () => Messages.Of(summary: " "));
        Refused("value", () => _ = Messages.Of() with { LastModified = Instant.MaxValue });
    }

    [Theory]
    [InlineData("A\r\nB")]
    [InlineData("A;B")]
    [InlineData("A\"B")]
    [InlineData("A B")]
    public void A_zone_whose_id_cannot_stand_in_a_calendar_is_refused(string id)
    {
        DateTimeZone zone = new FixedZone(id);

        Refused("zone", () => _ = new CalendarMessage(CalendarMethod.Publish, "u", 0, Messages.Stamp, zone, Messages.Start, Messages.Start + Duration.FromHours(1), "x", Messages.Ministry));
    }

    private static void Refused(string what, Action made) => made.Should().Throw<ArgumentException>(what);

    private sealed class FixedZone(string id) : DateTimeZone(id, true, Offset.Zero, Offset.Zero)
    {
        public override ZoneInterval GetZoneInterval(Instant instant) => new("X", null, null, Offset.Zero, Offset.Zero);
    }
}
