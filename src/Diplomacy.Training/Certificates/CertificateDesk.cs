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
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>certificate.workshop-is-over</c>, <c>certificate.has-a-policy</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<ProposalList> ProposeAsync(WorkshopId workshop, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        return await _flow.RunAsync(
            new CommandRequest("propose-awards", by, Permission.ProposeCertificates, command, "", AwardList.StreamOf(workshop)),
            async scope =>
            {
                Workshop current = await WorkshopAsync(workshop, scope.Cancellation).ConfigureAwait(false);
                WorkshopPresence presence = await _attendance.PresenceAsync(workshop, scope.Cancellation).ConfigureAwait(false);
                AwardList awards = await scope.LoadAsync<AwardList>(AwardList.StreamOf(workshop)).ConfigureAwait(false);
                return scope.Take(awards, awards.Propose(current, presence, scope.Now));
            },
            entries => new ValueTask<ProposalList>(entries.Select(e => e.Event).OfType<AwardsProposed>().Select(e => new ProposalList(e.Proposal, false, e.Awards)).Single()),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Approves the latest proposal list. The approver stands by name in the journal.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="proposal">The number of the list that the approver has read.</param>
    /// <param name="by">Who approves; needs <see cref="Permission.ApproveCertificates"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>certificate.is-proposed</c>, <c>certificate.proposal-is-latest</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<ProposalList> ApproveAsync(WorkshopId workshop, int proposal, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        _flow.RunAsync(
            new CommandRequest("approve-awards", by, Permission.ApproveCertificates, command, FormattableString.Invariant($"{proposal}"), AwardList.StreamOf(workshop)),
            async scope =>
            {
                AwardList awards = await scope.LoadAsync<AwardList>(AwardList.StreamOf(workshop)).ConfigureAwait(false);
                return scope.Take(awards, awards.Approve(workshop, proposal, scope.Now));
            },
            async entries =>
            {
                // The list as it was approved: a later one may have replaced it since.
                AwardList then = AwardList.Begin(AwardList.StreamOf(workshop));
                foreach (JournalEntry entry in await _flow.Journal.ReadAsync(then.Stream, 0, cancellationToken).ConfigureAwait(false))
                {
                    if (entry.Version > entries[^1].Version)
                    {
                        break;
                    }

                    then.Apply(entry.Event);
                }

                return new ProposalList(proposal, true, [.. then.Proposed]);
            },
            cancellationToken);

    /// <summary>
    /// Issues every approved award that was earned and is not issued yet: numbers, codes and frozen facts in one append, all or none.
    /// Issuing again issues nothing and gives the same certificates back (R37). People whose particulars were erased are left out and told in the report.
    /// </summary>
    /// <param name="workshop">The workshop; its host issues, in the year that it is where the host is.</param>
    /// <param name="by">Who issues; needs <see cref="Permission.IssueCertificates"/>.</param>
    /// <param name="signatory">Who signs, as printed; null where nobody is named.</param>
    /// <param name="unreviewedReasonCode">The host's code for the reason to issue while rows of attendance await review, 1 to 100 characters without spaces or control characters; null to refuse then.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="ArgumentException">The reason is not a code.</exception>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>certificate.is-approved</c>, <c>certificate.list-is-current</c>, <c>certificate.attendance-is-reviewed</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<IssueReport> IssueAsync(
        WorkshopId workshop, Actor by, Signatory? signatory = null, string? unreviewedReasonCode = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        if (unreviewedReasonCode is not null)
        {
            ReasonCode.Checked(unreviewedReasonCode, nameof(unreviewedReasonCode));
        }

        int? issued;
        do
        {
            // The register must be named before its gate is entered. Should the year turn or the host change meanwhile, it is named anew.
            StreamId register = (await FrameAsync(workshop, _flow.Now, cancellationToken).ConfigureAwait(false)).Register;
            issued = await _flow.RunAsync(
                new CommandRequest("issue-certificates", by, Permission.IssueCertificates, command, unreviewedReasonCode ?? "", AwardList.StreamOf(workshop), register, AttendanceSheet.StreamOf(workshop), RegistrationBook.StreamOf(workshop)),
                async scope =>
                {
                    Frame frame = await FrameAsync(workshop, scope.Now, scope.Cancellation).ConfigureAwait(false);
                    return frame.Register == register ? await IssueAsync(scope, frame, signatory, unreviewedReasonCode).ConfigureAwait(false) : null;
                },
                entries => new ValueTask<int?>(entries.Count),
                cancellationToken).ConfigureAwait(false);
        }
        while (issued is null);

        IReadOnlyList<ProposedAward> left = await _flow.ReadAsync<AwardList, IReadOnlyList<ProposedAward>>(
            AwardList.StreamOf(workshop), awards => awards.AwaitingIssue(), cancellationToken).ConfigureAwait(false);
        return new(await OfWorkshopAsync(workshop, cancellationToken).ConfigureAwait(false), issued.Value)
        {
            LeftOut = [.. left.Select(award => CertificateRules.PersonHasName.Broken(("person", award.Person.ToString()), ("registration", award.Registration.ToString())))],
        };
    }

    /// <summary>The certificates of a workshop, ordered by number; those whose facts are no longer kept, or do not agree with the register, are left out.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<ImmutableArray<Certificate>> OfWorkshopAsync(WorkshopId workshop, CancellationToken cancellationToken = default)
    {
        var certificates = ImmutableArray.CreateBuilder<Certificate>();
        string? cursor = null;
        do
        {
            Page<CertificateSummary> page = await _ports.Queries.CertificatesOfWorkshopAsync(workshop, cursor, 500, cancellationToken).ConfigureAwait(false);
            foreach (CertificateSummary row in page.Items)
            {
                if (await _ports.Records.FindAsync(row.Facts.Id, cancellationToken).ConfigureAwait(false) is { } record && CertificateVerifier.Facts(row, record) is { } facts)
                {
                    certificates.Add(new(row.Number, row.Code, row.Person, row.Registration, facts));
                }
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        return certificates.ToImmutable();
    }

    private async ValueTask<int?> IssueAsync(CommandScope scope, Frame frame, Signatory? signatory, string? unreviewedReasonCode)
    {
        Workshop workshop = frame.Workshop;
        AwardList awards = await scope.LoadAsync<AwardList>(AwardList.StreamOf(workshop.Id)).ConfigureAwait(false);

        // Attendance is read at versions of sheet and book that the append rests on: whatever is recorded meanwhile makes this decide again.
        AttendanceSheet sheet = await scope.LoadAsync<AttendanceSheet>(AttendanceSheet.StreamOf(workshop.Id)).ConfigureAwait(false);
        int rowsToReview = scope.Take(sheet, Decision.Of(sheet.RowsToReview));
        RegistrationBook book = await scope.LoadAsync<RegistrationBook>(RegistrationBook.StreamOf(workshop.Id)).ConfigureAwait(false);
        IEnumerable<Registration> registrations = scope.Take(book, Decision.Of(book.All.Values));
        TrainingRuleException.ThrowIfAny(
        [
            .. awards.CheckIssue(workshop.Id, rowsToReview, unreviewedReasonCode),
            .. awards.CheckIsCurrent(workshop, AttendanceDesk.PresenceOf(workshop, registrations, sheet.Figures())),
        ]);
        CertificateRegister register = await scope.LoadAsync<CertificateRegister>(frame.Register).ConfigureAwait(false);
        var entered = new List<CertificateIssued>();
        var issued = ImmutableArray.CreateBuilder<TrainingEvent>();
        foreach (ProposedAward award in awards.AwaitingIssue())
        {
            if (await _people.FindAsync(award.Person, scope.Cancellation).ConfigureAwait(false) is not { } person)
            {
                continue;
            }

            var number = new RegisterNumber(frame.Issuer.Code, frame.Today.Year, register.LastSequence + 1 + entered.Count);
            var code = VerificationCode.New();
            CertificateFacts facts = Freeze(number, award, person, frame, signatory);

            // The facts outlive the person's other data (R43): they are kept under the certificate's number, and erased by a retention rule of their own.
            RecordRef record = scope.Keep(PersonalRecord.Create(
                $"certificate:{number}", CertificateFactsPayload.Kind, JsonSerializer.Serialize(CertificateFactsPayload.Of(facts), CertificateJson.Default.CertificateFactsPayload)));
            entered.Add(new(scope.Now, number, code, workshop.Id, award.Registration, award.Person, award.Level, award.PolicyVersion, record));
            issued.Add(new AwardIssued(scope.Now, award.Registration, award.Person, award.Level, number, rowsToReview > 0 ? unreviewedReasonCode : null));
            scope.Tell(new(
                CertificateRules.NoticeIssued.Code, award.Person, (person.Post?.Institution ?? frame.Issuer.Code).ToString(), workshop.Id.ToString(), person.Language,
                ImmutableSortedDictionary<string, string>.Empty
                    .Add("number", number.ToString()).Add("title", workshop.Title.In(person.Language)).Add("code", code.ToString())));
        }

        scope.Take(awards, new Decision<int>(issued.Count, issued.ToImmutable()));
        return scope.Take(register, register.Enter(entered));
    }

    private CertificateFacts Freeze(
        RegisterNumber number, ProposedAward award, Person person, Frame frame, Signatory? signatory) => new()
    {
        Number = number,
        Level = award.Level,
        PrintedName = person.Name.Printed,
        NativeName = person.Name.Native?.Printed,
        NativeLanguage = person.Name.Native?.Language,
        Honorific = person.Honorific,
        Workshop = frame.Workshop.Id,
        Title = frame.Workshop.Title,
        Venue = frame.Workshop.Plan.Venue,
        FirstDay = frame.Workshop.Agenda.SessionsOf(award.Sitting).Min(session => session.Item.Start).Date,
        LastDay = frame.Workshop.Agenda.SessionsOf(award.Sitting).Max(session => LastMoment(session.Item)).Date,
        CountedTime = frame.Workshop.Agenda.SessionLengthOf(award.Sitting),
        Hours = Math.Round((decimal)frame.Workshop.Agenda.SessionLengthOf(award.Sitting).TotalHours * 2, MidpointRounding.AwayFromZero) / 2,
        Issuer = frame.Issuer.Code,
        IssuerName = frame.Issuer.Name,
        PlaceOfIssue = _options.Issuers.TryGetValue(frame.Issuer.Code, out IssuerOptions? settings) && settings.PlaceOfIssue is { } place ? place
            : frame.Issuer.City.Length > 0 ? new LocalizedText("", frame.Issuer.City) : null,
        IssuedOn = frame.Today,
        PolicyVersion = award.PolicyVersion,
        Signatory = signatory,
    };

    /// <summary>A session ends before the moment of its end: one until midnight ends on its own day.</summary>
    private static LocalDateTime LastMoment(AgendaItem session) => session.Start.PlusNanoseconds(session.Length.ToInt64Nanoseconds() - 1);

    private async ValueTask<Frame> FrameAsync(WorkshopId id, Instant now, CancellationToken cancellationToken)
    {
        Workshop workshop = await WorkshopAsync(id, cancellationToken).ConfigureAwait(false);
        Institution issuer = await _institutions.GetAsync(workshop.Host, cancellationToken).ConfigureAwait(false);
        return new(workshop, issuer, now.InZone(Zone(issuer)).Date);
    }

    private DateTimeZone Zone(Institution issuer) => _ports.Zones.GetZoneOrNull(issuer.ZoneId) ?? throw new TrainingRuleException(
        InstitutionRules.ZoneIsKnown.Broken(("institution", issuer.Code.ToString()), ("zone", issuer.ZoneId), ("version", _ports.Zones.VersionId)));

    private async ValueTask<Workshop> WorkshopAsync(WorkshopId id, CancellationToken cancellationToken) =>
        await _planning.FindAsync(id, cancellationToken).ConfigureAwait(false)
        ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));

    /// <summary>Who issues for which workshop, on which day of the issuer's own calendar.</summary>
    private sealed record Frame(Workshop Workshop, Institution Issuer, LocalDate Today)
    {
        internal StreamId Register => CertificateRegister.StreamOf(Issuer.Code, Today.Year);
    }
}

/// <summary>What issuing did.</summary>
/// <param name="Certificates">Every certificate of the workshop, ordered by number: those issued now and before.</param>
/// <param name="IssuedNow">How many were issued by this call.</param>
public sealed record IssueReport(ImmutableArray<Certificate> Certificates, int IssuedNow)
{
    /// <summary>Approved awards that await issue still, because the person's particulars were erased: <c>certificate.person-is-known</c> for each.</summary>
    public ImmutableArray<TrainingRule> LeftOut { get; init; } = [];
}
