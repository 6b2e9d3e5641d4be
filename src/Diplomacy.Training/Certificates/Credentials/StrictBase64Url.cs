using System.Buffers;
using System.Buffers.Text;

namespace Diplomacy.Training.Credentials;

/// <summary>Base64url as RFC 7515 section 2 has it: no padding, no white space, and only the one spelling of each value, so that no bit of a token can change unnoticed.</summary>
internal static class StrictBase64Url
{
    internal static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The bytes; null when the text is not exactly what <see cref="Encode"/> writes for them.</summary>
    internal static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 4 == 1)
        {
            return null;
        }

        byte[] bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, bytes, out int read, out int written) != OperationStatus.Done || read != text.Length)
        {
            return null;
        }

        Array.Resize(ref bytes, written);
        char[] again = ArrayPool<char>.Shared.Rent(Base64Url.GetEncodedLength(written));
        int length = Base64Url.EncodeToChars(bytes, again);
        bool same = text.SequenceEqual(again.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(again);
        return same ? bytes : null;
    }
}
