using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Diplomacy.Training.Imports;

/// <summary>The cells of a row that tell whom it names, as bytes.</summary>
internal readonly ref struct CallerCells(ReadOnlySpan<byte> name, ReadOnlySpan<byte> email, ReadOnlySpan<byte> registrantId, ReadOnlySpan<byte> userPrincipalName)
{
    private const int Lengths = 4 * sizeof(int);

    internal ReadOnlySpan<byte> Name { get; } = name;

    internal ReadOnlySpan<byte> Email { get; } = email;

    internal ReadOnlySpan<byte> RegistrantId { get; } = registrantId;

    internal ReadOnlySpan<byte> UserPrincipalName { get; } = userPrincipalName;

    internal int KeyLength => checked(Lengths + Name.Length + Email.Length + RegistrantId.Length + UserPrincipalName.Length);

    /// <summary>The cells behind one another. Their lengths stand first: no two ways of splitting the same bytes are one key.</summary>
    internal void WriteKey(Span<byte> key)
    {
        BinaryPrimitives.WriteInt32LittleEndian(key, Name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(key[4..], Email.Length);
        BinaryPrimitives.WriteInt32LittleEndian(key[8..], RegistrantId.Length);
        BinaryPrimitives.WriteInt32LittleEndian(key[12..], UserPrincipalName.Length);
        Name.CopyTo(key = key[Lengths..]);
        Email.CopyTo(key = key[Name.Length..]);
        RegistrantId.CopyTo(key = key[Email.Length..]);
        UserPrincipalName.CopyTo(key[RegistrantId.Length..]);
    }

    /// <summary>The cells of a key.</summary>
    internal static CallerCells OfKey(ReadOnlySpan<byte> key)
    {
        int name = BinaryPrimitives.ReadInt32LittleEndian(key), email = BinaryPrimitives.ReadInt32LittleEndian(key[4..]), registrantId = BinaryPrimitives.ReadInt32LittleEndian(key[8..]);
        ReadOnlySpan<byte> rest = key[Lengths..];
        return new(rest[..name], rest.Slice(name, email), rest.Slice(name + email, registrantId), rest[(name + email + registrantId)..]);
    }
}

/// <summary>
/// The callers of one report, found by the bytes of their cells, so that a text is made once for each and not once for each row; and for each row, whose it is.
/// Holds as many bytes as the different callers have.
/// </summary>
internal sealed class CallerPool
{
    // Rows that wait are found together. More would not stay in the nearest cache.
    private const int MostWaiting = 64;
    private const int MostWaitingBytes = 64 * 1024;
    private const int CacheLine = 64;

    private static readonly ulong s_seed = Secret();
    private static readonly ulong s_other = Secret();

    private readonly List<AttendanceCaller> _callers = [];

    // Slot and key lie in two arrays, so that a caller is found with two looks into memory however many there are.
    private Slot[] _slots = new Slot[64];
    private byte[] _keys = new byte[4096];
    private int _used;
    private int[] _rows = new int[256];
    private int _rowCount;

    private readonly (int Hash, int At, int Length)[] _waiting = new (int, int, int)[MostWaiting];
    private byte[] _waitingKeys = new byte[16 * 1024];
    private int _waitingCount;
    private int _waitingBytes;
    private AttendanceTable? _waitingTable;
    private int _fetched;

    // The caller's number from 1, so that an empty slot is zero.
    private record struct Slot(int Caller, int Hash, int At);

    internal AttendanceCaller this[int caller] => _callers[caller];

    /// <summary>The number of the caller of these cells.</summary>
    internal int Find(AttendanceTable table, in CallerCells cells)
    {
        byte[] key = new byte[cells.KeyLength];
        cells.WriteKey(key);
        return Find(table, key, Hash(cells));
    }

    /// <summary>Notes whose the next row is.</summary>
    internal void AddRow(int caller)
    {
        FindWaiting();
        Append(caller);
    }

    /// <summary>Notes whose the next row is, to be found later: of many callers each lies far from the one before in memory, which is waited for once for several together.</summary>
    internal void AddRow(AttendanceTable table, in CallerCells cells)
    {
        if (_waitingCount == MostWaiting || _waitingBytes > MostWaitingBytes || table != _waitingTable)
        {
            FindWaiting();
            _waitingTable = table;
        }

        int length = cells.KeyLength;
        if (_waitingKeys.Length - _waitingBytes < length)
        {
            Array.Resize(ref _waitingKeys, checked(_waitingBytes + length));
        }

        Span<byte> key = _waitingKeys.AsSpan(_waitingBytes, length);
        cells.WriteKey(key);
        _waiting[_waitingCount++] = (Hash(cells), _waitingBytes, length);
        _waitingBytes += length;
    }

    /// <summary>For each row the number of its caller, and the callers by number.</summary>
    internal (ReadOnlyMemory<int> Rows, IReadOnlyList<AttendanceCaller> Callers) Finish()
    {
        FindWaiting();
        return (_rows.AsMemory(0, _rowCount), _callers);
    }

    private void FindWaiting()
    {
        // Nothing here waits for what was looked at before, so all looks are under way at once; when the callers are compared, what they are compared with is near.
        Span<int> at = stackalloc int[MostWaiting];
        int fetched = 0;
        for (int i = 0; i < _waitingCount; i++)
        {
            at[i] = _slots[_waiting[i].Hash & (_slots.Length - 1)].At;
        }

        for (int i = 0; i < _waitingCount; i++)
        {
            fetched += _keys[at[i]] + _keys[Math.Min(at[i] + CacheLine, _keys.Length - 1)];
        }

        _fetched = fetched;
        for (int i = 0; i < _waitingCount; i++)
        {
            (int hash, int start, int length) = _waiting[i];
            Append(Find(_waitingTable!, _waitingKeys.AsSpan(start, length), hash));
        }

        (_waitingCount, _waitingBytes) = (0, 0);
    }

    private void Append(int caller)
    {
        if (_rowCount == _rows.Length)
        {
            Array.Resize(ref _rows, _rows.Length * 2);
        }

        _rows[_rowCount++] = caller;
    }

    private int Find(AttendanceTable table, ReadOnlySpan<byte> key, int hash)
    {
        Slot[] slots = _slots;
        int at = hash & (slots.Length - 1);
        for (Slot slot = slots[at]; slot.Caller != 0; slot = slots[at])
        {
            if (slot.Hash == hash && _keys.AsSpan(slot.At).StartsWith(key))
            {
                return slot.Caller - 1;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        if (_keys.Length - _used < key.Length)
        {
            Array.Resize(ref _keys, (int)Math.Min(Array.MaxLength, Math.Max(_keys.Length * 2L, (long)_used + key.Length)));
        }

        key.CopyTo(_keys.AsSpan(_used));
        _callers.Add(AttendanceCaller.Of(table, CallerCells.OfKey(key)));
        slots[at] = new(_callers.Count, hash, _used);
        _used += key.Length;
        if (_callers.Count * 2 > slots.Length)
        {
            Grow();
        }

        return _callers.Count - 1;
    }

    // Of the cells and not of the key: what was just written in pieces is slow to read in others.
    private static int Hash(in CallerCells cells)
    {
        ulong hash = Add(Add(s_seed, cells.Name), cells.Email);
        if (!cells.RegistrantId.IsEmpty || !cells.UserPrincipalName.IsEmpty)
        {
            hash = Add(Add(hash, cells.RegistrantId), cells.UserPrincipalName);
        }

        hash = Fold(hash ^ s_other, s_seed);
        return (int)(hash ^ (hash >> 32));
    }

    // Folded multiplication, sixteen bytes at a time, with secrets of this process: callers that share a slot cannot be made up.
    private static ulong Add(ulong hash, ReadOnlySpan<byte> cell)
    {
        hash ^= (ulong)cell.Length;
        while (cell.Length > 2 * sizeof(ulong))
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(cell), s_other ^ BinaryPrimitives.ReadUInt64LittleEndian(cell[sizeof(ulong)..]));
            cell = cell[(2 * sizeof(ulong))..];
        }

        // The beginning and the end of what is left, which overlap where that is short.
        ulong first = 0, last = 0;
        if (cell.Length >= sizeof(ulong))
        {
            (first, last) = (BinaryPrimitives.ReadUInt64LittleEndian(cell), BinaryPrimitives.ReadUInt64LittleEndian(cell[^sizeof(ulong)..]));
        }
        else if (cell.Length >= sizeof(uint))
        {
            (first, last) = (BinaryPrimitives.ReadUInt32LittleEndian(cell), BinaryPrimitives.ReadUInt32LittleEndian(cell[^sizeof(uint)..]));
        }
        else
        {
            foreach (byte b in cell)
            {
                first = (first << 8) | b;
            }
        }

        return Fold(hash ^ first, s_other ^ last);
    }

    private static ulong Fold(ulong one, ulong other)
    {
        ulong high = Math.BigMul(one, other, out ulong low);
        return high ^ low;
    }

    // Odd, so that no bit of what it is multiplied with is lost.
    private static ulong Secret() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private void Grow()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (Slot slot in _slots)
        {
            if (slot.Caller != 0)
            {
                int at = slot.Hash & (slots.Length - 1);
                while (slots[at].Caller != 0)
                {
                    at = (at + 1) & (slots.Length - 1);
                }

                slots[at] = slot;
            }
        }

        _slots = slots;
    }
}
