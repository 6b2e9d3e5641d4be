using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Diplomacy.Training.Credentials;
using NodaTime;

namespace Diplomacy.Training.Benchmarks;

/// <summary>1,000 certificates signed and checked, beside 1,000 bare signatures of the same key.</summary>
/// <remarks>Run with <c>dotnet run -c Release --project tests/Benchmarks -- --filter *Credential*</c>.</remarks>
[Config(typeof(FiveSingleRuns))]
public class CredentialBenchmarks
{
    private const int Certificates = 1_000;

    private static readonly Instant s_issued = Instant.FromUtc(2026, 3, 5, 2, 30);
    private static readonly Uri s_list = new("https://training.mfa.example/status/2026-1");

    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _digest = SHA256.HashData([1, 2, 3]);
    private byte[] _signature = [];
    private IssuerKey _key = null!;
    private CredentialVerifier _verifier = null!;
    private CredentialDraft _draft = null!;
    private string _token = "";
    private StatusListCredential[] _lists = [];

    /// <summary>Makes a key and runs everything until it is compiled for good.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _key = IssuerKey.From(KeyId.Parse("did:web:training.mfa.example#2026-1"), _ecdsa);
        _verifier = new CredentialVerifier(KeyRing.Empty.With(_key.PublicKey, new KeyStanding.Active(Instant.FromUtc(2026, 1, 1, 0, 0))));
        _signature = _ecdsa.SignHash(_digest);
        _draft = new CredentialDraft(Facts(), Guid.NewGuid(), Guid.NewGuid(), s_issued, new StatusEntry(s_list, 4711));
        _token = OpenBadgeCredential.SignAsync(_draft, _key).AsTask().GetAwaiter().GetResult().Text;
        string list = StatusListCredential.SignAsync(BitstringStatusList.Of([1]), s_list, s_issued, s_issued + Duration.FromDays(7), _key).AsTask().GetAwaiter().GetResult().Text;
        _lists = _verifier.TryReadStatusList(list, s_issued, out StatusListCredential? read, out CredentialVerification? refusal) ? [read] : throw new InvalidOperationException(refusal.Code);
        for (int i = 0; i < 10; i++)
        {
            _ = BareSign() + Issue() + BareVerify() + Verify();
            Thread.Sleep(100);
        }
    }

    /// <summary>Signs digests and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public int BareSign()
    {
        int bytes = 0;
        for (int i = 0; i < Certificates; i++)
        {
            bytes += _ecdsa.SignHash(_digest).Length;
        }

        return bytes;
    }

    /// <summary>Writes and signs certificates.</summary>
    [Benchmark]
    public int Issue()
    {
        int characters = 0;
        for (int i = 0; i < Certificates; i++)
        {
            characters += OpenBadgeCredential.SignAsync(_draft, _key).AsTask().GetAwaiter().GetResult().Text.Length;
        }

        return characters;
    }

    /// <summary>Checks signatures of digests and nothing else.</summary>
    [Benchmark]
    public int BareVerify()
    {
        int good = 0;
        for (int i = 0; i < Certificates; i++)
        {
            good += _ecdsa.VerifyHash(_digest, _signature) ? 1 : 0;
        }

        return good;
    }

    /// <summary>Judges tokens, status and facts included.</summary>
    [Benchmark]
    public int Verify()
    {
        int good = 0;
        for (int i = 0; i < Certificates; i++)
        {
            good += _verifier.Verify(_token, s_issued + Duration.FromDays(1), _lists) is CredentialVerification.Valid ? 1 : 0;
        }

        return good == Certificates ? good : throw new InvalidOperationException("The benchmark would measure refusals.");
    }

    private static CertificateFacts Facts() => new()
    {
        Number = RegisterNumber.Parse("MFAIC-2026-000123"),
        Level = AwardLevel.Completion,
        PrintedName = "CHAN Sophea",
        NativeName = "ចាន់ សុភា",
        NativeLanguage = Language.Khmer,
        Workshop = WorkshopId.Parse("DD-2026"),
        Title = new("ការទូតឌីជីថល", "Digital diplomacy"),
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
}
