using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class CertificateRegisterEnter
{
    private readonly CertificateRegister _register = CertificateRegister.Begin(CertificateRegister.StreamOf(IssuingOffice.Mfaic, 2023));

    [Fact]
    public void Numbers_follow_on_and_every_number_has_its_entry()
    {
        _register.Apply(_register.Enter([Entry(1), Entry(2)]).Events);
        _register.Apply(_register.Enter([Entry(3)]).Events);

        _register.LastSequence.Should().Be(3);
        _register.Entries.Keys.Select(n => n.Sequence).Should().BeEquivalentTo([1, 2, 3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_number_that_is_taken_or_leaves_a_gap_is_refused(int sequence)
    {
        _register.Apply(_register.Enter([Entry(1)]).Events);

        Refused(Entry(sequence));
    }

    [Fact]
    public void A_gap_within_one_entry_is_refused() => Refused(Entry(1), Entry(3));

    [Fact]
    public void A_code_that_is_taken_is_refused_before_and_within_one_entry()
    {
        CertificateIssued first = Entry(1);
        Refused(first, Entry(2) with { Code = first.Code });
        _register.Apply(_register.Enter([first]).Events);

        Refused(Entry(2) with { Code = first.Code });
    }

    [Fact]
    public void A_number_of_another_issuer_or_another_year_is_refused()
    {
        Refused(Entry(1) with { Number = new(IssuingOffice.Mfaic, 2024, 1) });
        Refused(Entry(1) with { Number = new(InstitutionCode.Parse("FR-PAR-EMB"), 2023, 1) });
    }

    [Fact]
    public void Deciding_changes_nothing_until_it_is_applied()
    {
        Decision<int> decision = _register.Enter([Entry(1)]);

        decision.Outcome.Should().Be(1);
        (_register.LastSequence, _register.Entries.Count, _register.Version).Should().Be((0, 0, 0L));
    }

    private static CertificateIssued Entry(int sequence) => new(
        Instant.FromUtc(2023, 3, 1, 0, 0), new(IssuingOffice.Mfaic, 2023, sequence), VerificationCode.New(), WorkshopId.Parse("DD-2023"), RegistrationId.New(), PersonId.New(),
        AwardLevel.Participation, 1, new RecordRef(RecordId.New(), new string('a', 64)));

    private void Refused(params CertificateIssued[] entries)
    {
        long version = _register.Version;
        ArgumentException refusal = FluentActions.Invoking(() => _register.Enter(entries)).Should().Throw<ArgumentException>().Which;
        refusal.Message.Should().NotContainAny(entries.Select(e => e.Code.ToString()).Concat(entries.Select(e => e.Code.ToCompactString())));
        _register.Version.Should().Be(version);
    }
}
