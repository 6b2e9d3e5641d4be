using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Benchmarks;

/// <summary>A report of a call as Zoom writes it, for measuring: as many rows as wanted, ten for each person, always the same.</summary>
internal static class CallReport
{
    internal const string Zone = "Asia/Phnom_Penh";

    internal static byte[] Zoom(int rows)
    {
        var text = new StringBuilder("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent\n", rows * 110);
        DateTime start = new(2023, 2, 28, 7, 45, 0, DateTimeKind.Unspecified);
        int people = Math.Max(1, rows / 10);
        for (int i = 0; i < rows; i++)
        {
            int person = (int)(i * 7919L % people);
            DateTime joined = start.AddSeconds(i * 31L % 18_000);
            int seconds = 60 + (int)(i * 17L % 9_000);
            text.Append(CultureInfo.InvariantCulture, $"Participant NUMBER-{person} (SOK Dara),person.{person}@mission-{person % 50}.example,")
                .Append(joined.ToString("MM/dd/yyyy hh:mm:ss tt", CultureInfo.InvariantCulture)).Append(',')
                .Append(joined.AddSeconds(seconds).ToString("MM/dd/yyyy hh:mm:ss tt", CultureInfo.InvariantCulture)).Append(',')
                .Append(CultureInfo.InvariantCulture, $"{(seconds + 59) / 60},No,Y\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
