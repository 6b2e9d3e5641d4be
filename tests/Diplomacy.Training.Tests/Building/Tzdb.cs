using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NodaTime;
using NodaTime.TimeZones;

namespace Diplomacy.Training.Tests.Building;

/// <summary>
/// Two real versions of the time zone data, as NodaTime 3.3.4 and 3.3.7 carry them. Between them Manitoba (Winnipeg) and Cuba (Havana) changed what their clocks do from
/// November 2026 on.
/// </summary>
internal static class Tzdb
{
    internal static byte[] OldFile { get; } = Read("2026d.dll");

    internal static byte[] NewFile { get; } = Read("2026f.dll");

    internal static IDateTimeZoneProvider Old { get; } = Provider(OldFile);

    internal static IDateTimeZoneProvider New { get; } = Provider(NewFile);

    private static DateTimeZoneCache Provider(byte[] file) => new(TzdbDateTimeZoneSource.FromStream(new MemoryStream(file)));

    private static byte[] Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "tzdb", assembly)));
        MetadataReader metadata = file.GetMetadataReader();
        ManifestResource resource = metadata.ManifestResources.Select(metadata.GetManifestResource)
            .Single(r => metadata.GetString(r.Name).EndsWith("Tzdb.nzd", StringComparison.Ordinal));
        BlobReader content = file.GetSectionData(file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress)
            .GetReader(checked((int)resource.Offset), sizeof(int) + BitConverter.ToInt32(
                file.GetSectionData(file.PEHeaders.CorHeader.ResourcesDirectory.RelativeVirtualAddress + checked((int)resource.Offset)).GetContent(0, sizeof(int)).AsSpan()));
        return content.ReadBytes(content.ReadInt32());
    }
}
