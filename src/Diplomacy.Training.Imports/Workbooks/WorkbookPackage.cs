using System.IO.Compression;

namespace Diplomacy.Training.Imports;

/// <summary>The archive that a workbook is: its parts by name, and what they refer to. Nothing outside of it is ever opened.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int MostParts = 4096;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackingBudget _budget;

    /// <exception cref="WorkbookFault">This is no archive of a bounded number of parts with different names.</exception>
    internal WorkbookPackage(byte[] bytes, ImportOptions options)
    {
        // The archive makes an object for each entry of its directory, whatever number of them it declares.
        if (Count(bytes, "PK\x01\x02"u8) > MostParts)
        {
            throw WorkbookFault.Damaged();
        }

        _budget = new(options.MaximumUnpackedBytes);
        _archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            // Of two parts of one name another program may read the other.
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
            {
                throw WorkbookFault.Damaged();
            }
        }
    }

    public void Dispose() => _archive.Dispose();

    internal bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Opens a part; null where there is none.</summary>
    internal MarkupReader? Open(string part) =>
        _parts.TryGetValue(part, out ZipArchiveEntry? entry) ? new MarkupReader(new BoundedMarkup(entry.Open(), _budget)) : null;

    /// <summary>What a part refers to within the archive, by id: the last word of the kind of relation, and the part. For the archive itself the part is empty.</summary>
    internal Dictionary<string, (string Kind, string Part)> Relations(string part)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        int slash = part.LastIndexOf('/') + 1;
        using MarkupReader? xml = Open($"{part[..slash]}_rels/{part[slash..]}.rels");
        while (xml?.NextElement() == true)
        {
            if (xml.Name == "Relationship" && xml["TargetMode"] != "External" && relations.Count < MostParts && xml["Id"] is { } id && xml["Target"] is { } target && xml["Type"] is { } type)
            {
                relations[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(part[..slash], target));
            }
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (string step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(0, path.Count - 1), Math.Min(1, path.Count));
            }
            else if (step != ".")
            {
                path.Add(Uri.UnescapeDataString(step));
            }
        }

        return string.Join('/', path);
    }

    private static int Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        int count = 0;
        for (int at; (at = bytes.IndexOf(signature)) >= 0; bytes = bytes[(at + signature.Length)..])
        {
            count++;
        }

        return count;
    }
}
