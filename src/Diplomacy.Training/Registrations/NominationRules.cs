namespace Diplomacy.Training;

/// <summary>Rules of nominations and delegations.</summary>
internal static class NominationRules
{
    internal static readonly CatalogText CandidateIsAdmitted = new(
        "nomination.candidate-is-admitted",
        "Candidate {candidate}: {rule}",
        "បេក្ខជនលេខរៀង {candidate}៖ {rule}");

    internal static readonly CatalogText CandidateStandsOnce = new(
        "nomination.candidate-stands-once",
        "{person} stands in the nomination already, as candidate {first}.",
        "{person} មានឈ្មោះក្នុងសំណើតែងតាំងនេះរួចហើយ ជាបេក្ខជនលេខរៀង {first}។");

    internal static readonly CatalogText NamesPrincipal = new(
        "nomination.names-a-principal",
        "{institution} names alternates only; a nomination has at least one candidate who is to take part.",
        "{institution} បានដាក់តែឈ្មោះបេក្ខជនបម្រុងប៉ុណ្ណោះ។ សំណើតែងតាំងត្រូវមានបេក្ខជនយ៉ាងតិចម្នាក់ដែលនឹងចូលរួម។");

    internal static readonly CatalogText IsKnown = new(
        "nomination.is-known",
        "{workshop} has no nomination {nomination}.",
        "{workshop} គ្មានសំណើតែងតាំង {nomination} ទេ។");

    internal static readonly CatalogText AlternateIsLeft = new(
        "nomination.alternate-is-left",
        "No alternate is left to replace {registration}: it comes from no nomination that stands, or every alternate has had a turn or is registered. Name the person who replaces.",
        "គ្មានបេក្ខជនបម្រុងនៅសល់សម្រាប់ជំនួស {registration} ទេ៖ ការចុះឈ្មោះនេះមិនមានសំណើតែងតាំងជាធរមាន ឬបេក្ខជនបម្រុងទាំងអស់បានចូលជំនួស ឬបានចុះឈ្មោះរួចហើយ។ សូមបញ្ជាក់ឈ្មោះអ្នកជំនួស។");

    internal static readonly CatalogText DelegationIsKnown = new(
        "delegation.is-known",
        "{workshop} has no delegation {delegation}, or it was dissolved.",
        "{workshop} គ្មានគណៈប្រតិភូ {delegation} ទេ ឬគណៈប្រតិភូនេះត្រូវបានរំលាយ។");

    internal static readonly CatalogText HasOneHead = new(
        "delegation.has-one-head",
        "A delegation has at most one head; this one would have {heads}.",
        "គណៈប្រតិភូមានប្រធានតែម្នាក់ប៉ុណ្ណោះ។ គណៈប្រតិភូនេះនឹងមានប្រធាន {heads} នាក់។");

    internal static readonly CatalogText MemberStandsOnce = new(
        "delegation.member-stands-once",
        "{registration} stands in the delegation more than once.",
        "{registration} មានឈ្មោះក្នុងគណៈប្រតិភូលើសពីម្តង។");

    internal static readonly CatalogText MemberIsInOne = new(
        "delegation.member-is-in-one",
        "{registration} belongs to the delegation {delegation} already.",
        "{registration} ស្ថិតក្នុងគណៈប្រតិភូ {delegation} រួចហើយ។");

    internal static readonly CatalogText MemberIsOfItsInstitutions = new(
        "delegation.member-is-of-its-institutions",
        "{registration} was sent by {institution}, which is none of the delegation's institutions: {institutions}.",
        "{registration} ត្រូវបានចាត់តាំងដោយ {institution} ដែលមិនមែនជាស្ថាប័នរបស់គណៈប្រតិភូនេះទេ៖ {institutions}។");

    internal static CatalogText[] All =>
    [
        CandidateIsAdmitted, CandidateStandsOnce, NamesPrincipal, IsKnown, AlternateIsLeft,
        DelegationIsKnown, HasOneHead, MemberStandsOnce, MemberIsInOne, MemberIsOfItsInstitutions,
    ];
}
