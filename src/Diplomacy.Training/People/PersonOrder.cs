using Diplomacy.Training.Khmer;

namespace Diplomacy.Training;

/// <summary>
/// The orders in which lists of people are printed. Each is total, and the same on every machine: letters follow <see cref="KhmerOrder"/>, which orders
/// Khmer as dictionaries do and Latin without regard to case, diacritics deciding only between names that are otherwise the same.
/// </summary>
/// <remarks>
/// <para>A name is read as family name, space, given name, in the script's own order; someone with a single name stands at that name. An explicit printed form
/// counts only where there are no parts. A Khmer name is a native name whose language is <c>km</c> (or <c>km-</c> with a region).</para>
/// <para>Between people whose names are all the same, the printed forms decide, then the external id (none first), then the <see cref="PersonId"/> as text; without
/// ids, people alike in all of these are equal. Null comes first. Immutable and safe for use from many threads.</para>
/// </remarks>
public sealed class PersonOrder : IComparer<Person>, IComparer<(PersonId Id, Person Person)>
{
    private readonly RankTable? _ranks;
    private readonly bool _latinFirst;

    private PersonOrder(RankTable? ranks, bool latinFirst) => (_ranks, _latinFirst) = (ranks, latinFirst);

    /// <summary>By Khmer name, then by Latin name. People without a Khmer name come after all others, by Latin name.</summary>
    public static PersonOrder ByKhmerName { get; } = new(null, latinFirst: false);

    /// <summary>By Latin name, then by Khmer name, people without one last.</summary>
    public static PersonOrder ByLatinName { get; } = new(null, latinFirst: true);

    /// <summary>
    /// Precedence: by class of rank (ranks of one class are equal, ranks that the table does not know and people without a post come last), then by the
    /// date of taking up functions (earlier first, unknown last), then as <see cref="ByKhmerName"/>.
    /// </summary>
    /// <param name="ranks">The ministry's order of ranks.</param>
    public static PersonOrder ByPrecedence(RankTable ranks) => new(ranks ?? throw new ArgumentNullException(nameof(ranks)), latinFirst: false);

    /// <summary>Compares two people without their ids.</summary>
    /// <param name="x">One person.</param>
    /// <param name="y">The other.</param>
    /// <returns>Less than, equal to or greater than zero; zero for two people alike in everything that is compared.</returns>
    public int Compare(Person? x, Person? y) =>
        x is null || y is null ? (x is null ? (y is null ? 0 : -1) : 1)
        : ReferenceEquals(x, y) ? 0
        : PlaceOf(x).CompareTo(PlaceOf(y));

    /// <summary>Compares two people; the ids decide where nothing else does.</summary>
    /// <param name="x">One person.</param>
    /// <param name="y">The other.</param>
    /// <returns>Less than, equal to or greater than zero; zero only where the ids are equal too.</returns>
    public int Compare((PersonId Id, Person Person) x, (PersonId Id, Person Person) y)
    {
        int order = Compare(x.Person, y.Person);
        return order != 0 ? order : CompareIds(x.Id, y.Id);
    }

    /// <summary>A list in this order; faster for long lists than sorting with the comparer, because every name is read once.</summary>
    /// <param name="people">People with their ids, in any order.</param>
    /// <exception cref="ArgumentException">A person is null.</exception>
    public IReadOnlyList<(PersonId Id, Person Person)> Arrange(IEnumerable<(PersonId Id, Person Person)> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        (PersonId Id, Person Person, Place Place)[] places =
            [.. people.Select(p => p.Person is null ? throw new ArgumentException("A person is null.", nameof(people)) : (p.Id, p.Person, PlaceOf(p.Person)))];
        Array.Sort(places, static (x, y) => x.Place.CompareTo(y.Place) is not 0 and var order ? order : CompareIds(x.Id, y.Id));
        return [.. places.Select(p => (p.Id, p.Person))];
    }

    private static int CompareIds(PersonId x, PersonId y) => string.CompareOrdinal(x.ToString(), y.ToString());

    private static string Read(string family, string given, string printed) =>
        family.Length == 0 ? (given.Length == 0 ? printed : given) : given.Length == 0 ? family : $"{family} {given}";

    private Place PlaceOf(Person person)
    {
        PersonName name = person.Name;
        NativeName? khmer = name.Native is { } native && (native.Language == Language.Khmer || native.Language.Tag.StartsWith("km-", StringComparison.Ordinal)) ? native : null;
        byte[] latinKey = KhmerOrder.KeyOf(Read(name.Family, name.Given, name.Printed));
        byte[]? khmerKey = khmer is null ? null : KhmerOrder.KeyOf(Read(khmer.Family, khmer.Given, khmer.Printed));
        return new(
            _ranks?.ClassOf(person.Post?.Rank ?? "") ?? 0,
            _ranks is null ? default : person.Post?.Since ?? LocalDate.MaxIsoValue,
            _latinFirst ? latinKey : khmerKey,
            _latinFirst ? khmerKey : latinKey,
            $"{name.Printed}\n{name.Native?.Printed}",
            person.ExternalId);
    }

    /// <summary>Where a person stands.</summary>
    private readonly record struct Place(int Class, LocalDate Since, byte[]? First, byte[]? Second, string Printed, string? ExternalId) : IComparable<Place>
    {
        public int CompareTo(Place other)
        {
            int order = Class.CompareTo(other.Class);
            order = order != 0 ? order : Since.CompareTo(other.Since);
            order = order != 0 ? order : CompareKeys(First, other.First);
            order = order != 0 ? order : CompareKeys(Second, other.Second);
            order = order != 0 ? order : string.CompareOrdinal(Printed, other.Printed);
            return order != 0 ? order : string.CompareOrdinal(ExternalId, other.ExternalId);
        }

        private static int CompareKeys(byte[]? x, byte[]? y) =>
            x is null || y is null ? (x is null ? (y is null ? 0 : 1) : -1) : x.AsSpan().SequenceCompareTo(y);
    }
}
