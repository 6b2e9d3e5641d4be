namespace Diplomacy.Training.Pdf;

/// <summary>
/// The country's name and motto at the head of a state document. Only bodies of the state may print it: a private
/// issuer leaves it out. No other text of the page is set larger.
/// </summary>
/// <param name="Country">The country's name.</param>
/// <param name="Words">The motto below it.</param>
public sealed record NationalMotto(BilingualLine Country, BilingualLine Words)
{
    /// <summary>Kingdom of Cambodia: Nation, Religion, King.</summary>
    public static NationalMotto Cambodia { get; } = new(
        new BilingualLine("ព្រះរាជាណាចក្រកម្ពុជា", "KINGDOM OF CAMBODIA"),
        new BilingualLine("ជាតិ សាសនា ព្រះមហាក្សត្រ", "NATION RELIGION KING"));
}
