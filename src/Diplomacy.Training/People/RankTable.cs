using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>A ministry's own order of ranks, highest first. Ranks in one class are equal.</summary>
/// <remarks>Immutable and safe for use from many threads.</remarks>
public sealed class RankTable
{
    private readonly ImmutableDictionary<string, int> _classes;

    private RankTable(ImmutableDictionary<string, int> classes) => _classes = classes;

    /// <summary>A table with one class per argument, highest first; ranks of one class are parted by spaces.</summary>
    /// <param name="classes">For example <c>"AMBASSADOR DIRECTOR_GENERAL", "COUNSELLOR"</c>.</param>
    /// <exception cref="ArgumentException">A rank stands twice, or a class is empty.</exception>
    public static RankTable HighestFirst(params string[] classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var table = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < classes.Length; i++)
        {
            string[] ranks = (classes[i] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (ranks.Length == 0)
            {
                throw new ArgumentException($"Class {i + 1} of the table of ranks is empty.", nameof(classes));
            }

            foreach (string rank in ranks)
            {
                if (!table.TryAdd(rank, i))
                {
                    throw new ArgumentException($"The rank '{rank}' stands twice in the table.", nameof(classes));
                }
            }
        }

        return new(table.ToImmutable());
    }

    /// <summary>The class of a rank, 0 the highest; ranks that the table does not know come after all others.</summary>
    /// <param name="rank">The rank's code; case matters.</param>
    public int ClassOf(string rank) => _classes.GetValueOrDefault(rank, int.MaxValue);
}

/// <summary>
/// Precedence: by class of rank, then by the date of taking up functions (earlier first, unknown last), then alphabetically by the printed
/// Latin name in ordinal order without regard to case, then by case and external id. A total order; equal only for equal keys.
/// </summary>
/// <remarks>Immutable and safe for use from many threads.</remarks>
/// <param name="ranks">The ministry's order of ranks.</param>
public sealed class Precedence(RankTable ranks) : IComparer<Person>
{
    private readonly RankTable _ranks = ranks ?? throw new ArgumentNullException(nameof(ranks));

    /// <inheritdoc/>
    public int Compare(Person? x, Person? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        int order = _ranks.ClassOf(x.Post?.Rank ?? "").CompareTo(_ranks.ClassOf(y.Post?.Rank ?? ""));
        order = order != 0 ? order : (x.Post?.Since ?? LocalDate.MaxIsoValue).CompareTo(y.Post?.Since ?? LocalDate.MaxIsoValue);
        order = order != 0 ? order : string.Compare(x.Name.Printed, y.Name.Printed, StringComparison.OrdinalIgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(x.Name.Printed + "\n" + x.ExternalId, y.Name.Printed + "\n" + y.ExternalId);
    }
}
