using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Which people there are, and which personal record says who each is. One directory, one stream.</summary>
public sealed class PersonDirectory : Aggregate, IAggregate<PersonDirectory>
{
    private readonly Dictionary<PersonId, RecordRef> _records = [];

    private PersonDirectory(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The directory's stream, <c>people</c>.</summary>
    public static StreamId StreamOf { get; } = StreamId.Of("people");

    /// <summary>How many people were ever added.</summary>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public static PersonDirectory Begin(StreamId stream) => new(stream);

    /// <summary>The personal record that says who someone is; null when the person is not known. The record itself may have been erased.</summary>
    /// <param name="person">The person.</param>
    public RecordRef? RecordOf(PersonId person) => _records.GetValueOrDefault(person);

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
    /// <exception cref="TrainingRuleException"><c>person.is-known</c>.</exception>
    public Decision<PersonId> Correct(PersonId person, RecordRef record, Instant now) =>
        _records.ContainsKey(person)
            ? Decision.Of(person, new PersonCorrected(now, person, record))
            : throw new TrainingRuleException(PersonRules.IsKnown.Broken(("person", person.ToString())));

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
            default:
                break;
        }
    }
}
