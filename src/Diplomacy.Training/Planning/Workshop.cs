namespace Diplomacy.Training;

/// <summary>Where a workshop stands in its life.</summary>
public enum WorkshopStatus
{
    /// <summary>Planned, not yet announced; nobody can register.</summary>
    Draft,

    /// <summary>Announced; people can register within the window.</summary>
    Published,

    /// <summary>Put off to a time that is not set yet; registrations stand.</summary>
    Postponed,

    /// <summary>Will not take place.</summary>
    Cancelled,

    /// <summary>Has taken place.</summary>
    Held,
}

/// <summary>One workshop as it stands: its plan and where it is in its life.</summary>
/// <remarks>Immutable: a picture of one version.</remarks>
/// <param name="Plan">What is planned.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">The version of its stream.</param>
public sealed record Workshop(WorkshopPlan Plan, WorkshopStatus Status, long Version)
{
    /// <summary>The code under which it is filed.</summary>
    public WorkshopId Id => Plan.Id;

    /// <summary>The institution that hosts and issues.</summary>
    public InstitutionCode Host => Plan.Host;

    /// <summary>The title in both languages.</summary>
    public LocalizedText Title => Plan.Title;

    /// <summary>The agenda in the host's zone.</summary>
    public Agenda Agenda => Plan.Agenda;
}
