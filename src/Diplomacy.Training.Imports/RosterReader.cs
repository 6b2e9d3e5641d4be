using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>
/// Reads a roster of requests or a registration file, as CSV or XLSX: <c>external_id</c>, <c>family</c>, <c>given</c>, <c>institution</c>, <c>mode</c>, <c>requested_at</c>, and where there are any
/// <c>family_km</c>, <c>given_km</c>, <c>printed</c>, <c>printed_km</c>, <c>sex</c>, <c>email</c>, <c>title_km</c>, <c>title_en</c>, <c>rank</c>, <c>role</c>, <c>honorific_km</c>, <c>honorific_en</c>,
/// <c>since</c>, <c>priority</c>, <c>sitting</c>, <c>groups</c>, <c>delegation_role</c>, and the answers to the questions of a <see cref="RosterForm"/>. Headers and words may be Khmer.
/// </summary>
/// <remarks>
/// Names are kept exactly as given (R46): one name is enough, it stands in <c>given</c>; a Khmer name may be missing. Without <c>printed</c> and <c>printed_km</c> a name
/// is printed family name first; they say it otherwise, such as <c>José Núñez Peña</c> for whoever puts the given name first. External ids are unique within
/// the file. A mission's people may share its mailbox, but one name stands with one address only once, without regard to case (R12, R18). Safe for use from many threads.
/// </remarks>
public static class RosterReader
{
    private static readonly ImportColumn s_familyKm = new("family_km", false, "នាមត្រកូល", "គោត្តនាម");
    private static readonly ImportColumn s_givenKm = new("given_km", false, "នាមខ្លួន", "នាម");
    private static readonly ImportColumn s_family = new("family", false, "family_name", "surname", "last_name", "នាមត្រកូលជាអក្សរឡាតាំង");
    private static readonly ImportColumn s_given = new("given", true, "given_name", "first_name", "នាមខ្លួនជាអក្សរឡាតាំង");
    private static readonly ImportColumn s_printedKm = new("printed_km", false, "printed_name_km", "certificate_name_km", "ឈ្មោះបោះពុម្ព");
    private static readonly ImportColumn s_printed = new("printed", false, "printed_name", "certificate_name", "ឈ្មោះបោះពុម្ពជាអក្សរឡាតាំង");
    private static readonly ImportColumn s_sex = new("sex", false, "gender", "ភេទ");
    private static readonly ImportColumn s_email = new("email", false, "e-mail", "email_address", "អ៊ីមែល");
    private static readonly ImportColumn s_institution = new("institution", true, "institution_code", "ស្ថាប័ន", "លេខកូដស្ថាប័ន");
    private static readonly ImportColumn s_titleKm = new("title_km", false, "មុខតំណែង", "មុខងារ");
    private static readonly ImportColumn s_titleEn = new("title_en", false, "title", "position", "មុខតំណែងជាភាសាអង់គ្លេស");
    private static readonly ImportColumn s_rank = new("rank", false, "ឋានៈ");
    private static readonly ImportColumn s_honorificKm = new("honorific_km", false, "គោរមងារ");
    private static readonly ImportColumn s_honorificEn = new("honorific_en", false, "honorific");
    private static readonly ImportColumn s_mode = new("mode", true, "របៀបចូលរួម");
    private static readonly ImportColumn s_role = new("role", false, "តួនាទី");
    private static readonly ImportColumn s_since = new("since", false, "in_post_since", "took_up_functions", "កាលបរិច្ឆេទចូលកាន់តំណែង", "ថ្ងៃចូលកាន់តំណែង");
    private static readonly ImportColumn s_priority = new("priority", false, "អាទិភាព");
    private static readonly ImportColumn s_sitting = new("sitting", false, "sitting_code", "វេន");
    private static readonly ImportColumn s_groups = new("groups", false, "group", "ក្រុម");
    private static readonly ImportColumn s_delegationRole = new("delegation_role", false, "role_in_delegation", "តួនាទីក្នុងគណៈប្រតិភូ");
    private static readonly ImportColumn s_requestedAt = new("requested_at", true, "requested", "កាលបរិច្ឆេទស្នើសុំ");
    private static readonly ImportColumn s_requestedAtOrNot = new("requested_at", false, "requested", "កាលបរិច្ឆេទស្នើសុំ");
    private static readonly ImportColumn[] s_columns =
    [
        Keys.ExternalId, s_familyKm, s_givenKm, s_printedKm, s_family, s_given, s_printed, s_sex, s_email, s_institution, s_titleKm, s_titleEn, s_rank, s_honorificKm, s_honorificEn,
        s_since, s_mode, s_role, s_priority, s_sitting, s_groups, s_delegationRole,
    ];

    private static readonly Words<DeliveryMode> s_modes = new(
        (DeliveryMode.InPerson, ["InPerson", "in person", "on site", "onsite", "ផ្ទាល់"]),
        (DeliveryMode.Online, ["Online", "virtual", "អនឡាញ", "តាមអនឡាញ"]));

    private static readonly Words<ParticipantRole> s_roles = new(
        (ParticipantRole.Participant, ["Participant", "អ្នកចូលរួម", "សិក្ខាកាម"]),
        (ParticipantRole.Speaker, ["Speaker", "វាគ្មិន"]),
        (ParticipantRole.Moderator, ["Moderator", "អ្នកសម្របសម្រួល"]),
        (ParticipantRole.Interpreter, ["Interpreter", "អ្នកបកប្រែ"]),
        (ParticipantRole.GuestOfHonour, ["GuestOfHonour", "guest of honour", "guest of honor", "ភ្ញៀវកិត្តិយស"]),
        (ParticipantRole.Observer, ["Observer", "អ្នកសង្កេតការណ៍"]),
        (ParticipantRole.Staff, ["Staff", "បុគ្គលិក"]));

    private static readonly Words<Sex> s_sexes = new(
        (Sex.Female, ["F", "female", "ស្រី"]),
        (Sex.Male, ["M", "male", "ប្រុស"]));

    private static readonly Words<DelegationPlace> s_delegationPlaces = new(
        (DelegationPlace.Head, ["head", "head of delegation", "chief", "ប្រធាន", "ប្រធានគណៈប្រតិភូ"]),
        (DelegationPlace.Deputy, ["deputy", "deputy head", "deputy head of delegation", "អនុប្រធាន", "អនុប្រធានគណៈប្រតិភូ"]),
        (DelegationPlace.Member, ["member", "សមាជិក"]),
        (DelegationPlace.Alternate, ["alternate", "reserve", "បម្រុង", "សមាជិកបម្រុង"]));

    private enum DelegationPlace
    {
        None,
        Head,
        Deputy,
        Member,
        Alternate,
    }

    /// <summary>The columns that a roster can have beside the answers, in the order in which lists show them.</summary>
    internal static IEnumerable<string> ColumnNames => s_columns.Select(column => column.Name).Append(s_requestedAt.Name);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; errors name it without its folder.</param>
    /// <param name="institutions">The codes that are known; a row with another is an error. Null checks only that codes are well formed.</param>
    /// <param name="form">The questions of the workshop, and whether every request has a time; the defaults when null.</param>
    /// <param name="options">Limits, headers of the caller's own and hooks; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The requests in the order of the file.</returns>
    /// <exception cref="ImportException">Something is wrong with the file; every error is listed and nothing is returned.</exception>
    /// <exception cref="ArgumentException">The caller's own headers name a column that there is not, or a question has the header of another column.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static Task<IReadOnlyList<RosterEntry>> ReadFileAsync(
        string path, IReadOnlySet<InstitutionCode>? institutions = null, RosterForm? form = null, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        SourceFile.ReadAsync(path, (stream, name) => ReadAsync(stream, name, institutions, form, options, cancellationToken));

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="stream">The bytes of the roster.</param>
    /// <param name="sourceName">What errors call it, such as the name of an uploaded file.</param>
    /// <param name="institutions">The codes that are known; a row with another is an error. Null checks only that codes are well formed.</param>
    /// <param name="form">The questions of the workshop, and whether every request has a time; the defaults when null.</param>
    /// <param name="options">Limits, headers of the caller's own and hooks; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <inheritdoc cref="ReadFileAsync"/>
    public static async Task<IReadOnlyList<RosterEntry>> ReadAsync(
        Stream stream, string sourceName, IReadOnlySet<InstitutionCode>? institutions = null, RosterForm? form = null, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        var faults = new ImportFaults(sourceName, ImportOptions.OrDefault(options));
        SourceBytes source = await SourceBytes.ReadAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        return Read(source, institutions, form ?? new(), faults, cancellationToken);
    }

    private static List<RosterEntry> Read(SourceBytes source, IReadOnlySet<InstitutionCode>? institutions, RosterForm form, ImportFaults faults, CancellationToken cancellationToken)
    {
        ImportColumn requestedAt = form.RequiresRequestTime ? s_requestedAt : s_requestedAtOrNot;
        using ImportTable table = ImportTable.Open(source, Columns(form, requestedAt), faults);
        var times = new WrittenTimes(faults);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var emails = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new List<(RosterEntry Entry, WrittenTime? At, WrittenTime? Since)>();
        while (table.Read(cancellationToken))
        {
            string? id = Keys.External(table, faults, ids);
            PersonName? name = Name(table, faults);
            Sex? sex = s_sexes.Read(table, s_sex, Sex.Unstated, ImportWords.ValueIsASex);
            bool hasEmail = Keys.TryEmail(table, s_email, faults, name, emails, out string? email);
            InstitutionCode? institution = Institution(table, institutions);
            WrittenTime? since = times.OptionalDate(table, s_since);
            Post? post = Post(table, institution, faults);
            LocalizedText? honorific = Both(table, s_honorificKm, s_honorificEn);
            DeliveryMode? mode = s_modes.Read(table, s_mode, null, ImportWords.ValueIsAMode);
            ParticipantRole? role = s_roles.Read(table, s_role, ParticipantRole.Participant, ImportWords.ValueIsARole);
            int? priority = CodedValues.Priority(table, s_priority);
            string? sitting = CodedValues.Sitting(table, s_sitting);
            SeatGroups? groups = CodedValues.Groups(table, s_groups);
            DelegationPlace? place = s_delegationPlaces.Read(table, s_delegationRole, DelegationPlace.None, ImportWords.ValueIsADelegationRole);
            ImmutableDictionary<string, string> answers = Answers(table, form);
            WrittenTime? at = form.RequiresRequestTime || table.Text(requestedAt).Length > 0 ? times.Required(table, requestedAt) : null;
            if (!faults.Any && id is not null && name is not null && hasEmail && institution is { } where && mode is { } how && role is { } what)
            {
                var person = new Person(name, email, id) { Sex = sex ?? Sex.Unstated, Post = post, Honorific = honorific };
                read.Add((new(table.Row, person, where, how, what, null)
                {
                    Priority = priority ?? 0,
                    Sitting = sitting,
                    Groups = groups ?? SeatGroups.None,
                    DelegationRole = place is null or DelegationPlace.None ? null : ImportColumn.Key(place.Value.ToString()),
                    Answers = answers,
                }, at, since));
            }
        }

        DateOrder? order = times.Decide(null);
        faults.ThrowIfAny();
        return [.. read.Select(one => one.Entry with { RequestedAt = one.At?.In(order!.Value), Person = Since(one.Entry.Person, one.Since?.In(order!.Value).Date) })];
    }

    private static ImportColumn[] Columns(RosterForm form, ImportColumn requestedAt)
    {
        ImportColumn[] columns = [.. s_columns, requestedAt, .. form.Questions.Select(question => question.Column)];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (ImportColumn column in columns)
        {
            if (column.Keys.FirstOrDefault(key => !keys.Add(key)) is { } twice)
            {
                throw new ArgumentException($"The question '{column.Name}' has a header, '{twice}', that another column has too.", nameof(form));
            }
        }

        return columns;
    }

    // The order of day and month is known only when the whole file was read.
    private static Person Since(Person person, LocalDate? since) =>
        since is null || person.Post is not { } post ? person : person with { Post = new(post.Title, post.Institution, post.Rank, since) };

    private static ImmutableDictionary<string, string> Answers(ImportTable table, RosterForm form)
    {
        ImmutableDictionary<string, string> answers = ImmutableDictionary<string, string>.Empty;
        foreach (RosterQuestion question in form.Questions)
        {
            if (table.Answer(question.Column) is { } answer && !string.IsNullOrWhiteSpace(answer))
            {
                answers = answers.SetItem(question.Code, answer);
            }
        }

        return answers;
    }

    private static PersonName? Name(ImportTable table, ImportFaults faults)
    {
        string? family = table.Printed(s_family);
        string? given = table.Printed(s_given);
        string? familyKm = table.Khmer(s_familyKm);
        string? givenKm = table.Khmer(s_givenKm);
        string? printed = table.Printed(s_printed);
        string? printedKm = table.Khmer(s_printedKm);
        if (family is null || given is null || familyKm is null || givenKm is null || printed is null || printedKm is null)
        {
            return null;
        }

        if (family.Length + given.Length + printed.Length == 0)
        {
            if (table.Has(s_given))
            {
                faults.Add(ImportWords.PersonHasAName, table.Row, s_given.Name);
            }

            return null;
        }

        var name = new PersonName(family, given, Form(printed));
        return familyKm.Length + givenKm.Length + printedKm.Length == 0 ? name : name.WithNative("km", familyKm, givenKm, Form(printedKm));

        static string? Form(string text) => text.Length == 0 ? null : text;
    }

    private static InstitutionCode? Institution(ImportTable table, IReadOnlySet<InstitutionCode>? known)
    {
        if (table.Required(s_institution) is not { } text)
        {
            return null;
        }

        if (!InstitutionCode.TryParse(text, out InstitutionCode code))
        {
            table.Refuse(ImportWords.ValueIsACode, s_institution, text);
            return null;
        }

        if (known is not null && !known.Contains(code))
        {
            table.Refuse(ImportWords.InstitutionIsKnown, s_institution, text);
            return null;
        }

        return code;
    }

    private static Post? Post(ImportTable table, InstitutionCode? institution, ImportFaults faults)
    {
        LocalizedText? title = Both(table, s_titleKm, s_titleEn);
        string? rank = table.Printed(s_rank);
        if (title is null && (rank is { Length: > 0 } || table.Text(s_since).Length > 0) && table.Raw(s_titleKm).Length + table.Raw(s_titleEn).Length == 0)
        {
            // A rank or a date without a title could not be kept: a post has a title.
            faults.Add(ImportWords.ValueIsPresent, table.Row, s_titleEn.Name);
        }

        return title is not null && rank is not null && institution is { } where ? new(title, where, rank) : null;
    }

    private static LocalizedText? Both(ImportTable table, ImportColumn khmer, ImportColumn english)
    {
        string? first = table.Khmer(khmer);
        string? second = table.Printed(english);
        return first is null || second is null || first.Length + second.Length == 0 ? null : new(first, second);
    }
}
