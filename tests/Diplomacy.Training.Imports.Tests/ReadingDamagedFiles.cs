using System.Text;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingDamagedFiles
{
    private const string Header = "code,type,name,city,country,timezone\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    [InlineData(",,,\r\n")]
    public async Task A_file_without_a_value_is_refused(string text) =>
        Sources.Told(await Refused(text)).Should().Equal("- - import.file-is-not-empty");

    [Fact]
    public async Task A_header_alone_is_an_empty_table() => (await Read(Encoding.UTF8.GetBytes(Header))).Should().BeEmpty();

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_told_with_row_and_offset_and_the_other_rows_are_checked()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => InstitutionReader.ReadFileAsync(Sources.Fixture("missions-broken-utf8.csv"), cancellationToken: Token));

        Sources.Told(errors).Should().Equal("3 - import.text-is-utf8", "4 timezone import.value-is-a-zone");
        byte[] bytes = await File.ReadAllBytesAsync(Sources.Fixture("missions-broken-utf8.csv"), Token);
        errors[0].Arguments["offset"].Should().Be((long)Array.IndexOf(bytes, (byte)0xE8));
        errors[0].Explain(Language.English).Should().StartWith("missions-broken-utf8.csv, row 3: The bytes from offset ");
    }

    [Fact]
    public async Task The_offset_counts_the_byte_order_mark()
    {
        IReadOnlyList<ImportError> errors = await Refused([0xEF, 0xBB, 0xBF, .. "code\n"u8, (byte)'a', 0xFF, .. "\n"u8]);

        errors.Should().Contain(error => error.Code == "import.text-is-utf8").Which.Arguments["offset"].Should().Be(9L);
    }

    [Fact]
    public async Task A_header_that_is_not_UTF8_is_the_only_fault_told() =>
        Sources.Told(await Refused([0xFF, .. Encoding.UTF8.GetBytes(Header + "FR-PAR-EMB,embassy,Embassy,Paris,France,Mars\n")]))
            .Should().Equal("1 - import.text-is-utf8");

    [Fact]
    public async Task What_is_not_UTF16_is_damaged_text()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header + "FR-PAR-EMB,embassy,Emb"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("assy,Paris,France,Europe/Paris\n")];

        Sources.Told(await Refused(bytes)).Should().Equal("2 name import.text-is-undamaged");
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_hides_no_other_fault() =>
        Sources.Told(await Refused(Header +
            "FR-PAR-EMB,embassy,\"Embassy,Paris,France,Europe/Paris\n" +
            "CZ-PRG-EMB,embassy,Embassy,Prague,Czechia,Europe/Praha\n" +
            "DE-BER-EMB,palace,Embassy,Berlin,Germany,Europe/Berlin\n"))
            .Should().Equal("2 - import.quote-is-closed", "3 timezone import.value-is-a-zone", "4 type import.value-is-a-kind");

    [Fact]
    public async Task A_value_may_hold_separators_line_breaks_and_quotation_marks()
    {
        IReadOnlyList<Institution> read = await Read(Encoding.UTF8.GetBytes(Header +
            "FR-PAR-EMB,embassy,\"Embassy, \"\"Paris\"\"\",Paris,France,Europe/Paris,\n" +
            "DE-BER-EMB,embassy,The \"Embassy\",Berlin,Germany,Europe/Berlin\n"));

        read.Select(one => one.Name.English).Should().Equal("Embassy, \"Paris\"", "The \"Embassy\"");
        IReadOnlyList<ImportError> errors = await Refused(Header + "FR-PAR-EMB,embassy,\"Embassy\nof Paris\",Paris,France,Europe/Paris\nxx,,,,,\n");
        Sources.Told(errors).Should().StartWith(["2 name import.text-is-printable", "3 code import.value-is-a-code"]);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_and_one_at_the_limit_is_read()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Header);
        (await Read(bytes, new() { MaximumBytes = bytes.Length })).Should().BeEmpty();

        ImportException refused = await Assert.ThrowsAsync<ImportException>(() => Read(bytes, new() { MaximumBytes = bytes.Length - 1 }));

        Sources.Told(refused.Errors).Should().Equal("- - import.file-is-within-limit");
        refused.Errors[0].Arguments["limit"].Should().Be(bytes.Length - 1);
    }

    [Fact]
    public async Task The_list_of_errors_ends_and_says_so()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat("a,b\n", 100)));

        ImportException refused = await Assert.ThrowsAsync<ImportException>(() => Read(bytes, new() { MaximumErrors = 10 }));

        refused.Errors.Should().HaveCount(11);
        refused.Errors[^1].Code.Should().Be("import.error-list-is-complete");
        refused.Message.Should().EndWith("... and 1 more.");
    }

    [Fact]
    public async Task A_folder_is_never_named()
    {
        string folder = Directory.CreateTempSubdirectory("secret-").FullName;
        try
        {
            string path = Path.Combine(folder, "missions.csv");
            await File.WriteAllTextAsync(path, "code\n", Token);
            ImportException refused = await Assert.ThrowsAsync<ImportException>(() => InstitutionReader.ReadFileAsync(path, cancellationToken: Token));
            refused.Message.Should().Contain("missions.csv").And.NotContain("secret-");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Reading_stops_when_it_is_cancelled()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Header));
        Func<Task> reading = () => InstitutionReader.ReadAsync(stream, "missions.csv", cancellationToken: new CancellationToken(canceled: true));
        await reading.Should().ThrowAsync<OperationCanceledException>();
    }

    private static Task<IReadOnlyList<ImportError>> Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    private static Task<IReadOnlyList<ImportError>> Refused(byte[] bytes) => Sources.Refused(() => Read(bytes));

    private static async Task<IReadOnlyList<Institution>> Read(byte[] bytes, ImportOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return await InstitutionReader.ReadAsync(stream, "missions.csv", options, Token);
    }
}
