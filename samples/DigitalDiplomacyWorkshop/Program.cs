// The workshop on Digital Diplomacy for Cambodian Diplomats of 28 February 2023, from plan to certificates.
//
//     dotnet run --project samples/DigitalDiplomacyWorkshop [-- --out FOLDER]

using System.Text;
using DigitalDiplomacyWorkshop;
using Diplomacy.Training;
using Diplomacy.Training.Imports;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
if (args is not ([] or ["--out", _]))
{
    await Console.Error.WriteLineAsync("Usage: DigitalDiplomacyWorkshop [--out FOLDER]");
    return 2;
}

try
{
    await new WorkshopStory(AnsiConsole.Console, data: Path.Combine(AppContext.BaseDirectory, "data"), output: args is [_, var folder] ? folder : "out").TellAsync();
    return 0;
}
catch (ImportException fault)
{
    foreach (ImportError error in fault.Errors)
    {
        await Console.Error.WriteLineAsync(error.Explain(Language.English));
    }

    return 2;
}
catch (TrainingRuleException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
