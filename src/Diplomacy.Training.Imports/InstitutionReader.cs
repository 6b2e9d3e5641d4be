namespace Diplomacy.Training.Imports;

/// <summary>
/// Reads institutions from a table: <c>code</c>, <c>type</c>, <c>name</c>, <c>city</c>, <c>country</c>, <c>timezone</c>, and where they are known
/// <c>name_km</c>, <c>weekend</c> (such as <c>Fri Sat</c>, or <c>none</c>) and <c>hours</c> (such as <c>Fri 09:00-12:00; * 09:00-12:00 14:00-17:00</c>:
/// of the entries the first that names a day, or <c>*</c>, holds for it), <c>groups</c> (such as <c>region/asean; size/large</c>), <c>country_code</c>
/// (ISO 3166-1 alpha-2, such as <c>KH</c>) and <c>email</c> (the institution's own mailbox, never a person's). Without them the weekend is that of <see cref="CountryWeekend"/>
/// where the country code is told (a warning says so where it is not plainly Saturday and Sunday) and Saturday and Sunday otherwise, the hours are those of <see cref="WorkingTime.Standard"/>.
/// </summary>
/// <remarks>
/// CSV or XLSX. Columns are found by name in any order; others are passed over with a warning. Comma, semicolon, tab or bar; UTF-8 or UTF-16. Time zones must be known to
/// <see cref="ImportOptions.Zones"/>, codes must be unique (R18). Safe for use from many threads.
/// </remarks>
public static class InstitutionReader
{
    private static readonly ImportColumn s_code = new("code", true, "លេខកូដ");
    private static readonly ImportColumn s_type = new("type", true, "kind", "ប្រភេទ");
    private static readonly ImportColumn s_name = new("name", true, "name_en", "ឈ្មោះជាភាសាអង់គ្លេស");
    private static readonly ImportColumn s_nameKm = new("name_km", false, "ឈ្មោះ", "ឈ្មោះជាភាសាខ្មែរ");
    private static readonly ImportColumn s_city = new("city", true, "ទីក្រុង");
    private static readonly ImportColumn s_country = new("country", true, "ប្រទេស");
    private static readonly ImportColumn s_zone = new("timezone", true, "time_zone", "zone", "តំបន់ម៉ោង");
    private static readonly ImportColumn s_weekend = new("weekend", false, "ថ្ងៃឈប់សម្រាក");
    private static readonly ImportColumn s_hours = new("hours", false, "ម៉ោងធ្វើការ");
    private static readonly ImportColumn s_groups = new("groups", false, "group", "ក្រុម");
    private static readonly ImportColumn s_countryCode = new("country_code", false, "iso", "iso2", "iso_3166", "លេខកូដប្រទេស");
    private static readonly ImportColumn s_email = new("email", false, "e_mail", "mail", "mailbox", "អ៊ីមែល");
    private static readonly ImportColumn[] s_columns = [s_code, s_type, s_name, s_nameKm, s_city, s_country, s_zone, s_weekend, s_hours, s_groups, s_countryCode, s_email];

    private static readonly Words<InstitutionKind> s_kinds = new(
        (InstitutionKind.Ministry, ["ministry", "institute"]),
        (InstitutionKind.Department, ["department"]),
        (InstitutionKind.Embassy, ["embassy"]),
        (InstitutionKind.PermanentMission, ["permanent-mission"]),
        (InstitutionKind.ConsulateGeneral, ["consulate-general"]),
        (InstitutionKind.Consulate, ["consulate"]),
        (InstitutionKind.ProvincialOffice, ["provincial-office"]),
        (InstitutionKind.Partner, ["partner"]));

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; errors name it without its folder.</param>
    /// <param name="options">Limits and zones; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The institutions in the order of the file.</returns>
    /// <exception cref="ImportException">Something is wrong with the file; every error is listed and nothing is returned.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static Task<IReadOnlyList<Institution>> ReadFileAsync(string path, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        SourceFile.ReadAsync(path, (stream, name) => ReadAsync(stream, name, options, cancellationToken));

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="stream">The bytes of the table.</param>
    /// <param name="sourceName">What errors call it, such as the name of an uploaded file.</param>
    /// <param name="options">Limits and zones; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <inheritdoc cref="ReadFileAsync"/>
    public static async Task<IReadOnlyList<Institution>> ReadAsync(
        Stream stream, string sourceName, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        var faults = new ImportFaults(sourceName, ImportOptions.OrDefault(options));
        SourceBytes source = await SourceBytes.ReadAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        return Read(source, faults, cancellationToken);
    }

    private static List<Institution> Read(SourceBytes source, ImportFaults faults, CancellationToken cancellationToken)
    {
        using ImportTable table = ImportTable.Open(source, s_columns, faults);
        var institutions = new List<Institution>();
        var rows = new Dictionary<InstitutionCode, int>();
        while (table.Read(cancellationToken))
        {
            InstitutionCode? code = Code(table, rows, faults);
            InstitutionKind? kind = s_kinds.Read(table, s_type, null, ImportWords.ValueIsAKind);
            string? name = table.Printed(s_name);
            string? khmer = table.Khmer(s_nameKm);
            string? city = table.Printed(s_city);
            string? country = table.Printed(s_country);
            string? zone = Zone(table, faults);
            string? countryCode = CountryCode(table);
            WorkingTime? hours = Hours(table, countryCode, faults);
            SeatGroups? groups = CodedValues.Groups(table, s_groups);
            string? email = Email(table, faults);
            if (name is { Length: 0 } && khmer is { Length: 0 })
            {
                faults.Add(ImportWords.ValueIsPresent, table.Row, s_name.Name);
            }
            else if (code is { } c && kind is { } k && name is not null && khmer is not null && city is not null && country is not null && zone is not null && hours is not null && !faults.Any)
            {
                institutions.Add(new(c, new(khmer, name), k, city, country, zone, hours, groups ?? SeatGroups.None) { CountryCode = countryCode, Email = email });
            }
        }

        faults.ThrowIfAny();
        return institutions;
    }

    private static InstitutionCode? Code(ImportTable table, Dictionary<InstitutionCode, int> rows, ImportFaults faults)
    {
        if (table.Required(s_code) is not { } text)
        {
            return null;
        }

        if (!InstitutionCode.TryParse(text, out InstitutionCode code))
        {
            table.Refuse(ImportWords.ValueIsACode, s_code, text);
            return null;
        }

        if (!rows.TryAdd(code, table.Row))
        {
            faults.Add(ImportWords.ValueIsUnique, table.Row, s_code.Name, arguments: [("first", rows[code]), ("value", text)]);
            return null;
        }

        return code;
    }

    private static string? CountryCode(ImportTable table)
    {
        string text = table.Text(s_countryCode);
        string code = text.ToUpperInvariant();
        if (text.Length == 0 || Institution.IsCountryCode(code))
        {
            return text.Length == 0 ? null : code;
        }

        table.Refuse(ImportWords.ValueIsACountryCode, s_countryCode, text);
        return null;
    }

    private static string? Email(ImportTable table, ImportFaults faults)
    {
        if (table.Text(s_email) is not { Length: > 0 } text)
        {
            return null;
        }

        if (Institution.IsMailbox(text))
        {
            return text;
        }

        faults.Add(ImportWords.ValueIsAnEmail, table.Row, s_email.Name, text);
        return null;
    }

    private static string? Zone(ImportTable table, ImportFaults faults)
    {
        if (table.Required(s_zone) is not { } text)
        {
            return null;
        }

        // NodaTime takes UTC+07, which the directory refuses: here the row and the column can be named.
        if (!(text.Length > 3 && text.StartsWith("UTC", StringComparison.Ordinal)) && faults.Options.Zones.GetZoneOrNull(text) is not null)
        {
            return text;
        }

        table.Refuse(ImportWords.ValueIsAZone, s_zone, text, ("version", faults.Options.Zones.VersionId));
        return null;
    }

    private static WorkingTime? Hours(ImportTable table, string? countryCode, ImportFaults faults)
    {
        string weekend = table.Text(s_weekend);
        string hours = table.Text(s_hours);
        if (!WorkingHours.TryDays(weekend, out IReadOnlySet<IsoDayOfWeek>? rest))
        {
            table.Refuse(ImportWords.ValueIsAWeekend, s_weekend, weekend);
            return null;
        }

        if (weekend.Length == 0 && countryCode is not null)
        {
            rest = ByCountry(CountryWeekend.Of(countryCode), table, faults);
        }

        if (WorkingHours.Read(hours, rest) is { } time)
        {
            return time;
        }

        table.Refuse(ImportWords.ValueIsWorkingHours, s_hours, hours);
        return null;
    }

    // Saturday and Sunday without a doubt are what an empty cell has always meant; anything else is said.
    private static HashSet<IsoDayOfWeek> ByCountry(CountryWeekend weekend, ImportTable table, ImportFaults faults)
    {
        if (weekend.IsNamed || weekend.Doubt != WeekendDoubt.None)
        {
            faults.Warn(ImportWords.WeekendIsTold, table.Row, s_weekend.Name, null,
                ("country", weekend.Country), ("days", string.Join(' ', weekend.Days.Select(day => day.ToString()[..3]))), ("source", weekend.Source), ("doubt", weekend.Doubt.ToString()));
        }

        return [.. weekend.Days];
    }
}
