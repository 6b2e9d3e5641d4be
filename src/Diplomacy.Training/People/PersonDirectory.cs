using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Which people there are, and which personal record says who each is. One directory, one stream.</summary>
public sealed class PersonDirectory : Aggregate, IAggregate<PersonDirectory>
{
    // Null once erased, so that the id is still known.
    private readonly Dictionary<PersonId, RecordRef?> _records = [];

    private PersonDirectory(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The directory's stream, <c>people</c>.</summary>
    public static StreamId StreamOf { get; } = StreamId.Of("people");

    /// <summary>Who was erased, and when last. An immutable picture of this version.</summary>
    public ImmutableDictionary<PersonId, Instant> Erased { get; private set; } = ImmutableDictionary<PersonId, Instant>.Empty;

    /// <summary>Who turned out to be another person, and whom. An immutable picture of this version; nobody in it is another's other person.</summary>
    public ImmutableDictionary<PersonId, PersonId> Merged { get; private set; } = ImmutableDictionary<PersonId, PersonId>.Empty;

    /// <summary>How many people were ever added, those erased since included.</summary>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public static PersonDirectory Begin(StreamId stream) => new(stream);

    /// <summary>The personal record that says who someone is; null when the person is not known or was erased. A host may have erased the record itself (<see cref="IPersonalRecords.EraseAsync"/>).</summary>
    /// <param name="person">The person.</param>
    public RecordRef? RecordOf(PersonId person) => _records.GetValueOrDefault(Canonical(person));

    /// <summary>The person as whom someone was recognised; the same person when there was no such thing.</summary>
    /// <param name="person">The person.</param>
    public PersonId Canonical(PersonId person) => Merged.GetValueOrDefault(person, person);

    /// <summary>Everybody who was recognised as this person.</summary>
    /// <param name="person">The person.</param>
    public IEnumerable<PersonId> AliasesOf(PersonId person) => Merged.Where(m => m.Value == person).Select(m => m.Key).OrderBy(p => p.ToString(), StringComparer.Ordinal);

    /// <summary>Whether someone was ever added; also someone erased since.</summary>
    /// <param name="person">The person.</param>
    public bool WasAdded(PersonId person) => _records.ContainsKey(person);

    /// <summary>When someone was last erased; null when never.</summary>
    /// <param name="person">The person.</param>
    public Instant? ErasedAt(PersonId person) => Erased.TryGetValue(person, out Instant at) ? at : null;

    /// <summary>Adds people whose particulars stand in these records.</summary>
    /// <param name="people">New ids and their records.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">A person stands in the directory already.</exception>
    public Decision<int> Add(IReadOnlyCollection<(PersonId Person, RecordRef Record)> people, Instant now)
    {
        ArgumentNullException.ThrowIfNull(people);
        if (people.Any(p => _records.ContainsKey(p.Person)))
        {
            throw new ArgumentException("A person with one of these ids stands in the directory already.", nameof(people));
        }

        return new(people.Count, [.. people.Select(p => (TrainingEvent)new PersonAdded(now, p.Person, p.Record))]);
    }

    /// <summary>Corrects a person's particulars.</summary>
    /// <param name="person">The person.</param>
    /// <param name="record">The record from now on.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>person.is-known</c>, also after erasing.</exception>
    public Decision<PersonId> Correct(PersonId person, RecordRef record, Instant now) =>
        RecordOf(person) is not null
            ? Decision.Of(person, new PersonCorrected(now, Canonical(person), record))
            : throw NotKnown(person);

    /// <summary>Erases what is kept about a person. Erasing again changes nothing, unless something was kept about the person since.</summary>
    /// <param name="person">The person.</param>
    /// <param name="count">How many personal records about the person there are; they are erased in the same append.</param>
    /// <param name="now">When.</param>
    /// <returns>How many records are erased.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    /// <exception cref="TrainingRuleException"><c>person.is-known</c>: the person was never added.</exception>
    public Decision<int> Erase(PersonId person, int count, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        TrainingRuleException.ThrowIfAny(CheckErase(person));
        return count == 0 && ErasedAt(person) is not null ? Decision.Of(0) : Decision.Of(count, new PersonErased(now, person, count));
    }

    /// <summary>Which rules erasing would break; see <see cref="Erase"/>.</summary>
    /// <param name="person">The person.</param>
    public IReadOnlyList<TrainingRule> CheckErase(PersonId person) =>
        WasAdded(person) ? [] : [PersonRules.IsKnown.Broken(("person", person.ToString()))];

    /// <summary>
    /// Recognises someone as another person whom the directory holds too: from now on both ids name that person. Particulars of the duplicate are kept until either is erased;
    /// registrations follow (R12). Merging again changes nothing.
    /// </summary>
    /// <param name="duplicate">Whose id is not used from now on.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="now">When.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>person.is-known</c>, <c>person.is-another</c>: both are the same already, or the duplicate was recognised as somebody else.</exception>
    public Decision<bool> Merge(PersonId duplicate, PersonId person, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckMerge(duplicate, person));
        return Merged.ContainsKey(duplicate) ? Decision.Of(false) : Decision.Of(true, new PersonMerged(now, duplicate, Canonical(person)));
    }

    /// <summary>Which rules a merger would break; see <see cref="Merge"/>.</summary>
    /// <param name="duplicate">Whose id would not be used any more.</param>
    /// <param name="person">Who it is.</param>
    public IReadOnlyList<TrainingRule> CheckMerge(PersonId duplicate, PersonId person)
    {
        var unmet = new List<TrainingRule>();
        foreach (PersonId one in (PersonId[])[duplicate, person])
        {
            if (RecordOf(one) is null)
            {
                unmet.Add(PersonRules.IsKnown.Broken(("person", one.ToString())));
            }
        }

        PersonId into = Canonical(person);
        if (into == duplicate || (Merged.TryGetValue(duplicate, out PersonId before) && before != into))
        {
            unmet.Add(PersonRules.IsAnother.Broken(("person", duplicate.ToString()), ("other", person.ToString())));
        }

        return unmet;
    }

    private protected override void When(TrainingEvent happened)
    {
        switch (happened)
        {
            case PersonAdded added:
                _records[added.Person] = added.Record;
                break;
            case PersonCorrected corrected:
                _records[corrected.Person] = corrected.Record;
                break;
            case PersonErased erased:
                _records[erased.Person] = null;
                Erased = Erased.SetItem(erased.Person, erased.At);
                break;
            case PersonMerged merged:
                // Whoever was recognised as the duplicate is now recognised as the other.
                Merged = Merged.SetItems(AliasesOf(merged.Person).Select(alias => KeyValuePair.Create(alias, merged.Into)).ToArray()).SetItem(merged.Person, merged.Into);
                break;
            default:
                break;
        }
    }

    private static TrainingRuleException NotKnown(PersonId person) => new(PersonRules.IsKnown.Broken(("person", person.ToString())));
}
