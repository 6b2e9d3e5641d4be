using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What one person of an institution has borne in earlier series.</summary>
/// <param name="Burden">The costs of all quarters of an hour; see <see cref="SlotCosts"/>.</param>
/// <param name="Nights">Sessions that touched the night.</param>
/// <param name="Sessions">Sessions in all.</param>
public readonly record struct BurdenEntry(int Burden, int Nights, int Sessions);

/// <summary>What institutions have borne in earlier series, so that the next one can make up for it.</summary>
/// <remarks>Immutable. An institution that does not stand in it has borne nothing.</remarks>
public sealed class BurdenLedger
{
    private const int Most = 1_000_000;
    private readonly ImmutableSortedDictionary<InstitutionCode, BurdenEntry> _entries;

    private BurdenLedger(ImmutableSortedDictionary<InstitutionCode, BurdenEntry> entries) => _entries = entries;

    /// <summary>Nobody has borne anything.</summary>
    public static BurdenLedger Empty { get; } = new(ImmutableSortedDictionary<InstitutionCode, BurdenEntry>.Empty);

    /// <summary>The entries, by code.</summary>
    public IReadOnlyDictionary<InstitutionCode, BurdenEntry> Entries => _entries;

    /// <summary>What an institution has borne.</summary>
    /// <param name="institution">Its code.</param>
    public BurdenEntry Of(InstitutionCode institution) => _entries.GetValueOrDefault(institution);

    /// <summary>A copy in which an institution has one entry, whatever it had.</summary>
    /// <param name="institution">Its code.</param>
    /// <param name="entry">What it has borne; each figure 0 to 1,000,000.</param>
    /// <exception cref="ArgumentException">The code is <c>default</c>, or a figure is out of range.</exception>
    public BurdenLedger With(InstitutionCode institution, BurdenEntry entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(institution.ToString(), nameof(institution));
        return entry is { Burden: >= 0 and <= Most, Nights: >= 0 and <= Most, Sessions: >= 0 and <= Most }
            ? new(_entries.SetItem(institution, entry))
            : throw new ArgumentOutOfRangeException(nameof(entry), "Each figure of an entry is 0 to 1,000,000.");
    }
}
