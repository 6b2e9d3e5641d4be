using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>A line of a calendar, unfolded and taken apart: parameters as written by RFC 6868, the value as it stands.</summary>
internal sealed record PlainLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    internal string Text
    {
        get
        {
            var text = new StringBuilder();
            for (int i = 0; i < Value.Length; i++)
            {
                text.Append(Value[i] == '\\' ? Value[++i] switch { 'n' => '\n', var c and ('\\' or ';' or ',') => c, var c => throw new FormatException($"\\{c}") } : Value[i]);
            }

            return text.ToString();
        }
    }
}

/// <summary>
/// A reader that takes the RFC at its word and knows nothing of the writer: octets to lines to components, and local times to instants by trying every onset.
/// Whatever is not well-formed throws.
/// </summary>
internal sealed class PlainCalendar
{
    private PlainCalendar(string kind) => Kind = kind;

    internal string Kind { get; }

    internal List<PlainLine> Lines { get; } = [];

    internal List<PlainCalendar> Parts { get; } = [];

    internal PlainCalendar Event => Parts.Single(p => p.Kind == "VEVENT");

    internal PlainCalendar? Zone => Parts.SingleOrDefault(p => p.Kind == "VTIMEZONE");

    internal PlainLine this[string name] => Lines.Single(l => l.Name == name);

    internal static PlainCalendar Of(CalendarMessage message) => Read(CalendarWriter.Write(message));

    internal static PlainCalendar Read(byte[] octets)
    {
        var open = new Stack<PlainCalendar>();
        PlainCalendar? whole = null;
        foreach (string text in Unfold(octets))
        {
            PlainLine line = Parse(text);
            if (line.Name == "BEGIN")
            {
                var part = new PlainCalendar(line.Value);
                if (open.TryPeek(out PlainCalendar? around))
                {
                    around.Parts.Add(part);
                }
                else if (whole is not null)
                {
                    throw new FormatException("More than one calendar.");
                }

                whole ??= part;
                open.Push(part);
            }
            else if (line.Name == "END")
            {
                open.Pop().Kind.Should().Be(line.Value);
            }
            else
            {
                open.Peek().Lines.Add(line);
            }
        }

        open.Should().BeEmpty();
        return whole!;
    }

    /// <summary>The physical lines, without their ends.</summary>
    internal static byte[][] Physical(byte[] octets)
    {
        var lines = new List<byte[]>();
        int begin = 0;
        for (int i = 0; i < octets.Length; i++)
        {
            if (octets[i] is (byte)'\r' or (byte)'\n')
            {
                if (octets[i] != '\r' || octets[i + 1] != '\n')
                {
                    throw new FormatException("CR or LF alone.");
                }

                lines.Add(octets[begin..i]);
                begin = ++i + 1;
            }
        }

        return begin == octets.Length ? [.. lines] : throw new FormatException("The last line has no end.");
    }

    internal static IReadOnlyList<string> Unfold(byte[] octets)
    {
        var strict = new UTF8Encoding(false, true);
        var lines = new List<string>();
        foreach (byte[] line in Physical(octets))
        {
            string text = strict.GetString(line);
            if (text.StartsWith(' '))
            {
                lines[^1] += text[1..];
            }
            else
            {
                lines.Add(text);
            }
        }

        return lines;
    }

    /// <summary>When a time of the event is, by the zone in the file and nothing else.</summary>
    internal Instant Moment(string property)
    {
        PlainLine line = Event[property];
        if (line.Value.EndsWith('Z'))
        {
            return InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Parse(line.Value).Value;
        }

        line.Parameters["TZID"].Should().Be(Zone!["TZID"].Text);
        return At(Local(line.Value));
    }

    /// <summary>The instant of a local time by the last observance that has begun at it.</summary>
    internal Instant At(LocalDateTime local)
    {
        PlainCalendar observance = Zone!.Parts.OrderBy(p => Local(p["DTSTART"].Value)).Last(p => Local(p["DTSTART"].Value) <= local);
        return local.InUtc().ToInstant() - Duration.FromSeconds(Seconds(observance["TZOFFSETTO"].Value));
    }

    internal static LocalDateTime Local(string value) => LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(value).Value;

    internal static int Seconds(string offset) =>
        (offset[0] == '-' ? -1 : 1) * ((Two(offset, 1) * 3600) + (Two(offset, 3) * 60) + (offset.Length == 7 ? Two(offset, 5) : 0));

    private static int Two(string text, int at) => int.Parse(text.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    private static PlainLine Parse(string text)
    {
        int at = 0;
        string name = Word();
        var parameters = new Dictionary<string, string>();
        while (text[at] == ';')
        {
            at++;
            string parameter = Word();
            at.Should().BeLessThan(text.Length);
            if (text[at++] != '=')
            {
                throw new FormatException(text);
            }

            int begin = at;
            if (text[at] == '"')
            {
                at = text.IndexOf('"', at + 1) + 1;
                parameters.Add(parameter, Decode(text[(begin + 1)..(at - 1)]));
            }
            else
            {
                at = text.IndexOfAny([';', ':', '"'], at);
                parameters.Add(parameter, Decode(text[begin..at]));
            }
        }

        return text[at] == ':' ? new(name, parameters, text[(at + 1)..]) : throw new FormatException(text);

        string Word()
        {
            int begin = at;
            while (char.IsAsciiLetterUpper(text[at]) || text[at] == '-')
            {
                at++;
            }

            return at > begin ? text[begin..at] : throw new FormatException(text);
        }
    }

    private static string Decode(string value)
    {
        value.Any(char.IsControl).Should().BeFalse();
        var text = new StringBuilder();
        for (int i = 0; i < value.Length; i++)
        {
            text.Append(value[i] == '^' ? value[++i] switch { 'n' => '\n', '^' => '^', '\'' => '"', var c => throw new FormatException($"^{c}") } : value[i]);
        }

        return text.ToString();
    }
}
