namespace Diplomacy.Training;

/// <summary>A named permission, such as <c>registration.override</c>. Desks ask for one before every command that changes something.</summary>
/// <remarks><c>default</c> has an empty name and is never asked for.</remarks>
public readonly record struct Permission
{
    private readonly string? _name;

    private Permission(string name) => _name = name;

    /// <summary>Institutions may be added and changed.</summary>
    public static Permission ManageInstitutions { get; } = new("institution.manage");

    /// <summary>People may be added and corrected.</summary>
    public static Permission ManagePeople { get; } = new("person.manage");

    /// <summary>A person's data may be erased.</summary>
    public static Permission ErasePerson { get; } = new("person.erase");

    /// <summary>Workshops may be drafted, published, postponed and cancelled.</summary>
    public static Permission PlanWorkshop { get; } = new("workshop.plan");

    /// <summary>People may be registered and registrations cancelled.</summary>
    public static Permission Register { get; } = new("registration.register");

    /// <summary>A limit may be overridden (R14).</summary>
    public static Permission OverrideLimits { get; } = new("registration.override");

    /// <summary>A registration may go ahead of others on the waiting list, by a priority other than 0 (R5).</summary>
    public static Permission PrioritiseRegistrations { get; } = new("registration.prioritise");

    /// <summary>Check-ins, imports and decisions on unmatched rows may be recorded.</summary>
    public static Permission RecordAttendance { get; } = new("attendance.record");

    /// <summary>Certificates may be proposed.</summary>
    public static Permission ProposeCertificates { get; } = new("certificate.propose");

    /// <summary>A proposal list may be approved.</summary>
    public static Permission ApproveCertificates { get; } = new("certificate.approve");

    /// <summary>Approved certificates may be issued.</summary>
    public static Permission IssueCertificates { get; } = new("certificate.issue");

    /// <summary>The permission's stable name.</summary>
    public string Name => _name ?? "";

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>
/// Asked by the desks before a command. A host implements it over its own roles;
/// the default, <see cref="AllowEverything"/>, refuses nothing, so that whoever can call a desk can do everything.
/// </summary>
/// <remarks>Implementations must be safe for use from many threads.</remarks>
public interface IPermissions
{
    /// <summary>Whether an actor may do something.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="permission">What for.</param>
    /// <param name="scope">The journal stream concerned, such as <c>book/DD-2023</c>.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<bool> AllowsAsync(Actor by, Permission permission, Journal.StreamId scope, CancellationToken cancellationToken = default);
}

/// <summary>Allows everything to everybody. The default, meant for a first program and for tests; a real installation registers its own <see cref="IPermissions"/>.</summary>
public sealed class AllowEverything : IPermissions
{
    /// <summary>Always true.</summary>
    /// <inheritdoc/>
    public ValueTask<bool> AllowsAsync(Actor by, Permission permission, Journal.StreamId scope, CancellationToken cancellationToken = default) => new(true);
}
