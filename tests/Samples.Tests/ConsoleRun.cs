using System.Diagnostics;
using System.Text;

namespace Samples.Tests;

/// <summary>One run of the console, within this process or as one of its own.</summary>
internal sealed record ConsoleRun(int Code, string Output, string Error)
{
    internal string[] Lines => Split(Output);

    internal string[] ErrorLines => Split(Error);

    internal static async Task<ConsoleRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = await TrainingConsole.Program.RunAsync(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    internal static async Task<ConsoleRun> OfProcessAsync(CancellationToken cancellationToken, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            ArgumentList = { typeof(TrainingConsole.Program).Assembly.Location },
        };
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The console did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    private static string[] Split(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
