namespace Diplomacy.Training.Imports;

/// <summary>The rows of a table one after another, numbered as a spreadsheet does, whatever kind of file holds them.</summary>
internal abstract class RowReader : IDisposable
{
    /// <summary>The number of the current row, from 1; empty rows count.</summary>
    internal int Row { get; private protected set; }

    internal abstract int FieldCount { get; }

    /// <summary>The value of a field as it stands in the file; empty where the row has none.</summary>
    internal abstract string this[int field] { get; }

    /// <summary>Ranges of cells that show one value; known when all rows were read.</summary>
    internal virtual IReadOnlyList<MergedCells> Merged => [];

    /// <summary>How many rows hold values that nobody sees, and which is the first.</summary>
    internal virtual (int Count, int First) Hidden => default;

    /// <summary>Moves to the next row that holds a value; rows without any are passed over.</summary>
    internal abstract bool Read();

    /// <summary>Whether the number of fields can be that of a row below a header of so many.</summary>
    internal virtual bool Fits(int width) => true;

    /// <summary>Why the cell has no value that could be used, and what it shows; null where it has one.</summary>
    internal virtual (ImportText Text, string Value)? FaultOf(int field) => null;

    public abstract void Dispose();
}

/// <summary>A range of merged cells: rows from 1, columns from 0, both ends included.</summary>
internal readonly record struct MergedCells(string Range, int FirstRow, int LastRow, int FirstColumn, int LastColumn);
