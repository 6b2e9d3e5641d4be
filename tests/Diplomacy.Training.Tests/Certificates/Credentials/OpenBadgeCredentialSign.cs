using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Diplomacy.Training.Credentials;
using NodaTime;
using static Diplomacy.Training.Tests.Certificates.Credentials.Tokens;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

public sealed class OpenBadgeCredentialSign
{
    public static TheoryData<IIssuerKey> Keys => [TestKeys.Ec, TestKeys.Rsa, IssuerKey.From(TestKeys.Ec.PublicKey.Id, new TestKeys.Module(TestKeys.EcKey))];

    [Theory]
    [MemberData(nameof(Keys), DisableDiscoveryEnumeration = true)]
    public async Task What_is_issued_is_valid_and_states_the_facts(IIssuerKey key)
    {
        SignedToken token = await OpenBadgeCredential.SignAsync(Draft(), key);

        CredentialVerification.Valid valid = Verifier().Verify(token.Text, Now, [await ListAsync([1, 2])]).Should().BeOfType<CredentialVerification.Valid>().Subject;

        valid.Credential!.Facts.Should().Be(Facts);
        (valid.Credential.Id, valid.Credential.Key, valid.Credential.IssuedAt, valid.Credential.Digest).Should().Be(("urn:uuid:7b0c1f7e-4a3d-4d52-9d53-0d8b3f3f8a11", key.PublicKey.Id, IssuedAt, token.Digest));
        valid.Credential.Status.Should().Be(new StatusEntry(ListAddress, 4711));
    }

    [Fact]
    public async Task Header_and_claims_are_those_of_Open_Badges_3()
    {
        string token = await GenuineAsync();
        JsonObject payload = Payload(token);

        Encoding.UTF8.GetString(Bytes(token.Split('.')[0])).Should().Be(Header());
        payload["iss"]!.GetValue<string>().Should().Be("did:web:training.mfa.example").And.Be(payload["issuer"]!["id"]!.GetValue<string>());
        payload["jti"]!.GetValue<string>().Should().Be(payload["id"]!.GetValue<string>());
        payload["sub"]!.GetValue<string>().Should().Be(payload["credentialSubject"]!["id"]!.GetValue<string>());
        payload["nbf"]!.GetValue<long>().Should().Be(IssuedAt.ToUnixTimeSeconds());
        payload["validFrom"]!.GetValue<string>().Should().Be("2026-03-05T02:30:00Z");
        payload.Should().NotContainKeys("exp", "validUntil", "awardedDate", "proof", "vc");
        payload["type"]!.AsArray().Select(t => t!.GetValue<string>()).Should().Equal("VerifiableCredential", "OpenBadgeCredential");
        payload["credentialSubject"]!["achievement"]!.AsObject().Should().ContainKeys("id", "type", "name", "description", "criteria");
        payload["credentialStatus"]!["statusListIndex"]!.GetValue<string>().Should().Be("4711");
        token.Length.Should().BeLessThan(8_000);
    }

    [Fact]
    public void The_payload_is_the_same_under_every_culture_and_escapes_only_what_it_must()
    {
        byte[] plain = OpenBadgeCredential.WritePayload(Draft(), TestKeys.Ministry);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "tr-TR", "fa-IR", "km-KH" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                OpenBadgeCredential.WritePayload(Draft(), TestKeys.Ministry).Should().Equal(plain);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Encoding.UTF8.GetString(plain).Should().Contain("ចាន់ សុភា").And.NotContain("\\u").And.Contain("""Digital \"diplomacy\" \\ 2026""");
        Convert.ToHexStringLower(SHA256.HashData(plain)).Should().Be(DigestOfThePayload, "the bytes of a payload are settled");
    }

    // Changes only with a decision: strangers' software reads these bytes.
    private const string DigestOfThePayload = "983668553eb561ecf547cca5820dcc512cb8c5d477694f88b0167da049f174e3";

    [Fact]
    public async Task An_end_and_an_earlier_award_stand_in_claims_and_credential()
    {
        CredentialDraft draft = Draft() with { ValidUntil = Now + Duration.FromDays(1) + Duration.FromNanoseconds(5), AwardedAt = IssuedAt - Duration.FromDays(100) };

        string token = (await OpenBadgeCredential.SignAsync(draft, TestKeys.Ec)).Text;
        VerifiedCredential read = Verifier().Verify(token, Now).Credential!;

        (read.ValidUntil, read.AwardedAt).Should().Be((Now + Duration.FromDays(1), IssuedAt - Duration.FromDays(100)));
        Payload(token)["exp"]!.GetValue<long>().Should().Be((Now + Duration.FromDays(1)).ToUnixTimeSeconds());
    }

    [Fact]
    public void A_name_is_brought_to_form_C_and_what_cannot_be_printed_is_refused()
    {
        static CredentialDraft With(string name) => new(Facts with { PrintedName = name }, Guid.NewGuid(), Guid.NewGuid(), IssuedAt, new StatusEntry(ListAddress, 1));

        With("Rene\u0301").Facts.PrintedName.Should().Be("Ren\u00E9");
        foreach (string name in new[] { "a\u202Eb", "a\u0007b", "a\uD800b", "a\nb" })
        {
            ((Action)(() => With(name))).Should().Throw<ArgumentException>().Which.Message.Should().NotContain(name);
        }

        ((Action)(() => _ = new CredentialDraft(Facts with { PrintedName = "", NativeName = null }, Guid.NewGuid(), Guid.NewGuid(), IssuedAt, new StatusEntry(ListAddress, 1)))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = Draft() with { ValidUntil = IssuedAt })).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new StatusEntry(new Uri("http://a.example/1"), 1))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new StatusEntry(ListAddress, -1))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Nothing_personal_prints_itself()
    {
        Draft().ToString().Should().Be("urn:uuid:7b0c1f7e-4a3d-4d52-9d53-0d8b3f3f8a11");
        new CredentialVerifierOptions { ClockSkew = -Duration.Epsilon }.Validate().Should().ContainSingle();
    }

    [Fact]
    public async Task A_key_that_gives_DER_is_noticed_before_anything_is_handed_out()
    {
        Func<Task> signing = () => OpenBadgeCredential.SignAsync(Draft(), new DerKey()).AsTask();

        (await signing.Should().ThrowAsync<CryptographicException>()).Which.Message.Should().Contain("DER");
    }

    private sealed class DerKey : IIssuerKey
    {
        public VerificationKey PublicKey => TestKeys.Ec.PublicKey;

        public ValueTask<byte[]> SignDigestAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken = default) =>
            new(TestKeys.EcKey.SignHash(digest.ToArray(), DSASignatureFormat.Rfc3279DerSequence));
    }
}
