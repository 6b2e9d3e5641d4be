using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What an issuer has issued in a year: the one place that allocates register numbers. Every allocated number has an entry (R38).</summary>
public sealed class CertificateRegister : Aggregate, IAggregate<CertificateRegister>
{
    private readonly Dictionary<RegisterNumber, CertificateIssued> _entries = [];
    private readonly HashSet<VerificationCode> _codes = [];

    private CertificateRegister(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The last number allocated; 0 before the first.</summary>
    public int LastSequence { get; private set; }

    /// <summary>The entries, by number.</summary>
    public IReadOnlyDictionary<RegisterNumber, CertificateIssued> Entries => _entries;

    /// <summary>The stream of an issuer's register of a year.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="year">The year in the issuer's zone.</param>
    public static StreamId StreamOf(InstitutionCode issuer, int year) => StreamId.Of("register", issuer.ToString(), FormattableString.Invariant($"{year:0000}"));

    /// <inheritdoc/>
    public static CertificateRegister Begin(StreamId stream) => new(stream);

    /// <summary>Enters certificates.</summary>
    /// <param name="entries">The entries, numbered on from <see cref="LastSequence"/>.</param>
    /// <exception cref="ArgumentException">A number belongs to another register or does not follow on, or a code is taken.</exception>
    public Decision<int> Enter(IReadOnlyList<CertificateIssued> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var codes = new HashSet<VerificationCode>();
        for (int i = 0; i < entries.Count; i++)
        {
            if (StreamOf(entries[i].Number.Issuer, entries[i].Number.Year) != Stream)
            {
                throw new ArgumentException($"{entries[i].Number} does not belong to {Stream}.", nameof(entries));
            }

            if (entries[i].Number.Sequence != LastSequence + 1 + i)
            {
                throw new ArgumentException($"{entries[i].Number} does not follow on number {LastSequence + i}.", nameof(entries));
            }

            if (_codes.Contains(entries[i].Code) || !codes.Add(entries[i].Code))
            {
                throw new ArgumentException($"The verification code of {entries[i].Number} is taken. Draw another.", nameof(entries));
            }
        }

        return new(entries.Count, [.. entries]);
    }

    private protected override void When(TrainingEvent happened)
    {
        if (happened is CertificateIssued issued)
        {
            _entries[issued.Number] = issued;
            _codes.Add(issued.Code);
            LastSequence = issued.Number.Sequence;
        }
    }
}
