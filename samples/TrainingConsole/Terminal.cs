using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace TrainingConsole;

/// <summary>What an answer is shown on.</summary>
/// <param name="Width">How many characters stand in a line.</param>
/// <param name="Colours">Whether it shows colours.</param>
internal sealed record Terminal(int Width, bool Colours)
{
    /// <summary>A file, a pipe, or a test: as wide as the narrowest terminals in use, without colours.</summary>
    internal static Terminal None { get; } = new(80, false);

    /// <summary>What the process writes to. Colours are left out where somebody asked for none (no-color.org) and where the terminal has none.</summary>
    /// <param name="environment">Environment variables by name.</param>
    /// <param name="isRedirected">Whether standard output goes elsewhere than to a terminal.</param>
    /// <param name="width">The terminal's width; asked only where there is one.</param>
    internal static Terminal Of(Func<string, string?> environment, bool isRedirected, Func<int> width)
    {
        if (isRedirected)
        {
            return None;
        }

        int wide;
        try
        {
            wide = width();
        }
        catch (IOException)
        {
            wide = 0;
        }

        return new(wide > 0 ? wide : None.Width, string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb");
    }

    internal static Option<string> ColourOption()
    {
        var option = new Option<string>("--colour", "--color")
        {
            Description = "Colours: auto for those of a terminal unless NO_COLOR is set, always, or never. Nothing is told by colour alone.",
            HelpName = "auto|always|never",
            DefaultValueFactory = _ => "auto",
        };
        option.AcceptOnlyFromAmong("auto", "always", "never");
        return option;
    }

    internal static Option<string> WidthOption() => new("--width")
    {
        Description = "How many characters stand in a line, 60 to 400. Without it: the terminal's width, or 80 in a file or pipe.",
        HelpName = "columns",
    };

    /// <summary>This terminal as the options say.</summary>
    internal Terminal With(string colour, string? width, List<string> faults)
    {
        Terminal asked = this with { Colours = colour == "always" || (colour == "auto" && Colours) };
        if (width is null)
        {
            return asked;
        }

        if (int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns is >= 60 and <= 400)
        {
            return asked with { Width = columns };
        }

        faults.Add($"--width: '{width}' is not a number from 60 to 400.");
        return asked;
    }

    /// <summary>Writes lines with their colours, or without where there are none.</summary>
    internal void Write(TextWriter output, IEnumerable<StyledLine> lines)
    {
        if (!Colours)
        {
            foreach (StyledLine line in lines)
            {
                output.WriteLine(line.Text);
            }

            return;
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.EightBit,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        foreach (StyledLine line in lines)
        {
            console.Write(line);
        }
    }
}
