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
