using NodaTime;

namespace Diplomacy.Training.AotSmoke;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class SetClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}

/// <summary>Participants may look, officials and the system may act; constructed by the container, so that its constructor must survive trimming.</summary>
internal sealed class OfficialsOnly : IPermissions
{
    public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default) =>
        new(request.By.Capacity is ActorCapacity.Official or ActorCapacity.System);
}
