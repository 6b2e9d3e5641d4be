using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training.Credentials;

/// <summary>
/// Judges tokens of certificates without network, store or clock: by trusted keys, and by status lists where there are any. Stricter than RFC 7515 and RFC 7519 where those
/// leave a choice, so that a token means one thing to every reader.
/// </summary>
/// <remarks>Safe for use from many threads. No token makes it throw.</remarks>
public sealed class CredentialVerifier
{
    private readonly KeyRing _keys;
    private readonly Duration _skew;
    private readonly Func<string, string, bool>? _registered;

    /// <summary>Makes a verifier.</summary>
    /// <param name="keys">The keys that are trusted. A token is only believed for the issuer whose key signed it.</param>
    /// <param name="options">How strictly; the defaults when null.</param>
    /// <exception cref="ArgumentException">The options have a fault.</exception>
    public CredentialVerifier(KeyRing keys, CredentialVerifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        options ??= new();
        if (options.Validate() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
        }

        (_keys, _skew, _registered) = (keys, options.ClockSkew, options.IsRegistered);
    }

    /// <summary>Judges the token of a certificate.</summary>
    /// <param name="token">Exactly as issued, at most 32,768 characters; null counts as empty.</param>
    /// <param name="now">The time.</param>
    /// <param name="lists">
    /// Status lists of <see cref="TryReadStatusList"/>. Those of other issuers and other addresses are passed over; of several, any in which the bit is set revokes, and the
    /// newest decides otherwise.
    /// </param>
    public CredentialVerification Verify(string? token, Instant now, IEnumerable<StatusListCredential>? lists = null)
    {
        var (opened, refusal) = TokenReader.Open(token, _keys, TokenReader.MaximumLength);
        if (opened is null)
        {
            return refusal!;
        }

        (CredentialClaims.Frame? frame, refusal) = CredentialClaims.Read(opened);
        if (frame is null)
        {
            return refusal!;
        }

        (VerifiedCredential? credential, refusal) = CredentialClaims.ReadCertificate(opened, frame);
        if (credential is null)
        {
            return refusal!;
        }

        if (Standing(opened, frame) is { } untrusted)
        {
            return untrusted;
        }

        return frame.From > now + _skew ? new CredentialVerification.NotYetValid(credential, frame.From) : Status(credential, now, lists ?? []);
    }

    /// <summary>
    /// Reads a signed status list. One that is out of date is read too: what was revoked stays revoked, and the answer to <see cref="Verify"/> tells since when nothing newer is known.
    /// </summary>
    /// <param name="token">Exactly as published, at most 6 MiB.</param>
    /// <param name="now">The time.</param>
    /// <param name="list">The list; null when it is refused.</param>
    /// <param name="refusal">Why it is refused; null when it is not.</param>
    public bool TryReadStatusList(string? token, Instant now, [NotNullWhen(true)] out StatusListCredential? list, [NotNullWhen(false)] out CredentialVerification? refusal)
    {
        list = null;
        (OpenedToken? opened, refusal) = TokenReader.Open(token, _keys, TokenReader.MaximumListLength);
        if (opened is null)
        {
            return Refused(ref refusal);
        }

        (CredentialClaims.Frame? frame, refusal) = CredentialClaims.Read(opened);
        if (frame is null)
        {
            return Refused(ref refusal);
        }

        if (!opened.Payload.Lists("type", "VerifiableCredential") || !opened.Payload.Lists("type", "BitstringStatusListCredential") || frame.Subject.Text("type") != "BitstringStatusList" ||
            frame.Subject.Text("statusPurpose") != "revocation" || frame.Until is not { } until || StatusEntry.Address(frame.Id) is not { } address)
        {
            refusal = new CredentialVerification.Malformed(TokenFault.Credential);
            return false;
        }

        refusal = Standing(opened, frame) ?? (frame.From > now + _skew ? new CredentialVerification.NotYetValid(null, frame.From) : null);
        if (refusal is not null)
        {
            return false;
        }

        if (!BitstringStatusList.TryDecode(frame.Subject.Text("encodedList"), out BitstringStatusList? bits))
        {
            refusal = new CredentialVerification.Malformed(TokenFault.StatusList);
            return false;
        }

        list = new StatusListCredential(opened.Signer.Key.Id.Issuer, address, frame.From, until, bits);
        return true;
    }

    private static bool Refused([NotNull] ref CredentialVerification? refusal)
    {
        refusal ??= new CredentialVerification.Malformed(TokenFault.Credential);
        return false;
    }

    /// <summary>Whether the key was in use at the date of issue; a key that leaked proves no date by itself.</summary>
    private CredentialVerification? Standing(OpenedToken token, CredentialClaims.Frame frame)
    {
        KeyId key = token.Signer.Key.Id;
        return token.Signer.Standing switch
        {
            KeyStanding.Compromised leaked when frame.From >= leaked.Since || _registered?.Invoke(frame.Id, token.Digest) != true => new CredentialVerification.KeyCompromised(key, leaked.Since),
            KeyStanding.Retired retired when frame.From >= retired.Until => new CredentialVerification.KeyOutsideValidity(key, frame.From),
            { } standing when frame.From < standing.From => new CredentialVerification.KeyOutsideValidity(key, frame.From),
            _ => null,
        };
    }

    private CredentialVerification Status(VerifiedCredential credential, Instant now, IEnumerable<StatusListCredential> lists)
    {
        StatusListCredential[] told =
        [
            .. lists.Where(l => credential.Status is { } entry && l.Issuer == credential.Key.Issuer && l.Address.AbsoluteUri == entry.List.AbsoluteUri && entry.Index < l.List.Length)
                .OrderByDescending(l => l.AsOf),
        ];
        if (told.FirstOrDefault(l => l.List[credential.Status!.Index]) is { } revoked)
        {
            return new CredentialVerification.Revoked(credential, revoked.AsOf);
        }

        if (credential.ValidUntil is { } until && now >= until + _skew)
        {
            return new CredentialVerification.Expired(credential, until);
        }

        return told is [var newest, ..] && now < newest.ValidUntil + _skew
            ? new CredentialVerification.Valid(credential, newest.AsOf)
            : new CredentialVerification.StatusUnknown(credential, told.FirstOrDefault()?.AsOf);
    }
}
