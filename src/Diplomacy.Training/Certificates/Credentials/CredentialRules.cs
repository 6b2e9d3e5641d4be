namespace Diplomacy.Training.Credentials;

/// <summary>What is told of a token. The first word is the answer.</summary>
internal static class CredentialRules
{
    internal static readonly CatalogText Valid = new(
        "credential.valid",
        "Valid. Certificate {number} is genuine and not revoked as of {asOf}. Compare what is shown with the page in your hand.",
        "ត្រឹមត្រូវ។ វិញ្ញាបនបត្រលេខ {number} ពិតប្រាកដ និងមិនត្រូវបានដកហូតគិតត្រឹម {asOf}។ សូមប្រៀបធៀបព័ត៌មានដែលបង្ហាញ ជាមួយឯកសារនៅក្នុងដៃ។");

    internal static readonly CatalogText StatusUnknown = new(
        "credential.status-unknown",
        "Unconfirmed. Certificate {number} is genuine, but whether it was revoked is not known. Ask the issuer, or check again with its status list.",
        "មិនអាចបញ្ជាក់បាន។ វិញ្ញាបនបត្រលេខ {number} ពិតប្រាកដ ប៉ុន្តែមិនដឹងថាវាត្រូវបានដកហូតឬទេ។ សូមសាកសួរស្ថាប័នដែលបានចេញ ឬពិនិត្យម្តងទៀតជាមួយបញ្ជីស្ថានភាព។");

    internal static readonly CatalogText StatusUnknownSince = new(
        "credential.status-unknown-since",
        "Unconfirmed. Certificate {number} is genuine, but whether it was revoked is not known since {since}. Ask the issuer, or check again with a newer status list.",
        "មិនអាចបញ្ជាក់បាន។ វិញ្ញាបនបត្រលេខ {number} ពិតប្រាកដ ប៉ុន្តែមិនដឹងថាវាត្រូវបានដកហូតឬទេ ចាប់តាំងពី {since}។ សូមសាកសួរស្ថាប័នដែលបានចេញ ឬពិនិត្យម្តងទៀតជាមួយបញ្ជីស្ថានភាពថ្មី។");

    internal static readonly CatalogText Revoked = new(
        "credential.revoked",
        "Revoked. The issuer has taken back or replaced certificate {number}, as of {asOf}.",
        "បានដកហូត។ ស្ថាប័នដែលបានចេញ បានដកហូត ឬជំនួសវិញ្ញាបនបត្រលេខ {number} គិតត្រឹម {asOf}។");

    internal static readonly CatalogText Expired = new(
        "credential.expired",
        "Expired. Certificate {number} was valid until {since}.",
        "ផុតកំណត់។ វិញ្ញាបនបត្រលេខ {number} មានសុពលភាពរហូតដល់ {since}។");

    internal static readonly CatalogText NotYetValid = new(
        "credential.not-yet-valid",
        "Premature. This is in force only from {from}. Check that the clock of this machine is right.",
        "មិនទាន់មានសុពលភាព។ ឯកសារនេះមានសុពលភាពចាប់ពី {from}។ សូមពិនិត្យថានាឡិការបស់ម៉ាស៊ីននេះត្រឹមត្រូវ។");

    internal static readonly CatalogText BadSignature = new(
        "credential.bad-signature",
        "Invalid. The signature does not fit: this was forged, or altered after it was issued.",
        "មិនត្រឹមត្រូវ។ ហត្ថលេខាមិនត្រូវគ្នាទេ៖ ឯកសារនេះត្រូវបានក្លែងបន្លំ ឬកែប្រែក្រោយពេលចេញ។");

    internal static readonly CatalogText UnknownKey = new(
        "credential.unknown-key",
        "Unknown. This was signed with a key that is not among the trusted ones. Get the issuer's current keys from its official site.",
        "មិនស្គាល់។ ឯកសារនេះត្រូវបានចុះហត្ថលេខាដោយកូនសោដែលមិនមានក្នុងបញ្ជីទុកចិត្ត។ សូមយកកូនសោបច្ចុប្បន្នពីគេហទំព័រផ្លូវការរបស់ស្ថាប័នដែលបានចេញ។");

    internal static readonly CatalogText KeyNotAllowed = new(
        "credential.key-not-allowed",
        "Invalid. The key {key} may not sign this: it belongs to another issuer or another algorithm.",
        "មិនត្រឹមត្រូវ។ កូនសោ {key} មិនអាចចុះហត្ថលេខាលើឯកសារនេះបានទេ៖ វាជារបស់ស្ថាប័នផ្សេង ឬសម្រាប់ក្បួនគណនាផ្សេង។");

    internal static readonly CatalogText KeyOutsideValidity = new(
        "credential.key-outside-validity",
        "Invalid. This says that it was issued on {issued}, when the key {key} was not in use.",
        "មិនត្រឹមត្រូវ។ ឯកសារនេះបញ្ជាក់ថាបានចេញនៅ {issued} ដែលពេលនោះកូនសោ {key} មិនត្រូវបានប្រើទេ។");

    internal static readonly CatalogText KeyCompromised = new(
        "credential.key-compromised",
        "Untrusted. The key {key} may have been in other hands since {since}. Ask the issuer whether this certificate stands in its register.",
        "មិនអាចទុកចិត្តបាន។ កូនសោ {key} អាចធ្លាក់ក្នុងដៃអ្នកដទៃតាំងពី {since}។ សូមសាកសួរស្ថាប័នដែលបានចេញ ថាវិញ្ញាបនបត្រនេះមានក្នុងបញ្ជីឬទេ។");

    internal static readonly CatalogText Malformed = new(
        "credential.malformed",
        "Unreadable. This is no certificate of this kind, or it was damaged ({fault}). Take the file anew from where it came.",
        "មិនអាចអានបាន។ នេះមិនមែនជាវិញ្ញាបនបត្រប្រភេទនេះទេ ឬត្រូវបានខូចខាត ({fault})។ សូមយកឯកសារម្តងទៀតពីប្រភពដើម។");

    internal static readonly CatalogText UnsupportedAlgorithm = new(
        "credential.unsupported-algorithm",
        "Invalid. This is not signed by a method that the issuer uses (ES256, RS256).",
        "មិនត្រឹមត្រូវ។ ឯកសារនេះមិនត្រូវបានចុះហត្ថលេខាតាមវិធីដែលស្ថាប័នប្រើ (ES256, RS256) ទេ។");

    internal static readonly CatalogText ClaimMismatch = new(
        "credential.claim-mismatch",
        "Invalid. This says two different things about '{claim}'.",
        "មិនត្រឹមត្រូវ។ ឯកសារនេះបញ្ជាក់ខុសគ្នាអំពី '{claim}'។");

    internal static CatalogText[] All =>
    [
        Valid, StatusUnknown, StatusUnknownSince, Revoked, Expired, NotYetValid, BadSignature, UnknownKey, KeyNotAllowed, KeyOutsideValidity, KeyCompromised, Malformed,
        UnsupportedAlgorithm, ClaimMismatch,
    ];
}
