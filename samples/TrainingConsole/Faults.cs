using System.Text;
using Diplomacy.Training;
using Diplomacy.Training.Imports;

namespace TrainingConsole;

/// <summary>What was typed, or a file that was named, cannot be understood.</summary>
internal sealed class InputException(IReadOnlyList<string> lines) : Exception(string.Join(" ", lines))
{
    internal IReadOnlyList<string> Lines { get; } = lines;
}

/// <summary>Turns whatever went wrong into lines for a person and an exit code.</summary>
internal static class Faults
{
    internal static (int Code, IReadOnlyList<string> Lines) Describe(Exception fault, Language language) => fault switch
    {
        InputException input => (ExitCode.BadUsageOrInput, input.Lines),
        ImportException import => (ExitCode.BadUsageOrInput, [.. import.Errors.Select(e => e.Explain(language))]),
        TrainingRuleException refusal => (
            refusal.Rules.Any(r => r.Code is "agenda.zone-is-known" or "zone-data.length-is-bounded" or "zone-data.is-sound") ? ExitCode.BadUsageOrInput : ExitCode.RefusedOrNotFound,
            [.. refusal.Rules.Select(r => r.Explain(language, ConsoleWords.Rules))]),
        OperationCanceledException => (ExitCode.RefusedOrNotFound, ["Stopped before it was done."]),
        FormatException or IOException or UnauthorizedAccessException => (ExitCode.BadUsageOrInput, [fault.Message]),
        _ => (ExitCode.BadUsageOrInput, [$"{fault.GetType().Name}: {fault.Message}"]),
    };

    /// <summary>The text on one line, without characters that would move a terminal's cursor or turn its direction.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings(" ").Replace('\t', ' '))
        {
            line.Append(char.IsControl(c) || c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '\uFFFD' : c);
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
