namespace Diplomacy.Training.Credentials;

/// <summary>Where a credential's status stands: one bit of a published list (W3C Bitstring Status List 1.0, section 2.1, purpose <c>revocation</c>).</summary>
public sealed record StatusEntry
{
    /// <summary>Names a bit.</summary>
    /// <param name="list">The list's address: https, without a fragment. It names the list; the verifier never fetches it.</param>
    /// <param name="index">The bit, from 0. Draw it at random, so that it does not tell in which order certificates were issued.</param>
    /// <exception cref="ArgumentException">The address is not such, or the index is negative or beyond every list.</exception>
    public StatusEntry(Uri list, int index)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (!IsAddress(list))
        {
            throw new ArgumentException("A status list has an absolute https address of at most 500 characters, without a fragment and without a user.", nameof(list));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, BitstringStatusList.MaximumLength);
        (List, Index) = (list, index);
    }

    /// <summary>The list's address.</summary>
    public Uri List { get; }

    /// <summary>The bit, from 0.</summary>
    public int Index { get; }

    internal static bool IsAddress(Uri list) =>
        list.IsAbsoluteUri && list.Scheme == Uri.UriSchemeHttps && list.Fragment.Length == 0 && list.UserInfo.Length == 0 && list.AbsoluteUri.Length <= 500;

    /// <summary>The address, where it is written as it stands in a credential; null otherwise.</summary>
    internal static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? list) && IsAddress(list) && list.AbsoluteUri == text ? list : null;
}
