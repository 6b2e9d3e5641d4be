using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What one run of the due work did.</summary>
/// <param name="WorkshopsSettled">How many workshops became held.</param>
/// <param name="BooksSettled">In how many books something was settled: promotions after a new seat plan, closed waiting lists, cancelled workshops.</param>
public sealed record DueWorkReport(int WorkshopsSettled, int BooksSettled)
{
    /// <summary>How many entries of calendars somebody was told of: invitations, changes, other local times, cancellations. Only where a ledger of invitations is open.</summary>
    public int InvitationsTold { get; init; }

    /// <summary>How many reminders were sent.</summary>
    public int RemindersSent { get; init; }

    /// <summary>From how many registrations answers were erased, since their retention had ended (R55).</summary>
    public int AnswersPurged { get; init; }

    /// <summary>The workshops that could not be settled, or not wholly, and the rule that refused it; none as a rule. Told with every run until it is mended.</summary>
    public ImmutableArray<DueWorkRefusal> Refused { get; init; } = [];
}

/// <summary>A workshop that could not be settled, or not wholly.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Rule">The rule that refused it.</param>
public sealed record DueWorkRefusal(WorkshopId Workshop, TrainingRule Rule);

/// <summary>
/// What falls due by time alone, in one call that any scheduler can make: published workshops become held when their agenda ends, waiting lists close at the
/// promotion cut-off, offers lapse, books take over changed workshops, invitees are told what changed and reminded, and answers are erased when their retention ends. Idempotent: a second run right after the first does nothing.
/// </summary>
/// <remarks>Safe for use from many threads and processes.</remarks>
public sealed class DueWork
{
    private readonly TrainingPorts _ports;
    private readonly PlanningDesk _planning;
    private readonly RegistrationDesk _registrations;
    private readonly InvitationDesk _invitations;

    internal DueWork(TrainingPorts ports, PlanningDesk planning, RegistrationDesk registrations, InvitationDesk invitations) =>
        (_ports, _planning, _registrations, _invitations) = (ports, planning, registrations, invitations);

    /// <summary>Does everything that is due now.</summary>
    /// <param name="cancellationToken">Stops between two workshops.</param>
    /// <returns>What was done.</returns>
    public async ValueTask<DueWorkReport> RunAsync(CancellationToken cancellationToken = default)
    {
        int workshops = 0;
        int books = 0;
        int answers = 0;
        int told = 0;
        int reminded = 0;
        var refused = ImmutableArray.CreateBuilder<DueWorkRefusal>();
        string? cursor = null;
        do
        {
            Page<WorkshopSummary> page = await _ports.Queries.WorkshopsAsync(cursor, 100, cancellationToken).ConfigureAwait(false);
            foreach (WorkshopSummary workshop in page.Items)
            {
                try
                {
                    answers += await _registrations.PurgeAnswersAsync(workshop.Id, Actor.System, cancellationToken).ConfigureAwait(false);
                    if (workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Postponed or WorkshopStatus.Cancelled))
                    {
                        continue;
                    }

                    bool book = await _registrations.SettleAsync(workshop.Id, Actor.System, cancellationToken).ConfigureAwait(false);
                    if (await _planning.SettleAsync(workshop.Id, cancellationToken).ConfigureAwait(false))
                    {
                        workshops++;

                        // The agenda may have ended between the two: a held workshop is not looked at again, so nobody must be left waiting for it.
                        book |= await _registrations.SettleAsync(workshop.Id, Actor.System, cancellationToken).ConfigureAwait(false);
                    }

                    books += book ? 1 : 0;
                    var (invitations, reminders, refusal) = await _invitations.SettleAsync(workshop.Id, cancellationToken).ConfigureAwait(false);
                    told += invitations;
                    reminded += reminders;
                    if (refusal is not null)
                    {
                        refused.Add(new(workshop.Id, refusal));
                    }
                }
                catch (TrainingRuleException refusal)
                {
                    // One workshop that cannot be settled, such as one that a newer version of the library wrote to, must not hold up all others.
                    refused.Add(new(workshop.Id, refusal.Rule));
                }
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        return new(workshops, books) { AnswersPurged = answers, InvitationsTold = told, RemindersSent = reminded, Refused = refused.ToImmutable() };
    }
}
