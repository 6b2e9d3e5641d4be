using System.Security.Cryptography;
using Diplomacy.Training.Credentials;
using NodaTime;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

/// <summary>Keys of a ministry and of others, made anew for each run.</summary>
internal static class TestKeys
{
    internal static readonly IssuerDid Ministry = IssuerDid.Parse("did:web:training.mfa.example");
    internal static readonly IssuerDid Partner = IssuerDid.Parse("did:web:academy.example.org:training");
    internal static readonly Instant From = Instant.FromUtc(2026, 1, 1, 0, 0);

    internal static readonly ECDsa EcKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    internal static readonly RSA RsaKey = RSA.Create(2048);
    internal static readonly IssuerKey Ec = IssuerKey.From(new(Ministry, "2026-1"), EcKey);
    internal static readonly IssuerKey Rsa = IssuerKey.From(new(Ministry, "2026-rsa"), RsaKey);
    internal static readonly IssuerKey OfPartner = IssuerKey.From(new(Partner, "k1"), ECDsa.Create(ECCurve.NamedCurves.nistP256));

    internal static readonly KeyRing Ring = KeyRing.Empty
        .With(Ec.PublicKey, new KeyStanding.Active(From)).With(Rsa.PublicKey, new KeyStanding.Active(From)).With(OfPartner.PublicKey, new KeyStanding.Active(From));

    internal static async Task<bool> SignsAsync(IIssuerKey key)
    {
        byte[] digest = RandomNumberGenerator.GetBytes(32);
        byte[] signature = await key.SignDigestAsync(digest);
        return key.PublicKey.Verify(digest, signature);
    }

    /// <summary>A key of a module: only what a module gives can be asked of it.</summary>
    internal sealed class Module(ECDsa inner) : ECDsa
    {
        public override byte[] SignHash(byte[] hash) => inner.SignHash(hash);

        public override bool VerifyHash(byte[] hash, byte[] signature) => inner.VerifyHash(hash, signature);

        public override ECParameters ExportParameters(bool includePrivateParameters) =>
            includePrivateParameters ? throw new CryptographicException("The key does not leave the module.") : inner.ExportParameters(false);
    }
}
