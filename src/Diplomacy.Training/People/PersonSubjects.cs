namespace Diplomacy.Training;

/// <summary>Under which subjects a person's records stand: the person's id, and for what must be erasable by itself, one that begins with it.</summary>
internal static class PersonSubjects
{
    /// <summary>How the subjects of all answers of a person begin, by whichever registration; the registration's id follows.</summary>
    internal static string AnswersOf(PersonId person) => $"answers:{person}:";

    /// <summary>Every subject under which records about a person can stand.</summary>
    /// <param name="person">The person, by one of their ids.</param>
    /// <param name="registrations">The ids of all their registrations.</param>
    internal static IEnumerable<string> AllOf(PersonId person, IEnumerable<string> registrations) =>
        registrations.Select(registration => AnswersOf(person) + registration).Prepend(person.ToString());

    /// <summary>The ids of all registrations of a person, whichever of their ids they were made for.</summary>
    internal static async ValueTask<IReadOnlyList<string>> RegistrationsOfAsync(IEnumerable<PersonId> ids, ITrainingQueries queries, CancellationToken cancellationToken)
    {
        var registrations = new SortedSet<string>(StringComparer.Ordinal);
        foreach (PersonId id in ids)
        {
            string? cursor = null;
            do
            {
                var page = await queries.RegistrationsOfAsync(id, cursor, 500, cancellationToken).ConfigureAwait(false);
                registrations.UnionWith(page.Items.Select(registration => registration.Id.ToString()));
                cursor = page.Next;
            }
            while (cursor is not null);
        }

        return [.. registrations];
    }
}
