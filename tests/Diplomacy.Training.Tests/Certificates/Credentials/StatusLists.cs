using System.IO.Compression;
using System.Text.Json.Nodes;
using Diplomacy.Training.Credentials;
using NodaTime;
using static Diplomacy.Training.Tests.Certificates.Credentials.Tokens;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

public sealed class StatusLists
{
    [Fact]
    public void The_first_bit_is_the_highest_of_the_first_byte()
    {
        BitstringStatusList list = BitstringStatusList.Of([0, 9, 131_071]);
        byte[] bits = Unpack(list.Encode());

        (bits.Length, bits[0], bits[1], bits[^1]).Should().Be((16_384, 0x80, 0x40, 0x01));
        (list[0], list[1], list[8], list[9], list[10], list[131_070], list[131_071], list.SetCount).Should().Be((true, false, false, true, false, false, true, 3));
    }

    [Fact]
    public void The_empty_list_of_the_specification_is_read()
    {
        // W3C Bitstring Status List 1.0, example 3: 131,072 zeros.
        BitstringStatusList.TryDecode("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA", out BitstringStatusList? list).Should().BeTrue();

        (list!.Length, list.SetCount).Should().Be((131_072, 0));
    }

    [Fact]
    public void A_list_reads_as_it_was_written()
    {
        int[] set = [.. Enumerable.Range(0, 1_310).Select(i => i * 97 % 131_072)];

        BitstringStatusList.TryDecode(BitstringStatusList.Of(set).Encode(), out BitstringStatusList? list).Should().BeTrue();

        Enumerable.Range(0, list!.Length).Where(i => list[i]).Should().BeEquivalentTo(set.Distinct());
        BitstringStatusList.Of([]).Encode().Length.Should().BeLessThan(100);
    }

    [Fact]
    public void A_bit_beyond_the_list_is_an_error_and_not_unset()
    {
        BitstringStatusList list = BitstringStatusList.Of([]);

        ((Action)(() => _ = list[131_072])).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => _ = list[-1])).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => BitstringStatusList.Of([131_072]))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => BitstringStatusList.Of([], 1024))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_list_that_is_too_short_a_bomb_or_damaged_is_refused()
    {
        string good = BitstringStatusList.Of([7]).Encode();
        string[] bad = [Pack(new byte[16_383]), Pack(new byte[64 * 1024 * 1024]), good[1..], "z" + good[1..], good[..^20], good + "=", "u", "", "uAAAA", good.Insert(10, "\n")];

        foreach (string text in bad)
        {
            BitstringStatusList.TryDecode(text, out _).Should().BeFalse();
        }

        BitstringStatusList.TryDecode(null, out _).Should().BeFalse();
        BitstringStatusList.TryDecode(Pack(new byte[2 * 1024 * 1024]), out BitstringStatusList? largest).Should().BeTrue();
        largest!.Length.Should().Be(BitstringStatusList.MaximumLength);
    }

    [Fact]
    public void Unpacking_a_bomb_takes_no_more_than_the_bound()
    {
        string bomb = Pack(new byte[64 * 1024 * 1024]);
        long before = GC.GetAllocatedBytesForCurrentThread();

        BitstringStatusList.TryDecode(bomb, out _).Should().BeFalse();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(12 * 1024 * 1024);
    }

    [Fact]
    public async Task A_certificate_is_revoked_by_its_own_bit_alone()
    {
        string token = await GenuineAsync();

        CredentialVerification.Revoked revoked = Verifier().Verify(token, Now, [await ListAsync([4711])]).Should().BeOfType<CredentialVerification.Revoked>().Subject;
        (revoked.StatusAsOf, revoked.Credential!.Facts).Should().Be((Now - Duration.FromDays(1), Facts));
        Verifier().Verify(token, Now, [await ListAsync([4710, 4712])]).Should().BeOfType<CredentialVerification.Valid>();
    }

    [Fact]
    public async Task Without_a_list_of_its_own_issuer_the_status_is_unknown()
    {
        string token = await GenuineAsync();

        foreach (StatusListCredential[] lists in new[] { [], [await ListAsync([4711], TestKeys.OfPartner)], new[] { await ListAsync([4711], address: new Uri("https://training.mfa.example/status/2026-2")) } })
        {
            Verifier().Verify(token, Now, lists).Should().BeOfType<CredentialVerification.StatusUnknown>().Which.Since.Should().BeNull();
        }
    }

    [Fact]
    public async Task A_stale_list_leaves_the_status_unknown_since_it_was_drawn_up_but_revokes_for_ever()
    {
        string token = await GenuineAsync();
        Instant asOf = Now - Duration.FromDays(30), until = Now - Duration.FromMinutes(5);

        Verifier().Verify(token, Now, [await ListAsync([], asOf: asOf, until: until)]).Should().BeOfType<CredentialVerification.StatusUnknown>().Which.Since.Should().Be(asOf);
        Verifier().Verify(token, Now, [await ListAsync([], asOf: asOf, until: until + Duration.FromSeconds(1))]).Should().BeOfType<CredentialVerification.Valid>();
        Verifier().Verify(token, Now, [await ListAsync([4711], asOf: asOf, until: until)]).Should().BeOfType<CredentialVerification.Revoked>();
        Verifier().Verify(token, Now, [await ListAsync([4711], asOf: asOf, until: until), await ListAsync([])]).Should().BeOfType<CredentialVerification.Revoked>("a bit that is set stays set");
        Verifier().Verify(token, Now, [await ListAsync([], asOf: asOf, until: until), await ListAsync([])]).Should().BeOfType<CredentialVerification.Valid>("the newest decides");
    }

    public static TheoryData<string, Action<JsonObject>> Bent => new()
    {
        { "purpose", p => p["credentialSubject"]!["statusPurpose"] = "suspension" },
        { "type", p => p["type"] = new JsonArray("VerifiableCredential") },
        { "no end", p => { p.Remove("exp"); p.Remove("validUntil"); } },
        { "bits", p => p["credentialSubject"]!["encodedList"] = "uAAAA" },
        { "sub", p => p["sub"] = "https://a.example/1" },
        { "address", p => (p["id"], p["jti"]) = ("http://a.example/1", "http://a.example/1") },
    };

    [Theory]
    [MemberData(nameof(Bent), DisableDiscoveryEnumeration = true)]
    public async Task A_list_for_another_purpose_or_that_says_two_things_is_refused(string how, Action<JsonObject> bend)
    {
        string token = (await StatusListCredential.SignAsync(BitstringStatusList.Of([]), ListAddress, Now, Now + Duration.FromDays(7), TestKeys.Ec)).Text;
        JsonObject payload = Payload(token);
        bend(payload);

        Verifier().TryReadStatusList(Sign(Header(), payload.ToJsonString()), Now, out StatusListCredential? list, out CredentialVerification? refusal).Should().BeFalse(how);
        (list, refusal is CredentialVerification.Malformed or CredentialVerification.ClaimMismatch).Should().Be((null, true));
    }

    [Fact]
    public async Task A_list_is_no_certificate_and_a_certificate_no_list()
    {
        string list = (await StatusListCredential.SignAsync(BitstringStatusList.Of([]), ListAddress, Now, Now + Duration.FromDays(7), TestKeys.Ec)).Text;

        Verifier().Verify(list, Now).Should().BeOfType<CredentialVerification.Malformed>();
        Verifier().TryReadStatusList(await GenuineAsync(), Now, out _, out CredentialVerification? refusal).Should().BeFalse();
        refusal.Should().BeOfType<CredentialVerification.Malformed>();
        Verifier().TryReadStatusList(list, Now - Duration.FromHours(1), out _, out refusal).Should().BeFalse();
        refusal.Should().BeOfType<CredentialVerification.NotYetValid>();
        Verifier(TestKeys.Ring.With(TestKeys.Ec.PublicKey, new KeyStanding.Compromised(TestKeys.From, Now))).TryReadStatusList(list, Now, out _, out refusal).Should().BeFalse();
        refusal.Should().BeOfType<CredentialVerification.KeyCompromised>();
        Verifier().TryReadStatusList("x", Now, out _, out refusal).Should().BeFalse();
        refusal.Should().BeOfType<CredentialVerification.Malformed>();
    }

    private static string Pack(byte[] bits)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bits);
        }

        return "u" + Base64(packed.ToArray());
    }

    private static byte[] Unpack(string encoded)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(Bytes(encoded[1..])), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
