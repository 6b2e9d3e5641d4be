using System.Diagnostics;
using System.Text;

namespace Packages.Tests;

/// <summary>Runs the SDK's command line in a process of its own, bounded in time, leaving no build server behind.</summary>
internal static class DotNet
{
    public static async Task<string> RunAsync(string folder, TimeSpan limit, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The command line that runs these tests hands its own build settings down; they are not meant for another build.
        foreach (string inherited in start.Environment.Keys.Where(IsOfTheRunningBuild).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // A build server that outlives the command would keep the output pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        using var process = Process.Start(start)!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(limit);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(stop.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(stop.Token);
        try
        {
            await process.WaitForExitAsync(stop.Token);
            string said = await output + await errors;
            process.ExitCode.Should().Be(0, "'dotnet {0}' should succeed; it said:\n{1}", string.Join(' ', start.ArgumentList), said);
            return said;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"'dotnet {string.Join(' ', start.ArgumentList)}' did not end within {limit}.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static bool IsOfTheRunningBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("DOTNET_CLI_TEST", StringComparison.OrdinalIgnoreCase);
}
