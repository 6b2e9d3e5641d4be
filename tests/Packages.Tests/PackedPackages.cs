using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(Packages.Tests.PackedPackages))]

namespace Packages.Tests;

/// <summary>
/// The three packages, packed once for all tests as a continuous-integration build packs them, under a version of their own so that no cache holds them.
/// </summary>
/// <remarks>
/// They are built into a folder of their own: a build of the solution may be running over <c>obj/</c>. The folder lies under the ignored <c>artifacts/</c>
/// of the checkout, because only what lies in the checkout has deterministic source paths.
/// </remarks>
public sealed class PackedPackages : IAsyncLifetime
{
    public static readonly ImmutableArray<string> Ids = ["Diplomacy.Training", "Diplomacy.Training.Imports", "Diplomacy.Training.Pdf"];

    private readonly string _folder;

    public PackedPackages()
    {
        Version = $"0.1.0-test.{Guid.NewGuid():N}";
        _folder = Path.Combine(Repository.Root, "artifacts", "package-tests", Version);
    }

    public string Version { get; }

    /// <summary>The folder that serves as a package source.</summary>
    public string Source => Path.Combine(_folder, "packages");

    /// <summary>The folder in which they were built.</summary>
    public string Build => Path.Combine(_folder, "build");

    public async ValueTask InitializeAsync()
    {
        foreach (string id in Ids)
        {
            // Analyzers judge the ordinary build; here they would only cost time.
            await DotNet.RunAsync(
                Repository.Root, TimeSpan.FromMinutes(10),
                "pack", Path.Combine("src", id), "-c", "Release", "--artifacts-path", Build, "-o", Source, "-v", "quiet", "-nodeReuse:false",
                $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false");
        }
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return default;
    }

    internal ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Source, $"{id}.{Version}.nupkg"));

    internal ZipArchive OpenSymbols(string id) => ZipFile.OpenRead(Path.Combine(Source, $"{id}.{Version}.snupkg"));

    internal XElement Metadata(string id)
    {
        using ZipArchive package = Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        XElement metadata = XDocument.Load(nuspec).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        return metadata;
    }

    /// <summary>Every path that the symbols name, and whether the source itself is embedded.</summary>
    internal IReadOnlyList<(string Path, bool Embedded)> SourcesNamedBySymbols(string id)
    {
        using ZipArchive symbols = OpenSymbols(id);
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbImage([.. BytesOf(symbols, $"lib/net10.0/{id}.pdb")]);
        MetadataReader reader = provider.GetMetadataReader();
        var embeddedSource = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
        return [.. reader.Documents.Select(handle => (
            reader.GetString(reader.GetDocument(handle).Name),
            reader.GetCustomDebugInformation(handle).Any(info => reader.GetGuid(reader.GetCustomDebugInformation(info).Kind) == embeddedSource)))];
    }

    /// <summary>The path of its symbols that the assembly itself names.</summary>
    internal string SymbolPathNamedByAssembly(string id)
    {
        using ZipArchive package = Open(id);
        using var assembly = new PEReader(new MemoryStream(BytesOf(package, $"lib/net10.0/{id}.dll")));
        DebugDirectoryEntry entry = assembly.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.CodeView);
        return assembly.ReadCodeViewDebugDirectoryData(entry).Path;
    }

    internal static byte[] BytesOf(ZipArchive archive, string entry)
    {
        using Stream stream = archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
