using System.Text;
using System.Text.Json.Nodes;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Storage;

public sealed class TrainingArchiveTests
{
    public static TheoryData<string> EntryParts => ["stream", "version", "type", "schemaVersion", "payload", "by", "capacity", "at", "command", "fingerprint", "hash"];

    [Fact]
    public async Task What_was_written_is_read_back_whole()
    {
        Ministry before = await FilledAsync();

        var after = new Ministry(await TrainingArchive.ReadAsync(Utf8(await WriteAsync(before))));

        (await after.PictureAsync()).Should().Be(await before.PictureAsync());
        (await WriteAsync(after)).Should().Be(await WriteAsync(before));
        (await after.Desks.Institutions.AllAsync()).Should().Equal(await before.Desks.Institutions.AllAsync());
        PersonId sophea = (await after.Store.PersonWithExternalIdAsync("roster-1"))!.Value;
        (await after.Desks.People.FindAsync(sophea)).Should().Be(A.FullPerson());
        (await after.Store.PeopleWithEmailAsync("chan.sophea@example.gov.kh")).Should().Equal(sophea);
    }

    [Fact]
    public async Task A_store_read_back_goes_on_where_it_stopped()
    {
        Ministry before = await FilledAsync();
        var after = new Ministry(await TrainingArchive.ReadAsync(Utf8(await WriteAsync(before))));

        await after.Desks.Institutions.AddAsync(An.Institution("KH-NEW"), An.Officer);
        (await after.Desks.People.AddAsync(A.FullPerson(), An.Officer)).Should().Be((await before.Store.PersonWithExternalIdAsync("roster-1"))!.Value);

        JournalChain.FirstBroken(await after.Store.ReadAsync(InstitutionDirectory.StreamOf)).Should().BeNull();
        (await after.JournalAsync()).Should().HaveCount((await before.JournalAsync()).Count + 1);
    }

    [Fact]
    public async Task Someone_erased_stays_erased()
    {
        Ministry before = await FilledAsync();
        PersonId sophea = (await before.Store.PersonWithExternalIdAsync("roster-1"))!.Value;
        await before.Desks.People.EraseAsync(sophea, An.Officer);

        string file = await WriteAsync(before);
        var after = new Ministry(await TrainingArchive.ReadAsync(Utf8(file)));

        file.Should().NotContain("Sophea").And.NotContain("roster-1");
        (await after.Desks.People.FindAsync(sophea)).Should().BeNull();
        (await after.Store.PersonWithExternalIdAsync("roster-1")).Should().BeNull();
    }

    [Fact]
    public async Task An_empty_file_is_an_empty_store() =>
        (await new Ministry(await TrainingArchive.ReadAsync(Utf8(""))).JournalAsync()).Should().BeEmpty();

    [Fact]
    public async Task Both_streams_are_left_open()
    {
        using var file = new MemoryStream();
        await TrainingArchive.WriteAsync((await FilledAsync()).Desks.Ports, file);
        file.Position = 0;
        await TrainingArchive.ReadAsync(file);

        file.CanRead.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(EntryParts))]
    public async Task A_changed_entry_is_refused_by_its_line(string part)
    {
        string[] lines = Lines(await WriteAsync(await FilledAsync()));
        int at = Array.FindIndex(lines, l => l.StartsWith("{\"entry\"", StringComparison.Ordinal)) + 1;
        lines[at] = Change(lines[at], "entry", part);

        (await ReadingAsync(lines)).Message.Should().StartWith(FormattableString.Invariant($"Line {at + 1} of the archive cannot be read: "));
    }

    [Theory]
    [InlineData("payload")]
    [InlineData("salt")]
    public async Task A_changed_personal_record_is_refused_and_its_line_named(string part)
    {
        string[] lines = Lines(await WriteAsync(await FilledAsync()));
        lines[1] = Change(lines[1], "record", part);

        FormatException fault = await ReadingAsync(lines);

        fault.Message.Should().Contain("the personal record on line 2").And.NotContain("Dara", "messages hold no personal data");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"entry\":null}")]
    [InlineData("{\"entry\":{}}")]
    [InlineData("{\"record\":{}}")]
    [InlineData("{\"record\":{\"id\":null,\"subject\":null,\"kind\":null,\"payload\":null,\"salt\":null}}")]
    [InlineData("{\"record\":{\"id\":\"x\",\"subject\":\"s\",\"kind\":\"k\",\"payload\":\"{}\",\"salt\":\"0\"}}")]
    [InlineData("{\"record\":{\"id\":\"0123456789abcdef0123456789abcdef\",\"subject\":\"\",\"kind\":\"k\",\"payload\":\"{}\",\"salt\":\"0\"}}")]
    [InlineData("not json at all")]
    public async Task A_line_that_is_nothing_is_refused_by_its_number(string line)
    {
        string[] lines = Lines(await WriteAsync(await FilledAsync()));

        (await ReadingAsync([.. lines, line, "{}"])).Message.Should().StartWith(FormattableString.Invariant($"Line {lines.Length + 1} of the archive cannot be read: "));
    }

    [Fact]
    public async Task A_removed_doubled_or_swapped_line_is_refused()
    {
        string[] lines = Lines(await WriteAsync(await FilledAsync()));
        int first = Array.FindIndex(lines, l => l.StartsWith("{\"entry\"", StringComparison.Ordinal));

        (await ReadingAsync([.. lines[..first], .. lines[(first + 1)..]])).Message.Should().Contain("does not continue the stream institutions");
        (await ReadingAsync([.. lines[..(first + 1)], .. lines[first..]])).Message.Should().StartWith(FormattableString.Invariant($"Line {first + 2} "));
        (await ReadingAsync([.. lines[..first], lines[first + 1], lines[first], .. lines[(first + 2)..]])).Message.Should().StartWith(FormattableString.Invariant($"Line {first + 1} "));
        (await ReadingAsync([lines[0], .. lines])).Message.Should().StartWith("Line 2 ", "a record stands once");
    }

    [Theory]
    [InlineData("{\"person\":\"0123456789abcdef0123456789abcdef\",\"record\":null,\"at\":\"2023-02-28T01:00:00Z\"}")]
    [InlineData("{\"person\":\"0123456789abcdef0123456789abcdef\",\"at\":\"2023-02-28T01:00:00Z\"}")]
    [InlineData("{\"person\":1}")]
    [InlineData("{}")]
    [InlineData("nothing")]
    public async Task A_forged_line_with_a_whole_chain_and_a_bad_payload_is_refused(string payload)
    {
        StreamId stream = StreamId.Of("people");
        var command = CommandId.New();
        string hash = JournalChain.Next(JournalChain.Start, stream, 1, "person.added", 1, payload, An.Officer, An.Instant, command, "");
        var line = new JsonObject
        {
            ["entry"] = new JsonObject
            {
                ["stream"] = "people", ["version"] = 1, ["type"] = "person.added", ["schemaVersion"] = 1, ["payload"] = payload, ["by"] = An.Officer.Id,
                ["capacity"] = "official", ["at"] = "2023-02-28T01:00:00Z", ["command"] = command.ToString(), ["fingerprint"] = "", ["hash"] = hash,
            },
        };

        (await ReadingAsync([line.ToJsonString()])).Message.Should().StartWith("Line 1 of the archive cannot be read: ").And.NotContain("does not continue");
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(await WriteAsync(await FilledAsync()));
        bytes[bytes.AsSpan().IndexOf("CHAN"u8)] = 0xFF;

        (await new Func<Task>(() => TrainingArchive.ReadAsync(new MemoryStream(bytes))).Should().ThrowAsync<FormatException>()).WithMessage("Line 1 *not UTF-8*");
    }

    [Fact]
    public async Task A_changed_record_is_found_out_also_when_it_was_moved_below_what_refers_to_it()
    {
        string[] lines = Lines(await WriteAsync(await FilledAsync()));
        string record = lines.First(line => line.Contains("Sophea", StringComparison.Ordinal));

        string reason = (await ReadingAsync(lines.Where(line => line != record).Append(record.Replace("Sophea", "Bopha", StringComparison.Ordinal)))).Message;

        reason.Should().Contain($"Line {lines.Length} ").And.NotContain("Bopha");
        await TrainingArchive.ReadAsync(Utf8(string.Join('\n', lines.Where(line => line != record).Append(record))));
    }

    [Fact]
    public async Task A_payload_that_is_not_valid_Unicode_is_told_with_its_line()
    {
        string[] lines = Lines(await WriteAsync(await FilledAsync()));
        JsonNode entry = JsonNode.Parse(lines[^1])!;
        entry["entry"]!["payload"] = """{"id":"\ud800","digest":"0"}""";

        (await ReadingAsync(lines.SkipLast(1).Append(entry.ToJsonString()))).Message.Should().Contain($"Line {lines.Length} ");
    }

    private static async Task<Ministry> FilledAsync()
    {
        var ministry = new Ministry();
        await ministry.Desks.Institutions.AddAllAsync([An.Institution(khmer: "ក្រសួងការបរទេស"), An.Embassy(), An.Embassy("EG-CAI-EMB", "Africa/Cairo", "Sun-Thu 09:00-24:00")], An.Officer);
        await ministry.Desks.People.AddAllAsync([A.FullPerson(), A.Person("Dara", "", "dara@example.org")], Actor.FocalPoint("mission:7"));
        await ministry.Desks.Institutions.ChangeAsync(An.Embassy(hours: "Mon-Fri 08:00-16:00"), Actor.System);
        return ministry;
    }

    private static async Task<string> WriteAsync(Ministry ministry)
    {
        using var file = new MemoryStream();
        await TrainingArchive.WriteAsync(ministry.Desks.Ports, file);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string[] Lines(string file) => file.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<FormatException> ReadingAsync(IEnumerable<string> lines) =>
        (await new Func<Task>(() => TrainingArchive.ReadAsync(Utf8(string.Join('\n', lines) + "\n"))).Should().ThrowAsync<FormatException>()).Which;

    private static string Change(string line, string kind, string part)
    {
        JsonNode whole = JsonNode.Parse(line)!;
        JsonNode value = whole[kind]![part]!;
        whole[kind]![part] = part switch
        {
            "version" or "schemaVersion" => value.GetValue<int>() + 1,
            "stream" => "people",
            "type" => "institution.changed",
            "capacity" => "participant",
            "at" => "2023-02-28T01:00:00.000000001Z",
            "command" => CommandId.New().ToString(),
            "payload" => value.GetValue<string>().Replace('a', 'o'),
            "salt" => value.GetValue<string>() is var salt && salt[0] == '0' ? "1" + salt[1..] : "0" + salt[1..],
            _ => value.GetValue<string>() + "0",
        };
        return whole.ToJsonString();
    }
}
