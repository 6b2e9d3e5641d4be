using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>Limits and hooks of every reader.</summary>
/// <remarks>Immutable; <c>new()</c> is valid.</remarks>
public sealed record ImportOptions
{
    /// <summary>The largest file that is read, in bytes. A larger one is refused before it is held in memory.</summary>
    /// <value>64 MiB</value>
    public int MaximumBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many bytes all parts of a workbook together may unpack to. Guards against archives that unpack to more than they look.</summary>
    /// <value>128 MiB</value>
    public int MaximumUnpackedBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>How many errors of one file are listed; a last one then says that there are more. Guards against hostile files.</summary>
    /// <value>10,000</value>
    public int MaximumErrors { get; init; } = 10_000;

    /// <summary>
    /// Headers of the caller's own, each with the column that it means to the reader, such as <c>["Staff number"] = "external_id"</c>. They are matched like
    /// the reader's own headers and go before them. For reports of a call the names are those of all layouts together, such as <c>Join Time</c>.
    /// </summary>
    /// <value>None.</value>
    /// <exception cref="ArgumentException">Thrown by a reader that has no such column, or where two headers that match alike mean different columns.</exception>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The time zones.</summary>
    /// <value>The tzdb that comes with NodaTime.</value>
    public IDateTimeZoneProvider Zones { get; init; } = DateTimeZoneProviders.Tzdb;

    /// <summary>Called for what is odd but no reason to refuse a file, such as a reported duration that the times do not bear out.</summary>
    /// <value>Nothing is called.</value>
    public Action<ImportError>? OnWarning { get; init; }

    internal static ImportOptions OrDefault(ImportOptions? options)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaximumBytes, nameof(MaximumBytes));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaximumErrors, nameof(MaximumErrors));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaximumUnpackedBytes, nameof(MaximumUnpackedBytes));
        ArgumentNullException.ThrowIfNull(options.Headers, nameof(Headers));
        ArgumentNullException.ThrowIfNull(options.Zones, nameof(Zones));
        return options;
    }
}
