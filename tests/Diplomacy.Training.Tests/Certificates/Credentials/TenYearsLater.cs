using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diplomacy.Training.Credentials;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using NodaTime.Text;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

/// <summary>
/// Tokens issued in 2026, kept as files, and what every later version must make of them. The private keys are lost, so the files cannot be made again, and must not be:
/// see the README beside them.
/// </summary>
public sealed class TenYearsLater
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Diplomacy.Training.Tests", "Certificates", "Credentials", "issued-2026");

    public static TheoryData<string> Cases
    {
        get
        {
            if (!File.Exists(Path.Combine(s_folder, "jwks.json")) && Environment.GetEnvironmentVariable("DIPLOMACY_ISSUE_FIXTURE") == "1")
            {
                IssueAsync().GetAwaiter().GetResult();
            }

            return [.. Expected().GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("what").GetString()!)];
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_issued_in_2026_means_the_same(string what)
    {
        JsonElement one = Expected().GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("what").GetString() == what);
        Instant now = At(one, "now");
        KeyRing ring = KeyRing.ReadJwks(File.ReadAllBytes(Path.Combine(s_folder, "jwks.json"))).Aggregate(KeyRing.Empty, (r, k) =>
            r.With(k, new KeyStanding.Retired(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2028, 1, 1, 0, 0))));
        var verifier = new CredentialVerifier(ring);
        List<StatusListCredential> lists = [];
        if (one.TryGetProperty("list", out JsonElement file))
        {
            verifier.TryReadStatusList(Read(file.GetString()!), now, out StatusListCredential? list, out CredentialVerification? refusal).Should().BeTrue(refusal?.Explain(Language.English));
            lists.Add(list!);
        }

        CredentialVerification outcome = verifier.Verify(Read(one.GetProperty("token").GetString()!), now, lists);

        outcome.Code.Should().Be(one.GetProperty("outcome").GetString());
        if (outcome.Credential is { } credential)
        {
            JsonElement facts = Expected().GetProperty("facts");
            (credential.Facts.Number.ToString(), credential.Facts.PrintedName, credential.Facts.NativeName, credential.Facts.Title.Khmer, credential.Facts.Hours.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .Should().Be((facts.GetProperty("number").GetString()!, facts.GetProperty("name").GetString()!, facts.GetProperty("native").GetString(), facts.GetProperty("title").GetString()!, facts.GetProperty("hours").GetString()!));
            credential.Facts.Should().Be(Tokens.Facts);
        }
    }

    private static JsonElement Expected() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_folder, "expected.json"))).RootElement;

    private static string Read(string file) => File.ReadAllText(Path.Combine(s_folder, file));

    private static Instant At(JsonElement json, string name) => InstantPattern.General.Parse(json.GetProperty(name).GetString()!).Value;

    /// <summary>How the files were made, once, with keys that were then forgotten.</summary>
    private static async Task IssueAsync()
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using RSA rsa = RSA.Create(3072);
        using IssuerKey ec = IssuerKey.From(new(TestKeys.Ministry, "2026-1"), ecdsa), other = IssuerKey.From(new(TestKeys.Ministry, "2026-rsa"), rsa);
        KeyRing ring = KeyRing.Empty.With(ec.PublicKey, new KeyStanding.Active(TestKeys.From)).With(other.PublicKey, new KeyStanding.Active(TestKeys.From));
        Instant asOf = Tokens.IssuedAt + Duration.FromDays(1);
        await WriteAsync("jwks.json", Encoding.UTF8.GetString(ring.WriteJwks(TestKeys.Ministry)));
        string es256 = (await OpenBadgeCredential.SignAsync(Tokens.Draft(), ec)).Text;
        await WriteAsync("es256.jwt", es256);
        await WriteAsync("es256-twin.jwt", Tokens.Twin(es256));
        await WriteAsync("rs256.jwt", (await OpenBadgeCredential.SignAsync(Tokens.Draft(), other)).Text);
        string[] parts = es256.Split('.');
        await WriteAsync("altered.jwt", $"{parts[0]}.{Tokens.Base64(Encoding.UTF8.GetString(Tokens.Bytes(parts[1])).Replace("CHAN", "CHEN", StringComparison.Ordinal))}.{parts[2]}");
        await WriteAsync("dated-2029.jwt", (await OpenBadgeCredential.SignAsync(
            new CredentialDraft(Tokens.Facts, Guid.NewGuid(), Guid.NewGuid(), Instant.FromUtc(2029, 1, 1, 0, 0), new StatusEntry(Tokens.ListAddress, 4711)), ec)).Text);
        await WriteAsync("ends-2027.jwt", (await OpenBadgeCredential.SignAsync(Tokens.Draft() with { ValidUntil = Instant.FromUtc(2027, 1, 1, 0, 0) }, ec)).Text);
        await WriteAsync("list.jwt", (await StatusListCredential.SignAsync(BitstringStatusList.Of([4710]), Tokens.ListAddress, asOf, Instant.FromUtc(2046, 1, 1, 0, 0), ec)).Text);
        await WriteAsync("list-short.jwt", (await StatusListCredential.SignAsync(BitstringStatusList.Of([4710]), Tokens.ListAddress, asOf, asOf + Duration.FromDays(7), ec)).Text);
        await WriteAsync("list-revoked.jwt", (await StatusListCredential.SignAsync(BitstringStatusList.Of([4711]), Tokens.ListAddress, asOf, asOf + Duration.FromDays(7), ec)).Text);

        static Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(s_folder, file), text);
    }
}
