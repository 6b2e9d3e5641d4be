using System.CommandLine;
using Diplomacy.Training;

namespace TrainingConsole;

/// <summary>The options that every command has.</summary>
internal static class CommonOptions
{
    private const string LanguageName = "--lang";

    internal static Option<bool> Json() => new("--json")
    {
        Description = "Print one JSON document instead of text. What goes wrong is still told on standard error.",
    };

    internal static Option<string> Language()
    {
        var option = new Option<string>(LanguageName)
        {
            Description = "The language of explanations, labels and bands: en or km. JSON documents keep their English words.",
            HelpName = "en|km",
            DefaultValueFactory = _ => "en",
        };
        option.AcceptOnlyFromAmong("en", "km");
        return option;
    }

    internal static Language LanguageOf(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Any(o => o.Name == LanguageName) && parsed.GetValue<string>(LanguageName) == "km"
            ? Diplomacy.Training.Language.Khmer
            : Diplomacy.Training.Language.English;
}
