namespace Diplomacy.Training;

/// <summary>Rules of people.</summary>
internal static class PersonRules
{
    internal static readonly CatalogText IsKnown = new(
        "person.is-known",
        "No person has the id {person}, or the person's data was erased.",
        "គ្មានបុគ្គលណាមានលេខសម្គាល់ {person} ទេ ឬទិន្នន័យរបស់បុគ្គលនោះត្រូវបានលុបរួចហើយ។");

    internal static readonly CatalogText ExternalIdIsNew = new(
        "person.external-id-is-new",
        "The external id of entry {entry} belongs to {person}, whose particulars differ. Correct that person instead of adding another.",
        "លេខសម្គាល់ខាងក្រៅនៃធាតុ {entry} ជារបស់ {person} ដែលមានព័ត៌មានខុសគ្នា។ សូមកែតម្រូវបុគ្គលនោះ ជំនួសឱ្យការបន្ថែមថ្មី។");

    internal static readonly CatalogText IsAnother = new(
        "person.is-another",
        "{person} cannot be recognised as {other}: both are the same already, or {person} was recognised as somebody else.",
        "មិនអាចកំណត់ថា {person} ជា {other} បានទេ៖ ទាំងពីរជាបុគ្គលតែមួយរួចហើយ ឬ {person} ត្រូវបានកំណត់ថាជាបុគ្គលផ្សេង។");

    internal static CatalogText[] All => [IsKnown, ExternalIdIsNew, IsAnother];
}
