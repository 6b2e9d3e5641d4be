namespace Diplomacy.Training.Imports;

/// <summary>Opens a file for a reader and names it without its folder, which may say who works there.</summary>
internal static class SourceFile
{
    internal static async Task<T> ReadAsync<T>(string path, Func<Stream, string, Task<T>> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            return await read(stream, Path.GetFileName(path)).ConfigureAwait(false);
        }
    }
}
