namespace Diplomacy.Training;

/// <summary>Texts of weekends that are taken by default.</summary>
internal static class WeekendTexts
{
    internal static readonly CatalogText Named = new(
        "weekend.named",
        "{country}: the weekend is {days} by {source}.",
        "{country}៖ ថ្ងៃសម្រាកប្រចាំសប្តាហ៍គឺ {days} តាម {source}។");

    internal static readonly CatalogText Default = new(
        "weekend.default",
        "{country}: {source} does not name the country; its default for the world is {days}.",
        "{country}៖ {source} មិនបានបញ្ជាក់អំពីប្រទេសនេះទេ ហើយថ្ងៃសម្រាកទូទៅរបស់ពិភពលោកគឺ {days}។");

    internal static readonly CatalogText OtherDays = new(
        "weekend.doubt.other-days",
        "Other sources name {days}: ask the institution.",
        "ប្រភពផ្សេងទៀតបញ្ជាក់ថា {days}៖ សូមសួរស្ថាប័ននោះ។");

    internal static readonly CatalogText ByRegion = new(
        "weekend.doubt.by-region",
        "It differs by state or province: ask the institution.",
        "ថ្ងៃសម្រាកខុសគ្នាតាមរដ្ឋ ឬតាមខេត្ត៖ សូមសួរស្ថាប័ននោះ។");

    internal static readonly CatalogText HalfDay = new(
        "weekend.doubt.half-day",
        "Many offices work half of {days}: ask the institution.",
        "ការិយាល័យជាច្រើនធ្វើការតែពាក់កណ្តាល {days}៖ សូមសួរស្ថាប័ននោះ។");

    internal static CatalogText[] All => [Named, Default, OtherDays, ByRegion, HalfDay];
}
