using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Diplomacy.Training.Credentials;
using NodaTime;
using static Diplomacy.Training.Tests.Certificates.Credentials.Tokens;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

public sealed class CredentialVerifierVerify
{
    private static string PayloadText => Encoding.UTF8.GetString(OpenBadgeCredential.WritePayload(Draft(), TestKeys.Ministry));

    [Theory]
    [InlineData("none")]
    [InlineData("NoNe")]
    [InlineData("HS256")]
    [InlineData("es256")]
    [InlineData("ES384")]
    [InlineData("EdDSA")]
    public async Task An_algorithm_other_than_our_two_is_refused(string algorithm)
    {
        string payload = (await GenuineAsync()).Split('.')[1];
        string input = $"{Base64(Header(alg: algorithm))}.{payload}";
        byte[] mac = HMACSHA256.HashData(TestKeys.EcKey.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(input));

        Verifier().Verify($"{input}.{Base64(mac)}", Now).Should().BeOfType<CredentialVerification.UnsupportedAlgorithm>();
        Verifier().Verify($"{input}.", Now).Should().BeOfType<CredentialVerification.UnsupportedAlgorithm>();
    }

    [Fact]
    public async Task A_key_is_used_only_with_its_own_algorithm()
    {
        string[] genuine = (await GenuineAsync(TestKeys.Rsa)).Split('.');

        Verifier().Verify($"{Base64(Header(alg: "RS256"))}.{genuine[1]}.{genuine[2]}", Now).Should().BeOfType<CredentialVerification.KeyNotAllowed>();
        Verifier().Verify($"{Base64(Header(TestKeys.Rsa.PublicKey.Id.ToString()))}.{genuine[1]}.{genuine[2]}", Now).Should().BeOfType<CredentialVerification.KeyNotAllowed>();
    }

    [Fact]
    public void An_attackers_key_under_our_name_does_not_fit()
    {
        using ECDsa attacker = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Verifier().Verify(Sign(Header(), PayloadText, attacker), Now).Should().BeOfType<CredentialVerification.BadSignature>();
    }

    [Fact]
    public async Task Another_trusted_issuer_cannot_sign_for_us()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = new KeyId(TestKeys.Partner, "k2");
        KeyRing ring = TestKeys.Ring.With(VerificationKey.From(id, key), new KeyStanding.Active(TestKeys.From));

        Verifier(ring).Verify(Sign(Header(id.ToString()), PayloadText, key), Now).Should().BeOfType<CredentialVerification.KeyNotAllowed>().Which.Key.Should().Be(id);
        Verifier(ring).Verify((await OpenBadgeCredential.SignAsync(Draft(), TestKeys.OfPartner)).Text, Now).Should().BeOfType<CredentialVerification.StatusUnknown>("it may sign for itself");
    }

    [Theory]
    [InlineData("https://evil.example/key.json")]
    [InlineData("../../etc/passwd")]
    [InlineData("did:web:evil.example#1")]
    [InlineData("")]
    public void A_key_that_is_not_trusted_is_unknown_and_nothing_is_fetched(string kid) =>
        Verifier().Verify(Sign(Header(kid), PayloadText), Now).Should().BeOfType<CredentialVerification.UnknownKey>();

    [Theory]
    [InlineData(""","jwk":{"kty":"EC"}""")]
    [InlineData(""","jku":"https://evil.example/jwks.json" """)]
    [InlineData(""","x5u":"https://evil.example/cert.pem" """)]
    [InlineData(""","x5c":["AAAA"]""")]
    [InlineData(""","crit":["exp"],"exp":1""")]
    [InlineData(""","crit":[]""")]
    [InlineData(""","b64":false""")]
    [InlineData(""","alg":"ES256" """)]
    [InlineData(""","\u0061lg":"none" """)]
    [InlineData(""","cty":"JWT" """)]
    [InlineData("} {")]
    [InlineData(",")]
    public void A_header_with_anything_else_or_anything_twice_is_refused(string more) =>
        Verifier().Verify(Sign(Header(more: more), PayloadText), Now).Should().BeOfType<CredentialVerification.Malformed>().Which.Fault.Should().Be(TokenFault.Header);

    [Theory]
    [InlineData("""{"alg":"ES256"}""")]
    [InlineData("""{"kid":"did:web:training.mfa.example#2026-1"}""")]
    [InlineData("""{"alg":"ES256","kid":"did:web:training.mfa.example#2026-1","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":7}""")]
    [InlineData("""{"alg":["ES256"],"kid":"did:web:training.mfa.example#2026-1"}""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("null")]
    public void A_header_that_lacks_what_it_needs_is_refused(string header) =>
        Verifier().Verify(Sign(header, PayloadText), Now).Should().BeOfType<CredentialVerification.Malformed>().Which.Fault.Should().Be(TokenFault.Header);

    [Theory]
    [InlineData("""{"alg":"ES256","kid":"did:web:training.mfa.example#2026-1","typ":"vc+jwt"}""")]
    [InlineData("""{"kid":"did:web:training.mfa.example#2026-1","alg":"ES256"}""")]
    public void Both_types_in_use_and_none_are_read(string header) =>
        Verifier().Verify(Sign(header, PayloadText), Now).Should().BeOfType<CredentialVerification.StatusUnknown>();

    public static TheoryData<string, Func<string, string>> Twice => new()
    {
        { "id", p => p[..^1] + ""","id":"urn:uuid:00000000-0000-0000-0000-000000000001"}""" },
        { "id, escaped", p => p[..^1] + ""","\u0069d":"urn:uuid:00000000-0000-0000-0000-000000000001"}""" },
        { "within", p => p.Replace("\"printedName\":", "\"printedName\":\"Somebody Else\",\"printedName\":", StringComparison.Ordinal) },
        { "lone surrogate", p => p.Replace("CHAN", "\\ud800", StringComparison.Ordinal) },
        { "lone surrogate in a name", p => p[..^1] + ""","\udc00":1}""" },
        { "comment", p => p[..^1] + "/**/}" },
        { "trailing comma", p => p[..^1] + ",}" },
        { "something after", p => p + "{}" },
        { "too deep", p => p[..^1] + ",\"x\":" + new string('[', 40) + new string(']', 40) + "}" },
        { "no object", _ => "[1]" },
    };

    [Theory]
    [MemberData(nameof(Twice), DisableDiscoveryEnumeration = true)]
    public void A_signed_payload_that_could_be_read_in_two_ways_is_refused(string how, Func<string, string> bend) =>
        Verifier().Verify(Sign(Header(), bend(PayloadText)), Now).Should().BeOfType<CredentialVerification.Malformed>(how).Which.Fault.Should().Be(TokenFault.Payload);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        byte[] payload = Encoding.UTF8.GetBytes(PayloadText);
        payload[PayloadText.IndexOf("CHAN", StringComparison.Ordinal)] = 0xFF;

        Verifier().Verify(Sign(Header(), payload), Now).Should().BeOfType<CredentialVerification.Malformed>().Which.Fault.Should().Be(TokenFault.Payload);
    }

    [Fact]
    public async Task Base64url_has_one_spelling()
    {
        string genuine = await GenuineAsync();
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // 64 bytes leave four bits over in the last character.
        string tail = genuine[..^1] + Alphabet[Alphabet.IndexOf(genuine[^1], StringComparison.Ordinal) | 1];
        string[] bent = [tail, genuine + "=", genuine + "==", genuine + "\n", "\n" + genuine, genuine.Insert(40, "\n"), genuine.Insert(40, " "), genuine.Replace('-', '+').Replace('_', '/'), genuine.Replace(genuine[9], 'é')];

        foreach (string token in bent.Where(b => b != genuine))
        {
            Verifier().Verify(token, Now).Should().BeOfType<CredentialVerification.Malformed>(token[^10..]);
        }
    }

    [Fact]
    public async Task A_signature_of_zeros_in_DER_or_of_another_length_does_not_fit()
    {
        string genuine = await GenuineAsync();
        string input = genuine[..genuine.LastIndexOf('.')];
        byte[] der = TestKeys.EcKey.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        foreach (byte[] signature in new[] { new byte[64], der, [], [.. Bytes(genuine.Split('.')[2]), 0], [0, .. Bytes(genuine.Split('.')[2])], Enumerable.Repeat((byte)0xFF, 64).ToArray() })
        {
            Verifier().Verify($"{input}.{Base64(signature)}", Now).Should().BeOfType<CredentialVerification.BadSignature>();
        }
    }

    [Fact]
    public async Task The_twin_of_a_signature_is_valid_and_is_the_same_credential()
    {
        string genuine = await GenuineAsync();
        string twin = Twin(genuine);
        StatusListCredential list = await ListAsync([]);

        twin.Should().NotBe(genuine);
        VerifiedCredential read = Verifier().Verify(twin, Now, [list]).Should().BeOfType<CredentialVerification.Valid>().Subject.Credential!;
        read.Should().Be(Verifier().Verify(genuine, Now, [list]).Credential);
    }

    public static TheoryData<string, Action<JsonObject>> Mismatches => new()
    {
        { "iss", p => p["iss"] = "did:web:academy.example.org:training" },
        { "iss", p => p.Remove("iss") },
        { "jti", p => p["jti"] = "urn:uuid:00000000-0000-0000-0000-000000000001" },
        { "jti", p => p.Remove("jti") },
        { "sub", p => p["sub"] = "urn:uuid:00000000-0000-0000-0000-000000000001" },
        { "sub", p => p["credentialSubject"] = new JsonArray(p["credentialSubject"]!.DeepClone()) },
        { "nbf", p => p["nbf"] = p["nbf"]!.GetValue<long>() + 1 },
        { "nbf", p => p["nbf"] = "2026-03-05T02:30:00Z" },
        { "nbf", p => p["nbf"] = p["nbf"]!.GetValue<long>() + 0.5 },
        { "nbf", p => p["validFrom"] = "2026-03-05T09:30:00+07:00" },
        { "exp", p => p["exp"] = 4_000_000_000 },
        { "exp", p => p["validUntil"] = "2030-01-01T00:00:00Z" },
        { "exp", p => (p["validUntil"], p["exp"]) = ("2020-01-01T00:00:00Z", 1577836800) },
        { "licenseNumber", p => p["credentialSubject"]!["licenseNumber"] = "MFAIC-2026-000124" },
        { "name", p => p["name"] = "Advanced Diplomacy" },
        { "name", p => p["credentialSubject"]!["achievement"]!["name"] = "Advanced Diplomacy" },
        { "identifier", p => p["credentialSubject"]!["identifier"]![0]!["identityHash"] = "SOMEBODY Else" },
        { "issuer", p => p["issuer"]!["name"] = "Another ministry" },
        { "@context", p => p["@context"]!.AsArray().Add("https://evil.example/context") },
        { "@context", p => p["@context"]!.AsArray().RemoveAt(2) },
    };

    [Theory]
    [MemberData(nameof(Mismatches), DisableDiscoveryEnumeration = true)]
    public async Task A_token_that_says_two_things_at_once_is_refused(string claim, Action<JsonObject> bend)
    {
        JsonObject payload = Payload(await GenuineAsync());
        bend(payload);

        Verifier().Verify(Sign(Header(), payload.ToJsonString()), Now).Should().BeOfType<CredentialVerification.ClaimMismatch>().Which.Claim.Should().Be(claim);
    }

    public static TheoryData<string, Action<JsonObject>> Unlike => new()
    {
        { "type", p => p["type"] = new JsonArray("VerifiableCredential") },
        { "id", p => (p["id"], p["jti"]) = ("https://a.example/1", "https://a.example/1") },
        { "no facts", p => p["credentialSubject"]!.AsObject().Remove("trainingFacts") },
        { "no title", p => p["credentialSubject"]!["trainingFacts"]!.AsObject().Remove("title") },
        { "level", p => p["credentialSubject"]!["trainingFacts"]!["level"] = "master" },
        { "NFD", p => p["credentialSubject"]!["trainingFacts"]!["printedName"] = "Rene\u0301" },
        { "control", p => p["credentialSubject"]!["trainingFacts"]!["printedName"] = "a\u202Eb" },
        { "day", p => p["credentialSubject"]!["trainingFacts"]!["firstDay"] = "2026-02-30" },
        { "hours", p => p["credentialSubject"]!["trainingFacts"]!["hours"] = "99999999999999999999999999999999" },
        { "seconds", p => p["credentialSubject"]!["trainingFacts"]!["countedSeconds"] = -1 },
        { "status", p => p["credentialStatus"]!["statusListIndex"] = "04711" },
        { "purpose", p => p["credentialStatus"]!["statusPurpose"] = "suspension" },
        { "awarded", p => p["awardedDate"] = "yesterday" },
    };

    [Theory]
    [MemberData(nameof(Unlike), DisableDiscoveryEnumeration = true)]
    public async Task A_signed_payload_that_is_no_certificate_is_refused(string how, Action<JsonObject> bend)
    {
        JsonObject payload = Payload(await GenuineAsync());
        bend(payload);

        Verifier().Verify(Sign(Header(), payload.ToJsonString()), Now).Should().BeOfType<CredentialVerification.Malformed>(how).Which.Fault.Should().Be(TokenFault.Credential);
    }

    [Fact]
    public async Task A_name_in_another_form_or_with_a_look_alike_letter_breaks_the_signature()
    {
        string[] parts = (await GenuineAsync()).Split('.');
        string payload = Encoding.UTF8.GetString(Bytes(parts[1]));

        foreach (string altered in new[] { payload.Replace("CHAN", "С\u0068AN", StringComparison.Ordinal), payload.Normalize(NormalizationForm.FormD) + " ", payload.Replace("5.5", "6.5", StringComparison.Ordinal) })
        {
            Verifier().Verify($"{parts[0]}.{Base64(altered)}.{parts[2]}", Now).Should().BeOfType<CredentialVerification.BadSignature>();
        }
    }

    [Fact]
    public async Task Clocks_may_differ_by_five_minutes()
    {
        string token = (await OpenBadgeCredential.SignAsync(Draft() with { ValidUntil = IssuedAt + Duration.FromDays(1) }, TestKeys.Ec)).Text;
        StatusListCredential list = await ListAsync([], asOf: IssuedAt - Duration.FromDays(1), until: IssuedAt + Duration.FromDays(10));
        Instant end = IssuedAt + Duration.FromDays(1);
        CredentialVerification At(Instant now) => Verifier().Verify(token, now, [list]);

        At(IssuedAt - Duration.FromMinutes(6)).Should().BeOfType<CredentialVerification.NotYetValid>();
        At(IssuedAt - Duration.FromMinutes(5) - Duration.Epsilon).Should().BeOfType<CredentialVerification.NotYetValid>();
        At(IssuedAt - Duration.FromMinutes(5)).Should().BeOfType<CredentialVerification.Valid>();
        At(IssuedAt - Duration.FromMinutes(4)).Should().BeOfType<CredentialVerification.Valid>();
        At(end + Duration.FromMinutes(5) - Duration.Epsilon).Should().BeOfType<CredentialVerification.Valid>();
        At(end + Duration.FromMinutes(5)).Should().BeOfType<CredentialVerification.Expired>();
    }

    [Fact]
    public async Task What_counts_is_whether_the_key_was_in_use_when_it_signed()
    {
        string token = await GenuineAsync();
        StatusListCredential list = await ListAsync([]);
        CredentialVerification With(KeyStanding standing, Func<string, string, bool>? registered = null) =>
            Verifier(TestKeys.Ring.With(TestKeys.Ec.PublicKey, standing), new CredentialVerifierOptions { IsRegistered = registered }).Verify(token, Now, [list]);
        Instant start = TestKeys.From;
        string digest = Verifier().Verify(token, Now).Credential!.Digest;

        With(new KeyStanding.Retired(start, IssuedAt)).Should().BeOfType<CredentialVerification.KeyOutsideValidity>("until is not included");
        With(new KeyStanding.Retired(start, IssuedAt + Duration.FromSeconds(1))).Should().BeOfType<CredentialVerification.Valid>();
        With(new KeyStanding.Active(IssuedAt)).Should().BeOfType<CredentialVerification.Valid>();
        With(new KeyStanding.Active(IssuedAt + Duration.FromSeconds(1))).Should().BeOfType<CredentialVerification.KeyOutsideValidity>();
        With(new KeyStanding.Compromised(start, IssuedAt)).Should().BeOfType<CredentialVerification.KeyCompromised>();
        With(new KeyStanding.Compromised(start, IssuedAt), (_, _) => true).Should().BeOfType<CredentialVerification.KeyCompromised>("it was signed after the leak");
        With(new KeyStanding.Compromised(start, Now)).Should().BeOfType<CredentialVerification.KeyCompromised>("whoever holds the key can date back");
        With(new KeyStanding.Compromised(start, Now), (id, d) => (id, d) == (Draft().ToString(), digest)).Should().BeOfType<CredentialVerification.Valid>("the register vouches for it");
        With(new KeyStanding.Compromised(start, Now), (_, d) => d != digest).Should().BeOfType<CredentialVerification.KeyCompromised>();
    }

    [Fact]
    public async Task Under_a_new_key_the_old_certificates_stay_valid()
    {
        using IssuerKey second = IssuerKey.From(new(TestKeys.Ministry, "2026-2"), ECDsa.Create(ECCurve.NamedCurves.nistP256));
        Instant change = IssuedAt + Duration.FromDays(1);
        KeyRing ring = TestKeys.Ring.With(TestKeys.Ec.PublicKey, new KeyStanding.Retired(TestKeys.From, change)).With(second.PublicKey, new KeyStanding.Active(change));
        var draft = new CredentialDraft(Facts, Guid.NewGuid(), Guid.NewGuid(), change, new StatusEntry(ListAddress, 5));
        StatusListCredential list = await ListAsync([]);

        Verifier(ring).Verify(await GenuineAsync(), Now, [list]).Should().BeOfType<CredentialVerification.Valid>();
        Verifier(ring).Verify((await OpenBadgeCredential.SignAsync(draft, second)).Text, Now, [list]).Should().BeOfType<CredentialVerification.Valid>();
    }

    [Fact]
    public async Task Length_is_bounded_and_nothing_at_all_is_no_token()
    {
        foreach (string? token in new[] { null, "", ".", "..", "a.b", "a.b.c.d", new string('A', 32_769), new string('.', 32_000), (await GenuineAsync()).Replace('.', ' ') })
        {
            Verifier().Verify(token, Now).Should().BeOfType<CredentialVerification.Malformed>();
        }
    }
}
