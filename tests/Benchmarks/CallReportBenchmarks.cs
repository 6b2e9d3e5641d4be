using System.Text;
using BenchmarkDotNet.Attributes;
using CsvHelper;
using Diplomacy.Training.Imports;

namespace Diplomacy.Training.Benchmarks;

/// <summary>A report of a million rows read into a log, against the CSV reader that splits the same bytes.</summary>
/// <remarks>Run with <c>dotnet run -c Release --project tests/Benchmarks -- --filter *CallReport*</c>. Medians of five single runs.</remarks>
[Config(typeof(FiveSingleRuns))]
[WarmupCount(10)] // As many as the runtime needs to compile the methods a second time.
public class CallReportBenchmarks
{
    private readonly ImportOptions _options = new() { MaximumBytes = 512 * 1024 * 1024 };
    private byte[] _report = [];

    /// <summary>How many rows the report has.</summary>
    [Params(1_000_000)]
    public int Rows { get; set; }

    /// <summary>Writes the report.</summary>
    [GlobalSetup]
    public void Prepare() => _report = CallReport.Zoom(Rows);

    /// <summary>The CSV reader alone, which gives every cell as text.</summary>
    [Benchmark(Baseline = true)]
    public long RawReader()
    {
        using CsvReader csv = CsvReader.Create(_report, new CsvReaderOptions { Separator = ',', Encoding = new UTF8Encoding(false) });
        long length = 0;
        while (csv.Read())
        {
            for (int i = 0; i < csv.FieldCount; i++)
            {
                length += csv.GetString(i).Length;
            }
        }

        return length;
    }

    /// <summary>The CSV reader alone, which finds the cells and makes nothing of them.</summary>
    [Benchmark]
    public long RawReaderWithoutText()
    {
        using CsvReader csv = CsvReader.Create(_report, new CsvReaderOptions { Separator = ',', Encoding = new UTF8Encoding(false) });
        long length = 0;
        while (csv.Read())
        {
            for (int i = 0; i < csv.FieldCount; i++)
            {
                length += csv.GetSpan(i).Length;
            }
        }

        return length;
    }

    /// <summary>The whole reading: digest, layout, order of day and month, instants, names.</summary>
    [Benchmark]
    public int ReadLog()
    {
        using var stream = new MemoryStream(_report);
        return AttendanceLogReader.ReadAsync(stream, "zoom.csv", CallReport.Zone, options: _options).GetAwaiter().GetResult().Rows.Length;
    }
}
