using System.Text.Json;
using NodaTime.Text;

namespace Diplomacy.Training.Imports;

/// <summary>Makes a calendar of the members of a JSON file, with every fault in its place.</summary>
internal sealed class HolidayJson(ImportFaults faults)
{
    internal const string HalfDay = "half-day";

    internal static readonly (string Word, DayKind Kind)[] Kinds =
    [
        ("holiday", DayKind.Holiday), (HalfDay, DayKind.HalfDay), ("make-up-workday", DayKind.MakeUpWorkday), ("unknown", DayKind.Unknown), ("working", DayKind.Working),
    ];

    /// <exception cref="ImportException">Something is wrong.</exception>
    internal HolidayCalendar Calendar(WrittenJson file)
    {
        Dictionary<string, WrittenJson> members = Members(file, "id", "source", "country", "from", "to", "days");
        string? id = Text(file, members, "id"), source = Text(file, members, "source");
        string? country = Country(members);
        LocalDate? from = Date(file, members, "from"), to = Date(file, members, "to");
        if (from > to)
        {
            faults.Add(ImportWords.CoverageHasDays, members["to"].Line, "to", arguments: [("from", from), ("to", to)]);
        }

        var days = new Dictionary<LocalDate, DayStatus>();
        var lines = new Dictionary<LocalDate, int>();
        foreach (WrittenJson day in Days(file, members))
        {
            if (faults.IsFull)
            {
                break;
            }

            if (Day(day) is var (date, status) && Belongs(day, date, from, to, lines))
            {
                days.Add(date, status);
            }
        }

        faults.ThrowIfAny();
        return new(id!, source!, new(from!.Value, to!.Value), days) { Country = country };
    }

    private List<WrittenJson> Days(WrittenJson file, Dictionary<string, WrittenJson> members)
    {
        if (!members.TryGetValue("days", out WrittenJson? days))
        {
            faults.Add(ImportWords.ValueIsPresent, file.Line, "days");
            return [];
        }

        return Is(days, "days", days.IsArray, "[ ]") ? days.Items : [];
    }

    private bool Belongs(WrittenJson day, LocalDate date, LocalDate? from, LocalDate? to, Dictionary<LocalDate, int> lines)
    {
        if (date < from || date > to)
        {
            faults.Add(ImportWords.DayIsCovered, day.Line, "date", arguments: [("date", date), ("from", from!), ("to", to!)]);
            return false;
        }

        if (!lines.TryAdd(date, day.Line))
        {
            faults.Add(ImportWords.ValueIsUnique, day.Line, "date", arguments: [("first", lines[date])]);
            return false;
        }

        return true;
    }

    private (LocalDate, DayStatus)? Day(WrittenJson day)
    {
        Dictionary<string, WrittenJson> members = Members(day, "date", "kind", "name", "tentative", "openUntil");
        if (!day.IsObject)
        {
            return null;
        }

        LocalDate? date = Date(day, members, "date");
        DayKind? kind = Kind(day, members);
        bool right = Name(members, out LocalizedText? name) & Tentative(members, out bool tentative) & OpenUntil(members, out LocalTime? openUntil);
        if (kind is not { } known || !right)
        {
            return null;
        }

        if ((known == DayKind.HalfDay) != (openUntil is not null))
        {
            faults.Add(ImportWords.HalfDayHasATime, day.Line, "openUntil");
            return null;
        }

        if (known is DayKind.Unknown or DayKind.Working && (name is not null || tentative))
        {
            faults.Add(ImportWords.MemberIsKnown, day.Line, name is null ? "tentative" : "name", arguments: [("value", name is null ? "tentative" : "name"), ("known", "date, kind")]);
            return null;
        }

        DayStatus status = known switch
        {
            DayKind.Holiday => DayStatus.Holiday(name, tentative),
            DayKind.HalfDay => DayStatus.HalfDay(openUntil!.Value, name, tentative),
            DayKind.MakeUpWorkday => DayStatus.MakeUpWorkday(name, tentative),
            DayKind.Unknown => DayStatus.Unknown,
            _ => DayStatus.Working,
        };
        return date is { } on ? (on, status) : null;
    }

    private DayKind? Kind(WrittenJson day, Dictionary<string, WrittenJson> members)
    {
        if (Text(day, members, "kind") is not { } word)
        {
            return null;
        }

        foreach (var (known, kind) in Kinds)
        {
            if (known == word)
            {
                return kind;
            }
        }

        Refuse(ImportWords.ValueIsADayKind, members["kind"], "kind", ("known", string.Join(", ", Kinds.Select(k => k.Word))));
        return null;
    }

    private bool Name(Dictionary<string, WrittenJson> members, out LocalizedText? name)
    {
        name = null;
        if (!members.TryGetValue("name", out WrittenJson? told))
        {
            return true;
        }

        Dictionary<string, WrittenJson> languages = Members(told, "km", "en");
        if (!told.IsObject || !Printed(languages, "km", out string khmer) | !Printed(languages, "en", out string english))
        {
            return false;
        }

        if (khmer.Length + english.Length == 0)
        {
            faults.Add(ImportWords.ValueIsPresent, told.Line, "name");
            return false;
        }

        name = new(khmer, english);
        return true;
    }

    private bool Printed(Dictionary<string, WrittenJson> languages, string language, out string text)
    {
        text = "";
        if (!languages.TryGetValue(language, out WrittenJson? told))
        {
            return true;
        }

        if (!Is(told, language, told.IsText, "\"…\""))
        {
            return false;
        }

        text = told.Text.Trim();
        if (HolidayNames.Fault(text) is var (fault, arguments))
        {
            faults.Add(fault, told.Line, language, text, arguments);
            return false;
        }

        return true;
    }

    private bool Tentative(Dictionary<string, WrittenJson> members, out bool tentative)
    {
        tentative = members.TryGetValue("tentative", out WrittenJson? told) && told.Kind == JsonTokenType.True;
        return told is null || Is(told, "tentative", told.Kind is JsonTokenType.True or JsonTokenType.False, "true, false");
    }

    private bool OpenUntil(Dictionary<string, WrittenJson> members, out LocalTime? time)
    {
        time = null;
        if (!members.TryGetValue("openUntil", out WrittenJson? told))
        {
            return true;
        }

        if (told.IsText && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(told.Text) is { Success: true } read && read.Value != LocalTime.Midnight)
        {
            time = read.Value;
            return true;
        }

        Refuse(ImportWords.ValueIsATimeOfDay, told, "openUntil");
        return false;
    }

    private string? Country(Dictionary<string, WrittenJson> members)
    {
        if (!members.TryGetValue("country", out WrittenJson? told))
        {
            return null;
        }

        if (told.IsText && Institution.IsCountryCode(told.Text))
        {
            return told.Text;
        }

        Refuse(ImportWords.ValueIsACountryCode, told, "country");
        return null;
    }

    private LocalDate? Date(WrittenJson owner, Dictionary<string, WrittenJson> members, string member)
    {
        if (Text(owner, members, member) is not { } text)
        {
            return null;
        }

        if (text.Length == 10 && LocalDatePattern.Iso.Parse(text) is { Success: true } date)
        {
            return date.Value;
        }

        Refuse(ImportWords.ValueIsADate, members[member], member);
        return null;
    }

    private string? Text(WrittenJson owner, Dictionary<string, WrittenJson> members, string member)
    {
        if (!members.TryGetValue(member, out WrittenJson? told))
        {
            if (owner.IsObject)
            {
                faults.Add(ImportWords.ValueIsPresent, owner.Line, member);
            }

            return null;
        }

        if (!Is(told, member, told.IsText, "\"…\""))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(told.Text))
        {
            faults.Add(ImportWords.ValueIsPresent, told.Line, member);
            return null;
        }

        return told.Text;
    }

    private Dictionary<string, WrittenJson> Members(WrittenJson value, params string[] known)
    {
        var members = new Dictionary<string, WrittenJson>(StringComparer.Ordinal);
        Is(value, null, value.IsObject, "{ }");
        foreach (var (name, line, member) in value.Members)
        {
            if (Array.IndexOf(known, name) < 0)
            {
                if (name is not ("$schema" or "comment"))
                {
                    (string shown, string? personal) = ImportFaults.Show(name);
                    faults.Add(ImportWords.MemberIsKnown, line, null, personal, ("value", shown), ("known", string.Join(", ", known)));
                }
            }
            else if (!members.TryAdd(name, member))
            {
                faults.Add(ImportWords.MemberIsSingle, line, name, arguments: [("first", members[name].Line)]);
            }
        }

        return members;
    }

    private bool Is(WrittenJson value, string? member, bool holds, string expected)
    {
        if (!holds)
        {
            faults.Add(ImportWords.MemberHasItsKind, value.Line, member, arguments: [("expected", expected)]);
        }

        return holds;
    }

    private void Refuse(ImportText text, WrittenJson told, string member, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        (string shown, string? personal) = ImportFaults.Show(told.Text);
        faults.Add(text, told.Line, member, personal, [("value", shown), .. arguments]);
    }
}
