using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>
/// Whatever is done to a report, it is read or refused with the typed error, soon and in little memory. The fixture of each layout is the corpus; from a seed the same inputs follow.
/// DIPLOMACY_FUZZ_COUNT=1000000 and DIPLOMACY_FUZZ_SEED=7 in the environment search for longer and elsewhere.
/// </summary>
public sealed class FuzzingReportsOfCalls(ITestOutputHelper output)
{
    private const int MostMutations = 8;

    // The reader's buffers and its tables; an input has at most a few thousand bytes.
    private const long MostAllocated = 32 * 1024 * 1024;

    private static readonly int s_count = Setting("DIPLOMACY_FUZZ_COUNT", 2000);
    private static readonly int s_seed = Setting("DIPLOMACY_FUZZ_SEED", 20_230_228);
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(10);
    private static readonly Interval s_session = new(Instant.FromUtc(2023, 2, 28, 1, 0), Instant.FromUtc(2023, 2, 28, 4, 0));

    private static readonly string[] s_pieces =
    [
        "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\n\n", "\0", "\uFEFF", "\u202F", "\u202E", "\u200F", "\u2028", "\uFFFD", "????", "--", "İ", "៣", "٣", "-1", "99999999999999999999",
        "1. Summary\n", "2. Participants\n", "3. In-Meeting Activities\n", "3.", "Attendee Details,\n", "Name\tJoin Time\tLeave Time\tDuration\n", "Name,Join Time,Leave Time\n",
        "Join Time", "Email", "Duration (Minutes)", "ID", "Topic", "Start Time\t", "Joined", "Left", "Yes", "No", "1h 61m 99s", "1 Std. 2 Min.", "99999999h", "::",
        "02/30/2023 08:00:00 AM", "29/02/2024, 23:59:59", "3/4/23, 12:00:00\u202FAM", "26.03.2023, 02:30:00", "2023-10-29 02:30:00", "0001-01-01 00:00", "31/12/9999 24:00",
    ];

    public static TheoryData<string> Corpus =>
    [
        "teams-list-2020.csv", "teams-report-2021.csv", "teams-sections-2022.csv", "teams-sections-2023.csv", "teams-sections-german-excel.csv", "zoom-detail-2021.csv",
        "zoom-unique-users.csv", "zoom-with-meeting-data.csv", "zoom-detail-2025-utf16.csv", "zoom-account-italian.csv", "zoom-webinar.csv",
    ];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Mutations_of_a_report_are_read_or_refused(string fixture)
    {
        byte[] good = File.ReadAllBytes(Sources.Fixture(fixture));
        var random = new Random(s_seed);
        Encoding encoding = good switch { [0xFF, 0xFE, ..] => Encoding.Unicode, [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode, _ => Encoding.UTF8 };
        int read = 0;
        for (int i = 0; i < s_count; i++)
        {
            byte[] bytes = Mutate(good, random, encoding);
            long start = Stopwatch.GetTimestamp();
            long before = GC.GetAllocatedBytesForCurrentThread();
            string? fault = Read(bytes, i, ref read);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (fault is not null || allocated > MostAllocated || Stopwatch.GetElapsedTime(start) > s_soon)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{fixture}, seed {s_seed}, input {i}: {fault ?? "too slow or too large"}, {allocated} bytes allocated. {Convert.ToBase64String(bytes)}"));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fixture}: {s_count} inputs from seed {s_seed}, {read} of them read"));
        read.Should().BePositive("mutations that break every file reach nothing").And.BeLessThan(s_count);
    }

    private static string? Read(byte[] bytes, int number, ref int read)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            var reading = new AttendanceReadingOptions { TimesIn = number % 3 == 0 ? null : "Europe/Paris", Session = s_session, AcceptTotals = number % 2 == 0 };
            AttendanceReading result = AttendanceLogReader.ReadReportAsync(stream, "f", reading, new() { OnWarning = static _ => { } }).GetAwaiter().GetResult();
            read++;
            return result.Log.Rows.Any(row => row.Left < row.Joined) ? "a row ends before it begins" : null;
        }
        catch (ImportException refused)
        {
            return number % 16 == 0 && !bytes.Contains((byte)'{') && refused.Errors.Take(20).Any(error => error.Explain(Language.Khmer).Contains('{', StringComparison.Ordinal)) ? "an error lacks an argument" : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }

    private static byte[] Mutate(byte[] good, Random random, Encoding encoding)
    {
        var bytes = new List<byte>(good);
        for (int left = random.Next(1, MostMutations + 1); left > 0; left--)
        {
            // In UTF-16 an odd step turns all that follows into other letters: done, but not every time.
            int step = encoding == Encoding.UTF8 || random.Next(40) == 0 ? 1 : 2;
            int at = random.Next(bytes.Count + 1) / step * step;
            int count = Math.Min(random.Next(1, 60) * step, (bytes.Count - at) / step * step);
            switch (random.Next(7))
            {
                case 0:
                    bytes.InsertRange(at, encoding.GetBytes(s_pieces[random.Next(s_pieces.Length)]));
                    break;
                case 1:
                    bytes.RemoveRange(at, count);
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count + 1) / step * step, bytes.GetRange(at, count));
                    break;
                case 4:
                    bytes.RemoveRange(at, count);
                    bytes.InsertRange(at, encoding.GetBytes(s_pieces[random.Next(s_pieces.Length)]));
                    break;
                case 5 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 6 when random.Next(10) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    break;
            }
        }

        return [.. bytes];
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
