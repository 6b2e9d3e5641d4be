namespace Diplomacy.Training.Imports;

/// <summary>Limits and hooks of every reader.</summary>
/// <remarks>Immutable; <c>new()</c> is valid.</remarks>
public sealed record ImportOptions
{
    /// <summary>The largest file that is read, in bytes. A larger one is refused before it is held in memory.</summary>
    /// <value>64 MiB</value>
    public int MaximumBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many errors of one file are listed; a last one then says that there are more. Guards against hostile files.</summary>
    /// <value>10,000</value>
    public int MaximumErrors { get; init; } = 10_000;

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
        ArgumentNullException.ThrowIfNull(options.Zones, nameof(Zones));
        return options;
    }
}
