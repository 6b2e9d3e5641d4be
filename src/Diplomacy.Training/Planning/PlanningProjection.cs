using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A workshop can be listed.</summary>
internal sealed record WorkshopListed(WorkshopId Workshop, InstitutionCode Host, Instant Starts, Instant Ends) : QueryChange;

/// <summary>A workshop stands elsewhere in its life.</summary>
internal sealed record WorkshopStatusListed(WorkshopId Workshop, WorkshopStatus Status) : QueryChange;

internal static class PlanningProjection
{
    internal static IEnumerable<QueryChange> Of(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case WorkshopDrafted drafted:
                return [Listed(drafted.Plan), new WorkshopStatusListed(drafted.Plan.Id, WorkshopStatus.Draft)];
            case WorkshopRevised revised:
                return [Listed(revised.Plan)];
            case WorkshopPublished:
                return [new WorkshopStatusListed(Id(entry), WorkshopStatus.Published)];
            case WorkshopPostponed { Agenda: null }:
                return [new WorkshopStatusListed(Id(entry), WorkshopStatus.Postponed)];
            case WorkshopPostponed { Agenda: { } agenda }:
                return [new WorkshopStatusListed(Id(entry), WorkshopStatus.Published), new WorkshopMoved(Id(entry), agenda.Time.Start, agenda.Time.End)];
            case WorkshopTimesSettled { Agenda: var agenda }:
                return [new WorkshopMoved(Id(entry), agenda.Time.Start, agenda.Time.End)];
            case WorkshopCancelled:
                return [new WorkshopStatusListed(Id(entry), WorkshopStatus.Cancelled)];
            case WorkshopHeld:
                return [new WorkshopStatusListed(Id(entry), WorkshopStatus.Held)];
            default:
                return [];
        }
    }

    private static WorkshopId Id(JournalEntry entry) => WorkshopId.Parse(entry.Stream.Key);

    private static WorkshopListed Listed(WorkshopPlan plan) => new(plan.Id, plan.Host, plan.Agenda.Time.Start, plan.Agenda.Time.End);
}

/// <summary>A workshop's time changed.</summary>
internal sealed record WorkshopMoved(WorkshopId Workshop, Instant Starts, Instant Ends) : QueryChange;
