using System.Collections.Immutable;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Proposes, approves and issues certificates.</summary>
/// <remarks>Safe for use from many threads; lives as long as the container.</remarks>
public sealed class CertificateDesk
{
    private readonly CommandFlow _flow;
    private readonly TrainingPorts _ports;
    private readonly TrainingOptions _options;
    private readonly InstitutionDesk _institutions;
    private readonly PeopleDesk _people;
    private readonly PlanningDesk _planning;
    private readonly AttendanceDesk _attendance;

    internal CertificateDesk(
        CommandFlow flow, TrainingPorts ports, TrainingOptions options, InstitutionDesk institutions, PeopleDesk people, PlanningDesk planning, AttendanceDesk attendance) =>
        (_flow, _ports, _options, _institutions, _people, _planning, _attendance) = (flow, ports, options, institutions, people, planning, attendance);

    /// <summary>Draws up the proposal list of a workshop from everybody's presence. Drawing it up again without a change gives the same list.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who proposes; needs <see cref="Permission.ProposeCertificates"/>.</param>
    /// <param name="command">Names the command, so that a retried request takes effect once; a new one when null.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>certificate.workshop-is-over</c>, <c>certificate.has-a-policy</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<ProposalList> ProposeAsync(WorkshopId workshop, Actor by, CommandId? command = null, CancellationToken cancellation = default)
    {
        Workshop current = await WorkshopAsync(workshop, cancellation).ConfigureAwait(false);
        WorkshopPresence presence = await _attendance.PresenceAsync(workshop, cancellation).ConfigureAwait(false);
        return await _flow.RunAsync(
            new CommandRequest("propose-awards", by, Permission.ProposeCertificates, command, "", AwardList.StreamOf(workshop)),
            async scope =>
            {
                AwardList awards = await scope.LoadAsync<AwardList>(AwardList.StreamOf(workshop)).ConfigureAwait(false);
                return scope.Take(awards, awards.Propose(current, presence, scope.Now));
            },
            entries => new ValueTask<ProposalList>(entries.Select(e => e.Event).OfType<AwardsProposed>().Select(e => new ProposalList(e.Proposal, false, e.Awards)).Single()),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Approves the latest proposal list. The approver stands by name in the journal.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="proposal">The number of the list that the approver has read.</param>
    /// <param name="by">Who approves; needs <see cref="Permission.ApproveCertificates"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>certificate.is-proposed</c>, <c>certificate.proposal-is-latest</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<ProposalList> ApproveAsync(WorkshopId workshop, int proposal, Actor by, CommandId? command = null, CancellationToken cancellation = default) =>
        _flow.RunAsync(
            new CommandRequest("approve-awards", by, Permission.ApproveCertificates, command, FormattableString.Invariant($"{proposal}"), AwardList.StreamOf(workshop)),
            async scope =>
            {
                AwardList awards = await scope.LoadAsync<AwardList>(AwardList.StreamOf(workshop)).ConfigureAwait(false);
                return scope.Take(awards, awards.Approve(workshop, proposal, scope.Now));
            },
            async _ => await _flow.ReadAsync<AwardList, ProposalList>(
                AwardList.StreamOf(workshop), awards => new ProposalList(proposal, true, [.. awards.Proposed]), cancellation).ConfigureAwait(false),
            cancellation);

    /// <summary>
    /// Issues every approved award that was earned and is not issued yet: numbers, codes and frozen facts in one append, all or none.
    /// Issuing again issues nothing and gives the same certificates back (R37).
    /// </summary>
    /// <param name="workshop">The workshop; its host issues.</param>
    /// <param name="by">Who issues; needs <see cref="Permission.IssueCertificates"/>.</param>
    /// <param name="signatory">Who signs, as printed; null where nobody is named.</param>
    /// <param name="unreviewedReason">The host's code for the reason to issue while rows of attendance await review; null to refuse then.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>certificate.is-approved</c>, <c>certificate.attendance-is-reviewed</c>, <c>certificate.person-is-known</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<IssueReport> IssueAsync(
        WorkshopId workshop, Actor by, Signatory? signatory = null, string? unreviewedReason = null, CommandId? command = null, CancellationToken cancellation = default)
    {
        Workshop current = await WorkshopAsync(workshop, cancellation).ConfigureAwait(false);
        Institution issuer = await _institutions.GetAsync(current.Host, cancellation).ConfigureAwait(false);
        WorkshopPresence presence = await _attendance.PresenceAsync(workshop, cancellation).ConfigureAwait(false);
        LocalDate today = _flow.Now.InZone(Zone(issuer)).Date;
        StreamId register = CertificateRegister.StreamOf(issuer.Code, today.Year);
        int issued = await _flow.RunAsync(
            new CommandRequest("issue-certificates", by, Permission.IssueCertificates, command, unreviewedReason ?? "", AwardList.StreamOf(workshop), register),
            async scope =>
            {
                AwardList awards = await scope.LoadAsync<AwardList>(AwardList.StreamOf(workshop)).ConfigureAwait(false);
                TrainingRuleException.ThrowIfAny(awards.CheckIssue(workshop, presence.RowsToReview, unreviewedReason));
                CertificateRegister entries = await scope.LoadAsync<CertificateRegister>(register).ConfigureAwait(false);
                return await IssueAsync(scope, current, issuer, today, awards, entries, signatory, unreviewedReason).ConfigureAwait(false);
            },
            entries => new ValueTask<int>(entries.Count),
            cancellation).ConfigureAwait(false);
        return new(await OfWorkshopAsync(workshop, cancellation).ConfigureAwait(false), issued);
    }

    /// <summary>The certificates of a workshop, ordered by number; those whose facts are no longer kept are left out.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async ValueTask<ImmutableArray<Certificate>> OfWorkshopAsync(WorkshopId workshop, CancellationToken cancellation = default)
    {
        var certificates = ImmutableArray.CreateBuilder<Certificate>();
        string? cursor = null;
        do
        {
            Page<CertificateSummary> page = await _ports.Queries.CertificatesOfWorkshopAsync(workshop, cursor, 500, cancellation).ConfigureAwait(false);
            foreach (CertificateSummary row in page.Items)
            {
                if (await CertificateVerifier.FactsAsync(_ports.Records, row.Facts, cancellation).ConfigureAwait(false) is { } facts)
                {
                    certificates.Add(new(row.Number, row.Code, row.Person, row.Registration, facts));
                }
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        return certificates.ToImmutable();
    }

    private async ValueTask<int> IssueAsync(
        CommandScope scope, Workshop workshop, Institution issuer, LocalDate today, AwardList awards, CertificateRegister register, Signatory? signatory, string? unreviewedReason)
    {
        var unmet = new List<TrainingRule>();
        var entered = new List<CertificateIssued>();
        var issued = ImmutableArray.CreateBuilder<TrainingEvent>();
        foreach (ProposedAward award in awards.AwaitingIssue())
        {
            if (await _people.FindAsync(award.Person, scope.Cancellation).ConfigureAwait(false) is not { } person)
            {
                unmet.Add(CertificateRules.PersonHasName.Broken(("person", award.Person.ToString()), ("registration", award.Registration.ToString())));
                continue;
            }

            var number = new RegisterNumber(issuer.Code, today.Year, register.LastSequence + 1 + entered.Count);
            var code = VerificationCode.New();
            CertificateFacts facts = Freeze(number, award, person, workshop, issuer, today, signatory);

            // The facts outlive the person's other data (R43): they are kept under the certificate's number, and erased by a retention rule of their own.
            RecordRef record = scope.Keep(PersonalRecord.Create(
                $"certificate:{number}", CertificateFactsPayload.Kind, JsonSerializer.Serialize(CertificateFactsPayload.Of(facts), CertificateJson.Default.CertificateFactsPayload)));
            entered.Add(new(scope.Now, number, code, workshop.Id, award.Registration, award.Person, award.Level, award.PolicyVersion, record));
            issued.Add(new AwardIssued(scope.Now, award.Registration, award.Level, number, unreviewedReason));
            scope.Tell(new(
                CertificateRules.NoticeIssued.Code, award.Person, person.Post?.Institution.ToString() ?? "", workshop.Id.ToString(), person.Language,
                ImmutableSortedDictionary<string, string>.Empty
                    .Add("number", number.ToString()).Add("title", workshop.Title.In(person.Language)).Add("code", code.ToString())));
        }

        TrainingRuleException.ThrowIfAny(unmet);
        scope.Take(awards, new Decision<int>(issued.Count, issued.ToImmutable()));
        return scope.Take(register, register.Enter(entered));
    }

    private CertificateFacts Freeze(
        RegisterNumber number, ProposedAward award, Person person, Workshop workshop, Institution issuer, LocalDate today, Signatory? signatory) => new()
    {
        Number = number,
        Level = award.Level,
        PrintedName = person.Name.Printed,
        NativeName = person.Name.Native?.Printed,
        Honorific = person.Honorific,
        Workshop = workshop.Id,
        Title = workshop.Title,
        Venue = workshop.Plan.Venue,
        From = workshop.Agenda.Sessions.First().Item.Start.Date,
        To = workshop.Agenda.Sessions.Last().Item.Start.Date,
        Length = workshop.Agenda.SessionLength,
        Issuer = issuer.Code,
        IssuerName = issuer.Name,
        IssuedAt = _options.Issuers.TryGetValue(issuer.Code, out IssuerOptions? settings) && settings.PlaceOfIssue is { } place ? place
            : issuer.City.Length > 0 ? new LocalizedText("", issuer.City) : null,
        IssuedOn = today,
        PolicyVersion = award.PolicyVersion,
        Signatory = signatory,
    };

    private DateTimeZone Zone(Institution issuer) => _ports.Zones.GetZoneOrNull(issuer.ZoneId) ?? throw new TrainingRuleException(
        InstitutionRules.ZoneIsKnown.Broken(("institution", issuer.Code.ToString()), ("zone", issuer.ZoneId), ("version", _ports.Zones.VersionId)));

    private async ValueTask<Workshop> WorkshopAsync(WorkshopId id, CancellationToken cancellation) =>
        await _planning.FindAsync(id, cancellation).ConfigureAwait(false)
        ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));
}

/// <summary>What issuing did.</summary>
/// <param name="Certificates">Every certificate of the workshop, ordered by number: those issued now and before.</param>
/// <param name="IssuedNow">How many were issued by this call.</param>
public sealed record IssueReport(ImmutableArray<Certificate> Certificates, int IssuedNow);
