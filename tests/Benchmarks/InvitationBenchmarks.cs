using BenchmarkDotNet.Attributes;
using NodaTime;

namespace Diplomacy.Training.Benchmarks;

/// <summary>400 invitations, each for another mission, in Khmer, by the clocks of Brussels, with a link and an alarm.</summary>
/// <remarks>Run with <c>dotnet run -c Release --project tests/Benchmarks -- --filter *Invitation*</c>.</remarks>
[Config(typeof(FiveSingleRuns))]
public class InvitationBenchmarks
{
    private const int Invitations = 400;
    private const string Summary = "វគ្គបណ្តុះបណ្តាល ស្តីពី ការទូតឌីជីថល";
    private const string Description = "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ\nសូមចូលរួម";
    private const string Location = "ភ្នំពេញ, កម្ពុជា";
    private const string Link = "https://call.example/j/8123456789?pwd=aBcDeF";
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Europe/Brussels"];
    private readonly Instant _first = Instant.FromUtc(2027, 1, 12, 8, 0);

    /// <summary>Runs everything until it is compiled for good: three runs of a few milliseconds would measure the compiler.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        for (int i = 0; i < 5; i++)
        {
            _ = Plain() + Write() + WriteMails();
            Thread.Sleep(200);
        }
    }

    /// <summary>A short program with one offset for a zone.</summary>
    [Benchmark(Baseline = true)]
    public long Plain()
    {
        long octets = 0;
        for (int i = 0; i < Invitations; i++)
        {
            Instant start = Start(i);
            octets += PlainInvitations.Write(
                $"dd2027-opening.m{i}@mfaic.example", _zone, start, start + Duration.FromHours(2), Summary, Description, Location, Link, "training@mfaic.example", $"mission{i}@example.org", $"Mission {i}").Length;
        }

        return octets;
    }

    /// <summary>The library: messages made and checked, and written with the zone as it is.</summary>
    [Benchmark]
    public long Write()
    {
        long octets = 0;
        for (int i = 0; i < Invitations; i++)
        {
            octets += CalendarWriter.Write(Message(i)).Length;
        }

        return octets;
    }

    /// <summary>The same as parts of e-mails.</summary>
    [Benchmark]
    public long WriteMails()
    {
        long characters = 0;
        for (int i = 0; i < Invitations; i++)
        {
            characters += new CalendarPart(Message(i)).ToMail(Description).Length;
        }

        return characters;
    }

    private Instant Start(int i) => _first + Duration.FromDays(i);

    private CalendarMessage Message(int i) =>
        new(
            CalendarMethod.Request, $"dd2027-opening.m{i}@mfaic.example", 0, _first - Duration.FromDays(30), _zone, Start(i), Start(i) + Duration.FromHours(2), Summary,
            new("training@mfaic.example"), new CalendarAttendee(new($"mission{i}@example.org", $"Mission {i}")) { AnswerWanted = true })
        {
            Description = Description, Location = Location, JoinLink = new(Link), Alarms = [Duration.FromMinutes(15)],
        };
}
