using System.Globalization;
using System.Text;
using CsCheck;
using NodaTime;
using Unicode = Diplomacy.Training.Tests.Building.Unicode;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>What stands in a calendar message: every rule of R47 to R53 that a file can show, and nothing that a name could put there.</summary>
public sealed class CalendarWriterWrite
{
    private static readonly Gen<string> s_sly = Gen.OneOf(
        Unicode.Printable,
        Gen.OneOf<string>("\\", ";", ",", ":", "\"", "^", "^n", "^^'", "\\n", "\\N", "=", "BEGIN:VEVENT", "CN=\"x\"", "' '", "ក្រុង", "👩‍👩‍👧", "e\u0301")).Array[1, 40].Select(p => string.Concat(p).Normalize(NormalizationForm.FormC).Trim()).Where(t => t.Length > 0);

    [Fact]
    public void A_text_is_read_back_as_it_was_whatever_it_holds() =>
        Gen.Select(s_sly, s_sly.Array[1, 4], s_sly, Gen.Bool).Sample((summary, description, location, khmer) =>
        {
            CalendarMessage message = Messages.Of(summary: summary) with { Description = string.Join('\n', description), Location = location, Language = khmer ? Language.Khmer : null };

            byte[] octets = CalendarWriter.Write(message);

            PlainCalendar.Physical(octets).Should().OnlyContain(line => line.Length <= 75);
            PlainCalendar read = PlainCalendar.Read(octets);
            read.Event["SUMMARY"].Text.Should().Be(summary);
            read.Event["DESCRIPTION"].Text.Should().Be(message.Description);
            read.Event["LOCATION"].Text.Should().Be(location);
            read.Event["SUMMARY"].Parameters.Should().HaveCount(khmer ? 1 : 0);
        });

    [Fact]
    public void A_name_or_label_adds_no_line_no_property_and_no_parameter() =>
        Gen.Select(s_sly, s_sly, s_sly).Sample((organizer, attendee, label) =>
        {
            CalendarMessage message = Messages.Of(organizer: new("a@b.example", organizer), attendees: [new(new("c@d.example", attendee))]) with
            {
                JoinLink = new("https://call.example/j"), JoinLabel = label,
            };
            byte[] octets = CalendarWriter.Write(message);

            PlainCalendar read = PlainCalendar.Read(octets);
            PlainCalendar plain = PlainCalendar.Of(Messages.Of(organizer: new("a@b.example", "A"), attendees: [new(new("c@d.example", "B"))]) with { JoinLink = message.JoinLink, JoinLabel = "C" });
            read.Event.Lines.Select(l => (l.Name, string.Join(',', l.Parameters.Keys), l.Name == "SUMMARY" ? "" : l.Value))
                .Should().Equal(plain.Event.Lines.Select(l => (l.Name, string.Join(',', l.Parameters.Keys), l.Name == "SUMMARY" ? "" : l.Value)));
            read.Event["ORGANIZER"].Parameters["CN"].Should().Be(Shown(organizer));
            read.Event["ATTENDEE"].Parameters["CN"].Should().Be(Shown(attendee));
            read.Event["CONFERENCE"].Parameters["LABEL"].Should().Be(Shown(label));
        });

    [Fact]
    public void Whatever_is_typed_as_a_name_or_link_is_refused_or_stays_one_value() =>
        Gen.Select(Unicode.Any, Unicode.Any, Unicode.Any).Sample((name, email, link) =>
        {
            CalendarMessage message;
            try
            {
                message = Messages.Of(attendees: [new(new(email + "@d.example", name))]) with { JoinLink = new("https://call.example/" + link), Description = name };
            }
            catch (ArgumentException)
            {
                return;
            }

            PlainCalendar read = PlainCalendar.Of(message);
            read.Event.Lines.Select(l => l.Name).Except(["DESCRIPTION"]).Should().Equal(
                "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP", "ORGANIZER", "ATTENDEE", "URL", "CONFERENCE");
            read.Event["URL"].Value.Should().MatchRegex("^[!-~]+$");
            read.Event["ATTENDEE"].Value.Should().MatchRegex("^mailto:[!-~]+@d\\.example$");
        }, iter: 2000);

    [Fact]
    public void Folds_stand_between_characters_in_lines_that_are_as_full_as_they_can_be()
    {
        byte[] octets = CalendarWriter.Write(Messages.Of(summary: string.Concat(Enumerable.Repeat("ក", 100))));

        byte[][] summary = [.. PlainCalendar.Physical(octets).SkipWhile(l => l[0] != 'S' || l[1] != 'U').TakeWhile((l, i) => i == 0 || l[0] == ' ')];
        summary.Select(l => l.Length).Should().Equal(74, 73, 73, 73, 19);
    }

    [Fact]
    public void An_escaped_pair_is_not_divided_by_a_fold() =>
        Gen.Int[0, 80].Sample(n =>
        {
            byte[] octets = CalendarWriter.Write(Messages.Of(summary: new string('a', n) + ";;;;") with { Location = new string('b', n) + "\\\\" });

            PlainCalendar.Physical(octets).Should().OnlyContain(l => l.AsEnumerable().Reverse().TakeWhile(o => o == '\\').Count() % 2 == 0);
        });

    [Fact]
    public void A_quote_and_a_caret_in_a_name_are_written_after_RFC_6868_and_a_semicolon_becomes_a_comma_and_a_backslash_a_slash() =>
        Text(Messages.Of(organizer: new("a@b.example", "A \"B\" ^C; D\\n"))).Should().Contain("ORGANIZER;CN=\"A ^'B^' ^^C, D/n\":mailto:a@b.example\r\n");

    [Fact]
    public void A_name_that_needs_no_quotes_has_none() =>
        Text(Messages.Of(organizer: new("a@b.example", "ចាន់ សុភា"))).Should().Contain("ORGANIZER;CN=ចាន់ សុភា:mailto:a@b.example\r\n");

    [Theory]
    [InlineData("o'neil+x_y@b.example", "mailto:o'neil+x_y@b.example")]
    [InlineData("a%b@b.example", "mailto:a%25b@b.example")]
    [InlineData("a?cc=x&y#z/@b.example", "mailto:a%3Fcc%3Dx%26y%23z%2F@b.example")]
    [InlineData("សុភា@b.example", "mailto:%E1%9E%9F%E1%9E%BB%E1%9E%97%E1%9E%B6@b.example")]
    public void An_address_is_a_mailto_uri_and_adds_nothing_to_it(string email, string written) =>
        PlainCalendar.Of(Messages.Of(attendees: [new(new(email))])).Event["ATTENDEE"].Value.Should().Be(written);

    [Fact]
    public void Every_method_is_written_with_its_standing()
    {
        PlainCalendar request = PlainCalendar.Of(Messages.Of(CalendarMethod.Request, sequence: 3)), publish = PlainCalendar.Of(Messages.Of(CalendarMethod.Publish)), cancel = PlainCalendar.Of(Messages.Of(CalendarMethod.Cancel, sequence: 4));

        (request["METHOD"].Value, publish["METHOD"].Value, cancel["METHOD"].Value).Should().Be(("REQUEST", "PUBLISH", "CANCEL"));
        (request.Event["STATUS"].Value, publish.Event["STATUS"].Value, cancel.Event["STATUS"].Value).Should().Be(("CONFIRMED", "CONFIRMED", "CANCELLED"));
        (request.Event["SEQUENCE"].Value, publish.Event["SEQUENCE"].Value, cancel.Event["SEQUENCE"].Value).Should().Be(("3", "0", "4"));
        request.Event["UID"].Value.Should().Be(Messages.Uid).And.Be(cancel.Event["UID"].Value);
        publish.Event.Lines.Should().NotContain(l => l.Name == "ATTENDEE");
        cancel.Event["ATTENDEE"].Value.Should().Be("mailto:mission@was.example");
        cancel.Event["ORGANIZER"].Value.Should().Be("mailto:training@mfaic.example");
    }

    [Fact]
    public void A_cancellation_tells_no_link_rings_no_alarm_and_wants_no_answer()
    {
        CalendarMessage message = Messages.Full(CalendarMethod.Cancel, Language.English);

        Text(message).Should().NotContain("call.example").And.NotContain("VALARM").And.NotContain("RSVP=TRUE");
        Text(Messages.Full(CalendarMethod.Request, Language.English)).Should().Contain("call.example").And.Contain("VALARM").And.Contain("RSVP=TRUE");
    }

    [Fact]
    public void The_link_stands_in_conference_url_and_description_and_is_not_escaped_as_text()
    {
        CalendarMessage message = Messages.Full(CalendarMethod.Request, Language.English);
        PlainCalendar read = PlainCalendar.Of(message);

        read.Event["URL"].Value.Should().Be("https://call.example/j/8123456789?pwd=aB%2C1;x=2,3&lang=km").And.Be(read.Event["CONFERENCE"].Value);
        read.Event["CONFERENCE"].Parameters.Should().Equal(new Dictionary<string, string> { ["VALUE"] = "URI", ["FEATURE"] = "AUDIO,VIDEO", ["LABEL"] = "Zoom" });
        read.Event["DESCRIPTION"].Text.Should().Be(message.Description + "\n\n" + message.JoinLink!.AbsoluteUri);
    }

    [Fact]
    public void The_link_is_not_repeated_in_a_description_that_holds_it() =>
        PlainCalendar.Of(Messages.Of() with { JoinLink = new("https://call.example/j"), Description = "Join at https://call.example/j please" }).Event["DESCRIPTION"].Text.Should().Be("Join at https://call.example/j please");

    [Fact]
    public void The_link_is_the_description_where_there_is_no_other() =>
        PlainCalendar.Of(Messages.Of() with { JoinLink = new("https://call.example/j") }).Event["DESCRIPTION"].Text.Should().Be("https://call.example/j");

    [Theory]
    [InlineData(0, "PT0S")]
    [InlineData(900, "-PT15M")]
    [InlineData(86400, "-PT24H")]
    [InlineData(3601, "-PT1H0M1S")]
    [InlineData(5400, "-PT1H30M")]
    [InlineData(59, "-PT59S")]
    [InlineData(2419200, "-PT672H")]
    public void An_alarm_rings_elapsed_time_before_the_start(int seconds, string trigger)
    {
        PlainCalendar alarm = PlainCalendar.Of(Messages.Of(summary: "Opening; day 1") with { Alarms = [Duration.FromSeconds(seconds)] }).Event.Parts.Single();

        alarm.Kind.Should().Be("VALARM");
        alarm["ACTION"].Value.Should().Be("DISPLAY");
        alarm["TRIGGER"].Value.Should().Be(trigger);
        alarm["DESCRIPTION"].Text.Should().Be("Opening; day 1");
    }

    [Fact]
    public void An_attendee_is_written_with_kind_role_answer_and_wish()
    {
        CalendarAttendee attendee = new(Messages.Washington) { Kind = CalendarAttendeeKind.Group, Role = CalendarRole.Informed, Answer = CalendarAnswer.Tentative, AnswerWanted = true };

        PlainCalendar.Of(Messages.Of(attendees: [attendee])).Event["ATTENDEE"].Parameters.Should().Equal(new Dictionary<string, string>
        {
            ["CUTYPE"] = "GROUP", ["ROLE"] = "NON-PARTICIPANT", ["PARTSTAT"] = "TENTATIVE", ["RSVP"] = "TRUE", ["CN"] = "Embassy in Washington",
        });
    }

    [Fact]
    public void Moments_of_the_record_are_cut_off_at_the_second_and_the_last_change_is_the_stamp()
    {
        CalendarMessage message = new(
            CalendarMethod.Publish, "u", 0, Messages.Stamp + Duration.FromMilliseconds(999), DateTimeZone.Utc, Messages.Start, Messages.Start + Duration.FromHours(1), "x", Messages.Ministry);

        PlainCalendar read = PlainCalendar.Of(message with { Created = Messages.Stamp - Duration.FromDays(1) });

        (read.Event["DTSTAMP"].Value, read.Event["LAST-MODIFIED"].Value, read.Event["CREATED"].Value).Should().Be(("20261123T020000Z", "20261123T020000Z", "20261122T020000Z"));
        PlainCalendar.Of(message with { LastModified = Messages.Stamp - Duration.FromHours(1) }).Event["LAST-MODIFIED"].Value.Should().Be("20261123T010000Z");
    }

    [Fact]
    public void The_same_message_gives_the_same_octets_under_any_culture()
    {
        CalendarMessage message = Messages.Full(CalendarMethod.Request, Language.Khmer);
        byte[] expected = CalendarWriter.Write(message);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "tr-TR", "fa-IR", "th-TH", "ar-SA", "km-KH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                CalendarWriter.Write(message).Should().Equal(expected);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Shown(string name) => name.Replace(';', ',').Replace('\\', '/');

    private static string Text(CalendarMessage message) => Encoding.UTF8.GetString(CalendarWriter.Write(message)).Replace("\r\n ", "", StringComparison.Ordinal);
}
