namespace Diplomacy.Training;

/// <summary>The days of the week in words.</summary>
internal static class WeekdayTexts
{
    private static readonly CatalogText s_monday = new("weekday.monday", "Monday", "ថ្ងៃចន្ទ");

    private static readonly CatalogText s_tuesday = new("weekday.tuesday", "Tuesday", "ថ្ងៃអង្គារ");

    private static readonly CatalogText s_wednesday = new("weekday.wednesday", "Wednesday", "ថ្ងៃពុធ");

    private static readonly CatalogText s_thursday = new("weekday.thursday", "Thursday", "ថ្ងៃព្រហស្បតិ៍");

    private static readonly CatalogText s_friday = new("weekday.friday", "Friday", "ថ្ងៃសុក្រ");

    private static readonly CatalogText s_saturday = new("weekday.saturday", "Saturday", "ថ្ងៃសៅរ៍");

    private static readonly CatalogText s_sunday = new("weekday.sunday", "Sunday", "ថ្ងៃអាទិត្យ");

    internal static CatalogText[] All => [s_monday, s_tuesday, s_wednesday, s_thursday, s_friday, s_saturday, s_sunday];

    internal static TrainingText Of(IsoDayOfWeek day) => All[(int)day - 1].With();

    /// <summary>Several days, in words for the place of a text.</summary>
    internal static IInWords List(IEnumerable<IsoDayOfWeek> days) => new Several([.. days]);

    private sealed class Several(IsoDayOfWeek[] days) : IInWords
    {
        public string InWords(Language language, TrainingTexts texts) => string.Join(", ", days.Select(day => Of(day).Explain(language, texts)));
    }
}
