using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Diplomacy.Training.Pdf.Tests;

/// <summary>
/// Programs of other people that read what we write. Where one is missing the test is skipped and says how to get it;
/// under CI=true a missing program is a failure, so that nothing is skipped unseen.
/// </summary>
internal static class ExternalTool
{
    public static readonly (string Name, string Package) PdfToText = ("pdftotext", "poppler-utils");
    public static readonly (string Name, string Package) PdfToPpm = ("pdftoppm", "poppler-utils");
    public static readonly (string Name, string Package) PdfFonts = ("pdffonts", "poppler-utils");
    public static readonly (string Name, string Package) PdfInfo = ("pdfinfo", "poppler-utils");
    public static readonly (string Name, string Package) Qpdf = ("qpdf", "qpdf");
    public static readonly (string Name, string Package) MuTool = ("mutool", "mupdf-tools");
    public static readonly (string Name, string Package) HbShape = ("hb-shape", "libharfbuzz-bin");
    public static readonly (string Name, string Package) ZBar = ("zbarimg", "zbar-tools");

    public static string Run((string Name, string Package) tool, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool.Name)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The tools print numbers and choose encodings by locale.
        start.Environment["LC_ALL"] = "C.UTF-8";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{tool.Name} is missing: apt-get install {tool.Package}");
            throw;
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0, "{0} should accept the file; it said: {1}", tool.Name, errors.GetAwaiter().GetResult());
            return output;
        }
    }
}

/// <summary>A file that is there while a test runs.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(byte[] content, string extension)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + extension);
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
