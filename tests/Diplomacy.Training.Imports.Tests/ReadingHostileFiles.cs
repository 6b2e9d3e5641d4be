using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>Whatever the bytes are, a reader returns or throws <see cref="ImportException"/>, and soon. CsCheck_Iter=100000 in the environment searches for longer.</summary>
public sealed partial class ReadingHostileFiles
{
    private const int Large = 500_000;

    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(10);

    private static readonly HolidayFeed s_feed = new("XX", "by hand", new(new(2026, 6, 1), new(2027, 11, 30)));

    private static readonly byte[][] s_pieces =
    [
        "\""u8.ToArray(), "\"\""u8.ToArray(), ","u8.ToArray(), ";"u8.ToArray(), "\t"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "\r\n"u8.ToArray(),
        [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], "????"u8.ToArray(), "\u202E"u8.ToArray(), "\u061C"u8.ToArray(), "\u2028"u8.ToArray(), "\u2029"u8.ToArray(), "\u200B"u8.ToArray(), "\uFFFD"u8.ToArray(),
        "2023-02-30T25:61"u8.ToArray(), "03/04/2023 08:00"u8.ToArray(), "99999999999999999999"u8.ToArray(), "*"u8.ToArray(), "00:00-24:00"u8.ToArray(), "İ"u8.ToArray(),
        "BEGIN:VEVENT\r\n"u8.ToArray(), "END:VEVENT\r\n"u8.ToArray(), "RRULE:FREQ=YEARLY;COUNT=2147483647;BYMONTHDAY=-1,31\r\n"u8.ToArray(), "DTSTART;VALUE=DATE:00010101\r\n"u8.ToArray(), "\r\n "u8.ToArray(), "99991231"u8.ToArray(), "P366D"u8.ToArray(), "{"u8.ToArray(), "[["u8.ToArray(), ":"u8.ToArray(),
        "sep=;\n"u8.ToArray(), "Mon"u8.ToArray(), "@"u8.ToArray(), "-"u8.ToArray(),
    ];

    private static readonly Gen<(int Kind, double At, int Length, int Piece, byte Byte)[]> s_mutations =
        Gen.Select(Gen.Int[0, 5], Gen.Double.Unit, Gen.Int[1, 40], Gen.Int[0, s_pieces.Length - 1], Gen.Byte).Array[1, 6];

    public static TheoryData<string> Kinds => ["institutions", "roster", "check-ins", "cancellations", "zoom", "zoom utf-16", "holidays", "google", "apple", "outlook"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Mutations_of_a_good_file_are_read_or_refused(string kind)
    {
        (byte[] good, Func<Stream, Task> read) = Case(kind);
        Run(good, read).Should().BeNull("the unchanged file is good");

        s_mutations.Array[3].Sample(several => Array.ForEach(several, mutations => Check(Mutate(good, mutations), read)), threads: 1);
    }

    [Theory]
    [InlineData("\u061C")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public async Task What_core_does_not_print_is_told_with_row_and_column(string odd)
    {
        string roster = $"external_id,family,given,institution,mode,requested_at\n1,MEAS{odd}X,Dara,MFAIC,Online,2023-01-16 09:00\n2,MEAS,Da{odd}ra,MFAIC,Online,2023-01-16 09:00\n";
        string institutions = $"code,type,name,city,country,timezone\nAA,ministry,Min{odd}istry,Phnom Penh,Cambodia,UTC\n";

        Sources.Told(await Sources.Refused(() => RosterReader.ReadAsync(Sources.Utf8(roster), "roster.csv"))).Should().HaveCount(2).And.Contain(told => told.StartsWith("2 family ")).And.Contain(told => told.StartsWith("3 given "));
        Sources.Told(await Sources.Refused(() => InstitutionReader.ReadAsync(Sources.Utf8(institutions), "missions.csv"))).Should().ContainSingle().Which.Should().StartWith("2 name ");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Random_bytes_are_read_or_refused(string kind)
    {
        Func<Stream, Task> read = Case(kind).Read;

        Gen.OneOf(Gen.Byte.Array[0, 200], Gen.Int[0, s_pieces.Length - 1].Array[0, 60].Select(pieces => pieces.SelectMany(i => s_pieces[i]).ToArray()))
            .Array[3].Sample(several => Array.ForEach(several, bytes => Check(bytes, read)), threads: 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Large_hostile_files_are_refused_soon(string kind)
    {
        (byte[] good, Func<Stream, Task> read) = Case(kind);
        byte[] header = good[..(Array.IndexOf(good, (byte)'\n') + 1)];
        foreach (string piece in (string[])["\"", "\"\"\"\n", ",", "\n", ",\n", "a\"b,", "\"a\n", "0", "????"])
        {
            byte[] body = Encoding.UTF8.GetBytes(new StringBuilder(Large).Insert(0, piece, Large / piece.Length).ToString());
            Check(body, read);
            Check([.. header, .. body], read);
        }
    }

    private static void Check(byte[] bytes, Func<Stream, Task> read)
    {
        long start = Stopwatch.GetTimestamp();
        Exception? thrown = Run(bytes, read);
        Stopwatch.GetElapsedTime(start).Should().BeLessThan(s_soon);
        if (thrown is not null)
        {
            thrown.Should().BeOfType<ImportException>().Which.Errors.Should().NotBeEmpty();
            ((ImportException)thrown).Errors.Take(20).Select(error => error.Explain(Language.Khmer)).Should().NotContain(told => UnfilledPlace().IsMatch(told));
        }
    }

    private static Exception? Run(byte[] bytes, Func<Stream, Task> read)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            read(stream).GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static byte[] Mutate(byte[] good, (int Kind, double At, int Length, int Piece, byte Byte)[] mutations)
    {
        var bytes = new List<byte>(good);
        foreach (var (kind, where, length, piece, value) in mutations)
        {
            int at = (int)(where * bytes.Count);
            int count = Math.Min(length, bytes.Count - at);
            switch (kind)
            {
                case 0:
                    bytes.InsertRange(at, s_pieces[piece]);
                    break;
                case 1:
                    bytes.RemoveRange(at, count);
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = value;
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 4:
                    bytes.RemoveRange(at, count);
                    bytes.InsertRange(at, s_pieces[piece]);
                    break;
                case 5 when length > 35:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    break;
            }
        }

        return [.. bytes];
    }

    private static (byte[] Good, Func<Stream, Task> Read) Case(string kind) => kind switch
    {
        "institutions" => (Lines("missions.csv", 12), stream => InstitutionReader.ReadAsync(stream, "f")),
        "roster" => (Lines("roster.csv", 12), stream => RosterReader.ReadAsync(stream, "f")),
        "check-ins" => (Lines("check-ins.csv", 12), stream => CheckInReader.ReadAsync(stream, "f", "America/New_York")),
        "cancellations" => (Lines("cancellations.csv", 12), stream => CancellationReader.ReadAsync(stream, "f")),
        "zoom" => (Lines("zoom-2023-02-28.csv", 12), stream => AttendanceLogReader.ReadAsync(stream, "f", "Europe/Paris")),
        "holidays" => (File.ReadAllBytes(Sources.Sample("holidays-kh-2026.json")), stream => HolidayFileReader.ReadAsync(stream, "f")),
        "google" => (File.ReadAllBytes(Sources.Fixture("holidays-google.ics")), stream => HolidayFeedReader.ReadAsync(stream, "f", s_feed)),
        "apple" => (File.ReadAllBytes(Sources.Fixture("holidays-apple.ics")), stream => HolidayFeedReader.ReadAsync(stream, "f", s_feed)),
        "outlook" => (File.ReadAllBytes(Sources.Fixture("holidays-outlook-utf16.ics")), stream => HolidayFeedReader.ReadAsync(stream, "f", s_feed with { Judge = static e => e.Usual() })),
        _ => (File.ReadAllBytes(Sources.Fixture("zoom-detail-2025-utf16.csv")), stream => AttendanceLogReader.ReadAsync(stream, "f", "Asia/Kathmandu")),
    };

    private static byte[] Lines(string sample, int count) =>
        Encoding.UTF8.GetBytes(string.Join('\n', File.ReadLines(Sources.Sample(sample)).Take(count)) + "\n");

    [GeneratedRegex(@"\{[a-z]\w+\}")]
    private static partial Regex UnfilledPlace();
}
