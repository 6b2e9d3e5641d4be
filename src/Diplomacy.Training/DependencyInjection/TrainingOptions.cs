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
