using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Diplomacy.Training.Credentials;
using NodaTime;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

/// <summary>Genuine tokens, and tokens made by other hands.</summary>
internal static class Tokens
{
    internal static readonly Instant IssuedAt = Instant.FromUtc(2026, 3, 5, 2, 30);
    internal static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 0, 0);
    internal static readonly Uri ListAddress = new("https://training.mfa.example/status/2026-1");

    internal static readonly CertificateFacts Facts = new()
    {
        Number = RegisterNumber.Parse("MFAIC-2026-000123"),
        Level = AwardLevel.Completion,
        PrintedName = "CHAN Sophea",
        NativeName = "ចាន់ សុភា",
        NativeLanguage = Language.Khmer,
        Honorific = new("ឯកឧត្តម", "H.E."),
        Workshop = WorkshopId.Parse("DD-2026"),
        Title = new("ការទូតឌីជីថល", "Digital \"diplomacy\" \\ 2026"),
        Venue = new("ភ្នំពេញ", "Phnom Penh"),
        FirstDay = new(2026, 2, 28),
        LastDay = new(2026, 3, 1),
        CountedTime = Duration.FromMinutes(330),
        Hours = 5.5m,
        Issuer = InstitutionCode.Parse("MFAIC"),
        IssuerName = new("ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ", "Ministry of Foreign Affairs and International Cooperation"),
        PlaceOfIssue = new("រាជធានីភ្នំពេញ", "Phnom Penh"),
        IssuedOn = new(2026, 3, 5),
        PolicyVersion = 2,
        Signatory = new(new("រដ្ឋមន្ត្រី", "Minister"), new("សុខ ដារ៉ា", "SOK Dara")),
    };

    internal static CredentialDraft Draft(int index = 4711) =>
        new(Facts, Guid.Parse("7b0c1f7e-4a3d-4d52-9d53-0d8b3f3f8a11"), Guid.Parse("c2b6c0de-8f4d-4f0e-8a53-5a7f0a6a2b22"), IssuedAt, new StatusEntry(ListAddress, index));

    internal static async Task<string> GenuineAsync(IIssuerKey? key = null) => (await OpenBadgeCredential.SignAsync(Draft(), key ?? TestKeys.Ec)).Text;

    /// <summary>A list in which some bits are set, read by a verifier that trusts everybody.</summary>
    internal static async Task<StatusListCredential> ListAsync(int[] set, IIssuerKey? key = null, Uri? address = null, Instant? asOf = null, Instant? until = null)
    {
        SignedToken token = await StatusListCredential.SignAsync(BitstringStatusList.Of(set), address ?? ListAddress, asOf ?? Now - Duration.FromDays(1), until ?? Now + Duration.FromDays(6), key ?? TestKeys.Ec);
        new CredentialVerifier(TestKeys.Ring).TryReadStatusList(token.Text, Now + Duration.FromDays(3650), out StatusListCredential? list, out CredentialVerification? refusal).Should().BeTrue(refusal?.Explain(Language.English));
        return list!;
    }

    internal static CredentialVerifier Verifier(KeyRing? ring = null, CredentialVerifierOptions? options = null) => new(ring ?? TestKeys.Ring, options);

    internal static string Base64(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    internal static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    internal static byte[] Bytes(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);

    internal static JsonObject Payload(string token) => JsonNode.Parse(Bytes(token.Split('.')[1]))!.AsObject();

    /// <summary>Signs any header and payload, as whoever holds the key could.</summary>
    internal static string Sign(string header, string payload, ECDsa? key = null) => Sign(header, Encoding.UTF8.GetBytes(payload), key);

    internal static string Sign(string header, byte[] payload, ECDsa? key = null)
    {
        string input = $"{Base64(header)}.{Base64(payload)}";
        return $"{input}.{Base64((key ?? TestKeys.EcKey).SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    internal static string Header(string? kid = null, string alg = "ES256", string more = "") => $$"""{"alg":"{{alg}}","kid":"{{kid ?? TestKeys.Ec.PublicKey.Id.ToString()}}","typ":"JWT"{{more}}}""";

    /// <summary>The same signature in its other form: (r, n−s).</summary>
    internal static string Twin(string token)
    {
        var n = new BigInteger(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        string[] parts = token.Split('.');
        byte[] signature = Bytes(parts[2]);
        byte[] s = (n - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        signature.AsSpan(32).Clear();
        s.CopyTo(signature, 64 - s.Length);
        return $"{parts[0]}.{parts[1]}.{Base64(signature)}";
    }
}
