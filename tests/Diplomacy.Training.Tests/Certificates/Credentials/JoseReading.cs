using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Diplomacy.Training.Credentials;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using NodaTime.Text;
using static Diplomacy.Training.Tests.Certificates.Credentials.Tokens;

namespace Diplomacy.Training.Tests.Certificates.Credentials;

/// <summary>jose, by other people, checks our tokens with our key set.</summary>
public sealed class JoseReading
{
    [Fact]
    public async Task Tokens_of_both_algorithms_are_verified_with_the_published_key_set()
    {
        string list = (await StatusListCredential.SignAsync(BitstringStatusList.Of([1]), ListAddress, Now - Duration.FromDays(1), Now + Duration.FromDays(1), TestKeys.Ec)).Text;
        string ec = await GenuineAsync(), rsa = await GenuineAsync(TestKeys.Rsa);

        JsonElement[] told = Judge([ec, rsa, list]);

        told[0].GetProperty("algorithm").GetString().Should().Be("ES256");
        told[1].GetProperty("algorithm").GetString().Should().Be("RS256");
        told[2].GetProperty("issuer").GetString().Should().Be(TestKeys.Ministry.ToString());
        told.Take(2).Should().AllSatisfy(t => (t.GetProperty("id").GetString(), t.GetProperty("name").GetString()).Should().Be((Draft().ToString(), Facts.PrintedName)));
    }

    [Fact]
    public async Task What_was_altered_or_signed_by_others_is_refused_there_too()
    {
        string[] genuine = (await GenuineAsync()).Split('.');
        string altered = Encoding.UTF8.GetString(Bytes(genuine[1])).Replace("CHAN", "CHEN", StringComparison.Ordinal);
        string twin = Twin(string.Join('.', genuine));

        JsonElement[] told = Judge([$"{genuine[0]}.{Base64(altered)}.{genuine[2]}", await GenuineAsync(TestKeys.OfPartner), twin]);

        told[0].GetProperty("error").GetString().Should().Be("ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
        told[1].GetProperty("error").GetString().Should().Be("ERR_JWKS_NO_MATCHING_KEY");
        told[2].TryGetProperty("error", out _).Should().BeFalse("the twin of a signature is valid everywhere");
    }

    private static JsonElement[] Judge(string[] tokens)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string list = string.Join(",", tokens.Select(t => $"\"{t}\""));
        File.WriteAllText(path, $$"""{"jwks":{{Encoding.UTF8.GetString(TestKeys.Ring.WriteJwks(TestKeys.Ministry))}},"tokens":[{{list}}],"at":"{{InstantPattern.General.Format(Now)}}"}""");
        try
        {
            var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "judges", "jose.mjs"), path]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string said = errors.GetAwaiter().GetResult();
            if (said.Contains("ERR_MODULE_NOT_FOUND", StringComparison.Ordinal))
            {
                Missing();
            }

            process.ExitCode.Should().Be(0, "jose should read the tokens; it said: {0}", said);
            return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        }
        catch (Win32Exception)
        {
            Missing();
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Missing()
    {
        const string HowToGet = "jose is missing: install Node.js, then npm ci --prefix tests/judges";
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(HowToGet);
        }

        Assert.Fail(HowToGet);
    }
}
