using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What one device at the door recorded, perhaps without a connection, to be merged later.</summary>
/// <remarks>Immutable.</remarks>
public sealed class DeviceScans
{
    /// <summary>Takes a device's list.</summary>
    /// <param name="device">Names the device: 1 to 64 letters, digits, hyphens and underscores. Stands in the journal, so never a person's name.</param>
    /// <param name="scans">The scans with the times of the device's own clock, in any order, repeated or not.</param>
    /// <exception cref="ArgumentException">The device's name is not usable, or one of the scans is null.</exception>
    public DeviceScans(string device, IEnumerable<CheckInEntry> scans)
    {
        ArgumentNullException.ThrowIfNull(scans);
        if (!CheckInEntry.IsCode(device))
        {
            throw new ArgumentException("A device's name is 1 to 64 letters, digits, hyphens and underscores.", nameof(device));
        }

        (Device, Scans) = (device, [.. scans]);
        if (Scans.Contains(null!))
        {
            throw new ArgumentException("One of the scans is null.", nameof(scans));
        }
    }

    /// <summary>The device's name.</summary>
    public string Device { get; }

    /// <summary>The scans as the device told them.</summary>
    public ImmutableArray<CheckInEntry> Scans { get; }

    /// <summary>How far the device's clock was ahead of the true time; negative where it was behind. Taken off every time of the list. Compare the device's clock with the server's when it sends the list.</summary>
    /// <value>Zero.</value>
    public Duration ClockAhead { get; init; }
}

/// <summary>What became of the lists of several devices.</summary>
/// <param name="Devices">The lists, in the order given.</param>
/// <param name="SeenOnSeveral">Check-ins of these lists that more than one device has seen, in this merge or in an earlier one; each counts once. Ordered by session and registration.</param>
public sealed record ScanMerge(ImmutableArray<DeviceMerge> Devices, ImmutableArray<SeenOnSeveralDevices> SeenOnSeveral);

/// <summary>What became of one device's list.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="ClockAhead">What was taken off its times.</param>
/// <param name="Outcomes">An outcome for each scan, in the order given; times are the corrected ones.</param>
public sealed record DeviceMerge(string Device, Duration ClockAhead, ImmutableArray<CheckInOutcome> Outcomes);

/// <summary>A check-in that more than one device has seen: somebody went through two doors, or a ticket was copied.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Session">The session's code.</param>
/// <param name="Sightings">The first sighting by each device, the earliest first.</param>
public sealed record SeenOnSeveralDevices(RegistrationId Registration, string Session, ImmutableArray<DeviceSighting> Sightings);

/// <summary>When a device saw someone.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="At">When, by its corrected clock.</param>
public readonly record struct DeviceSighting(string Device, Instant At);
