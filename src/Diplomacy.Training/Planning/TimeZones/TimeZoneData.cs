using System.Security.Cryptography;
using NodaTime.TimeZones;

namespace Diplomacy.Training;

/// <summary>
/// Time zone data of a version of their own, read from a file in NodaTime's format (<c>.nzd</c>). The file is checked against the SHA-256 that its source states, and every zone in it is
/// walked through before anybody can ask for one: of files with a single flipped bit, one in seven loads and fails only when a certain zone is touched.
/// </summary>
/// <remarks>Immutable and safe for use from many threads.</remarks>
public sealed class TimeZoneData
{
    /// <summary>The greatest length of a file, in bytes: eight times that of 2026.</summary>
    public const int MaxLength = 1 << 20;

    // A zone has about 150 intervals between these years, those of agendas that anybody plans; one with more than this is damaged.
    private const int MostIntervals = 5000;
    private static readonly Instant s_from = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant s_to = Instant.FromUtc(2100, 1, 1, 0, 0);

    private TimeZoneData(string version, string sha256, IDateTimeZoneProvider zones) => (Version, Sha256, Zones) = (version, sha256, zones);

    /// <summary>The version of the IANA database, such as <c>2026f</c>.</summary>
    public string Version { get; }

    /// <summary>The SHA-256 of the file, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>The time zones. Their <see cref="IDateTimeZoneProvider.VersionId"/> is what agendas name.</summary>
    public IDateTimeZoneProvider Zones { get; }

    /// <summary>Reads time zone data.</summary>
    /// <param name="file">The bytes of an <c>.nzd</c> file.</param>
    /// <param name="sha256">The SHA-256 that the file must have, in hexadecimal digits of either case, from where the file was published and not from the file itself.</param>
    /// <exception cref="TrainingRuleException"><c>zone-data.length-is-bounded</c>, <c>zone-data.digest-matches</c>, <c>zone-data.is-sound</c>.</exception>
    /// <exception cref="ArgumentException">The digest is not 64 hexadecimal digits.</exception>
    public static TimeZoneData Read(ReadOnlySpan<byte> file, string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigit))
        {
            throw new ArgumentException("A SHA-256 has 64 hexadecimal digits.", nameof(sha256));
        }

        if (file.Length is 0 or > MaxLength)
        {
            throw TooLong(file.Length);
        }

        string digest = Convert.ToHexStringLower(SHA256.HashData(file));
        return string.Equals(digest, sha256, StringComparison.OrdinalIgnoreCase)
            ? Read(file.ToArray(), digest)
            : throw new TrainingRuleException(TimeZoneDataRules.DigestMatches.Broken(("expected", sha256.ToLowerInvariant()), ("digest", digest), ("length", file.Length)));
    }

    /// <summary>Reads time zone data from a stream, to its end and never further than <see cref="MaxLength"/>.</summary>
    /// <param name="file">The bytes of an <c>.nzd</c> file; left open.</param>
    /// <param name="sha256">The SHA-256 that the file must have, in hexadecimal digits of either case.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TrainingRuleException"><c>zone-data.length-is-bounded</c>, <c>zone-data.digest-matches</c>, <c>zone-data.is-sound</c>.</exception>
    /// <exception cref="ArgumentException">The digest is not 64 hexadecimal digits.</exception>
    public static async ValueTask<TimeZoneData> ReadAsync(Stream file, string sha256, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bytes = new MemoryStream();
        byte[] part = new byte[1 << 16];
        while (await file.ReadAsync(part, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            bytes.Write(part, 0, read);
            if (bytes.Length > MaxLength)
            {
                throw TooLong(bytes.Length);
            }
        }

        return Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), sha256);
    }

    private static TimeZoneData Read(byte[] file, string digest)
    {
        string at = "header";
        try
        {
            TzdbDateTimeZoneSource source = TzdbDateTimeZoneSource.FromStream(new MemoryStream(file, writable: false));
            if (TzdbVersion.Find(source.TzdbVersion) is not { } version)
            {
                throw new InvalidDataException("The version is not one of the IANA database.");
            }

            at = "maps";
            source.Validate();
            var zones = new DateTimeZoneCache(source);
            var walked = new HashSet<string>(StringComparer.Ordinal);
            foreach (string id in zones.Ids)
            {
                at = id;
                DateTimeZone zone = zones[id];
                if (walked.Add(source.CanonicalIdMap[id]))
                {
                    Walk(zone);
                }
            }

            return new(version.ToString(), digest, zones);
        }
#pragma warning disable CA1031 // Whatever a damaged file makes of the reader, it is one thing to the caller: a file that cannot be used.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            throw new TrainingRuleException(TimeZoneDataRules.IsSound.Broken(("at", Printable(at)), ("digest", digest), ("fault", fault.GetType().Name)));
        }
    }

    /// <summary>Touches all that a zone can be asked for.</summary>
    private static void Walk(DateTimeZone zone)
    {
        Instant? end = null;
        int count = 0;
        foreach (ZoneInterval interval in zone.GetZoneIntervals(s_from, s_to))
        {
            if (++count > MostIntervals || (end is { } before && (!interval.HasStart || interval.Start != before)))
            {
                throw new InvalidDataException("Its intervals do not follow one another.");
            }

            end = interval.HasEnd ? interval.End : null;
            if (interval.HasEnd && interval.End < s_to)
            {
                zone.MapLocal(interval.IsoLocalEnd);
            }
        }
    }

    private static string Printable(string id) => new([.. id.Take(60).Select(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+' ? c : '?')]);

    private static TrainingRuleException TooLong(long length) =>
        new(TimeZoneDataRules.LengthIsBounded.Broken(("length", length), ("most", MaxLength)));
}
