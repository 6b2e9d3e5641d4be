namespace Diplomacy.Training;

/// <summary>In what capacity someone acts.</summary>
public enum ActorCapacity
{
    /// <summary>The system itself: scheduled work, imports without a person.</summary>
    System,

    /// <summary>An official of the organiser: training officer, protocol, registrar.</summary>
    Official,

    /// <summary>A mission's or institution's focal point.</summary>
    FocalPoint,

    /// <summary>A participant acting for himself or herself.</summary>
    Participant,
}

/// <summary>
/// Who does something: an opaque id that the host understands, and a capacity. Never a name, since actors stand in the journal.
/// </summary>
/// <remarks><c>default</c> is <see cref="System"/>.</remarks>
public readonly record struct Actor
{
    private readonly string? _id;

    private Actor(string id, ActorCapacity capacity)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (id.Length > 100 || id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            throw new ArgumentException("An actor's id is at most 100 characters without spaces or control characters.", nameof(id));
        }

        (_id, Capacity) = (id, capacity);
    }

    /// <summary>The system itself, id <c>system</c>.</summary>
    public static Actor System => default;

    /// <summary>The host's opaque id, such as <c>staff:1042</c>.</summary>
    public string Id => _id ?? "system";

    /// <summary>In what capacity this actor acts.</summary>
    public ActorCapacity Capacity { get; }

    /// <summary>An official of the organiser.</summary>
    /// <param name="id">The host's opaque id: 1 to 100 characters without spaces, never a name.</param>
    /// <exception cref="ArgumentException">The id is empty, too long, or has spaces or control characters.</exception>
    public static Actor Official(string id) => new(id, ActorCapacity.Official);

    /// <summary>A mission's or institution's focal point.</summary>
    /// <inheritdoc cref="Official"/>
    public static Actor FocalPoint(string id) => new(id, ActorCapacity.FocalPoint);

    /// <summary>A participant acting for himself or herself.</summary>
    /// <inheritdoc cref="Official"/>
    public static Actor Participant(string id) => new(id, ActorCapacity.Participant);

    internal static Actor Restore(string id, ActorCapacity capacity) => capacity == ActorCapacity.System ? default : new(id, capacity);

    /// <summary>Capacity and id in stable words, for digests that outlive the names in the code.</summary>
    internal string Code => Capacity switch
    {
        ActorCapacity.System => "system ",
        ActorCapacity.Official => "official ",
        ActorCapacity.FocalPoint => "focal-point ",
        _ => "participant ",
    } + Id;

    /// <summary>The capacity and the id.</summary>
    public override string ToString() => $"{Capacity} {Id}";
}
