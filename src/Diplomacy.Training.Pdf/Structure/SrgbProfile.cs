using System.Text;
using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Structure;

/// <summary>
/// An ICC profile of sRGB (IEC 61966-2-1), made in code: version 2.1, display class, matrix and tone curve, with
/// primaries adapted to D50. It is the output intent that PDF/A asks for (ISO 19005-3, 6.2.3).
/// </summary>
internal static class SrgbProfile
{
    private const int CurvePoints = 512;

    private static readonly Lazy<byte[]> LazyDeflated = new(() => Deflate.Compress(Build()));

    /// <summary>The profile as a stream with the filter FlateDecode holds it.</summary>
    public static ReadOnlySpan<byte> Deflated => LazyDeflated.Value;

    private static byte[] Build()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var offset = 128 + 4 + (tags.Length * 12);
        var directory = new BigEndianBuffer(256);
        var body = new BigEndianBuffer(4096);
        directory.UInt32((uint)tags.Length);
        var curveAt = 0;
        foreach (var (tag, data) in tags)
        {
            // The three channels share one curve.
            var shared = ReferenceEquals(data, curve) && curveAt > 0;
            var at = shared ? curveAt : offset + body.Length;
            curveAt = ReferenceEquals(data, curve) ? at : 0;
            directory.Bytes(Encoding.ASCII.GetBytes(tag));
            directory.UInt32((uint)at);
            directory.UInt32((uint)data.Length);
            if (!shared)
            {
                body.Bytes(data);
                body.Pad(4);
            }
        }

        var profile = new BigEndianBuffer(4096);
        profile.UInt32((uint)(offset + body.Length));
        profile.UInt32(0);
        profile.UInt32(0x02100000);
        profile.Bytes("mntrRGB XYZ "u8);
        foreach (var part in (ReadOnlySpan<int>)[2026, 1, 1, 0, 0, 0])
        {
            profile.UInt16(part);
        }

        profile.Bytes("acsp"u8);
        profile.Bytes(new byte[28]);
        profile.UInt32(0x0000F6D6);
        profile.UInt32(0x00010000);
        profile.UInt32(0x0000D32D);
        profile.Bytes(new byte[48]);
        profile.Bytes(directory.Written);
        profile.Bytes(body.Written);
        return profile.Written.ToArray();
    }

    private static byte[] Xyz(params ReadOnlySpan<double> values)
    {
        var data = new BigEndianBuffer(20);
        data.Bytes("XYZ \0\0\0\0"u8);
        foreach (var value in values)
        {
            data.UInt32((uint)Math.Round(value * 65536, MidpointRounding.AwayFromZero));
        }

        return data.Written.ToArray();
    }

    private static byte[] Curve()
    {
        var data = new BigEndianBuffer(12 + (CurvePoints * 2));
        data.Bytes("curv\0\0\0\0"u8);
        data.UInt32(CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var x = i / (CurvePoints - 1.0);
            var linear = x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4);
            data.UInt16((int)Math.Round(linear * 65535, MidpointRounding.AwayFromZero));
        }

        return data.Written.ToArray();
    }

    private static byte[] Text(string text)
    {
        var data = new BigEndianBuffer(64);
        data.Bytes("text\0\0\0\0"u8);
        data.Bytes(Encoding.ASCII.GetBytes(text + "\0"));
        return data.Written.ToArray();
    }

    private static byte[] Description(string text)
    {
        var data = new BigEndianBuffer(128);
        data.Bytes("desc\0\0\0\0"u8);
        data.UInt32((uint)text.Length + 1);
        data.Bytes(Encoding.ASCII.GetBytes(text + "\0"));
        // No Unicode and no Macintosh text: counts of zero and the latter's fixed 67 bytes.
        data.Bytes(new byte[4 + 4 + 2 + 1 + 67]);
        return data.Written.ToArray();
    }
}
