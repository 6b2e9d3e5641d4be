using System.Text;
using System.Text.Json;
using NodaTime;
using IcalNet = Ical.Net;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>
/// ical.js and libical compute every instant from the VTIMEZONE in the file. Ical.Net goes by the name of the zone and the tz database that it shares with us, so it judges the local time and
/// the name, and not the observances.
/// </summary>
public sealed class CalendarsInOtherReaders
{
    private const int Zones = 300;
    private const int Dates = 24;
    private static readonly Lazy<(string Id, Instant Start, Instant End, byte[] File)[]> s_cases = new(() => [.. Cases()]);
    private static readonly string[] s_names = ["A \"B\" ^C", "CHAN, Sophea", "ចាន់ សុភា: x", "a;b", "^n^'", "=,:\\n"];

    public static TheoryData<string> Judges => CalendarJudge.Names;

    [Theory]
    [MemberData(nameof(Judges))]
    public void Every_instant_is_the_one_that_was_meant(string judge)
    {
        s_cases.Value.Should().HaveCount(Zones * Dates);
        s_cases.Value.Count(c => Encoding.UTF8.GetString(c.File).Contains("BEGIN:VTIMEZONE", StringComparison.Ordinal)).Should().BeGreaterThan(Zones * Dates * 5 / 6);

        JsonElement[] told = CalendarJudge.Of(judge).Judge(s_cases.Value.Select(c => c.File));

        told.Should().HaveCount(Zones * Dates);
        var wrong = s_cases.Value.Zip(told)
            .Where(p => p.Second.TryGetProperty("error", out _) || p.Second.GetProperty("start").GetInt64() != p.First.Start.ToUnixTimeSeconds() || p.Second.GetProperty("end").GetInt64() != p.First.End.ToUnixTimeSeconds())
            .Select(p => $"{p.First.Id} {p.First.Start}: {p.Second}").ToArray();
        wrong.Should().BeEmpty();
        told.SelectMany(t => t.GetProperty("standards").EnumerateArray()).Should().OnlyContain(n => n.GetInt32() == 1);
        if (judge == CalendarJudge.Libical.Name)
        {
            told.Should().OnlyContain(t => t.GetProperty("errors").GetInt32() == 0 && t.GetProperty("valid").GetBoolean());
        }
    }

    [Fact]
    public void Ical_Net_reads_the_local_times_and_the_zones_as_they_were_meant()
    {
        foreach ((string id, Instant start, Instant end, byte[] file) in s_cases.Value.Where((_, i) => i % 7 == 0))
        {
            IcalNet.CalendarComponents.CalendarEvent read = IcalNet.Calendar.Load(Encoding.UTF8.GetString(file))!.Events.Single();

            (id, Instant.FromDateTimeUtc(read.DtStart!.AsUtc), Instant.FromDateTimeUtc(read.DtEnd!.AsUtc)).Should().Be((id, start, end));
        }
    }

    [Theory]
    [MemberData(nameof(Judges))]
    public void A_reader_that_is_shown_something_wrong_says_so(string judge)
    {
        byte[] right = CalendarWriter.Write(Messages.Of(zone: "Europe/Brussels", start: Instant.FromUtc(2027, 1, 12, 8, 0)));

        JsonElement[] told = CalendarJudge.Of(judge).Judge([Changed(right, "TZOFFSETTO:+0100", "TZOFFSETTO:+0300"), Changed(right, "END:VEVENT\r\n", ""), right]);

        told[0].GetProperty("start").GetInt64().Should().Be(told[2].GetProperty("start").GetInt64() - 7200, "the zone is read from the file");
        if (judge == CalendarJudge.Libical.Name)
        {
            JsonElement[] broken = CalendarJudge.Libical.Judge([Changed(right, "METHOD:REQUEST", "METHOD:PUBLISH"), Changed(right, "STATUS:CONFIRMED", "X\r\nSTATUS:CONFIRMED")]);
            broken[0].GetProperty("valid").GetBoolean().Should().BeFalse("a publication names no attendees");
            broken[1].GetProperty("errors").GetInt32().Should().BeGreaterThan(0);
        }
        else
        {
            told[1].TryGetProperty("error", out _).Should().BeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Judges))]
    public void Every_method_in_both_languages_is_read_as_it_was_written(string judge)
    {
        CalendarMessage[] messages = [.. Everything()];

        JsonElement[] told = CalendarJudge.Of(judge).Judge(messages.Select(CalendarWriter.Write));

        foreach ((CalendarMessage message, JsonElement read) in messages.Zip(told))
        {
            read.TryGetProperty("error", out JsonElement error).Should().BeFalse("{0}", error);
            PlainCalendar own = PlainCalendar.Of(message);
            read.GetProperty("method").GetString().Should().Be(own["METHOD"].Value);
            read.GetProperty("uid").GetString().Should().Be(message.Uid);
            read.GetProperty("sequence").GetInt32().Should().Be(message.Sequence);
            read.GetProperty("summary").GetString().Should().Be(message.Summary);
            read.GetProperty("location").GetString().Should().Be(message.Location);
            read.GetProperty("description").GetString().Should().Be(own.Event.Lines.SingleOrDefault(l => l.Name == "DESCRIPTION")?.Text);
            read.GetProperty("start").GetInt64().Should().Be(message.Start.ToUnixTimeSeconds());
            read.GetProperty("attendees").GetArrayLength().Should().Be(message.Attendees.Length);
            if (judge == CalendarJudge.Libical.Name)
            {
                read.GetProperty("errors").GetInt32().Should().Be(0);
                read.GetProperty("restrictions").EnumerateArray().Select(r => r.GetString()).Should().BeEmpty();
                read.GetProperty("valid").GetBoolean().Should().BeTrue();
                continue;
            }

            bool cancelled = message.Method == CalendarMethod.Cancel;
            read.GetProperty("status").GetString().Should().Be(cancelled ? "CANCELLED" : "CONFIRMED");
            read.GetProperty("organizer").GetString().Should().Be(message.Organizer.Name);
            read.GetProperty("attendees").EnumerateArray().Select(a => a.GetString()).Should().Equal(own.Event.Lines.Where(l => l.Name == "ATTENDEE")
                .Select(l => string.Join('|', l.Value, l.Parameters.GetValueOrDefault("CN"), l.Parameters["ROLE"], l.Parameters["PARTSTAT"], l.Parameters["CUTYPE"], l.Parameters["RSVP"])));
            read.GetProperty("conference").GetString().Should().Be(cancelled ? null : message.JoinLink?.AbsoluteUri);
            read.GetProperty("alarms").EnumerateArray().Select(a => a.GetInt32()).Should().Equal(cancelled ? [] : message.Alarms.Select(a => -(int)a.TotalSeconds));
        }
    }

    [Fact]
    public void Ical_Net_reads_every_method_in_both_languages_as_it_was_written()
    {
        foreach (CalendarMessage message in Everything())
        {
            IcalNet.Calendar calendar = IcalNet.Calendar.Load(Encoding.UTF8.GetString(CalendarWriter.Write(message)))!;
            IcalNet.CalendarComponents.CalendarEvent read = calendar.Events.Single();

            calendar.Method.Should().Be(message.Method.ToString().ToUpperInvariant());
            calendar.TimeZones.Should().ContainSingle().Which.TimeZoneInfos.Count(i => i.Name == "STANDARD").Should().Be(1);
            (read.Uid, read.Sequence, read.Summary, read.Location).Should().Be((message.Uid, message.Sequence, message.Summary, message.Location));
            read.Attendees.Select(a => a.Value!.ToString()).Should().Equal(message.Attendees.Select(a => "mailto:" + a.Address.Email));
            read.Alarms.Should().HaveCount(message.Method == CalendarMethod.Cancel ? 0 : message.Alarms.Length);
        }
    }

    private static byte[] Changed(byte[] file, string from, string to)
    {
        string text = Encoding.UTF8.GetString(file);
        text.Should().Contain(from);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static IEnumerable<CalendarMessage> Everything()
    {
        foreach (CalendarMethod method in Enum.GetValues<CalendarMethod>())
        {
            yield return Messages.Full(method, Language.Khmer);
            yield return Messages.Full(method, Language.English);
            foreach (string name in s_names)
            {
                yield return Messages.Of(method, summary: name, organizer: new("a@b.example", name), attendees: method == CalendarMethod.Publish ? [] : [new(new("c@d.example", name)) { AnswerWanted = true }]) with
                {
                    Description = name + "\n" + name, Location = name, JoinLabel = name, JoinLink = new("https://call.example/j?a=1,2;b=3"), Alarms = [Duration.FromSeconds(3601)],
                };
            }
        }
    }

    /// <summary>Zones with changes first; dates close around each change of 2026 and 2027, then spread over the years up to 2150.</summary>
    private static IEnumerable<(string Id, Instant Start, Instant End, byte[] File)> Cases()
    {
        Instant from = Instant.FromUtc(2026, 1, 1, 0, 0), to = Instant.FromUtc(2028, 1, 1, 0, 0);
        var zones = DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id])
            .Select(zone => (Zone: zone, Changes: zone.GetZoneIntervals(from, to).Where(i => i.HasStart && i.Start > from).Select(i => i.Start).ToArray()))
            .OrderByDescending(z => z.Changes.Length > 0).ThenBy(z => z.Zone.Id, StringComparer.Ordinal).Take(Zones);
        foreach ((DateTimeZone zone, Instant[] changes) in zones)
        {
            var dates = changes.SelectMany(c => new[] { -25 * 60, -90, 0, 75, 26 * 60 }.Select(m => c + Duration.FromMinutes(m))).ToList();
            for (int i = 0; dates.Count < Dates; i++)
            {
                dates.Add(from + Duration.FromMinutes((i % 2 == 0 ? 60L * 24 * 31 * i : 60L * 24 * 365 * 5 * (i + 1)) + (i * 397)));
            }

            foreach (Instant start in dates.Take(Dates))
            {
                Instant end = start + Duration.FromHours(2);
                yield return (zone.Id, start, end, CalendarWriter.Write(Messages.Of(zone: zone.Id, start: start)));
            }
        }
    }
}
