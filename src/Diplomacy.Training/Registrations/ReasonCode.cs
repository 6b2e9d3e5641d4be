namespace Diplomacy.Training;

/// <summary>A host's own code for a reason. It stands in the journal, so it has no room for sentences about people.</summary>
internal static class ReasonCode
{
    internal static string? CheckedOrNull(string? code, string parameter) => code is null ? null : Checked(code, parameter);

    internal static string Checked(string code, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code, parameter);
        return code.Length <= 100 && !code.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? code
            : throw new ArgumentException("A reason's code is at most 100 characters without spaces or control characters.", parameter);
    }
}
