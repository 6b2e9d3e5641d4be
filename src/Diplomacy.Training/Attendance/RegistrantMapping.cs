namespace Diplomacy.Training;

/// <summary>Which registration an id of the call's platform belongs to, such as Zoom's registrant id. One registration may have several.</summary>
/// <remarks>Immutable. The id is personal data: it is never stored, only a salted digest of it.</remarks>
public sealed record RegistrantMapping
{
    /// <summary>Maps an id, or takes a mapping back.</summary>
    /// <param name="registrantId">The platform's id, exactly; white space around it does not count.</param>
    /// <param name="registration">Whose it is; null to take the mapping back.</param>
    /// <exception cref="ArgumentException">The id is empty or has more than 300 characters.</exception>
    public RegistrantMapping(string registrantId, RegistrationId? registration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(registrantId);
        RegistrantId = CallerMatching.Legible(registrantId, int.MaxValue);
        if (RegistrantId.Length is 0 or > CallerMatching.LongestName)
        {
            throw new ArgumentException($"A registrant's id has 1 to {CallerMatching.LongestName} characters.", nameof(registrantId));
        }

        Registration = registration;
    }

    /// <summary>The platform's id.</summary>
    public string RegistrantId { get; }

    /// <summary>Whose it is; null to take the mapping back.</summary>
    public RegistrationId? Registration { get; }

    /// <summary>Only that a mapping is here.</summary>
    public override string ToString() => "(a registrant)";
}
