using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CsCheck;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>Whatever an archive holds, a reader returns or throws <see cref="ImportException"/>, soon and in bounded memory. CsCheck_Iter=100000 in the environment searches for longer.</summary>
public sealed class ReadingHostileWorkbooks
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(10);

    private static readonly string[] s_pieces =
    [
        "<", ">", "/>", "<row>", "</row>", "<c>", "</c>", "<v>", "</v>", "<f/>", "<f>1", "<is>", "<t>", "<rPh>", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "&#0;", "&#x1780;", "&x;",
        "<!DOCTYPE x [<!ENTITY x \"y\">]>", " t=\"s\"", " t=\"e\"", " t=\"d\"", " t=\"b\"", " t=\"x\"", " r=\"XFD1048576\"", " r=\"A0\"", " r=\"1\"", " r=\"99999999999\"", " s=\"9\"", " hidden=\"1\"",
        "1e308", "NaN", "-0", "9999999999999999", "1E+400", "_xD800_", "\uFFFD", "\0", "\u202E", "../../../etc/passwd", "TargetMode=\"External\"", "mergeCell ref=\"A1:XFD1048576\"",
    ];

    private static readonly Gen<(int Kind, double At, int Length, int Piece, char Char)[]> s_mutations =
        Gen.Select(Gen.Int[0, 4], Gen.Double.Unit, Gen.Int[1, 40], Gen.Int[0, s_pieces.Length - 1], Gen.Char[' ', '~']).Array[1, 5];

    [Theory]
    [InlineData("registrations-khmer.xlsx")]
    [InlineData("roster-odd.xlsx")]
    public void Mutations_of_the_parts_are_read_or_refused(string fixture)
    {
        (string Name, string Text)[] parts = Parts(File.ReadAllBytes(Sources.Fixture(fixture)));

        Gen.Select(Gen.Int[0, parts.Length - 1], s_mutations).Array[2].Sample(
            changes =>
            {
                var raw = new RawWorkbook();
                for (int i = 0; i < parts.Length; i++)
                {
                    raw.Part(parts[i].Name, changes.Where(change => change.Item1 == i).Aggregate(parts[i].Text, (text, change) => Mutate(text, change.Item2)));
                }

                Check(raw.ToBytes());
            },
            threads: 1);
    }

    [Fact]
    public void Mutations_of_the_archive_are_read_or_refused()
    {
        byte[] good = File.ReadAllBytes(Sources.Fixture("registrations-khmer.xlsx"));

        Gen.Select(Gen.Double.Unit, Gen.Byte, Gen.Int[0, 3]).Array[1, 6].Sample(
            changes =>
            {
                byte[] bytes = [.. good];
                foreach (var (where, value, kind) in changes)
                {
                    // The directory at the end is where an archive can lie.
                    int at = kind == 0 ? (int)(where * bytes.Length) : bytes.Length - 1 - (int)(where * Math.Min(bytes.Length - 4, 1200));
                    bytes = kind == 3 ? [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + value)..]] : bytes;
                    bytes[Math.Min(Math.Max(4, at), bytes.Length - 1)] = value;
                }

                Check(bytes);
            },
            threads: 1);
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_more_than_the_limit_is_refused_before_it_fills_the_memory()
    {
        byte[] bomb = Bomb("<sst>", "<si><t>" + new string(' ', 10_000) + "</t></si>", 10_000);
        bomb.Length.Should().BeLessThan(2_000_000, "it looks small");

        long before = GC.GetAllocatedBytesForCurrentThread();
        Sources.Told(await Refused(bomb, new() { MaximumUnpackedBytes = 8 * 1024 * 1024 })).Should().Equal("- - import.workbook-is-within-limit");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(64 * 1024 * 1024);
        byte[] honest = RawWorkbook.Cancellations(RawWorkbook.Row(2, "A")).ToBytes();
        Sources.Told(await Refused(honest, new() { MaximumUnpackedBytes = 1000 })).Should().Equal("- - import.workbook-is-within-limit");
    }

    [Theory]
    [InlineData("nested elements")]
    [InlineData("attributes")]
    [InlineData("attributes with brackets")]
    [InlineData("names")]
    [InlineData("empty rows")]
    [InlineData("empty texts")]
    [InlineData("cells of a row")]
    [InlineData("one text")]
    [InlineData("one comment")]
    [InlineData("styles")]
    [InlineData("runs of one text")]
    public async Task Markup_that_grows_in_memory_is_refused_while_it_is_small(string kind)
    {
        RawWorkbook raw = RawWorkbook.Cancellations();
        const int Many = 3_000_000;
        string Repeat(string text, int count = Many) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
        string Attributes(string value) => string.Concat(Enumerable.Range(0, 300_000).Select(i => $" a{i}=\"{value}\""));
        (string Part, string Text) flood = kind switch
        {
            "nested elements" => ("xl/worksheets/sheet1.xml", "<worksheet>" + Repeat("<a>")),
            "attributes" => ("xl/worksheets/sheet1.xml", $"<worksheet{Attributes("")}/>"),
            "attributes with brackets" => ("xl/worksheets/sheet1.xml", $"<worksheet{Attributes("]]>-->")}/>"),
            "names" => ("xl/worksheets/sheet1.xml", "<worksheet>" + string.Concat(Enumerable.Range(0, 500_000).Select(i => $"<a{i}/>"))),
            "empty rows" => ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{Repeat("<row/>")}</sheetData></worksheet>"),
            "empty texts" => ("xl/sharedStrings.xml", $"<sst>{Repeat("<si/>")}</sst>"),
            "cells of a row" => ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData><row>{Repeat("<c/>")}</row></sheetData></worksheet>"),
            "one text" => ("xl/sharedStrings.xml", $"<sst><si><t>{Repeat("x")}</t></si></sst>"),
            "one comment" => ("xl/sharedStrings.xml", $"<sst><!--{Repeat("x")}--></sst>"),
            "styles" => ("xl/styles.xml", $"<styleSheet><cellXfs>{Repeat("<xf/>")}</cellXfs></styleSheet>"),
            _ => ("xl/sharedStrings.xml", $"<sst><si>{Repeat("<r><t>x</t></r>")}</si></sst>"),
        };
        byte[] bytes = raw.With(flood.Part, flood.Text).ToBytes();
        flood = default;
        GC.Collect();

        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        using var stream = new MemoryStream(bytes);
        Sources.Told(await Sources.Refused(() => CancellationReader.ReadAsync(stream, "f"))).Should().Equal("- - import.workbook-is-readable");
        Stopwatch.GetElapsedTime(start).Should().BeLessThan(s_soon);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(128 * 1024 * 1024);
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>")]
    [InlineData("<worksheet><sheetData><row r=\"2\"/><row r=\"2\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"XFE1\"/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>5</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>-1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c s=\"99\"><v>5</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c><v>five</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData>")]
    [InlineData("")]
    [InlineData("\0\0")]
    public async Task A_sheet_that_no_program_writes_is_refused(string sheet) =>
        Sources.Told(await Refused(RawWorkbook.Cancellations().With("xl/worksheets/sheet1.xml", sheet).ToBytes())).Should().Equal("- - import.workbook-is-readable");

    [Fact]
    public async Task An_archive_with_two_parts_of_one_name_or_too_many_is_refused()
    {
        Sources.Told(await Refused(RawWorkbook.Cancellations().Part("XL/workbook.xml", "<workbook/>").ToBytes())).Should().Equal("- - import.workbook-is-readable");
        RawWorkbook raw = RawWorkbook.Cancellations();
        for (int i = 0; i < 5000; i++)
        {
            raw.Part($"p{i}", "");
        }

        Sources.Told(await Refused(raw.ToBytes())).Should().Equal("- - import.workbook-is-readable");
    }

    [Fact]
    public async Task A_part_that_claims_another_size_than_it_has_is_read_or_refused()
    {
        byte[] bytes = RawWorkbook.Cancellations(RawWorkbook.Row(2, "A")).ToBytes();
        for (int at = 0; at < bytes.Length - 46; at++)
        {
            // Offset 24 of an entry of the directory is the size unpacked.
            if (bytes.AsSpan(at).StartsWith("PK\x01\x02"u8))
            {
                foreach (uint size in (uint[])[0, 1, uint.MaxValue - 1])
                {
                    byte[] lying = [.. bytes];
                    BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(at + 24), size);
                    Check(lying);
                }
            }
        }

        (await RawWorkbook.Cancellations(RawWorkbook.Row(2, "A")).ReadAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("content.xml", "<office:document-content/>")]
    [InlineData("word/document.xml", "<w:document/>")]
    [InlineData("xl/workbook.bin", "x")]
    public async Task An_archive_that_is_no_workbook_is_refused_with_what_to_do(string part, string text) =>
        Sources.Told(await Refused(new RawWorkbook().Part(part, text).ToBytes())).Should().Equal("- - import.workbook-is-xlsx");

    [Fact]
    public async Task Old_workbooks_and_those_with_a_password_are_refused_with_what_to_do() =>
        Sources.Told(await Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]])).Should().Equal("- - import.workbook-is-xlsx");

    [Fact]
    public async Task Links_out_of_the_archive_are_never_followed()
    {
        RawWorkbook raw = RawWorkbook.Cancellations().With("xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/></Relationships>");
        Sources.Told(await Refused(raw.ToBytes())).Should().Equal("- - import.file-is-not-empty");

        raw = RawWorkbook.Cancellations().With("xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"../../../../../../etc/passwd\"/></Relationships>");
        Sources.Told(await Refused(raw.ToBytes())).Should().Equal("- - import.workbook-is-readable");
    }

    private static byte[] Bomb(string begin, string piece, int count)
    {
        using var stream = new MemoryStream();
        stream.Write(RawWorkbook.Cancellations().ToBytes());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/sharedStrings.xml")!.Delete();
            using Stream part = archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(begin));
            byte[] bytes = Encoding.UTF8.GetBytes(piece);
            for (int i = 0; i < count; i++)
            {
                part.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static (string Name, string Text)[] Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return [.. archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return (entry.FullName, reader.ReadToEnd());
        })];
    }

    private static string Mutate(string text, (int Kind, double At, int Length, int Piece, char Char)[] mutations)
    {
        foreach (var (kind, where, length, piece, c) in mutations)
        {
            int at = (int)(where * text.Length);
            int count = Math.Min(length, text.Length - at);
            text = kind switch
            {
                0 => text.Insert(at, s_pieces[piece]),
                1 => text.Remove(at, count),
                2 => text.Insert(at, text.Substring(at, count)),
                3 => text.Remove(at, count).Insert(at, s_pieces[piece]),
                _ => text.Remove(at, Math.Min(1, count)).Insert(at, c.ToString()),
            };
        }

        return text;
    }

    private static Task<IReadOnlyList<ImportError>> Refused(byte[] bytes, ImportOptions? options = null) => Sources.Refused(async () =>
    {
        using var stream = new MemoryStream(bytes);
        await CancellationReader.ReadAsync(stream, "list.xlsx", options);
    });

    private static void Check(byte[] bytes)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            using var stream = new MemoryStream(bytes);
            RosterReader.ReadAsync(stream, "f").GetAwaiter().GetResult();
        }
        catch (ImportException refused)
        {
            refused.Errors.Should().NotBeEmpty();
            refused.Errors.Take(20).Select(error => error.Explain(Language.Khmer)).Should().NotContain(told => told.Contains("{value}", StringComparison.Ordinal));
        }

        Stopwatch.GetElapsedTime(start).Should().BeLessThan(s_soon);
    }
}
