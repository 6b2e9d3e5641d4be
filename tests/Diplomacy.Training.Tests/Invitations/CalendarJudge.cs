using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>
/// A reader of calendars by other people: <c>tests/judges</c> runs it over many files at once. Where it is missing the test is skipped and says how to get it;
/// under CI=true that is a failure, so that nothing is skipped unseen.
/// </summary>
internal sealed record CalendarJudge(string Name, string Program, string Script, string HowToGet)
{
    internal static readonly CalendarJudge IcalJs = new("ical.js", "node", "ical-js.mjs", "install Node.js, then npm ci --prefix tests/judges");

    // Debian's python, since the path may have another before it.
    internal static readonly CalendarJudge Libical = new("libical", "/usr/bin/python3", "libical.py", "apt-get install python3 libical3");

    internal static TheoryData<string> Names => [IcalJs.Name, Libical.Name];

    internal static CalendarJudge Of(string name) => name == IcalJs.Name ? IcalJs : Libical;

    /// <summary>What the reader makes of each file; a file that it does not read has an <c>error</c>.</summary>
    internal JsonElement[] Judge(IEnumerable<byte[]> files)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (FileStream all = File.Create(path))
        {
            bool first = true;
            foreach (byte[] file in files)
            {
                if (!first)
                {
                    all.WriteByte(0);
                }

                first = false;
                all.Write(file);
            }
        }

        try
        {
            var start = new ProcessStartInfo(Program, [Path.Combine(Repository.Root, "tests", "judges", Script), path]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
            start.Environment["LC_ALL"] = "C.UTF-8";
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string said = errors.GetAwaiter().GetResult();
            if (said.Contains("ERR_MODULE_NOT_FOUND", StringComparison.Ordinal) || said.Contains("cannot open shared object file", StringComparison.Ordinal))
            {
                Missing();
            }

            process.ExitCode.Should().Be(0, "{0} should read the files; it said: {1}", Name, said);
            return [.. output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        }
        catch (Win32Exception)
        {
            Missing();
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private void Missing()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{Name} is missing: {HowToGet}");
        }

        Assert.Fail($"{Name} is missing: {HowToGet}");
    }
}
