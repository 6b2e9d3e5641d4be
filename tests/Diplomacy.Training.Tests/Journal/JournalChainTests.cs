using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Journal;

public sealed class JournalChainTests
{
    private static readonly StreamId s_book = StreamId.Of("book", "DD-2023");

    public static TheoryData<string> Parts => ["stream", "version", "type", "schema", "payload", "by", "capacity", "at", "command", "fingerprint", "hash"];

    [Fact]
    public async Task A_whole_stream_and_an_empty_one_are_whole()
    {
        JournalChain.FirstBroken(await StreamAsync()).Should().BeNull();
        JournalChain.FirstBroken([]).Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_change_to_any_part_of_an_entry_breaks_the_chain_there(string part)
    {
        JournalEntry[] entries = await StreamAsync();
        JournalEntry e = entries[1];
        JournalEntry changed = new(
            part == "stream" ? StreamId.Of("book", "DD-2024") : e.Stream,
            part == "version" ? 9 : e.Version,
            e.Position,
            part == "type" ? "person.corrected" : e.Type,
            part == "schema" ? 2 : e.SchemaVersion,
            part == "payload" ? e.Payload.Replace("2023", "2022", StringComparison.Ordinal) : e.Payload,
            part == "by" ? Actor.Official("staff:7") : part == "capacity" ? Actor.FocalPoint(e.By.Id) : e.By,
            part == "at" ? e.At + Duration.Epsilon : e.At,
            part == "command" ? CommandId.New() : e.Command,
            part == "fingerprint" ? "other" : e.Fingerprint,
            part == "hash" ? new string('f', 64) : e.Hash);

        JournalChain.FirstBroken([entries[0], changed, entries[2]]).Should().BeSameAs(changed);
    }

    [Fact]
    public async Task A_missing_or_swapped_entry_breaks_the_chain()
    {
        JournalEntry[] e = await StreamAsync();

        JournalChain.FirstBroken([e[1], e[2]]).Should().BeSameAs(e[1]);
        JournalChain.FirstBroken([e[0], e[2]]).Should().BeSameAs(e[2]);
        JournalChain.FirstBroken([e[0], e[2], e[1]]).Should().BeSameAs(e[2]);
        JournalChain.FirstBroken([e[0], e[0], e[1]]).Should().BeSameAs(e[0]);
    }

    private static async Task<JournalEntry[]> StreamAsync()
    {
        var store = new InMemoryTrainingStore();
        await store.AppendAsync(An.Append(A.Part(s_book, 0, events: 2)));
        await store.AppendAsync(An.Append(A.Part(s_book, 2)));
        return [.. await store.ReadAsync(s_book)];
    }
}
