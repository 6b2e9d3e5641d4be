namespace Diplomacy.Training;

/// <summary>How a time lies to working time, in words.</summary>
internal static class WorkingBandTexts
{
    internal static readonly CatalogText InHours = new("institution.band.in-hours", "in working hours", "ក្នុងម៉ោងធ្វើការ");

    internal static readonly CatalogText WithinAnHour = new("institution.band.within-an-hour", "up to an hour outside working hours", "ក្រៅម៉ោងធ្វើការមិនលើសមួយម៉ោង");

    internal static readonly CatalogText WithinTwoHours = new("institution.band.within-two-hours", "up to two hours outside working hours", "ក្រៅម៉ោងធ្វើការមិនលើសពីរម៉ោង");

    internal static readonly CatalogText Early = new("institution.band.early", "early in the morning", "ពេលព្រឹកព្រលឹម");

    internal static readonly CatalogText Evening = new("institution.band.evening", "in the evening", "ពេលល្ងាច");

    internal static readonly CatalogText RestDay = new("institution.band.rest-day", "on a rest day or holiday", "ថ្ងៃសម្រាក ឬថ្ងៃបុណ្យ");

    internal static readonly CatalogText Night = new("institution.band.night", "at night", "ពេលយប់");

    internal static TrainingText In(WorkingBand band) => (band switch
    {
        WorkingBand.InHours => InHours,
        WorkingBand.WithinAnHour => WithinAnHour,
        WorkingBand.WithinTwoHours => WithinTwoHours,
        WorkingBand.Early => Early,
        WorkingBand.Evening => Evening,
        WorkingBand.RestDay => RestDay,
        _ => Night,
    }).With();

    internal static CatalogText[] All => [InHours, WithinAnHour, WithinTwoHours, Early, Evening, RestDay, Night];
}
