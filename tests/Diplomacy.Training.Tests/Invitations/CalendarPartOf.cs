using System.Text;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>The part of an e-mail that carries a calendar message (R49).</summary>
public sealed class CalendarPartOf
{
    public static TheoryData<CalendarMethod, string, string> Methods => new()
    {
        { CalendarMethod.Request, "REQUEST", "invite.ics" },
        { CalendarMethod.Publish, "PUBLISH", "event.ics" },
        { CalendarMethod.Cancel, "CANCEL", "cancel.ics" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_parameter_is_the_method_of_the_file(CalendarMethod method, string token, string file)
    {
        CalendarMessage message = Messages.Full(method, Language.Khmer);
        var part = new CalendarPart(message);

        part.ContentType.Should().Be($"text/calendar; charset=utf-8; method={token}");
        part.FileName.Should().Be(file);
        part.Bytes.Should().Equal(CalendarWriter.Write(message));
        PlainCalendar.Read([.. part.Bytes])["METHOD"].Value.Should().Be(token);
        (Dictionary<string, string> headers, string body) = Split(part.ToMime());
        headers.Should().Equal(new Dictionary<string, string>
        {
            ["Content-Type"] = $"text/calendar; charset=utf-8; method={token}; name=\"{file}\"",
            ["Content-Transfer-Encoding"] = "base64",
        });
        Convert.FromBase64String(body).Should().Equal(part.Bytes);
    }

    [Fact]
    public void Parts_are_equal_when_every_byte_is()
    {
        var part = new CalendarPart(Messages.Of());

        (part == new CalendarPart(Messages.Of())).Should().BeTrue();
        part.GetHashCode().Should().Be(new CalendarPart(Messages.Of()).GetHashCode());
        (part == new CalendarPart(Messages.Of(sequence: 1))).Should().BeFalse();
        part.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void The_attachment_is_the_same_file()
    {
        var part = new CalendarPart(Messages.Full(CalendarMethod.Request, Language.Khmer));

        (Dictionary<string, string> headers, string body) = Split(part.ToAttachment());

        headers["Content-Disposition"].Should().Be("attachment; filename=\"invite.ics\"");
        Convert.FromBase64String(body).Should().Equal(part.Bytes);
    }

    [Fact]
    public void A_mail_has_text_and_calendar_as_alternatives_and_the_file_attached()
    {
        var part = new CalendarPart(Messages.Full(CalendarMethod.Request, Language.Khmer));
        string mail = part.ToMail("សូមចូលរួម\nPlease join.\r\n");

        (Dictionary<string, string> headers, string body) = Split(mail);
        headers["Content-Type"].Should().StartWith("multipart/mixed; boundary=");
        string[] outer = Parts(headers["Content-Type"], body);
        outer.Should().HaveCount(2);
        (Dictionary<string, string> within, string alternatives) = Split(outer[0]);
        within["Content-Type"].Should().StartWith("multipart/alternative; boundary=");
        string[] inner = Parts(within["Content-Type"], alternatives);
        inner.Should().HaveCount(2);
        (Dictionary<string, string> text, string words) = Split(inner[0]);
        text["Content-Type"].Should().Be("text/plain; charset=utf-8");
        Encoding.UTF8.GetString(Convert.FromBase64String(words)).Should().Be("សូមចូលរួម\r\nPlease join.\r\n");
        inner[1].Should().Be(part.ToMime());
        outer[1].Should().Be(part.ToAttachment());
        part.ToMail("សូមចូលរួម\nPlease join.\r\n").Should().Be(mail, "nothing random is in it");
    }

    [Fact]
    public void Everything_is_ASCII_in_lines_of_at_most_76_that_end_in_CRLF()
    {
        var part = new CalendarPart(Messages.Full(CalendarMethod.Publish, Language.Khmer));

        foreach (string text in new[] { part.ToMime(), part.ToAttachment(), part.ToMail("ក"), part.ToMail("") })
        {
            text.Should().EndWith("\r\n");
            text.Split("\r\n").Should().OnlyContain(l => l.Length <= 76 && l.All(c => c >= ' ' && c < 0x7F));
        }
    }

    [Fact]
    public void A_text_with_half_a_character_is_refused()
    {
        Action made = () => new CalendarPart(Messages.Of()).ToMail("a\uD83C");

        made.Should().Throw<ArgumentException>().WithParameterName("text").WithMessage("*position 1*");
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string part)
    {
        int end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string[] lines = part[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        return (lines.Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1]), part[(end + 4)..]);
    }

    private static string[] Parts(string contentType, string body)
    {
        string boundary = "--" + contentType.Split('"')[1];
        string[] parts = ("\r\n" + body).Split("\r\n" + boundary);
        parts[0].Should().BeEmpty();
        parts[^1].Should().StartWith("--\r\n");
        return [.. parts[1..^1].Select(p => p[2..] + "\r\n")];
    }
}
