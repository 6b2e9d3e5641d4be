using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// What each person and each mission was told of one workshop: their entries with UID and SEQUENCE (R47), the local times, the join links, and the reminders that are still to be sent.
/// Kept by <see cref="InvitationDesk"/>.
/// </summary>
public sealed class InvitationLedger : Aggregate, IAggregate<InvitationLedger>
{
    private readonly OrderedDictionary<InvitationUid, InvitationEntry> _entries = [];
    private readonly Dictionary<Invitee, Dictionary<string, InvitationUid>> _byInvitee = [];
    private readonly Dictionary<InvitationUid, List<InvitationMessage>> _messages = [];
    private readonly List<InvitationContent> _editions = [];
    private readonly Dictionary<(PersonId? Person, string? Sitting), RecordRef> _links = [];
    private readonly SortedDictionary<InstitutionCode, Language> _institutions = [];
    private readonly HashSet<PersonId> _recognised = [];
    private readonly SortedSet<(Instant At, string Uid, Duration Before)> _reminders = [];

    private InvitationLedger(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>How people are invited; null before the ledger is opened.</summary>
    public InvitationTerms? Terms { get; private set; }

    /// <summary>Every entry that was ever told, by UID, in the order in which they were first told; those taken back included.</summary>
    public IReadOnlyDictionary<InvitationUid, InvitationEntry> Entries => _entries;

    /// <summary>The institutions that have entries of their own, and in which language each is addressed.</summary>
    public IReadOnlyDictionary<InstitutionCode, Language> Institutions => _institutions;

    /// <summary>When the next reminder falls due.</summary>
    public override Instant? NextDue => _reminders.Count > 0 ? _reminders.Min.At : null;

    /// <summary>The stream of a workshop's ledger.</summary>
    /// <param name="workshop">The workshop.</param>
    public static StreamId StreamOf(WorkshopId workshop) => StreamId.Of("invitations", workshop.ToString());

    /// <inheritdoc/>
    public static InvitationLedger Begin(StreamId stream) => new(stream);

    /// <summary>The messages about an entry, in the order of their SEQUENCE; none when the UID is not known.</summary>
    /// <param name="uid">The entry's UID.</param>
    public IReadOnlyList<InvitationMessage> MessagesOf(InvitationUid uid) => _messages.TryGetValue(uid, out List<InvitationMessage>? messages) ? messages : [];

    /// <summary>What was worded so far; the number of an edition is its place, from 1.</summary>
    internal IReadOnlyList<InvitationContent> Editions => _editions;

    internal InvitationEntry? Find(Invitee invitee, string key) =>
        _byInvitee.TryGetValue(invitee, out Dictionary<string, InvitationUid>? own) && own.TryGetValue(key, out InvitationUid uid) ? _entries[uid] : null;

    internal bool IsRecognised(PersonId person) => _recognised.Contains(person);

    /// <summary>The link that was set for exactly this person and sitting.</summary>
    internal RecordRef? LinkSetFor(PersonId? person, string? sitting) => _links.GetValueOrDefault((person, sitting));

    /// <summary>Everybody who has a link of their own.</summary>
    internal IEnumerable<PersonId> PeopleWithLinks => _links.Keys.Select(k => k.Person).OfType<PersonId>().Distinct();

    /// <summary>The link that somebody in the call joins by: one's own, by whichever of one's ids, before the sitting's before everybody's.</summary>
    internal RecordRef? LinkOf(IReadOnlyCollection<PersonId> ids, string? sitting) =>
        ids.Select(id => LinkSetFor(id, sitting)).Concat(ids.Select(id => LinkSetFor(id, null))).FirstOrDefault(link => link is not null)
        ?? LinkSetFor(null, sitting) ?? LinkSetFor(null, null);

    /// <summary>Opens the ledger, or changes its terms. The terms that stand change nothing.</summary>
    internal Decision<bool> Open(InvitationTerms terms, Instant now) =>
        terms.Equals(Terms) ? Decision.Of(false) : Decision.Of(true, new InvitationTermsSet(now, terms));

    /// <summary>Sets a join link, or takes it away.</summary>
    internal Decision<bool> SetJoinLink(string? sitting, PersonId? person, RecordRef? record, Instant now)
    {
        TrainingEvent[] opened = Terms is null ? [new InvitationTermsSet(now, new())] : [];
        return record == LinkSetFor(person, sitting) ? Decision.Of(false) : Decision.Of(true, [.. opened, new JoinLinkSet(now, sitting, person, record)]);
    }

    private protected override void When(TrainingEvent happened)
    {
        switch (happened)
        {
            case InvitationTermsSet e:
                Terms = e.Terms;
                break;
            case JoinLinkSet { Record: { } record } e:
                _links[(e.Person, e.Sitting)] = record;
                break;
            case JoinLinkSet e:
                _links.Remove((e.Person, e.Sitting));
                break;
            case InstitutionInvited e:
                _institutions[e.Institution] = e.Language;
                break;
            case InstitutionUninvited e:
                _institutions.Remove(e.Institution);
                break;
            case InvitationWorded e:
                _editions.Add(e.Content);
                break;
            case InviteeRecognised e:
                Recognise(e);
                break;
            default:
                if (After(happened) is { } entry)
                {
                    Put(entry, isMessage: happened is InvitationSent or InvitationWithdrawn);
                }

                break;
        }
    }

    /// <summary>
    /// The entry after an event that concerns one, as it is from then on; null where the event says nothing about an entry, or refers to what this ledger does not have or to a SEQUENCE
    /// that nothing can follow. The library writes no such event; a journal from elsewhere may hold one, and must not make the rest unreadable.
    /// </summary>
    /// <param name="happened">The event.</param>
    /// <param name="worded">What was worded by the same decision, by number.</param>
    internal InvitationEntry? After(TrainingEvent happened, Dictionary<int, InvitationContent>? worded = null) => happened switch
    {
        InvitationSent { Sequence: >= 0 and < int.MaxValue, Told.IsDefaultOrEmpty: false } e when ContentOf(e.Edition, worded) is { } content =>
            new(e.Uid, e.Invitee, e.Entry, new(e.At, e.Uid, e.Sequence, content, null) { JoinLink = e.JoinLink }) { Institution = e.Institution, Told = e.Told, Reminders = e.Reminders },
        InvitationWithdrawn { Sequence: >= 0 and < int.MaxValue } e when _entries.TryGetValue(e.Uid, out InvitationEntry? before) =>
            before with { Last = new(e.At, e.Uid, e.Sequence, before.Last.Content, e.Cause), Reminders = [] },
        InvitationTimesTold { Told.IsDefaultOrEmpty: false } e when _entries.TryGetValue(e.Uid, out InvitationEntry? before) =>
            before with { Institution = e.Institution, Told = e.Told, Reminders = e.Reminders },
        RemindersSettled e when _entries.TryGetValue(e.Uid, out InvitationEntry? before) =>
            before with { Reminders = [.. before.Reminders.Where(r => !e.Settled.Contains(r.Before))] },
        _ => null,
    };

    private InvitationContent? ContentOf(int edition, Dictionary<int, InvitationContent>? worded) =>
        worded?.GetValueOrDefault(edition) ?? (edition >= 1 && edition <= _editions.Count ? _editions[edition - 1] : null);

    private void Put(InvitationEntry entry, bool isMessage)
    {
        if (_entries.TryGetValue(entry.Uid, out InvitationEntry? before))
        {
            if (_byInvitee.TryGetValue(before.Invitee, out Dictionary<string, InvitationUid>? former))
            {
                former.Remove(before.Key);
            }

            foreach (ReminderDue due in before.Reminders)
            {
                _reminders.Remove((due.At, entry.Uid.ToString(), due.Before));
            }
        }

        _entries[entry.Uid] = entry;
        (_byInvitee.TryGetValue(entry.Invitee, out Dictionary<string, InvitationUid>? own) ? own : _byInvitee[entry.Invitee] = new(StringComparer.Ordinal))[entry.Key] = entry.Uid;
        foreach (ReminderDue due in entry.Reminders)
        {
            _reminders.Add((due.At, entry.Uid.ToString(), due.Before));
        }

        if (isMessage)
        {
            (_messages.TryGetValue(entry.Uid, out List<InvitationMessage>? messages) ? messages : _messages[entry.Uid] = []).Add(entry.Last);
        }
    }

    private void Recognise(InviteeRecognised e)
    {
        _recognised.Add(e.Person);
        foreach (InvitationEntry entry in EntriesOf(Invitee.Of(e.Person)).ToArray())
        {
            if (Find(Invitee.Of(e.Into), entry.Key) is null)
            {
                Put(entry with { Invitee = Invitee.Of(e.Into) }, isMessage: false);
            }
        }

        foreach (var ((_, sitting), link) in _links.Where(l => l.Key.Person == e.Person).ToArray())
        {
            _links.Remove((e.Person, sitting));
            _links.TryAdd((e.Into, sitting), link);
        }
    }

    /// <summary>The entries of an invitee.</summary>
    internal IEnumerable<InvitationEntry> EntriesOf(Invitee invitee) =>
        _byInvitee.TryGetValue(invitee, out Dictionary<string, InvitationUid>? own) ? own.Values.Select(uid => _entries[uid]) : [];
}
