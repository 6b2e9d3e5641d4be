namespace Diplomacy.Training;

/// <summary>Settings of the library. <c>new()</c> is valid.</summary>
public sealed class TrainingOptions
{
    /// <summary>The words for people.</summary>
    /// <value><see cref="TrainingTexts.Default"/></value>
    public TrainingTexts Texts { get; set; } = TrainingTexts.Default;

    /// <summary>The institutions that issue certificates, by code. An institution that does not stand here issues all the same, without a printed address.</summary>
    /// <value>Empty.</value>
    public IDictionary<InstitutionCode, IssuerOptions> Issuers { get; } = new Dictionary<InstitutionCode, IssuerOptions>();

    /// <summary>How far a time at the door may lie ahead of the present before it is refused; see <see cref="DoorCircumstances.ClockTolerance"/>.</summary>
    /// <value>2 minutes. From zero to an hour.</value>
    public Duration DoorClockTolerance { get; set; } = Duration.FromMinutes(2);

    /// <summary>How far the clock of a device may be off for its list to be corrected and merged; see <see cref="DeviceScans.ClockAhead"/>.</summary>
    /// <value>24 hours. From zero to 30 days.</value>
    public Duration LargestDeviceSkew { get; set; } = Duration.FromHours(24);

    /// <summary>The keys of tickets: the one that signs, then earlier ones whose tickets stay valid.</summary>
    /// <value>Empty: there are no tickets.</value>
    public IList<TicketKey> TicketKeys { get; } = [];

    /// <summary>Every fault of these settings, in words for a developer; empty when they are valid.</summary>
    public IReadOnlyList<string> Validate()
    {
        var faults = new List<string>();
        if (Texts is null)
        {
            faults.Add("Texts is null; use TrainingTexts.Default.");
        }

        foreach (var (code, issuer) in Issuers)
        {
            faults.AddRange(issuer is null ? [$"The issuer {code} is null."] : issuer.Code == code ? issuer.Faults() : [$"The issuer {issuer.Code} stands under the code {code}."]);
        }

        if (DoorClockTolerance < Duration.Zero || DoorClockTolerance > Duration.FromHours(1))
        {
            faults.Add("DoorClockTolerance must be from zero to one hour.");
        }

        if (LargestDeviceSkew < Duration.Zero || LargestDeviceSkew > Duration.FromDays(30))
        {
            faults.Add("LargestDeviceSkew must be from zero to 30 days.");
        }

        if (TicketKeys.Contains(null!) || TicketKeys.DistinctBy(key => key?.Id).Count() != TicketKeys.Count)
        {
            faults.Add("TicketKeys must hold no null and no two keys of the same id.");
        }

        return faults;
    }

    internal void ThrowIfInvalid()
    {
        IReadOnlyList<string> faults = Validate();
        if (faults.Count > 0)
        {
            throw new ArgumentException("The training options have faults: " + string.Join(" ", faults));
        }
    }
}
