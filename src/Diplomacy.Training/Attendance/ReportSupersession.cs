using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What an imported report replaces (R31).</summary>
/// <remarks>Immutable.</remarks>
public sealed class ReportSupersession
{
    private ReportSupersession(ImmutableArray<string>? digests) => Digests = digests;

    /// <summary>
    /// The reports of the same source, as far as can be told: of the same name, where nothing says that they are of different meetings. Different ids say so, and so do different beginnings;
    /// where a file does not tell the beginning, the connections of the two must overlap in time. What is used where nothing is said.
    /// </summary>
    public static ReportSupersession SameSource { get; } = new((ImmutableArray<string>?)null);

    /// <summary>Nothing: the report adds to what is there, whatever it is called.</summary>
    public static ReportSupersession Nothing { get; } = new(ImmutableArray<string>.Empty);

    /// <summary>The digests of the reports that are replaced; null for <see cref="SameSource"/>.</summary>
    public ImmutableArray<string>? Digests { get; }

    /// <summary>These reports, whatever they are called. A report that was replaced before comes back so.</summary>
    /// <param name="digests">The digests of reports that were imported (<see cref="ImportReport.Digest"/>); at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public static ReportSupersession Of(params IEnumerable<string> digests)
    {
        ArgumentNullException.ThrowIfNull(digests);
        ImmutableArray<string> all = [.. digests.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return all.IsEmpty || all.Contains(null!) ? throw new ArgumentException("Name at least one report, and no null.", nameof(digests)) : new(all);
    }

    internal string Content => Digests is { } digests ? $"={string.Join(',', digests)}" : "";
}
