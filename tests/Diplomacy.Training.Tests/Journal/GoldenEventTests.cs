using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

/// <summary>
/// What the journal holds must be readable for ever: each event type and version has a golden file, <c>golden/TYPE.vVERSION.json</c>.
/// A new event needs an example (see <see cref="IEventExamples"/>) and a golden file, written by running this class with the environment variable
/// <c>DIPLOMACY_WRITE_GOLDEN=1</c>. That writes missing files only; a changed payload is a new version of the event, never a changed file.
/// </summary>
public sealed class GoldenEventTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Diplomacy.Training.Tests", "Journal", "golden");

    public static TheoryData<string> EventNames => [.. Events.Examples.Select(e => e.GetType().Name)];

    [Fact]
    public void Every_event_has_exactly_one_example() =>
        Events.Examples.Select(e => e.GetType().Name).Order(StringComparer.Ordinal)
            .Should().Equal(Events.Types.Select(t => t.Name).Order(StringComparer.Ordinal), "IEventExamples of the stage gives one example of each");

    [Fact]
    public async Task Every_golden_file_belongs_to_an_event_that_is_written_today()
    {
        var names = new List<string>();
        foreach (TrainingEvent example in Events.Examples)
        {
            names.Add(FileOf(await WriteAsync(example)));
        }

        names.Should().OnlyHaveUniqueItems("an event's type name is its own");
        Directory.EnumerateFiles(s_folder).Select(Path.GetFileName).Where(f => f!.Contains(".v1.", StringComparison.Ordinal)).Should().BeSubsetOf(names);
    }

    [Theory]
    [MemberData(nameof(EventNames))]
    public async Task An_event_is_written_as_its_golden_file(string name)
    {
        JournalEntry entry = await WriteAsync(Example(name));
        string file = Path.Combine(s_folder, FileOf(entry));
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("DIPLOMACY_WRITE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(file, entry.Payload);
        }

        File.Exists(file).Should().BeTrue($"{FileOf(entry)} holds the payload for ever; see GoldenEventTests for how it is written");
        (await File.ReadAllTextAsync(file)).Should().Be(entry.Payload, "a changed payload is a new version of the event");
    }

    [Theory]
    [MemberData(nameof(EventNames))]
    public async Task A_golden_file_gives_back_the_event_and_the_same_payload(string name)
    {
        JournalEntry written = await WriteAsync(Example(name));
        string payload = await File.ReadAllTextAsync(Path.Combine(s_folder, FileOf(written)));

        var read = new JournalEntry(written.Stream, 1, 1, written.Type, written.SchemaVersion, payload, written.By, written.At, written.Command, "", written.Hash);

        read.Event.Should().BeOfType(Example(name).GetType());
        read.Event.Should().BeEquivalentTo(Example(name), options => Events.ValueTypes.Aggregate(options.RespectingRuntimeTypes().ComparingByMembers(Example(name).GetType()), (o, type) => o.ComparingByValue(type)));
        (await WriteAsync(read.Event)).Payload.Should().Be(payload);
    }

    [Theory]
    [MemberData(nameof(EventNames))]
    public async Task A_payload_without_one_of_its_parts_is_refused_or_that_part_may_be_absent(string name)
    {
        JournalEntry written = await WriteAsync(Example(name));
        var whole = System.Text.Json.Nodes.JsonNode.Parse(written.Payload)!.AsObject();
        foreach (string part in whole.Select(p => p.Key).ToArray())
        {
            var less = whole.DeepClone().AsObject();
            less.Remove(part);
            TrainingEvent? read = null;
            try
            {
                read = new JournalEntry(written.Stream, 1, 1, written.Type, written.SchemaVersion, less.ToJsonString(), written.By, written.At, written.Command, "", written.Hash).Event;
            }
            catch (System.Text.Json.JsonException)
            {
                continue;
            }

            // An event that reads must also be one that can be written.
            (await WriteAsync(read)).Payload.Should().NotBeNullOrEmpty($"without {part}");
        }
    }

    private static TrainingEvent Example(string name) => Events.Examples.Single(e => e.GetType().Name == name);

    private static string FileOf(JournalEntry entry) => FormattableString.Invariant($"{entry.Type}.v{entry.SchemaVersion}.json");

    private static async Task<JournalEntry> WriteAsync(TrainingEvent example)
    {
        StreamId stream = Events.Stages.Single(s => s.Examples.Any(e => e.GetType() == example.GetType())).Stream;
        AppendOutcome outcome = await new InMemoryTrainingStore().AppendAsync(An.Append(new StreamAppend(stream, 0, [example])));
        return outcome.Should().BeOfType<AppendOutcome.Appended>().Subject.Entries.Single();
    }
}
