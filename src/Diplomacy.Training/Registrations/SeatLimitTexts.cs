namespace Diplomacy.Training;

/// <summary>The keys of limits in words. A key says all that is needed, so that also a limit of an old event is told.</summary>
internal static class SeatLimitTexts
{
    internal static readonly CatalogText WithFigures = new(
        "limit.with-figures", "{limit} ({used} of {capacity})", "{limit} ({used} ក្នុងចំណោម {capacity})");

    internal static readonly CatalogText InPerson = new("limit.mode-in-person", "seats in the room", "កៅអីចូលរួមដោយផ្ទាល់");

    internal static readonly CatalogText Online = new("limit.mode-online", "places online", "កន្លែងតាមអនឡាញ");

    internal static readonly CatalogText Sitting = new("limit.sitting", "{mode}, sitting {sitting}", "{mode} សម្រាប់លើក {sitting}");

    internal static readonly CatalogText Total = new("limit.total", "participants altogether", "អ្នកចូលរួមសរុប");

    internal static readonly CatalogText Room = new("limit.room", "people in the room, in any role", "ចំនួនមនុស្សក្នុងបន្ទប់ គ្រប់តួនាទី");

    internal static readonly CatalogText RoomOfSitting = new("limit.room-of-sitting", "people in the room, in any role, sitting {sitting}", "ចំនួនមនុស្សក្នុងបន្ទប់ គ្រប់តួនាទី សម្រាប់លើក {sitting}");

    internal static readonly CatalogText WaitingList = new("limit.waiting", "places on the waiting list", "កន្លែងក្នុងបញ្ជីរង់ចាំ");

    internal static readonly CatalogText EachMission = new("limit.each-mission", "each mission: {institution}", "បេសកកម្មនីមួយៗ៖ {institution}");

    internal static readonly CatalogText EachGroup = new("limit.each-group", "each {dimension}: {group}", "{dimension} នីមួយៗ៖ {group}");

    internal static readonly CatalogText Group = new("limit.group", "group of {dimension}: {group}", "ក្រុមតាម {dimension}៖ {group}");

    internal static readonly CatalogText Institution = new("limit.institution", "institution: {institution}", "ស្ថាប័ន៖ {institution}");

    internal static readonly CatalogText NamedGroup = new("limit.named-group", "group: {group}", "ក្រុមស្ថាប័ន៖ {group}");

    internal static readonly CatalogText Ministries = new("limit.kind-ministry", "all ministries together", "ក្រសួងទាំងអស់រួមគ្នា");

    internal static readonly CatalogText Departments = new("limit.kind-department", "all departments together", "នាយកដ្ឋានទាំងអស់រួមគ្នា");

    internal static readonly CatalogText Embassies = new("limit.kind-embassy", "all embassies together", "ស្ថានទូតទាំងអស់រួមគ្នា");

    internal static readonly CatalogText PermanentMissions = new("limit.kind-permanent-mission", "all permanent missions together", "បេសកកម្មអចិន្ត្រៃយ៍ទាំងអស់រួមគ្នា");

    internal static readonly CatalogText ConsulatesGeneral = new("limit.kind-consulate-general", "all consulates general together", "ស្ថានអគ្គកុងស៊ុលទាំងអស់រួមគ្នា");

    internal static readonly CatalogText Consulates = new("limit.kind-consulate", "all consulates together", "ស្ថានកុងស៊ុលទាំងអស់រួមគ្នា");

    internal static readonly CatalogText ProvincialOffices = new("limit.kind-provincial-office", "all provincial offices together", "មន្ទីរខេត្តទាំងអស់រួមគ្នា");

    internal static readonly CatalogText Partners = new("limit.kind-partner", "all partners together", "ដៃគូទាំងអស់រួមគ្នា");

    internal static readonly CatalogText Other = new("limit.other", "another limit: {limit}", "កម្រិតផ្សេងទៀត៖ {limit}");

    internal static CatalogText[] All =>
    [
        WithFigures, InPerson, Online, Sitting, Total, Room, RoomOfSitting, WaitingList, EachMission, EachGroup, Group, Institution, NamedGroup,
        Ministries, Departments, Embassies, PermanentMissions, ConsulatesGeneral, Consulates, ProvincialOffices, Partners, Other,
    ];

    internal static SeatLimitKind KindOf(string key) => Parts(key)[0] switch
    {
        "mode" => SeatLimitKind.Mode,
        "sitting" => SeatLimitKind.Sitting,
        "quota" => SeatLimitKind.Quota,
        "total" => SeatLimitKind.Total,
        "room" => SeatLimitKind.Room,
        "waiting" => SeatLimitKind.WaitingList,
        _ => SeatLimitKind.Other,
    };

    /// <summary>A key in words: the host's where there are any, else the library's.</summary>
    internal static TrainingText Of(string key, TrainingTexts texts) => texts.Contains($"limit/{key}")
        ? new($"limit/{key}")
        : Parts(key) switch
        {
            ["mode", "in-person"] => InPerson.With(),
            ["mode", "online"] => Online.With(),
            ["sitting", var sitting, "in-person"] => Sitting.With(("mode", InPerson.With()), ("sitting", sitting)),
            ["sitting", var sitting, "online"] => Sitting.With(("mode", Online.With()), ("sitting", sitting)),
            ["total"] => Total.With(),
            ["room"] => Room.With(),
            ["room", var sitting] => RoomOfSitting.With(("sitting", sitting)),
            ["waiting"] => WaitingList.With(),
            ["quota", "each-mission", var institution] => EachMission.With(("institution", institution)),
            ["quota", "each", var dimension, var group] => EachGroup.With(("dimension", dimension), ("group", group)),
            ["quota", "group", var dimension, var group] => Group.With(("dimension", dimension), ("group", group)),
            ["quota", "kind", var kind] when KindWords(kind) is { } words => words.With(),
            ["quota", var institution] when InstitutionCode.TryParse(institution, out _) => Institution.With(("institution", institution)),
            ["quota", var name] => NamedGroup.With(("group", name)),
            _ => Other.With(("limit", key)),
        };

    private static string[] Parts(string key) => key.Split('/');

    private static CatalogText? KindWords(string kind) => kind switch
    {
        "ministry" => Ministries,
        "department" => Departments,
        "embassy" => Embassies,
        "permanent-mission" => PermanentMissions,
        "consulate-general" => ConsulatesGeneral,
        "consulate" => Consulates,
        "provincial-office" => ProvincialOffices,
        "partner" => Partners,
        _ => null,
    };
}
