using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>
/// Whole files in both languages. A missing one is written with the environment variable <c>DIPLOMACY_WRITE_GOLDEN=1</c>; a change of one is looked at, since mail programs
/// take what was sent before as given.
/// </summary>
public sealed class CalendarGolden
{
    internal static readonly string Folder = Path.Combine(Repository.Root, "tests", "Diplomacy.Training.Tests", "Invitations", "fixtures");

    public static TheoryData<CalendarMethod, string> Files
    {
        get
        {
            var files = new TheoryData<CalendarMethod, string>();
            foreach (CalendarMethod method in Enum.GetValues<CalendarMethod>())
            {
                files.Add(method, "en");
                files.Add(method, "km");
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_message_is_written_as_its_golden_file(CalendarMethod method, string language)
    {
        byte[] written = CalendarWriter.Write(Messages.Full(method, new(language)));
        string file = Path.Combine(Folder, $"{method.ToString().ToLowerInvariant()}.{language}.ics");
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("DIPLOMACY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllBytes(file, written);
        }

        File.Exists(file).Should().BeTrue("it is written with DIPLOMACY_WRITE_GOLDEN=1");
        written.Should().Equal(File.ReadAllBytes(file));
    }
}
