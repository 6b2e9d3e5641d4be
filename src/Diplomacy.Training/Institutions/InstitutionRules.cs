namespace Diplomacy.Training;

/// <summary>Rules of institutions.</summary>
internal static class InstitutionRules
{
    internal static readonly CatalogText ZoneIsKnown = new(
        "institution.zone-is-known",
        "{institution}: the time zone '{zone}' is not in the time zone data {version}. Use an IANA id such as Asia/Phnom_Penh; ids are case-sensitive.",
        "{institution}៖ តំបន់ម៉ោង '{zone}' មិនមានក្នុងទិន្នន័យតំបន់ម៉ោង {version} ទេ។ សូមប្រើលេខសម្គាល់ IANA ដូចជា Asia/Phnom_Penh។");

    internal static readonly CatalogText CodeIsNew = new(
        "institution.code-is-new",
        "An institution with the code {institution} stands in the directory already, with other particulars. Change it instead of adding it again.",
        "ស្ថាប័នដែលមានលេខកូដ {institution} មានរួចហើយក្នុងបញ្ជី ដោយមានព័ត៌មានខុសគ្នា។ សូមកែប្រែស្ថាប័ននោះ ជំនួសឱ្យការបន្ថែមថ្មី។");

    internal static readonly CatalogText IsKnown = new(
        "institution.is-known",
        "No institution has the code {institution}. Add it to the directory first.",
        "គ្មានស្ថាប័នណាមានលេខកូដ {institution} ទេ។ សូមបញ្ចូលវាទៅក្នុងបញ្ជីជាមុនសិន។");

    internal static CatalogText[] All => [ZoneIsKnown, CodeIsNew, IsKnown];
}
