using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diplomacy.Training.Credentials;
using static Diplomacy.Training.Tests.Certificates.Credentials.TestKeys;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

public sealed class VerificationKeyRead
{
    [Fact]
    public void The_example_keys_of_RFC_7517_are_read_once_they_are_named()
    {
        const string Ec = """{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"sig","kid":"did:web:a.example#1"}""";

        VerificationKey key = VerificationKey.FromJwk(Encoding.UTF8.GetBytes(Ec));

        (key.Id, key.Algorithm).Should().Be((KeyId.Parse("did:web:a.example#1"), SignatureAlgorithm.Es256));
    }

    [Fact]
    public void Keys_are_read_as_they_are_written()
    {
        foreach (VerificationKey key in new[] { TestKeys.Ec.PublicKey, Rsa.PublicKey })
        {
            VerificationKey.FromJwk(key.ToJwk()).Should().Be(key);
        }

        VerificationKey.FromPem(TestKeys.Ec.PublicKey.Id, EcKey.ExportSubjectPublicKeyInfoPem()).Should().Be(TestKeys.Ec.PublicKey);
        VerificationKey.FromPem(Rsa.PublicKey.Id, RsaKey.ExportSubjectPublicKeyInfoPem()).Should().Be(Rsa.PublicKey);
        TestKeys.Ec.PublicKey.Should().NotBe(OfPartner.PublicKey);
    }

    public static TheoryData<string, Func<JsonObject, object?>> Bent => new()
    {
        { "private member", k => k["d"] = "AAAA" },
        { "no kid", k => k.Remove("kid") },
        { "kid is a URL", k => k["kid"] = "https://evil.example/key.json" },
        { "kid is a number", k => k["kid"] = 7 },
        { "other curve", k => k["crv"] = "P-384" },
        { "symmetric", k => k["kty"] = "oct" },
        { "padded", k => k["x"] = k["x"]!.GetValue<string>() + "=" },
        { "short", k => k["x"] = "AAAA" },
        { "not on the curve", k => (k["x"], k["y"]) = (k["y"]!.DeepClone(), k["x"]!.DeepClone()) },
        { "for another algorithm", k => k["alg"] = "HS256" },
        { "for encryption", k => k["use"] = "enc" },
        { "for signing alone", k => k["key_ops"] = new JsonArray("sign") },
    };

    [Theory]
    [MemberData(nameof(Bent), DisableDiscoveryEnumeration = true)]
    public void A_JWK_that_is_bent_is_refused(string how, Func<JsonObject, object?> bend)
    {
        JsonObject jwk = JsonNode.Parse(TestKeys.Ec.PublicKey.ToJwk())!.AsObject();
        bend(jwk);

        Action read = () => VerificationKey.FromJwk(Encoding.UTF8.GetBytes(jwk.ToJsonString()));

        read.Should().Throw<KeyFormatException>(how);
    }

    [Fact]
    public void A_JWK_with_a_member_twice_however_it_is_spelt_is_refused()
    {
        string jwk = Encoding.UTF8.GetString(TestKeys.Ec.PublicKey.ToJwk());
        foreach (string text in new[] { jwk.Replace("{", """{"kty":"EC",""", StringComparison.Ordinal), jwk.Replace("{", """{"\u006bty":"EC",""", StringComparison.Ordinal), jwk + "1", "[]", "" })
        {
            Action read = () => VerificationKey.FromJwk(Encoding.UTF8.GetBytes(text));

            read.Should().Throw<KeyFormatException>(text);
        }
    }

    [Fact]
    public void An_RSA_key_is_bounded_below_and_above_and_has_the_usual_exponent()
    {
        foreach ((int bytes, string e) in new[] { (128, "AQAB"), (2048, "AQAB"), (256, "Aw"), (256, "AAEAAQ") })
        {
            byte[] n = [.. Enumerable.Repeat((byte)0xFF, bytes)];
            string jwk = $$"""{"kty":"RSA","kid":"did:web:a.example#1","n":"{{System.Buffers.Text.Base64Url.EncodeToString(n)}}","e":"{{e}}"}""";
            Action read = () => VerificationKey.FromJwk(Encoding.UTF8.GetBytes(jwk));

            read.Should().Throw<KeyFormatException>($"{bytes} bytes, e = {e}");
        }
    }

    [Fact]
    public void PEM_is_one_public_key_and_nothing_else()
    {
        string pem = EcKey.ExportSubjectPublicKeyInfoPem();
        foreach (string text in new[] { EcKey.ExportPkcs8PrivateKeyPem(), pem + pem, pem + "x", pem.Replace("PUBLIC KEY", "CERTIFICATE", StringComparison.Ordinal), "", pem[..40] })
        {
            Action read = () => VerificationKey.FromPem(TestKeys.Ec.PublicKey.Id, text);

            read.Should().Throw<KeyFormatException>();
        }
    }
}

public sealed class KeyRingPublish
{
    [Fact]
    public void A_name_is_never_used_for_a_second_key()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Action added = () => Ring.With(VerificationKey.From(Ec.PublicKey.Id, other), new KeyStanding.Active(From));

        added.Should().Throw<ArgumentException>();
        Ring.With(Ec.PublicKey, new KeyStanding.Retired(From, From + NodaTime.Duration.FromDays(1))).Find(Ec.PublicKey.Id)!.Standing.Should().BeOfType<KeyStanding.Retired>();
    }

    [Fact]
    public void Retired_keys_stay_published_and_compromised_ones_do_not()
    {
        KeyRing ring = Ring.With(Ec.PublicKey, new KeyStanding.Retired(From, From + NodaTime.Duration.FromDays(1))).With(Rsa.PublicKey, new KeyStanding.Compromised(From, From));

        KeyRing.ReadJwks(ring.WriteJwks(Ministry)).Should().Equal(Ec.PublicKey);
        KeyRing.ReadJwks(Ring.WriteJwks(Ministry)).Should().Equal(Ec.PublicKey, Rsa.PublicKey);
        JsonElement document = JsonDocument.Parse(ring.WriteDidDocument(Ministry)).RootElement;
        document.GetProperty("id").GetString().Should().Be(Ministry.ToString());
        document.GetProperty("assertionMethod").EnumerateArray().Select(m => m.GetString()).Should().Equal(Ec.PublicKey.Id.ToString());
        JsonElement method = document.GetProperty("verificationMethod").EnumerateArray().Should().ContainSingle().Subject;
        method.GetProperty("id").GetString().Should().Be(Ec.PublicKey.Id.ToString());
        VerificationKey.FromJwk(Encoding.UTF8.GetBytes(method.GetProperty("publicKeyJwk").GetRawText())).Should().Be(Ec.PublicKey);
    }

    [Theory]
    [InlineData("did:web:training.mfa.example", "https://training.mfa.example/.well-known/did.json")]
    [InlineData("did:web:mfa.example%3A8443:training:badges", "https://mfa.example:8443/training/badges/did.json")]
    public void A_did_web_says_where_its_document_is(string did, string url) => IssuerDid.Parse(did).DocumentUrl.Should().Be(new Uri(url));

    [Theory]
    [InlineData("did:web:")]
    [InlineData("did:key:z6Mk")]
    [InlineData("did:web:localhost")]
    [InlineData("did:web:Mfa.example")]
    [InlineData("did:web:mfa.example/a")]
    [InlineData("did:web:mfa.example:..")]
    [InlineData("did:web:mfa.example:")]
    [InlineData("did:web:mfa.example#1")]
    [InlineData("did:web:mfa.example%3A99999")]
    [InlineData("did:web:mfa.example%2Fa")]
    [InlineData("https://mfa.example")]
    public void What_is_no_did_web_is_refused(string text)
    {
        IssuerDid.TryParse(text, out _).Should().BeFalse();
        KeyId.TryParse(text + "#k", out _).Should().BeFalse();
    }

    [Fact]
    public void A_set_with_a_name_twice_or_without_keys_is_refused()
    {
        string jwk = Encoding.UTF8.GetString(Ec.PublicKey.ToJwk());
        foreach (string set in new[] { $$"""{"keys":[{{jwk}},{{jwk}}]}""", "{}", """{"keys":{}}""", """{"keys":[1]}""" })
        {
            Action read = () => KeyRing.ReadJwks(Encoding.UTF8.GetBytes(set));

            read.Should().Throw<KeyFormatException>(set);
        }
    }
}
