using System.Security.Cryptography;

namespace Diplomacy.Training.Imports;

/// <summary>
/// SHA-256 of a file, worked out on another thread while the file is read. Whoever needs it before it is done works on it too: where all processors are busy, that thread may hardly have begun.
/// </summary>
internal sealed class SourceDigest
{
    // Half a millisecond of work, which one thread may have to wait for the other; a smaller file is not worth another thread.
    private const int BlockBytes = 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _bytes;
    private int _done;
    private string? _digest;

    private SourceDigest(byte[] bytes) => _bytes = bytes;

    internal static SourceDigest Begin(byte[] bytes)
    {
        var digest = new SourceDigest(bytes);
        if (bytes.Length > BlockBytes)
        {
            _ = Task.Run(digest.Finish, CancellationToken.None);
        }

        return digest;
    }

    /// <summary>The digest in lower-case hexadecimal, when all of it is done.</summary>
    internal string Finish()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_digest is not null)
                {
                    return _digest;
                }

                int length = Math.Min(BlockBytes, _bytes.Length - _done);
                _hash.AppendData(_bytes, _done, length);
                _done += length;
                if (_done == _bytes.Length)
                {
                    _digest = Convert.ToHexStringLower(_hash.GetHashAndReset());
                    _hash.Dispose();
                }
            }
        }
    }
}
