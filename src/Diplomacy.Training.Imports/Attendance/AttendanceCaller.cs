using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>Whoever a row names: kept once, however many rows name them.</summary>
internal sealed class AttendanceCaller(string name, string? email, string? registrantId, string? userPrincipalName, ImportColumn? odd, string? asWritten)
{
    private bool _severalPrincipalNames;

    internal string Name => name;

    internal string? Email => email;

    internal string? RegistrantId { get; private set; } = registrantId;

    internal string? UserPrincipalName { get; private set; } = userPrincipalName;

    /// <summary>The column whose text was damaged or had to be cleaned, and that text; null where nothing was odd.</summary>
    internal ImportColumn? Odd => odd;

    /// <inheritdoc cref="Odd"/>
    internal string? AsWritten => asWritten;

    /// <summary>Takes over what another table says of the same name and address; where it says two things, neither.</summary>
    internal void Join(AttendanceCaller identity)
    {
        RegistrantId ??= identity.RegistrantId;
        if (UserPrincipalName is not null && identity.UserPrincipalName is not null && UserPrincipalName != identity.UserPrincipalName)
        {
            _severalPrincipalNames = true;
        }

        UserPrincipalName = _severalPrincipalNames ? null : UserPrincipalName ?? identity.UserPrincipalName;
    }
}

/// <summary>
/// The callers of one report, found by the bytes of their cells, so that a text is made once for each and not once for each row. Holds as many bytes as the different callers have.
/// </summary>
internal sealed class CallerPool
{
    private const int Lengths = 4 * sizeof(int);

    private static readonly ulong s_seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private static readonly ulong s_factor = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    // Slot and key lie in two arrays, so that a caller is found with two looks into memory however many there are.
    private Slot[] _slots = new Slot[64];
    private byte[] _keys = new byte[4096];
    private int _used;
    private int _count;

    private record struct Slot(AttendanceCaller? Caller, int Hash, int At);

    /// <summary>The caller of these cells.</summary>
    internal AttendanceCaller Find(
        AttendanceTable table, ReadOnlySpan<byte> name, ReadOnlySpan<byte> email, ReadOnlySpan<byte> registrantId = default, ReadOnlySpan<byte> userPrincipalName = default)
    {
        int length = checked(Lengths + name.Length + email.Length + registrantId.Length + userPrincipalName.Length);
        if (_keys.Length - _used < length)
        {
            Array.Resize(ref _keys, (int)Math.Min(Array.MaxLength, Math.Max(_keys.Length * 2L, (long)_used + length)));
        }

        // Lengths first: no two ways of splitting the same bytes are one caller.
        Span<byte> key = _keys.AsSpan(_used, length);
        BinaryPrimitives.WriteInt32LittleEndian(key, name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(key[4..], email.Length);
        BinaryPrimitives.WriteInt32LittleEndian(key[8..], registrantId.Length);
        BinaryPrimitives.WriteInt32LittleEndian(key[12..], userPrincipalName.Length);
        Span<byte> rest = key[Lengths..];
        name.CopyTo(rest);
        email.CopyTo(rest = rest[name.Length..]);
        registrantId.CopyTo(rest = rest[email.Length..]);
        userPrincipalName.CopyTo(rest[registrantId.Length..]);

        int hash = Hash(key);
        int at = hash & (_slots.Length - 1);
        while (_slots[at].Caller is { } known)
        {
            if (_slots[at].Hash == hash && _keys.AsSpan(_slots[at].At).StartsWith(key))
            {
                return known;
            }

            at = (at + 1) & (_slots.Length - 1);
        }

        AttendanceCaller caller = Make(table, name, email, registrantId, userPrincipalName);
        _slots[at] = new(caller, hash, _used);
        _used += length;
        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }

        return caller;
    }

    // Folded multiplication, eight bytes at a time, with secrets of this process: callers that share a slot cannot be made up.
    private static int Hash(ReadOnlySpan<byte> key)
    {
        ulong hash = s_seed ^ (ulong)key.Length;
        while (key.Length >= sizeof(ulong))
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key));
            key = key[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (byte b in key)
        {
            rest = (rest << 8) | b;
        }

        hash = Fold(Fold(hash ^ rest) ^ s_seed);
        return (int)(hash ^ (hash >> 32));
    }

    private static ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value, s_factor, out ulong low);
        return high ^ low;
    }

    private static AttendanceCaller Make(
        AttendanceTable table, ReadOnlySpan<byte> name, ReadOnlySpan<byte> email, ReadOnlySpan<byte> registrantId, ReadOnlySpan<byte> userPrincipalName)
    {
        (ImportColumn Column, string Raw)? odd = null;
        string shown = Clean(name, table.DisplayName, ref odd);
        return new(
            shown,
            OrNull(Clean(email, table.Email, ref odd)), OrNull(Clean(registrantId, table.RegistrantId, ref odd)), OrNull(Clean(userPrincipalName, table.UserPrincipalName, ref odd)),
            odd?.Column, odd?.Raw);
    }

    private static string? OrNull(string text) => text is "" or "--" or "-" ? null : text;

    // People choose their display names: one that is odd must not keep the whole report out.
    private static string Clean(ReadOnlySpan<byte> utf8, ImportColumn? column, ref (ImportColumn Column, string Raw)? odd)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        string raw = Encoding.UTF8.GetString(utf8);
        string text = WrittenText.Normalize(raw);
        bool damaged = WrittenText.IsDamaged(text);
        if (text.Any(char.IsControl))
        {
            text = string.Concat(text.Where(c => !char.IsControl(c)));
            damaged = true;
        }

        if (damaged && column is not null)
        {
            odd ??= (column, raw);
        }

        return text.Trim();
    }

    private void Grow()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (Slot slot in _slots)
        {
            if (slot.Caller is not null)
            {
                int at = slot.Hash & (slots.Length - 1);
                while (slots[at].Caller is not null)
                {
                    at = (at + 1) & (slots.Length - 1);
                }

                slots[at] = slot;
            }
        }

        _slots = slots;
    }
}
