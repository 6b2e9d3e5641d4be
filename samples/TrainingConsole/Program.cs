using System.CommandLine;
using System.Globalization;
using System.Text;
using Diplomacy.Training;

namespace TrainingConsole;

/// <summary>The commands of Diplomacy.Training. Exit codes: 0 done, 1 refused or not found, 2 bad usage or input, 3 a decision is needed.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        await using var output = Utf8(Console.OpenStandardOutput());
        await using var error = Utf8(Console.OpenStandardError());
        return await RunAsync(args, output, error, Terminal.Of(Environment.GetEnvironmentVariable, Console.IsOutputRedirected, () => Console.WindowWidth));
    }

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="output">Takes the answer: text, or one JSON document.</param>
    /// <param name="error">Takes what went wrong, one line each.</param>
    /// <param name="terminal">What the output is shown on; nothing that has a width or colours of its own when null.</param>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, Terminal? terminal = null)
    {
        // Also for the words of the command line's parser. Flows no further than this call.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var root = new RootCommand("Answers a training officer's questions: what time is it there, when is a session best held, is this certificate genuine,\nwho has a seat, who waits and why, who was in the call and for how long?\nExit codes: 0 done, 1 refused or not found, 2 bad usage or input, 3 a decision is needed.")
        {
            HelpName = "TrainingConsole",
            Subcommands = { TimesCommand.Build(), SlotsCommand.Build(terminal ?? Terminal.None), ReviewCommand.Build(terminal ?? Terminal.None), InviteCommand.Build(), VerifyCommand.Build(), SeatsCommand.Build(), WaitingCommand.Build(), HistoryCommand.Build(), RegisterCommand.Build(), AttendanceCommand.Build() },
        };
        Language language = Language.English;
        try
        {
            // No response files: an argument that begins with '@' is an argument.
            ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
            {
                throw new InputException(Misuse(parsed));
            }

            if (parsed.CommandResult.Command is DocumentedCommand asked)
            {
                asked.Description = asked.Details;
            }

            language = CommonOptions.LanguageOf(parsed);
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception fault)
        {
            (int code, IReadOnlyList<string> lines) = Faults.Describe(fault, language);
            foreach (string line in lines)
            {
                await error.WriteLineAsync(Faults.OneLine(line));
            }

            return code;
        }
        finally
        {
            await output.FlushAsync();
            await error.FlushAsync();
        }
    }

    private static string[] Misuse(ParseResult parsed)
    {
        bool atRoot = parsed.CommandResult.Command is RootCommand;
        string[] errors = [.. parsed.Errors.Select(e => e.Message).Distinct()];

        // Without a command the parser complains of that as well as of the word that should have been one.
        errors = atRoot && errors.Length > 1 ? errors[1..] : errors;
        errors[^1] += $" See 'TrainingConsole {(atRoot ? "" : parsed.CommandResult.Command.Name + " ")}--help'.";
        return errors;
    }

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
}
