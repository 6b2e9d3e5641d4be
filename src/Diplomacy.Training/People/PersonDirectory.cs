using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Which people there are, and which personal record says who each is. One directory, one stream.</summary>
public sealed class PersonDirectory : Aggregate, IAggregate<PersonDirectory>
{
    // Null once erased, so that the id is still known.
    private readonly Dictionary<PersonId, RecordRef?> _records = [];
    private readonly Dictionary<PersonId, Instant> _erased = [];

    private PersonDirectory(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The directory's stream, <c>people</c>.</summary>
    public static StreamId StreamOf { get; } = StreamId.Of("people");

    /// <summary>How many people were ever added, those erased since included.</summary>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public static PersonDirectory Begin(StreamId stream) => new(stream);

    /// <summary>The personal record that says who someone is; null when the person is not known or was erased. A host may have erased the record itself (<see cref="IPersonalRecords.EraseAsync"/>).</summary>
    /// <param name="person">The person.</param>
    public RecordRef? RecordOf(PersonId person) => _records.GetValueOrDefault(person);

    /// <summary>Whether someone was ever added; also someone erased since.</summary>
    /// <param name="person">The person.</param>
    public bool WasAdded(PersonId person) => _records.ContainsKey(person);

    /// <summary>When someone was last erased; null when never.</summary>
    /// <param name="person">The person.</param>
    public Instant? ErasedAt(PersonId person) => _erased.TryGetValue(person, out Instant at) ? at : null;

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
            ? Decision.Of(person, new PersonCorrected(now, person, record))
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
                _erased[erased.Person] = erased.At;
                break;
            default:
                break;
        }
    }

    private static TrainingRuleException NotKnown(PersonId person) => new(PersonRules.IsKnown.Broken(("person", person.ToString())));
}
