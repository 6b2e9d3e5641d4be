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

    /// <summary>Somebody may be recognised as another person.</summary>
    public static Permission MergePeople { get; } = new("person.merge");

    /// <summary>Workshops may be drafted, published, postponed and cancelled.</summary>
    public static Permission PlanWorkshop { get; } = new("workshop.plan");

    /// <summary>People may be registered, and registrations cancelled, changed and passed on; offered seats may be taken or declined.</summary>
    public static Permission Register { get; } = new("registration.register");

    /// <summary>Registrations may be approved and rejected (R2).</summary>
    public static Permission ApproveRegistrations { get; } = new("registration.approve");

    /// <summary>Registrations that have ended may be taken up again (R13).</summary>
    public static Permission RestoreRegistrations { get; } = new("registration.restore");

    /// <summary>People may be nominated, replaced and withdrawn in the name of an institution, and delegations formed; asked with the institution, so that focal points act for their own.</summary>
    public static Permission Nominate { get; } = new("registration.nominate");

    /// <summary>Somebody may be given a role that takes no participant's seat, such as speaker or staff: such roles pass quotas and approval.</summary>
    public static Permission AssignRoles { get; } = new("registration.assign-role");

    /// <summary>What was answered to sensitive questions may be read.</summary>
    public static Permission ReadSensitiveAnswers { get; } = new("registration.read-sensitive");

    /// <summary>People may be invited to a workshop for invited people only.</summary>
    public static Permission InvitePeople { get; } = new("registration.invite");

    /// <summary>A limit may be overridden (R14).</summary>
    public static Permission OverrideLimits { get; } = new("registration.override");

    /// <summary>A registration may go ahead of others on the waiting list, by a priority other than 0 (R5).</summary>
    public static Permission PrioritiseRegistrations { get; } = new("registration.prioritise");

    /// <summary>People and missions may be told what they should know of a workshop: calendar messages, join links, local times.</summary>
    public static Permission SendInvitations { get; } = new("invitation.send");

    /// <summary>Check-ins, imports and decisions on unmatched rows may be recorded.</summary>
    public static Permission RecordAttendance { get; } = new("attendance.record");

    /// <summary>How long somebody was present may be corrected against the evidence, and a correction taken back (R34).</summary>
    public static Permission CorrectAttendance { get; } = new("attendance.correct");

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
    /// <param name="request">Who asks, for what, and whom and what it is about.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A question of <see cref="IPermissions"/>: may this actor do this, here, with this person and institution?</summary>
/// <remarks>Immutable. Further particulars may be added in later versions, so implementations look at what they know.</remarks>
/// <param name="By">Who asks.</param>
/// <param name="Permission">What for.</param>
/// <param name="Scope">The journal stream concerned, such as <c>book/DD-2023</c>.</param>
public sealed record PermissionRequest(Actor By, Permission Permission, Journal.StreamId Scope)
{
    /// <summary>The person concerned, where it is about one: so that a host lets participants act for themselves only. Null where it is about nobody or many, or the registration is not known.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The institution concerned, where it is about one: so that a host lets focal points act for their own mission only. Null where it is about none or many, or the registration is not known.</summary>
    public InstitutionCode? Institution { get; init; }
}

/// <summary>Allows everything to everybody. The default, meant for a first program and for tests; a real installation registers its own <see cref="IPermissions"/>.</summary>
public sealed class AllowEverything : IPermissions
{
    /// <summary>Always true.</summary>
    /// <inheritdoc/>
    public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default) => new(true);
}
