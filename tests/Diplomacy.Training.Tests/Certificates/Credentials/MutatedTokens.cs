using System.Globalization;
using Diplomacy.Training.Credentials;
using NodaTime;
using Xunit.Sdk;
using static Diplomacy.Training.Tests.Certificates.Credentials.Tokens;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

/// <summary>
/// Mutates a genuine token: bytes of the text, and bytes of its decoded parts. DIPLOMACY_FUZZ_TOKENS sets how many (20,000 unless told), DIPLOMACY_FUZZ_SEED the seed (6).
/// </summary>
public sealed class MutatedTokens
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\0\u00E9\u017F\u212A";

    private const string Json = "0123456789\"{}[],:\\unabAZ-. \0\u00FF";

    [Fact]
    public async Task None_is_valid_but_the_twin_of_the_signature_and_nothing_throws()
    {
        int count = Setting("DIPLOMACY_FUZZ_TOKENS", 20_000);
        var random = new Random(Setting("DIPLOMACY_FUZZ_SEED", 6));
        string genuine = await GenuineAsync();
        string twin = Twin(genuine);
        StatusListCredential[] lists = [await ListAsync([])];
        CredentialVerifier verifier = Verifier();
        verifier.Verify(twin, Now, lists).Should().BeOfType<CredentialVerification.Valid>("or the fuzzer would prove nothing");
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);

        for (int i = 0; i < count; i++)
        {
            string token = Mutated(random, random.Next(8) == 0 ? twin : genuine);
            if (token == genuine || token == twin)
            {
                continue;
            }

            CredentialVerification outcome = verifier.Verify(token, Now, lists);
            string name = outcome.GetType().Name;
            outcomes[name] = outcomes.GetValueOrDefault(name) + 1;
            if (outcome.Credential is not null)
            {
                throw new XunitException($"Mutation {i} was taken for genuine ({name}): {token}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", outcomes.Select(o => $"{o.Key} {o.Value}")));
        outcomes.Keys.Should().Contain(["BadSignature", "Malformed", "UnknownKey", "UnsupportedAlgorithm"], "the mutations reach every gate before the payload");
    }

    [Fact]
    public async Task Nothing_that_the_key_itself_signed_makes_the_verifier_throw()
    {
        int count = Setting("DIPLOMACY_FUZZ_TOKENS", 20_000) / 10;
        var random = new Random(Setting("DIPLOMACY_FUZZ_SEED", 6));
        byte[] payload = OpenBadgeCredential.WritePayload(Draft(), TestKeys.Ministry);
        StatusListCredential[] lists = [await ListAsync([])];
        var outcomes = new HashSet<string>();

        for (int i = 0; i < count; i++)
        {
            byte[] bent = payload;
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                // Letters that keep JSON alive more often than any byte would.
                bent = Edited(random, bent, r => (byte)Json[r.Next(Json.Length)]);
            }

            string token = Sign(Header(), bent);
            outcomes.Add(Verifier().Verify(token, Now, lists).GetType().Name);
            Verifier().TryReadStatusList(token, Now, out _, out _).Should().BeFalse();
        }

        outcomes.Should().Contain(["Malformed", "ClaimMismatch", "Valid"], "a letter of the venue may change, and the issuer's own key signed it");
    }

    private static string Mutated(Random random, string token)
    {
        string[] parts = token.Split('.');
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int part = random.Next(3);
            if (random.Next(2) == 0)
            {
                try
                {
                    // Within the decoded bytes, so that what is reached lies behind the encoding.
                    parts[part] = Base64(Edited(random, Bytes(parts[part]), r => (byte)r.Next(256)));
                }
                catch (FormatException)
                {
                    parts[part] = new string(Edited(random, parts[part].ToCharArray(), Letter));
                }
            }
            else
            {
                parts[part] = new string(Edited(random, parts[part].ToCharArray(), Letter));
            }
        }

        return random.Next(50) == 0 ? string.Join('.', parts.Reverse()) : string.Join('.', parts);
    }

    private static char Letter(Random random) => Alphabet[random.Next(Alphabet.Length)];

    private static T[] Edited<T>(Random random, T[] source, Func<Random, T> draw)
    {
        List<T> edited = [.. source];
        int at = random.Next(edited.Count + 1);
        switch (random.Next(4))
        {
            case 0:
                edited.Insert(at, draw(random));
                break;
            case 1 when at < edited.Count:
                edited.RemoveAt(at);
                break;
            case 2 when at < edited.Count:
                edited.RemoveRange(at, Math.Min(random.Next(1, 9), edited.Count - at));
                break;
            default:
                edited[Math.Min(at, edited.Count - 1)] = draw(random);
                break;
        }

        return edited.Count == 0 ? [draw(random)] : [.. edited];
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}

public sealed class CredentialVerificationExplain
{
    [Fact]
    public async Task Each_answer_begins_with_the_answer_in_one_word()
    {
        string token = await GenuineAsync();
        string[] parts = token.Split('.');
        (CredentialVerification Outcome, string English, string Khmer)[] told =
        [
            (Verifier().Verify(token, Now, [await ListAsync([])]), "Valid.", "ត្រឹមត្រូវ។"),
            (Verifier().Verify(token, Now, [await ListAsync([4711])]), "Revoked.", "បានដកហូត។"),
            (Verifier().Verify(token, Now), "Unconfirmed.", "មិនអាចបញ្ជាក់បាន។"),
            (Verifier().Verify(token, IssuedAt - Duration.FromHours(1)), "Premature.", "មិនទាន់មានសុពលភាព។"),
            (Verifier().Verify($"{parts[0]}.{parts[1]}.{Base64(new byte[64])}", Now), "Invalid.", "មិនត្រឹមត្រូវ។"),
            (Verifier(KeyRing.Empty).Verify(token, Now), "Unknown.", "មិនស្គាល់។"),
            (Verifier().Verify("x", Now), "Unreadable.", "មិនអាចអានបាន។"),
        ];

        foreach ((CredentialVerification outcome, string english, string khmer) in told)
        {
            outcome.Explain(Language.English).Should().StartWith(english + " ");
            outcome.Explain(Language.Khmer).Should().StartWith(khmer + " ");
            outcome.ToString().Should().NotContain("Sophea");
        }

        told.Select(t => t.Outcome.Code).Should().OnlyHaveUniqueItems();
    }
}
