using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>
/// Python's csv module and openpyxl read what we write. Where they are missing the test is skipped and says how to get them;
/// under CI=true that is a failure, so that nothing is skipped unseen.
/// </summary>
internal static class Python
{
    // Debian's, since openpyxl is a package of Debian's; another interpreter may stand before it in the path.
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>Runs a script over a file and gives what it prints, which is JSON.</summary>
    internal static JsonElement Judge(string script, byte[] content)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, content);
        try
        {
            var start = new ProcessStartInfo(Interpreter, ["-c", script, path]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
            start.Environment["LC_ALL"] = "C.UTF-8";
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string said = errors.GetAwaiter().GetResult();
            if (said.Contains("No module named", StringComparison.Ordinal))
            {
                Skip();
            }

            process.ExitCode.Should().Be(0, "python should accept the file; it said: {0}", said);
            return JsonDocument.Parse(output).RootElement;
        }
        catch (Win32Exception)
        {
            Skip();
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Skip()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("openpyxl is missing: apt-get install python3-openpyxl");
        }

        Assert.Fail("openpyxl is missing: apt-get install python3-openpyxl");
    }
}
