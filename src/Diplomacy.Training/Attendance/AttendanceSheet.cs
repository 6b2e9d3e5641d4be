using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// The evidence of presence in one workshop: check-ins at the door, imported reports of the call, what people decided about callers, and what they corrected.
/// What follows from it is computed by <see cref="AttendanceMerge"/> and never stored, so that evidence, figures and decisions stay apart (R34).
/// </summary>
public sealed partial class AttendanceSheet : Aggregate, IAggregate<AttendanceSheet>
{
    /// <summary>How long before a session its door opens.</summary>
    internal static readonly Duration DoorOpensBefore = Duration.FromHours(3);

    private readonly Dictionary<(RegistrationId Registration, string Session), DoorTimes> _door = [];
    private readonly Dictionary<(RegistrationId Registration, string Session), Dictionary<string, Instant>> _sightings = [];
    private readonly Dictionary<(RegistrationId Registration, string Session), PresenceCorrection> _corrections = [];
    private readonly Dictionary<string, (RegistrationId Registration, string Session)> _nonces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallReport> _byDigest = new(StringComparer.Ordinal);
    private readonly HashSet<(string Digest, string ZoneId)> _read = [];
    private readonly Dictionary<string, RegistrationId> _registrants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallReport> _inForce = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordRef?> _identities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallerDecision> _decisions = new(StringComparer.Ordinal);

    private AttendanceSheet(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The reports in force, ordered by digest: those that no other has replaced.</summary>
    public IEnumerable<CallReport> Reports => _inForce.Values.OrderBy(r => r.Digest, StringComparer.Ordinal);

    /// <summary>The personal record with the sheet's salt; null before the first import and after erasing.</summary>
    public RecordRef? Salt { get; private set; }

    /// <summary>How many rows of reports in force are neither matched nor decided.</summary>
    public int RowsToReview => Undecided.Sum(c => c.Caller.Connections.Length);

    /// <summary>Callers of reports in force whom nobody is found for and nobody has decided on, with their report.</summary>
    internal IEnumerable<(CallReport Report, Caller Caller)> Undecided =>
        from report in Reports
        from caller in report.Callers
        where caller.Registration is null && !_decisions.ContainsKey(caller.Key)
        select (report, caller);

    /// <summary>The stream of a workshop's sheet.</summary>
    /// <param name="workshop">The workshop.</param>
    public static StreamId StreamOf(WorkshopId workshop) => StreamId.Of("sheet", workshop.ToString());

    /// <inheritdoc/>
    public static AttendanceSheet Begin(StreamId stream) => new(stream);

    /// <summary>
    /// From when until when check-ins belong to a session: from three hours before it, but not before its day begins in the venue's zone (R24), until its end. Half-open.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="venue">The venue's zone.</param>
    public static Interval CheckInWindow(ScheduledItem session, DateTimeZone venue)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(venue);
        Instant day = venue.AtStartOfDay(session.Time.Start.InZone(venue).Date).ToInstant();
        return new(Instant.Max(day, session.Time.Start - DoorOpensBefore), session.Time.End);
    }

    /// <summary>The report with a digest, in force or superseded.</summary>
    /// <param name="digest">SHA-256 of the source's bytes.</param>
    /// <returns>The report, or null when it was never imported.</returns>
    public CallReport? FindReport(string digest) => _byDigest.GetValueOrDefault(digest);

    /// <summary>Whose a caller's connections are, as decided by a person.</summary>
    /// <param name="caller">The caller's key.</param>
    /// <returns>The decision, or null when nobody has decided.</returns>
    public CallerDecision? DecisionOn(string caller) => _decisions.GetValueOrDefault(caller);

    /// <summary>When someone was checked in for a session.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <returns>The times at the door, or null.</returns>
    public DoorTimes? CheckInOf(RegistrationId registration, string session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _door.GetValueOrDefault((registration, session));
    }

    /// <summary>Everything that tells of presence, by registration: the door first, then the reports in force, ordered by digest and row, as matched or decided. Takes time in proportion to the evidence.</summary>
    public IReadOnlyDictionary<RegistrationId, ImmutableArray<PresenceEvidence>> Evidence()
    {
        // Counted first, so that everybody's evidence is written once, into its place.
        CallReport[] reports = [.. Reports];
        var places = new Dictionary<RegistrationId, int>(_door.Count + reports.Select(report => report.Callers.Length).DefaultIfEmpty().Max());
        var counts = new List<int>();
        int[] placeOf = new int[reports.Sum(report => report.Callers.Length)];
        int next = 0;
        foreach (var (registration, _) in _door.Keys)
        {
            Count(registration, 1);
        }

        foreach (CallReport report in reports)
        {
            foreach (Caller caller in report.Callers)
            {
                placeOf[next++] = OwnerOf(caller) is { } owner ? Count(owner, caller.Connections.Length) : -1;
            }
        }

        var evidence = new PresenceEvidence[counts.Count][];
        for (int place = 0; place < evidence.Length; place++)
        {
            evidence[place] = new PresenceEvidence[counts[place]];
            counts[place] = 0;
        }

        foreach (var ((registration, session), times) in _door.OrderBy(d => d.Key.Session, StringComparer.Ordinal))
        {
            int place = places[registration];
            evidence[place][counts[place]++] = PresenceEvidence.InRoom(session, times.In, times.Out);
        }

        next = 0;
        foreach (CallReport report in reports)
        {
            foreach (Caller caller in report.Callers)
            {
                int place = placeOf[next++];
                if (place < 0)
                {
                    continue;
                }

                bool isDecided = _decisions.ContainsKey(caller.Key);
                foreach (Connection connection in caller.Connections)
                {
                    evidence[place][counts[place]++] = PresenceEvidence.InCall(connection, report.Digest, isDecided);
                }
            }
        }

        return places.ToDictionary(p => p.Key, p => ImmutableCollectionsMarshal.AsImmutableArray(evidence[p.Value]));

        int Count(RegistrationId owner, int more)
        {
            ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, owner, out bool isKnown);
            if (!isKnown)
            {
                place = counts.Count;
                counts.Add(0);
            }

            counts[place] += more;
            return place;
        }
    }

    /// <summary>What presence follows from, at this moment.</summary>
    internal SheetFigures Figures() => new(
        Evidence(), _corrections.ToLookup(c => c.Key.Registration, c => (c.Key.Session, c.Value)), RowsToReview);

    internal static TrainingRule NotConfirmed(Workshop workshop, string who, Registration? registration) =>
        AttendanceRules.RegistrationIsConfirmed.Broken(("who", who), ("workshop", workshop.Id.ToString()), ("status", registration?.Status.ToString() ?? "none"));

    private protected override void When(TrainingEvent happened)
    {
        switch (happened)
        {
            case CheckedIn e:
                var key = (e.Registration, e.Session);
                _door[key] = _door.TryGetValue(key, out DoorTimes? before) ? before with { In = Instant.Min(before.In, e.CheckedInAt) } : new(e.CheckedInAt, null);
                See(e.Registration, e.Session, e.CheckedInAt, e.Device, e.Nonce);
                break;
            case SeenAgainAtDoor e:
                See(e.Registration, e.Session, e.SeenAt, e.Device, e.Nonce);
                break;
            case PresenceCorrected e:
                _corrections[(e.Registration, e.Session)] = new(e.Present, e.At, e.Reason);
                break;
            case CorrectionTakenBack e:
                _corrections.Remove((e.Registration, e.Session));
                break;
            case CheckedOut e:
                if (_door.TryGetValue((e.Registration, e.Session), out DoorTimes? door))
                {
                    _door[(e.Registration, e.Session)] = door with { Out = e.CheckedOutAt };
                }

                break;
            case CheckInUndone e:
                _door.Remove((e.Registration, e.Session));
                _sightings.Remove((e.Registration, e.Session));
                break;
            case CallReportImported e:
                _byDigest[e.Report.Digest] = e.Report;
                _read.Add((e.Report.Digest, e.Report.ZoneId));
                foreach (string replaced in e.Supersedes)
                {
                    _inForce.Remove(replaced);
                }

                _inForce[e.Report.Digest] = e.Report;
                Salt = e.Report.Salt;
                foreach (Caller caller in e.Report.Callers)
                {
                    _identities[caller.Key] = caller.Identity ?? _identities.GetValueOrDefault(caller.Key);
                }

                break;
            case RegistrantsMapped e:
                Salt = e.Salt;
                foreach (MappedRegistrant registrant in e.Registrants)
                {
                    if (registrant.Registration is { } owner)
                    {
                        _registrants[registrant.Key] = owner;
                    }
                    else
                    {
                        _registrants.Remove(registrant.Key);
                    }
                }

                break;
            case CallerDecided e:
                _decisions[e.Caller] = new(e.Registration, e.Reason);
                _identities[e.Caller] = e.Identity;
                break;
            case CallersErased:
                Salt = null;
                _registrants.Clear();
                foreach (string caller in _identities.Keys.Where(key => DecisionOn(key)?.Registration is null).ToList())
                {
                    _identities[caller] = null;
                }

                break;
            default:
                break;
        }
    }

    private static List<TrainingRule> CheckTakesPlace(Workshop workshop) =>
        workshop.Status is WorkshopStatus.Published or WorkshopStatus.Held
            ? []
            : [PlanningRules.StatusAllows.Broken(
                ("workshop", workshop.Id.ToString()), ("status", workshop.Status.ToString()), ("allowed", $"{WorkshopStatus.Published} / {WorkshopStatus.Held}"))];
}

/// <summary>What presence follows from.</summary>
internal sealed record SheetFigures(
    IReadOnlyDictionary<RegistrationId, ImmutableArray<PresenceEvidence>> Evidence, ILookup<RegistrationId, (string Session, PresenceCorrection Correction)> Corrections, int RowsToReview);
