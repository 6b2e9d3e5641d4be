using System.CommandLine;

namespace TrainingConsole;

/// <summary>A command that is told in one line in the list of commands, and at length in its own help.</summary>
/// <param name="name">What is typed.</param>
/// <param name="summary">One line.</param>
/// <param name="details">What it prints, what its words mean, an example.</param>
internal sealed class DocumentedCommand(string name, string summary, string details) : Command(name, summary)
{
    internal string Details { get; } = details;
}
