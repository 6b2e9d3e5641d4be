namespace Diplomacy.Training.Credentials;

/// <summary>Why something is no token that could be judged.</summary>
public enum TokenFault
{
    /// <summary>It is empty or longer than a token may be.</summary>
    Length,

    /// <summary>It does not have three parts parted by dots (RFC 7515 section 7.1).</summary>
    Parts,

    /// <summary>A part is not base64url in its one spelling: padding, white space, or bits beyond the end (RFC 7515 section 2, RFC 4648 section 3.5).</summary>
    Base64Url,

    /// <summary>The header is no JSON with one meaning, or has a member other than <c>alg</c>, <c>kid</c> and <c>typ</c>, such as <c>crit</c>, <c>jwk</c>, <c>jku</c>, <c>x5c</c> or <c>b64</c>.</summary>
    Header,

    /// <summary>The payload is no JSON with one meaning: a member stands twice, or a text is not valid Unicode.</summary>
    Payload,

    /// <summary>The payload is no certificate of this kind: a type, a date or a fact is missing or is not written as it should be.</summary>
    Credential,

    /// <summary>The bits of a status list could not be unpacked, or are too few or too many.</summary>
    StatusList,
}
