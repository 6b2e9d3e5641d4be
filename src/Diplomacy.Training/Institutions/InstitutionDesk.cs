using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Adds, changes and finds institutions.</summary>
/// <remarks>Safe for use from many threads; lives as long as the container.</remarks>
public sealed class InstitutionDesk
{
    private readonly CommandFlow _flow;
    private readonly TrainingPorts _ports;

    internal InstitutionDesk(CommandFlow flow, TrainingPorts ports) => (_flow, _ports) = (flow, ports);

    /// <summary>Adds an institution. Adding it again with the same particulars changes nothing.</summary>
    /// <param name="institution">Its particulars.</param>
    /// <param name="by">Who adds it; needs <see cref="Permission.ManageInstitutions"/>.</param>
    /// <param name="command">Names the command, so that a retried request takes effect once; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>, <c>institution.code-is-new</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask AddAsync(Institution institution, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(institution);
        await AddAllAsync([institution], by, command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds several institutions in one command: all or none.</summary>
    /// <param name="institutions">Their particulars.</param>
    /// <param name="by">Who adds them; needs <see cref="Permission.ManageInstitutions"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>How many were new.</returns>
    /// <exception cref="TrainingRuleException">Every broken rule of every institution, together: <c>institution.zone-is-known</c>, <c>institution.code-is-new</c>; or <c>permission.actor-may</c>.</exception>
    public ValueTask<int> AddAllAsync(IReadOnlyCollection<Institution> institutions, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(institutions);
        if (institutions.Any(i => i is null))
        {
            throw new ArgumentException("One of the institutions is null.", nameof(institutions));
        }

        var request = new CommandRequest("add-institutions", by, Permission.ManageInstitutions, command,
            string.Join('\n', institutions.Select(InstitutionEvents.Describe)), InstitutionDirectory.StreamOf);
        return _flow.RunAsync(
            request,
            async scope =>
            {
                InstitutionDirectory directory = await scope.LoadAsync<InstitutionDirectory>(InstitutionDirectory.StreamOf).ConfigureAwait(false);
                return scope.Take(directory, directory.AddAll(institutions, _ports.Zones, scope.Now));
            },
            entries => new ValueTask<int>(entries.Count),
            cancellationToken);
    }

    /// <summary>Changes an institution's particulars; its code stays.</summary>
    /// <param name="institution">Its particulars from now on.</param>
    /// <param name="by">Who changes them; needs <see cref="Permission.ManageInstitutions"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>institution.is-known</c>, <c>institution.zone-is-known</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask ChangeAsync(Institution institution, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var request = new CommandRequest("change-institution", by, Permission.ManageInstitutions, command,
            InstitutionEvents.Describe(institution), InstitutionDirectory.StreamOf);
        await _flow.RunAsync(
            request,
            async scope =>
            {
                InstitutionDirectory directory = await scope.LoadAsync<InstitutionDirectory>(InstitutionDirectory.StreamOf).ConfigureAwait(false);
                return scope.Take(directory, directory.Change(institution, _ports.Zones, scope.Now));
            },
            _ => new ValueTask<Institution>(institution),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds an institution.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The institution, or null when none has this code.</returns>
    public async ValueTask<Institution?> FindAsync(InstitutionCode code, CancellationToken cancellationToken = default) =>
        (await AllAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(code);

    /// <summary>Every mission abroad, ordered by code.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<Institution>> MissionsAsync(CancellationToken cancellationToken = default) =>
        [.. (await AllAsync(cancellationToken).ConfigureAwait(false)).Values.Where(i => i.IsMission)];

    /// <summary>Every institution, by code: an immutable picture.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyDictionary<InstitutionCode, Institution>> AllAsync(CancellationToken cancellationToken = default) =>
        await _flow.ReadAsync<InstitutionDirectory, IReadOnlyDictionary<InstitutionCode, Institution>>(
            InstitutionDirectory.StreamOf, directory => directory.All, cancellationToken).ConfigureAwait(false);

    /// <summary>The institution with this code, or a refusal.</summary>
    internal async ValueTask<Institution> GetAsync(InstitutionCode code, CancellationToken cancellationToken) =>
        await FindAsync(code, cancellationToken).ConfigureAwait(false)
        ?? throw new TrainingRuleException(InstitutionRules.IsKnown.Broken(("institution", code.ToString())));
}
