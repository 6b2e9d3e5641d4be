using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>Reads the keys by which rows refer to people and institutions.</summary>
internal static class Keys
{
    internal static readonly ImportColumn ExternalId = new("external_id", true, "id", "លេខសម្គាល់", "អត្តលេខ");

    /// <summary>An external id: 1 to 100 characters. Where rows are given, one that stood before is an error that names both rows (R18).</summary>
    internal static string? External(ImportTable table, ImportFaults faults, Dictionary<string, int>? rows = null)
    {
        if (table.Required(ExternalId) is not { } id)
        {
            return null;
        }

        if (WrittenText.Unprintable(id) is var (character, position))
        {
            faults.Add(ImportWords.TextIsPrintable, table.Row, ExternalId.Name, id, ("character", character), ("position", position));
            return null;
        }

        if (id.Length > 100)
        {
            faults.Add(ImportWords.ValueIsAnExternalId, table.Row, ExternalId.Name, id);
            return null;
        }

        return rows is null || IsFirst(id, id, rows, table.Row, ExternalId, faults) ? id : null;
    }

    internal static bool IsFirst(string key, string shown, Dictionary<string, int> rows, int row, ImportColumn column, ImportFaults faults)
    {
        if (rows.TryAdd(key, row))
        {
            return true;
        }

        faults.Add(ImportWords.ValueIsUnique, row, column.Name, shown, ("first", rows[key]));
        return false;
    }

    /// <summary>An address as core takes it; null where there is none, and null with an error where it cannot be one.</summary>
    internal static bool TryEmail(ImportTable table, ImportColumn column, ImportFaults faults, PersonName? name, Dictionary<string, int> rows, out string? email)
    {
        email = table.Text(column);
        if (email.Length == 0)
        {
            email = null;
            return true;
        }

        int at = email.LastIndexOf('@');
        if (email.Length > 254 || at <= 0 || at == email.Length - 1 || email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            faults.Add(ImportWords.ValueIsAnEmail, table.Row, column.Name, email);
            return false;
        }

        return IsFirst(email.Normalize(NormalizationForm.FormC).ToLowerInvariant() + "\n" + name?.Printed.ToUpperInvariant(), email, rows, table.Row, column, faults);
    }
}
