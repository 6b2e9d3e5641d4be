using Diplomacy.Training;
using Spectre.Console;

namespace TrainingConsole;

/// <summary>How bands look: a sign for everybody, and a colour beside it: green at work, by yellow and orange to violet on days of rest and dark at night.</summary>
internal static class BandColours
{
    private static readonly (char Sign, byte Pale, byte Bright)[] s_bands =
    [
        ('#', 71, 83), ('+', 143, 191), ('-', 179, 221), ('<', 137, 209), ('>', 137, 209), ('o', 97, 177), ('.', 235, 62),
    ];

    /// <summary>All bands, from the most to the least convenient.</summary>
    internal static IReadOnlyList<WorkingBand> All { get; } = Enum.GetValues<WorkingBand>();

    internal static char Sign(WorkingBand band) => s_bands[(int)band].Sign;

    /// <summary>The colours of a band, brighter within the session.</summary>
    internal static Style Style(WorkingBand band, bool inSession)
    {
        (_, byte pale, byte bright) = s_bands[(int)band];
        bool dark = band == WorkingBand.Night;
        return inSession ? new(Color.FromInt32(dark ? 231 : 16), Color.FromInt32(bright), Decoration.Bold) : new(Color.FromInt32(dark ? 246 : 16), Color.FromInt32(pale));
    }
}
