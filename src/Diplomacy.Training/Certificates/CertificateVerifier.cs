using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Checks certificates for strangers: by the full code alone, without an actor, a permission or an issuer's key. Stands apart from issuing.</summary>
/// <remarks>Safe for use from many threads. A host limits the rate of calls and keeps codes out of its logs.</remarks>
public sealed class CertificateVerifier
{
    private readonly ITrainingQueries _queries;
    private readonly IPersonalRecords _records;

    /// <summary>Makes a verifier over a store.</summary>
    /// <param name="queries">Finds a certificate by its code.</param>
    /// <param name="records">Holds what it states.</param>
    public CertificateVerifier(ITrainingQueries queries, IPersonalRecords records)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(records);
        (_queries, _records) = (queries, records);
    }

    /// <summary>Checks a typed code. Case, dashes, spaces and look-alike letters do not matter; a typing error is told before anything is looked up.</summary>
    /// <param name="typed">What was typed or scanned; null counts as empty.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<Verification> VerifyAsync(string typed, CancellationToken cancellationToken = default)
    {
        if (!VerificationCode.TryParse(typed, out VerificationCode code, out VerificationCodeError? error))
        {
            return new Verification.Mistyped(error);
        }

        CertificateSummary? found = await _queries.CertificateAsync(code, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return new Verification.Unknown();
        }

        if (await _records.FindAsync(found.Facts.Id, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            return new Verification.Withheld(found.Number);
        }

        return Facts(found, record) is { } facts ? new Verification.Valid(facts) : new Verification.Unconfirmed(found.Number);
    }

    /// <summary>The frozen facts; null when the record does not agree with what the register says of it.</summary>
    internal static CertificateFacts? Facts(CertificateSummary entry, PersonalRecord record)
    {
        if (record.Reference != entry.Facts)
        {
            return null;
        }

        try
        {
            CertificateFacts? facts = JsonSerializer.Deserialize(record.Payload, CertificateJson.Default.CertificateFactsPayload)?.ToFacts();
            return facts?.Number == entry.Number ? facts : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException)
        {
            // Whoever can write to the records must not be able to turn an answer into a failure.
            return null;
        }
    }
}
