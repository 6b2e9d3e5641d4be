using System.Diagnostics;
using System.Text;

namespace Diplomacy.Training.Tests.Certificates;

/// <summary>The judge of our QR codes: zbarimg, a reader that shares nothing with the encoder.</summary>
internal static class Zbar
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads one picture per matrix, all in one call; the texts are free of line feeds. Null where nothing was read.</summary>
    public static async Task<string?[]> ReadAsync(IReadOnlyList<bool[,]> matrices, int pixelsPerModule)
    {
        SkipIfMissing();
        var directory = Directory.CreateTempSubdirectory("qr-");
        try
        {
            // Its XML output garbles everything beyond ASCII, and its plain output does not say which picture a line is from:
            // so a marker follows every picture.
            var start = new ProcessStartInfo("zbarimg")
            {
                WorkingDirectory = directory.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = StrictUtf8,
                ArgumentList = { "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable" },
            };
            for (int i = 0; i < matrices.Count; i++)
            {
                await AddAsync(FormattableString.Invariant($"{i}.pgm"), matrices[i]);
                await AddAsync(FormattableString.Invariant($"{i}-marker.pgm"), Modules(QrCode.Encode(Marker(i), QrErrorCorrection.Low)));
            }

            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            // It complains about a missing D-Bus on standard error and exits with 4 when a picture holds no code.
            process.ExitCode.Should().BeOneOf([0, 4], await errors);
            return Results(output, matrices.Count);

            Task AddAsync(string name, bool[,] modules)
            {
                start.ArgumentList.Add(name);
                return File.WriteAllBytesAsync(Path.Combine(directory.FullName, name), Picture(modules, pixelsPerModule));
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    public static bool[,] Modules(QrCode code)
    {
        var dark = new bool[code.Size, code.Size];
        for (int row = 0; row < code.Size; row++)
        {
            for (int column = 0; column < code.Size; column++)
            {
                dark[row, column] = code[column, row];
            }
        }

        return dark;
    }

    private static string Marker(int index) => FormattableString.Invariant($"END OF PICTURE {index}");

    private static string?[] Results(string output, int count)
    {
        var results = new string?[count];
        int line = 0;
        string[] lines = output.Split('\n');
        for (int i = 0; i < count; i++)
        {
            if (lines[line] != Marker(i))
            {
                results[i] = lines[line++];
            }

            lines[line++].Should().Be(Marker(i), "picture {0} shows at most one code and its marker is read", i);
        }

        return results;
    }

    // Portable grey map, P5: dark on light, with the quiet zone.
    private static byte[] Picture(bool[,] dark, int pixelsPerModule)
    {
        int modules = dark.GetLength(0), side = (modules + (2 * QrCode.QuietZone)) * pixelsPerModule;
        byte[] header = Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{side} {side}\n255\n"));
        var picture = new byte[header.Length + (side * side)];
        header.CopyTo(picture, 0);
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                int row = (y / pixelsPerModule) - QrCode.QuietZone, column = (x / pixelsPerModule) - QrCode.QuietZone;
                bool isDark = row >= 0 && row < modules && column >= 0 && column < modules && dark[row, column];
                picture[header.Length + (y * side) + x] = isDark ? (byte)0 : (byte)255;
            }
        }

        return picture;
    }

    private static void SkipIfMissing()
    {
        bool installed = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "zbarimg")) || File.Exists(Path.Combine(folder, "zbarimg.exe")));
        if (!installed && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("zbarimg is missing: apt-get install zbar-tools");
        }

        Assert.SkipUnless(installed, "zbarimg is missing: apt-get install zbar-tools");
    }
}
