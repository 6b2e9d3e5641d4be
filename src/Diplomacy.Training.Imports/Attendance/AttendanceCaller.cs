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

    /// <summary>What the cells of a row say of whoever it names.</summary>
    internal static AttendanceCaller Of(AttendanceTable table, in CallerCells cells)
    {
        (ImportColumn Column, string Raw)? odd = null;
        string shown = Clean(cells.Name, table.DisplayName, ref odd);
        return new(
            shown,
            OrNull(Clean(cells.Email, table.Email, ref odd)), OrNull(Clean(cells.RegistrantId, table.RegistrantId, ref odd)), OrNull(Clean(cells.UserPrincipalName, table.UserPrincipalName, ref odd)),
            odd?.Column, odd?.Raw);
    }

    private static string? OrNull(string text) => text is "" or "--" or "-" ? null : text;

    // Printable ASCII, some of it neither space nor question mark: nothing to clean, and no sign of damage.
    private static bool IsPlain(ReadOnlySpan<byte> utf8) =>
        !utf8.ContainsAnyExceptInRange((byte)' ', (byte)'~') && utf8.ContainsAnyExcept((byte)' ', (byte)'?') && utf8.IndexOf("??"u8) < 0;

    // People choose their display names: one that is odd must not keep the whole report out.
    private static string Clean(ReadOnlySpan<byte> utf8, ImportColumn? column, ref (ImportColumn Column, string Raw)? odd)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (IsPlain(utf8))
        {
            return Encoding.ASCII.GetString(utf8.Trim((byte)' '));
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
}
