namespace Samples.Tests;

/// <summary>A file that lasts as long as a test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    internal TemporaryFile(string text)
    {
        Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("samples-tests-").FullName, "input");
        File.WriteAllText(Path, text);
    }

    internal string Path { get; }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
