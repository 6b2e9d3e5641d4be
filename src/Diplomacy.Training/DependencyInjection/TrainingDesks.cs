using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>All desks over one set of ports. What a program without a container makes once and keeps; the container makes it for the others.</summary>
/// <remarks>Safe for use from many threads.</remarks>
public sealed class TrainingDesks
{
    /// <summary>Opens the desks.</summary>
    /// <param name="ports">Where they store, what time it is, who may do what; a new store in memory when null.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <exception cref="ArgumentException">The options have faults; the message names all of them.</exception>
    public TrainingDesks(TrainingPorts? ports = null, TrainingOptions? options = null)
    {
        Ports = ports ?? TrainingPorts.InMemory();
        Options = options ?? new();
        Options.ThrowIfInvalid();
        var flow = new CommandFlow(Ports.Journal, Ports.Permissions, Ports.Clock);
        Institutions = new(flow, Ports);
        Planning = new(flow, Ports, Institutions);
        People = new(flow, Ports.Records, Ports.Queries);
        Registrations = new(flow, Ports, Institutions, People);
        Invitations = new(flow, Ports, Options, Institutions, People, Planning, Registrations);
        Attendance = new(flow, Ports, Options, People);
        Certificates = new(flow, Ports, Options, Institutions, People, Planning, Attendance);
        Verifier = new(Ports.Queries, Ports.Records);
        DueWork = new(Ports, Planning, Registrations, Invitations);
    }

    /// <summary>The ports that the desks work over.</summary>
    public TrainingPorts Ports { get; }

    /// <summary>The settings.</summary>
    public TrainingOptions Options { get; }

    /// <summary>Adds, changes and finds institutions.</summary>
    public InstitutionDesk Institutions { get; }

    /// <summary>Drafts, publishes, postpones and cancels workshops.</summary>
    public PlanningDesk Planning { get; }

    /// <summary>Registers people for workshops and cancels registrations.</summary>
    public RegistrationDesk Registrations { get; }

    /// <summary>Tells people and missions when, where and how, and keeps what each was told.</summary>
    public InvitationDesk Invitations { get; }

    /// <summary>Proposes, approves and issues certificates.</summary>
    public CertificateDesk Certificates { get; }

    /// <summary>Checks certificates for strangers.</summary>
    public CertificateVerifier Verifier { get; }

    /// <summary>Records who was there and tells what follows from it.</summary>
    public AttendanceDesk Attendance { get; }

    /// <summary>What falls due by time alone, for a scheduler.</summary>
    public DueWork DueWork { get; }

    /// <summary>Adds, corrects, finds and erases people.</summary>
    public PeopleDesk People { get; }
}
