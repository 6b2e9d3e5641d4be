using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Packages.Tests;

public sealed class PackageContentTests(PackedPackages packages)
{
    public static TheoryData<string> Ids => [.. PackedPackages.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_holds_the_library_its_documentation_and_nothing_unforeseen(string id)
    {
        using ZipArchive package = packages.Open(id);

        package.Entries.Select(e => e.FullName).Where(IsNotOfTheFormat).Should().BeEquivalentTo(
            [$"{id}.nuspec", "README.md", "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", .. Extras(id)]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Symbols_are_packed_beside_it(string id)
    {
        using ZipArchive symbols = packages.OpenSymbols(id);

        symbols.Entries.Select(e => e.FullName).Where(IsNotOfTheFormat).Should().BeEquivalentTo([$"{id}.nuspec", $"lib/net10.0/{id}.pdb"]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_what_it_is_and_under_which_licence(string id)
    {
        XElement metadata = packages.Metadata(id);

        Value(metadata, "id").Should().Be(id);
        Value(metadata, "version").Should().Be(packages.Version);
        Value(metadata, "license").Should().Be("MIT");
        Element(metadata, "license").Attribute("type")!.Value.Should().Be("expression");
        Value(metadata, "readme").Should().Be("README.md");
        Value(metadata, "icon").Should().Be("icon.png");
        Value(metadata, "description").Should().NotBe("Package Description");
        Element(metadata, "repository").Attribute("type")!.Value.Should().Be("git");
        Element(metadata, "repository").Attribute("commit")!.Value.Should().MatchRegex("^[0-9a-f]{40}$");
    }

    [Theory]
    [InlineData("Diplomacy.Training", "NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions")]
    [InlineData("Diplomacy.Training.Imports", "Diplomacy.Training", "CsvHelper")]
    [InlineData("Diplomacy.Training.Pdf", "Diplomacy.Training", "HarfBuzzSharp", "HarfBuzzSharp.NativeAssets.Linux")]
    public void It_depends_on_what_it_was_meant_to_and_on_nothing_else(string id, params string[] expected)
    {
        XElement group = Element(packages.Metadata(id), "dependencies").Elements().Should().ContainSingle().Subject;

        group.Attribute("targetFramework")!.Value.Should().Be("net10.0");
        group.Elements().Select(d => d.Attribute("id")!.Value).Should().BeEquivalentTo(expected);
        group.Elements().Where(d => d.Attribute("id")!.Value == "Diplomacy.Training").Select(d => d.Attribute("version")!.Value)
            .Should().AllBe(packages.Version);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_documentation_describes_public_members(string id)
    {
        using ZipArchive package = packages.Open(id);
        XDocument documentation = XDocument.Parse(Encoding.UTF8.GetString(PackedPackages.BytesOf(package, $"lib/net10.0/{id}.xml")).TrimStart('\uFEFF'));

        documentation.Descendants("member").Where(m => m.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_readme_is_more_than_a_heading(string id)
    {
        using ZipArchive package = packages.Open(id);

        Encoding.UTF8.GetString(PackedPackages.BytesOf(package, "README.md")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.Should().BeGreaterThan(3);
    }

    [Fact]
    public void Every_font_inside_the_pdf_package_brings_its_licence()
    {
        using ZipArchive package = packages.Open("Diplomacy.Training.Pdf");

        foreach (string family in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "Diplomacy.Training.Pdf", "Fonts", "Files")).Select(f => Path.GetFileName(f)!))
        {
            Encoding.UTF8.GetString(PackedPackages.BytesOf(package, $"fonts/{family}/LICENSE_FONT.txt")).Should().Contain("SIL OPEN FONT LICENSE Version 1.1", "{0} is under it", family);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_in_it_names_the_machine_that_built_it(string id)
    {
        string root = Repository.Root;
        using ZipArchive package = packages.Open(id);
        using ZipArchive symbols = packages.OpenSymbols(id);

        packages.SourcesNamedBySymbols(id).Should().NotBeEmpty().And.OnlyContain(source => source.Path.StartsWith("/_/", StringComparison.Ordinal));
        packages.SymbolPathNamedByAssembly(id).Should().NotContain(root);
        foreach (ZipArchiveEntry entry in package.Entries.Concat(symbols.Entries))
        {
            byte[] content = PackedPackages.BytesOf(entry.Archive, entry.FullName);
            content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(root)).Should().Be(-1, "{0} should not name {1}", entry.FullName, root);
            content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(root)).Should().Be(-1, "{0} should not name {1}", entry.FullName, root);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sources_that_no_repository_holds_are_embedded_in_the_symbols(string id) =>
        packages.SourcesNamedBySymbols(id).Where(s => s.Path.EndsWith(".AssemblyInfo.cs", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Embedded.Should().BeTrue();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Packing_validated_the_package(string id) =>
        Directory.EnumerateFiles(Path.Combine(packages.Build, "obj", id), "*ValidatePackage.semaphore", SearchOption.AllDirectories).Should().NotBeEmpty();

    private static IEnumerable<string> Extras(string id) => id == "Diplomacy.Training.Pdf"
        ? ["fonts/README.md", "fonts/Battambang/LICENSE_FONT.txt", "fonts/Moul/LICENSE_FONT.txt", "fonts/NotoSerif/LICENSE_FONT.txt"]
        : [];

    private static bool IsNotOfTheFormat(string entry) =>
        entry != "[Content_Types].xml" && !entry.StartsWith("_rels/", StringComparison.Ordinal) && !entry.StartsWith("package/", StringComparison.Ordinal);

    private static XElement Element(XElement metadata, string name) => metadata.Elements().Should().ContainSingle(e => e.Name.LocalName == name).Subject;

    private static string Value(XElement metadata, string name) => Element(metadata, name).Value;
}
