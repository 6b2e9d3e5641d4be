using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Diplomacy.Training.Credentials;
using static Diplomacy.Training.Tests.Certificates.Credentials.TestKeys;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

public sealed class IssuerKeyFrom
{
    private static readonly KeyId s_id = new(Ministry, "k");

    public static TheoryData<string, SignatureAlgorithm> Pems => new()
    {
        { EcKey.ExportPkcs8PrivateKeyPem(), SignatureAlgorithm.Es256 },
        { EcKey.ExportECPrivateKeyPem(), SignatureAlgorithm.Es256 },
        { RsaKey.ExportPkcs8PrivateKeyPem(), SignatureAlgorithm.Rs256 },
        { RsaKey.ExportRSAPrivateKeyPem(), SignatureAlgorithm.Rs256 },
    };

    [Theory]
    [MemberData(nameof(Pems), DisableDiscoveryEnumeration = true)]
    public async Task A_private_key_in_PEM_signs_by_the_algorithm_of_its_kind(string pem, SignatureAlgorithm algorithm)
    {
        using IssuerKey key = IssuerKey.FromPem(s_id, pem);

        key.PublicKey.Algorithm.Should().Be(algorithm);
        (await SignsAsync(key)).Should().BeTrue();
    }

    [Fact]
    public async Task An_encrypted_key_needs_its_password()
    {
        using IssuerKey made = IssuerKey.Generate(s_id, "correct horse", out string pem);
        using IssuerKey read = IssuerKey.FromEncryptedPem(s_id, pem, "correct horse");
        Action wrong = () => IssuerKey.FromEncryptedPem(s_id, pem, "wrong horse");
        Action none = () => IssuerKey.FromPem(s_id, pem);

        read.PublicKey.Should().Be(made.PublicKey);
        (await SignsAsync(read)).Should().BeTrue();
        wrong.Should().Throw<KeyFormatException>();
        none.Should().Throw<KeyFormatException>();
    }

    [Fact]
    public async Task A_PKCS12_file_gives_its_key_whatever_its_kind()
    {
        var request = new CertificateRequest("CN=Test", EcKey, HashAlgorithmName.SHA256);
        using X509Certificate2 ec = request.CreateSelfSigned(From.ToDateTimeOffset(), From.ToDateTimeOffset().AddYears(1));
        using X509Certificate2 rsa = new CertificateRequest("CN=Test", RsaKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(From.ToDateTimeOffset(), From.ToDateTimeOffset().AddYears(1));
        byte[] file = ec.Export(X509ContentType.Pkcs12, "secret");

        using IssuerKey key = IssuerKey.FromPkcs12(s_id, file, "secret");
        using IssuerKey other = IssuerKey.FromPkcs12(s_id, rsa.Export(X509ContentType.Pkcs12, "secret"), "secret");
        Action wrong = () => IssuerKey.FromPkcs12(s_id, file, "Secret");
        Action damaged = () => IssuerKey.FromPkcs12(s_id, file.AsSpan(0, file.Length / 2), "secret");

        (await SignsAsync(key)).Should().BeTrue();
        (await SignsAsync(other)).Should().BeTrue();
        key.PublicKey.Should().Be(VerificationKey.From(s_id, EcKey));
        wrong.Should().Throw<KeyFormatException>();
        damaged.Should().Throw<KeyFormatException>();
    }

    [Fact]
    public async Task A_key_that_never_leaves_its_module_signs_too()
    {
        using var module = new Module(EcKey);
        using IssuerKey key = IssuerKey.From(s_id, module);

        (await SignsAsync(key)).Should().BeTrue();
    }

    [Fact]
    public void A_key_that_others_could_not_check_is_refused()
    {
        using ECDsa otherCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using RSA small = RSA.Create(1024);
        Action[] made =
        [
            () => IssuerKey.FromPem(s_id, EcKey.ExportSubjectPublicKeyInfoPem()), () => IssuerKey.FromPem(s_id, otherCurve.ExportPkcs8PrivateKeyPem()),
            () => IssuerKey.FromPem(s_id, small.ExportPkcs8PrivateKeyPem()), () => IssuerKey.FromPem(s_id, ""),
        ];

        made.Should().AllSatisfy(m => m.Should().Throw<KeyFormatException>().Which.Message.Should().NotContain("Parameter"));
        ((Action)(() => IssuerKey.FromPem(default, EcKey.ExportPkcs8PrivateKeyPem()))).Should().Throw<ArgumentException>();
        ((Action)(() => IssuerKey.From(s_id, otherCurve))).Should().Throw<ArgumentException>();
        ((Action)(() => IssuerKey.From(s_id, small))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Only_digests_of_SHA256_are_signed()
    {
        Func<Task> shorter = () => Ec.SignDigestAsync(new byte[20]).AsTask();

        await shorter.Should().ThrowAsync<ArgumentException>();
        Ec.PublicKey.Verify(new byte[20], new byte[64]).Should().BeFalse();
    }
}
