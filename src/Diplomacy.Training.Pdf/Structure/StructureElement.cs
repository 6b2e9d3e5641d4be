using Diplomacy.Training.Pdf.Drawing;

namespace Diplomacy.Training.Pdf.Structure;

/// <summary>An element of the logical structure of a page (ISO 32000-1, 14.7): what a screen reader meets, in reading order.</summary>
internal sealed class StructureElement
{
    public StructureElement(string role, string? language)
    {
        Role = role;
        Language = language;
    }

    /// <summary>A standard structure type of 14.8.4: <c>H1</c>, <c>P</c>, <c>Figure</c>, <c>Link</c>.</summary>
    public string Role { get; }

    /// <summary>BCP 47; null takes the language of the element above.</summary>
    public string? Language { get; }

    /// <summary>What a figure shows, for those who do not see it.</summary>
    public string? Alternative { get; init; }

    /// <summary>Where a figure stands on the page.</summary>
    public Box? Bounds { get; init; }

    /// <summary>Marked contents and inner elements in reading order.</summary>
    public List<StructureKid> Kids { get; } = [];

    /// <summary>Object numbers of annotations that belong to the element.</summary>
    public List<int> Annotations { get; } = [];
}

/// <summary>What stands in an element: another element, or else a marked content of the page.</summary>
internal readonly record struct StructureKid(int Content, StructureElement? Element);
