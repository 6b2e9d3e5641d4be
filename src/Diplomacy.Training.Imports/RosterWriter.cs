using System.Globalization;
using NodaTime.Text;

namespace Diplomacy.Training.Imports;

/// <summary>
/// Writes lists of registrations that <see cref="RosterReader"/> reads back to the same entries, in the order given, with all columns that it knows.
/// </summary>
/// <remarks>
/// A name in another script than Khmer, an institution of the post that is not the one that sends, and the language in which a person is addressed have no column and
/// are left out. Lists hold personal data. Safe for use from many threads, with a stream each.
/// </remarks>
public static class RosterWriter
{
    private static readonly LocalDateTimePattern s_dateTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF");

    /// <summary>Writes CSV, guarded against formulas as <see cref="TableWriter.WriteCsvAsync"/> tells.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="entries">The registrations; their rows are not written.</param>
    /// <param name="form">The questions, in the order in which their columns stand; without it no answers are written.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WriteCsvAsync(Stream stream, IEnumerable<RosterEntry> entries, RosterForm? form = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        RosterQuestion[] questions = [.. (form ?? new()).Questions];
        return TableWriter.WriteCsvAsync(stream, Header(questions), entries.Select(entry => Row(entry, questions)), cancellationToken);
    }

    /// <summary>Writes a workbook, as <see cref="TableWriter.WriteXlsxAsync"/> tells.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="entries">The registrations; their rows are not written.</param>
    /// <param name="form">The questions, in the order in which their columns stand; without it no answers are written.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="ArgumentException">A value has more than 32,767 characters, or there are more entries than rows of a sheet.</exception>
    public static Task WriteXlsxAsync(Stream stream, IEnumerable<RosterEntry> entries, RosterForm? form = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        RosterQuestion[] questions = [.. (form ?? new()).Questions];
        return TableWriter.WriteXlsxAsync(stream, Header(questions), entries.Select(entry => Row(entry, questions)), cancellationToken: cancellationToken);
    }

    private static string[] Header(RosterQuestion[] questions) => [.. RosterReader.ColumnNames, .. questions.Select(question => question.Code)];

    private static string[] Row(RosterEntry entry, RosterQuestion[] questions)
    {
        Person person = entry.Person;
        PersonName name = person.Name;
        NativeName? khmer = name.Native is { } native && native.Language == Language.Khmer ? native : null;
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["external_id"] = person.ExternalId,
            ["family_km"] = khmer?.Family,
            ["given_km"] = khmer?.Given,
            ["printed_km"] = khmer?.ExplicitForm,
            ["family"] = name.Family,
            ["given"] = name.Given,
            ["printed"] = name.ExplicitForm,
            ["sex"] = person.Sex switch { Sex.Female => "F", Sex.Male => "M", _ => "" },
            ["email"] = person.Email,
            ["institution"] = entry.Institution.ToString(),
            ["title_km"] = person.Post?.Title.Khmer,
            ["title_en"] = person.Post?.Title.English,
            ["rank"] = person.Post?.Rank,
            ["honorific_km"] = person.Honorific?.Khmer,
            ["honorific_en"] = person.Honorific?.English,
            ["since"] = person.Post?.Since is { } since ? LocalDatePattern.Iso.Format(since) : null,
            ["mode"] = entry.Mode.ToString(),
            ["role"] = entry.Role.ToString(),
            ["priority"] = entry.Priority == 0 ? null : entry.Priority.ToString(CultureInfo.InvariantCulture),
            ["sitting"] = entry.Sitting,
            ["groups"] = string.Join(';', entry.Groups.All),
            ["delegation_role"] = entry.DelegationRole,
            ["requested_at"] = entry.RequestedAt is { } at ? s_dateTime.Format(at) : null,
        };
        return [.. RosterReader.ColumnNames.Select(column => values[column] ?? ""), .. questions.Select(question => entry.Answers.GetValueOrDefault(question.Code, ""))];
    }
}
