namespace Diplomacy.Training;

/// <summary>Rules of loading time zone data.</summary>
internal static class TimeZoneDataRules
{
    internal static readonly CatalogText LengthIsBounded = new(
        "zone-data.length-is-bounded",
        "The time zone data have {length} bytes or more; a file in NodaTime's .nzd format has 1 to {most}. Give the file itself, not an archive that holds it.",
        "ទិន្នន័យតំបន់ម៉ោងមាន {length} បៃ ឬច្រើនជាងនេះ។ ឯកសារ .nzd មានពី 1 ដល់ {most} បៃ។ សូមផ្តល់ឯកសារនោះផ្ទាល់ មិនមែនឯកសារបង្រួមដែលមានវានៅខាងក្នុងទេ។");

    internal static readonly CatalogText DigestMatches = new(
        "zone-data.digest-matches",
        "The time zone data ({length} bytes) have the SHA-256 {digest}, not {expected}. Download the file again, and take the digest from where it was published.",
        "ទិន្នន័យតំបន់ម៉ោង ({length} បៃ) មាន SHA-256 {digest} មិនមែន {expected} ទេ។ សូមទាញយកឯកសារម្តងទៀត ហើយយកតម្លៃ SHA-256 ពីកន្លែងដែលបានផ្សព្វផ្សាយ។");

    internal static readonly CatalogText IsSound = new(
        "zone-data.is-sound",
        "The time zone data with the SHA-256 {digest} are damaged or not in NodaTime's .nzd format: {fault} at {at}. Take the file of another NodaTime version; the data in force stay.",
        "ទិន្នន័យតំបន់ម៉ោងដែលមាន SHA-256 {digest} ខូច ឬមិនមែនជាទម្រង់ .nzd របស់ NodaTime ទេ៖ {fault} នៅ {at}។ សូមប្រើឯកសារពីកំណែ NodaTime ផ្សេង។ ទិន្នន័យដែលកំពុងប្រើនៅដដែល។");

    internal static readonly CatalogText IsNotOlder = new(
        "zone-data.is-not-older",
        "The time zone data {version} are older than those in force, {current}. Older data would take laws back that are known; load {current} or later.",
        "ទិន្នន័យតំបន់ម៉ោង {version} ចាស់ជាងទិន្នន័យដែលកំពុងប្រើ {current}។ សូមប្រើ {current} ឬថ្មីជាងនេះ។");

    internal static CatalogText[] All => [LengthIsBounded, DigestMatches, IsSound, IsNotOlder];
}
