namespace Diplomacy.Training.Pdf;

/// <summary>
/// The modules of a QR code (ISO/IEC 18004), without quiet zone: the page adds the four light modules around it.
/// Immutable.
/// </summary>
public sealed class QrModules
{
    private readonly bool[] _modules;

    /// <summary>Copies the modules.</summary>
    /// <param name="size">Modules on each side: 21 to 177, in steps of 4.</param>
    /// <param name="modules">The modules row by row from the top, left to right; true is dark.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is no QR code's size.</exception>
    /// <exception cref="ArgumentException">There are not <paramref name="size"/> times <paramref name="size"/> modules.</exception>
    public QrModules(int size, ReadOnlySpan<bool> modules)
    {
        RequireSize(size);
        if (modules.Length != size * size)
        {
            throw new ArgumentException($"A QR code of {size} modules a side has {size * size} modules, not {modules.Length}.", nameof(modules));
        }

        Size = size;
        _modules = modules.ToArray();
    }

    /// <summary>Modules on each side.</summary>
    public int Size { get; }

    /// <summary>Whether a module is dark.</summary>
    /// <param name="column">From the left, from 0.</param>
    /// <param name="row">From the top, from 0.</param>
    public bool this[int column, int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Size);
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Size);
            return _modules[(row * Size) + column];
        }
    }

    /// <summary>Takes the modules from any encoder.</summary>
    /// <param name="size">Modules on each side: 21 to 177, in steps of 4.</param>
    /// <param name="isDark">Asked once for each column and row, both from 0 at the upper left.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is no QR code's size.</exception>
    public static QrModules From(int size, Func<int, int, bool> isDark)
    {
        ArgumentNullException.ThrowIfNull(isDark);
        RequireSize(size);
        var modules = new bool[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                modules[(row * size) + column] = isDark(column, row);
            }
        }

        return new QrModules(size, modules);
    }

    private static void RequireSize(int size)
    {
        if (size is < 21 or > 177 || (size - 17) % 4 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "A QR code has 21 to 177 modules a side, in steps of 4.");
        }
    }
}
