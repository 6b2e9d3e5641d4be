namespace Diplomacy.Training;

/// <summary>
/// How many stand at each priority. Counting all up to a priority takes 32 steps however many stand and however many priorities there are:
/// a ministry may well rank everybody, and then there are as many priorities as people.
/// </summary>
/// <remarks>A binary trie over the bits of the priority, kept as one count per prefix.</remarks>
internal sealed class PriorityCount
{
    private const int Bits = 32;
    private readonly Dictionary<(int Level, uint Prefix), int> _counts = [];

    /// <summary>How many stand at this priority or a lower number.</summary>
    internal int UpTo(int priority)
    {
        uint prefix = Ordered(priority);
        int sum = _counts.GetValueOrDefault((0, prefix));
        for (int level = 0; level < Bits; level++, prefix >>= 1)
        {
            // An odd prefix has a twin to its left, under which all priorities are lower.
            sum += (prefix & 1) == 0 ? 0 : _counts.GetValueOrDefault((level, prefix - 1));
        }

        return sum;
    }

    internal void Change(int priority, int step)
    {
        uint prefix = Ordered(priority);
        for (int level = 0; level < Bits; level++, prefix >>= 1)
        {
            int count = _counts.GetValueOrDefault((level, prefix)) + step;
            if (count == 0)
            {
                _counts.Remove((level, prefix));
            }
            else
            {
                _counts[(level, prefix)] = count;
            }
        }
    }

    /// <summary>The same order without a sign.</summary>
    private static uint Ordered(int priority) => (uint)priority ^ 0x8000_0000;
}
