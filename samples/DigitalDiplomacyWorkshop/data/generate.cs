#:property PublishAot=false

// Writes the invented people of the workshop of 28 February 2023: roster, cancellations, check-ins and Zoom report.
//   dotnet run samples/DigitalDiplomacyWorkshop/data/generate.cs [-- OUTPUT_FOLDER]
// The institutions are facts and are kept by hand; everybody who appears here is invented. README.md beside this file has the details.
using System.Globalization;
using System.Text;

string here = AppContext.GetData("EntryPointFileDirectoryPath") as string
    ?? throw new InvalidOperationException("Run this file with `dotnet run generate.cs`.");
string target = args is [string folder] ? folder : here;
Directory.CreateDirectory(target);

List<Institution> institutions =
[
    .. Institution.Read(Path.Combine(here, "headquarters.csv"), mission: false),
    .. Institution.Read(Path.Combine(here, "missions.csv"), mission: true),
];
var random = new SplitMix64(20230228);
List<Request> requests = new Requests(random, institutions).Draw();
List<Cancellation> cancellations = new SeatModel(requests).FillThenCancel(random);
List<CheckIn> checkIns = new Room(random, requests).Draw();
List<ZoomRow> zoom = new Call(random, requests).Draw();

Csv.Write(Path.Combine(target, "roster.csv"),
    "external_id,family_km,given_km,family,given,printed,sex,email,institution,title_km,title_en,rank,mode,role,requested_at",
    requests.Select(r => new[]
    {
        r.ExternalId, r.Name.FamilyKm, r.Name.GivenKm, r.Name.Family, r.Name.Given, r.Name.Printed, r.Name.Sex, r.Email, r.Institution.Code,
        r.Post.TitleKm, r.Post.TitleEn, r.Post.Rank, r.Online ? "Online" : "InPerson", r.Role, Csv.Iso(r.RequestedAt),
    }));
Csv.Write(Path.Combine(target, "cancellations.csv"), "external_id,cancelled_at",
    cancellations.Select(c => new[] { c.Request.ExternalId, Csv.Iso(c.At) }));
Csv.Write(Path.Combine(target, "check-ins.csv"), "external_id,session,checked_in_at",
    checkIns.Select(c => new[] { c.Request.ExternalId, c.Session, Csv.Iso(c.At) }));
Csv.Write(Path.Combine(target, "zoom-2023-02-28.csv"),
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent",
    zoom.Select(z => new[]
    {
        z.Name, z.Email, Csv.Zoom(z.Join), Csv.Zoom(z.Leave), z.Minutes.ToString(CultureInfo.InvariantCulture), z.Guest ? "Yes" : "No", z.Host ? "" : "Y",
    }));

Console.WriteLine(FormattableString.Invariant($"roster {requests.Count}: in person {requests.Count(r => !r.Online)}, online {requests.Count(r => r.Online)}, not participants {requests.Count(r => !r.TakesSeat)}"));
Console.WriteLine(FormattableString.Invariant($"first fill: waiting in person {requests.Count(r => r.Waited && !r.Online)}, online {requests.Count(r => r.Waited && r.Online)}, held back by a quota {requests.Count(r => r.QuotaBound)}"));
Console.WriteLine(FormattableString.Invariant($"cancellations {cancellations.Count}: promoted {requests.Count(r => r.Waited && r.Confirmed)}, still waiting {requests.Count(r => r.Waited && !r.Confirmed)}"));
Console.WriteLine(FormattableString.Invariant($"check-ins {checkIns.Count} of {checkIns.Select(c => c.Request).Distinct().Count()} people; Zoom {zoom.Count} rows, {zoom.Where(z => z.Email.Length > 0).Select(z => z.Email.ToLowerInvariant()).Distinct().Count()} addresses"));

/// <summary>A small generator of our own: the runtime's may change between versions, this file's output may not.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public int Below(int exclusive)
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (int)((z ^ (z >> 31)) % (ulong)exclusive);
    }

    public int Between(int inclusive, int exclusive) => inclusive + Below(exclusive - inclusive);

    public bool Percent(int chance) => Below(100) < chance;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public List<T> Sample<T>(IEnumerable<T> items, int count)
    {
        List<T> pool = [.. items];
        for (int i = pool.Count - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (pool[i], pool[j]) = (pool[j], pool[i]);
        }

        return pool[..count];
    }
}

internal sealed record Institution(string Code, string Kind, string TimeZone, string Weekend, bool Mission)
{
    // Offsets from UTC in February 2023, in minutes; no zone of the list changes its clocks in that month.
    private static readonly Dictionary<string, int> s_february = new(StringComparer.Ordinal)
    {
        ["America/Havana"] = -300, ["America/New_York"] = -300, ["Europe/London"] = 0, ["Europe/Belgrade"] = 60, ["Europe/Berlin"] = 60,
        ["Europe/Brussels"] = 60, ["Europe/Budapest"] = 60, ["Europe/Paris"] = 60, ["Europe/Prague"] = 60, ["Europe/Warsaw"] = 60,
        ["Europe/Zurich"] = 60, ["Africa/Cairo"] = 120, ["Europe/Sofia"] = 120, ["Asia/Kuwait"] = 180, ["Europe/Istanbul"] = 180,
        ["Europe/Moscow"] = 180, ["Asia/Dubai"] = 240, ["Asia/Kolkata"] = 330, ["Asia/Yangon"] = 390, ["Asia/Bangkok"] = 420,
        ["Asia/Ho_Chi_Minh"] = 420, ["Asia/Jakarta"] = 420, ["Asia/Phnom_Penh"] = 420, ["Asia/Vientiane"] = 420, ["Asia/Brunei"] = 480,
        ["Asia/Hong_Kong"] = 480, ["Asia/Kuala_Lumpur"] = 480, ["Asia/Manila"] = 480, ["Asia/Shanghai"] = 480, ["Asia/Singapore"] = 480,
        ["Asia/Dili"] = 540, ["Asia/Pyongyang"] = 540, ["Asia/Seoul"] = 540, ["Asia/Tokyo"] = 540, ["Australia/Sydney"] = 660,
    };

    public int MinutesAheadOfPhnomPenh => s_february[TimeZone] - s_february["Asia/Phnom_Penh"];

    public string Domain => Mission ? $"{Code.ToLowerInvariant()}.mfaic.example" : $"{Code.ToLowerInvariant()}.example";

    /// <summary>The most participants' seats this institution may hold; null where no quota applies.</summary>
    public int? Quota => Mission ? 4 : Code == "MFAIC" ? 200 : null;

    public static List<Institution> Read(string path, bool mission) =>
        [.. Csv.Read(path).Select(row => new Institution(row["code"], row["type"], row["timezone"], row["weekend"], mission))];

    /// <summary>A moment in this institution's working hours, told in Phnom Penh time, with both ends in Phnom Penh days.</summary>
    public DateTime WorkingMoment(SplitMix64 random, DateTime from, DateTime until)
    {
        while (true)
        {
            DateTime local = from.AddDays(random.Between(-1, (until - from).Days + 1)).Date.AddHours(random.Percent(55) ? 8 : 14).AddSeconds(random.Below(3 * 3600 + 1800));
            DateTime host = local.AddMinutes(-MinutesAheadOfPhnomPenh);
            if (host >= from && host < until && !Weekend.Contains(local.DayOfWeek.ToString()[..3], StringComparison.Ordinal))
            {
                return host;
            }
        }
    }
}

internal sealed record PersonName(string FamilyKm, string GivenKm, string Family, string Given, string Sex)
{
    /// <summary>How a certificate shows the Latin name where the given name stands first; empty where it is family name, then given name.</summary>
    public string Printed { get; init; } = "";

    public string Latin => $"{Family} {Given}".Trim();

    public string Khmer => $"{FamilyKm} {GivenKm}".Trim();
}

internal sealed record Post(string Rank, string TitleKm, string TitleEn);

internal sealed class Request(PersonName name, Institution institution, Post post, bool online, string role)
{
    public PersonName Name { get; } = name;
    public Institution Institution { get; } = institution;
    public Post Post { get; } = post;
    public string Role { get; } = role;
    public bool Online { get; set; } = online;
    public string Email { get; set; } = "";
    public string ExternalId { get; set; } = "";
    public DateTime RequestedAt { get; set; }

    public bool Special { get; init; }
    public bool Confirmed { get; set; }
    public bool Waited { get; set; }
    public bool QuotaBound { get; set; }
    public bool Cancelled { get; set; }
    public Presence Presence { get; set; } = Presence.AsRegistered;
    public bool TakesSeat => Role == "Participant";
}

/// <summary>Where a confirmed person really was on the day.</summary>
internal enum Presence { AsRegistered, Absent, OtherMode, RoomAndLaptop, RoomThenOnline }

internal sealed record Cancellation(Request Request, DateTime At);

internal sealed record CheckIn(Request Request, string Session, DateTime At);

internal sealed record ZoomRow(string Name, string Email, DateTime Join, DateTime Leave, bool Guest, bool Host = false)
{
    // Zoom rounds every row up, so that adding rows overstates.
    public int Minutes => (int)Math.Ceiling((Leave - Join).TotalSeconds / 60);
}

/// <summary>Family and given names in both scripts, and the posts. Frequent families stand first and are drawn twice as often.</summary>
internal static class Tables
{
    public static readonly (string Km, string Latin)[] Families = Parse("""
        សុខ SOK, ចាន់ CHAN, ជា CHEA, កែវ KEO, លី LY, ហេង HENG, ពេជ្រ PICH, សៅ SAO, មាស MEAS, ម៉ៅ MAO,
        រស់ ROS, លឹម LIM, នួន NUON, គង់ KONG, សេង SENG, អ៊ុក OUK, ឈឹម CHHIM, ស៊ឹម SIM, យឹម YIM, ហង់ HANG,
        ឃឹម KHIM, ឈុន CHHUN, ផាន PHAN, ហាក់ HAK, ឯក EK, អ៊ឹម IM, ទេព TEP, តាំង TANG, ទូច TOUCH, ប៊ុន BUN,
        ពៅ POV, មាន MEAN, វ៉ាន់ VAN, សំ SAM, សុន SON, សួន SUON, អ៊ុំ OUM, ឡុង LONG, ឡាយ LAY, កុយ KOY,
        ខៀវ KHIEV, ង៉ែត NGET, ជួន CHUON, ញឹម NHIM, តុប TOP, ថន THORN, ទីវ TIV, នូ NOU, ប៉ែន PEN, ប្រាក់ PRAK,
        ផល PHAL, ភោគ PHOK, ម៉ម MAM, យូ YOU, រ័ត្ន RATH, ស៊ូ SOU, ស្រី SREY, ស្វាយ SVAY, អាន AN, អ៊ូ OU,
        អ៊ុង UNG, អ៊ិន IN, អ៊ាង EANG, ហុង HONG, ហ៊ុយ HUY, ឡេង LENG, លាង LEANG, លួន LUON, ឌី DY, ឌួង DUONG,
        សាន SAN, ឆាយ CHHAY, ឆេង CHHENG, ឈាង CHHEANG, ជុំ CHUM, កង KANG, គឹម KIM, ខាត់ KHAT
        """);

    public static readonly (string Km, string Latin)[] Women = Parse("""
        សុភា Sophea, បុប្ផា Bopha, ចាន់ធូ Chanthou, ចន្ថា Chantha, ចិន្តា Chenda, ដាវី Davy, គន្ធា Kunthea, លក្ខិណា Leakena, លីដា Lida, មាលា Mealea,
        មករា Makara, នារី Neary, និមល Nimol, ភក្តី Pheakdey, ផល្លា Phalla, ផល្លី Phally, រស្មី Reaksmey, រតនា Rattana, រចនា Rachana, រំដួល Romduol,
        សុខា Sokha, សុខុម Sokhom, សុជាតា Socheata, សុធារី Sotheary, សុវណ្ណី Sovanny, សុវណ្ណារី Sovannary, ស្រីមុំ Sreymom, ស្រីនាង Sreyneang, ស្រីពៅ Sreypov, ស្រីល័ក្ខ Sreyleak,
        ស្រីនិច្ច Sreynich, ស្រីរ័ត្ន Sreyrath, ស្រីអូន Sreyoun, ស្រីម៉ៅ Sreymao, ធីតា Thida, ធារី Theary, ទេវី Tevy, វណ្ណា Vanna, វណ្ណារី Vannary, វត្តី Vattey,
        ចរិយា Chariya, ចន្ទតារា Chantara, ចន្ទរស្មី Chanreaksmey, កល្យាណ Kalyan, កញ្ញា Kanha, កុលាប Kolab, កេសរ Kesor, ចំប៉ា Champa, ឆវី Chhavy, ណារី Nary,
        ណាវី Navy, បូរមី Boramey, ពិសី Pisey, ភារម្យ Phearom, មរកត Morokot, មយុរី Mayury, មល្លិកា Mallika, លតា Lata, លីណា Lina, សម្ផស្ស Samphors,
        សុគន្ធា Sokunthea, សុភ័ក្ត្រ Sopheak, សុភាព Sopheap, សុវត្ថី Sovathey, អមរា Amara, ចន្ទ្រា Chantrea, សុពណ៌ Soporn, រដ្ឋា Ratha, ទីណា Tina, មុន្នី Monny
        """);

    public static readonly (string Km, string Latin)[] Men = Parse("""
        ដារ៉ា Dara, វិចិត្រ Vichet, វិសាល Visal, វិបុល Vibol, វីរៈ Vireak, បូរិន Borin, ប៊ុណ្ណា Bunna, ប៊ុនថា Buntha, ប៊ុនធឿន Bunthoeun, រតនៈ Rattanak,
        រិទ្ធី Rithy, ឫទ្ធា Rithea, ភិរម្យ Phirom, ភារុណ Phearun, ពិសិដ្ឋ Piseth, ពិសាល Pisal, ពិសុទ្ធ Pisoth, ពន្លឺ Ponleu, ពុទ្ធី Puthy, មង្គល Mongkol,
        មុនី Mony, មេសា Mesa, មិថុនា Mithona, វុទ្ធី Vuthy, វុទ្ធា Vuthea, សារិន Sarin, សារឿន Saroeun, សារ៉ែន Saren, សុធា Sothea, សុធី Sothy,
        សុផន Sophorn, សុវត្ថិ Sovath, សេរី Serey, សេរីវឌ្ឍន៍ Sereyvath, វឌ្ឍនា Vathana, វឌ្ឍនៈ Vathanak, សម្បត្តិ Sambath, សុមេធ Someth, សុផាត Sophat, សុខុន Sokhon,
        សុខលី Sokly, សុឃឿន Sokhoeun, ណារិទ្ធ Narith, ណារ៉ុង Narong, ណារ៉ា Nara, កុសល Kosal, កក្កដា Kakada, គឹមហុង Kimhong, គឹមឡេង Kimleng, គឹមសាន Kimsan,
        ចាន់ណា Channa, ចាន់ដារ៉ា Chandara, ចំរើន Chamroeun, ចេស្តា Chesda, ជីវ័ន Chivorn, ឈុនលី Chhunly, តារា Tara, ធារ៉ា Theara, ធារិទ្ធ Thearith, បញ្ញា Panha,
        បុរី Borey, ប្រសើរ Prasoeur, ផាន់ណា Phanna, មនោរម្យ Monorom, យុទ្ធា Yutha, រក្សា Raksa, លីហេង Lyheng, លីហួរ Lyhour, វណ្ណៈ Vannak, វណ្ណឌី Vandy,
        វាសនា Veasna, វីរបុត្រ Vireakbot, សំរិទ្ធ Samrith, សីហា Seyha, សុជាតិ Socheat, សុរិយា Soriya, សុវណ្ណ Sovann, សុវណ្ណរិទ្ធ Sovannarith, សុវណ្ណមុនី Sovannmony, សំណាង Samnang,
        អារុណ Arun, អាទិត្យ Atith, អានន្ទ Anon, ឧត្តម Oudom, ឯករាជ្យ Ekareach, ឥន្ទ្រា Intra, បូរ៉ា Bora, សុផល Sophal, ធម៌ Thor, នរិន្ទ Norin
        """);

    /// <summary>Combinations that belong to people in public life, which a draw from these tables could hit.</summary>
    public static readonly HashSet<string> PublicFigures = new(StringComparer.OrdinalIgnoreCase)
    {
        "SAO Sokha", "MEAS Sophea", "CHEA Mony", "CHEA Serey", "CHEA Sophara", "OU Vireak", "YIM Sovann", "KONG Vibol", "SENG Theary", "PRAK Sokhon",
        "CHAN Sophal", "CHAN Sarin", "CHAN Rattana", "CHHEANG Vannarith", "KIM Sokha", "SOK Chenda", "TEP Sovanny", "LY Theary", "MAO Sophal", "ROS Sopheap",
        "KEO Sarath", "SUON Sopheap", "HENG Samrith", "DY Vichet", "TANG Sokhon", "KOY Kuong", "CHHAY Sokha", "OUK Sophea", "IM Sothy", "AN Sokhoeun",
        "PEN Sovann", "KEO Chenda", "HANG Thor", "LONG Visal", "KHIEV Kanha", "CHHUN Bunna", "PICH Sophea", "SIM Sokha", "LIM Kimhong", "MEAS Sovann", "LONG Borey",
    };

    public static readonly Dictionary<string, Post> Posts = ParsePosts("""
        AMBASSADOR|ឯកអគ្គរាជទូត|Ambassador Extraordinary and Plenipotentiary
        PERMANENT_REPRESENTATIVE|តំណាងអចិន្ត្រៃយ៍|Permanent Representative
        CONSUL_GENERAL|អគ្គកុងស៊ុល|Consul General
        MINISTER_COUNSELLOR|រដ្ឋទូតប្រឹក្សា|Minister-Counsellor
        COUNSELLOR|ទីប្រឹក្សា|Counsellor
        FIRST_SECRETARY|លេខាទី១|First Secretary
        SECOND_SECRETARY|លេខាទី២|Second Secretary
        THIRD_SECRETARY|លេខាទី៣|Third Secretary
        ATTACHE|អនុព័ន្ធ|Attaché
        SECRETARY_OF_STATE|រដ្ឋលេខាធិការ|Secretary of State
        UNDER_SECRETARY_OF_STATE|អនុរដ្ឋលេខាធិការ|Under Secretary of State
        DIRECTOR_GENERAL|អគ្គនាយក|Director General
        DEPUTY_DIRECTOR_GENERAL|អគ្គនាយករង|Deputy Director General
        DIRECTOR|ប្រធាននាយកដ្ឋាន|Director of Department
        DEPUTY_DIRECTOR|អនុប្រធាននាយកដ្ឋាន|Deputy Director of Department
        CHIEF_OF_OFFICE|ប្រធានការិយាល័យ|Chief of Office
        DEPUTY_CHIEF_OF_OFFICE|អនុប្រធានការិយាល័យ|Deputy Chief of Office
        OFFICER|មន្ត្រី|Officer
        LECTURER|សាស្ត្រាចារ្យ|Lecturer
        ADVISER|ទីប្រឹក្សា|Adviser
        INTERPRETER|អ្នកបកប្រែ|Interpreter
        """);

    private static (string, string)[] Parse(string table) =>
        [.. table.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split(' ')).Select(parts => (parts[0], parts[1]))];

    private static Dictionary<string, Post> ParsePosts(string table) =>
        table.Split('\n').Select(line => line.Trim().Split('|')).ToDictionary(p => p[0], p => new Post(p[0], p[1], p[2]), StringComparer.Ordinal);
}

/// <summary>Draws the 430 requests: who, from where, in which mode, when.</summary>
internal sealed class Requests(SplitMix64 random, List<Institution> institutions)
{
    private const int FromMfaic = 204;
    private const int InPersonFromMissions = 42;
    private const int OnlineFromHeadquarters = 14;

    private static readonly DateTime s_opens = new(2023, 2, 1, 7, 30, 0);
    private static readonly DateTime s_closes = new(2023, 2, 20, 17, 30, 0);

    // Five missions ask for more than their quota of four, so that somebody waits for a seat of their own mission.
    private static readonly Dictionary<string, int> s_size = new(StringComparer.Ordinal)
    {
        ["US-WAS-EMB"] = 6, ["FR-PAR-EMB"] = 5, ["TH-BKK-EMB"] = 5, ["VN-HAN-EMB"] = 5, ["CN-BJS-EMB"] = 5,
        ["TL-DIL-EMB"] = 2, ["RS-BEG-EMB"] = 2, ["CN-HAK-CG"] = 2, ["TH-SKO-CG"] = 2,
        ["CU-HAV-EMB"] = 3, ["KP-FNJ-EMB"] = 3, ["PL-WAW-EMB"] = 3, ["LA-PKZ-CG"] = 3, ["CN-TNA-CG"] = 3, ["TH-SGZ-CG"] = 3, ["HU-BUD-EMB"] = 3, ["BG-SOF-EMB"] = 3,
    };

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Institution> _by = institutions.ToDictionary(i => i.Code, StringComparer.Ordinal);

    public List<Request> Draw()
    {
        List<Request> all = [.. Invited(), .. NastyCases()];
        foreach (Institution mission in institutions.Where(i => i.Mission))
        {
            string[] ladder = [Head(mission.Kind), "MINISTER_COUNSELLOR", "COUNSELLOR", "FIRST_SECRETARY", "SECOND_SECRETARY", "THIRD_SECRETARY", "ATTACHE"];
            int missing = s_size.GetValueOrDefault(mission.Code, 4) - all.Count(r => r.Institution == mission);
            IEnumerable<string> ranks = random.Sample(Enumerable.Range(1, 6), Math.Max(missing - 1, 0)).Order().Prepend(random.Percent(70) ? 0 : 1).Select(i => ladder[i]);
            all.AddRange(ranks.Take(missing).Select(rank => Participant(mission, rank, online: true)));
        }

        AddHeadquarters(all, "MFAIC", FromMfaic, [("SECRETARY_OF_STATE", 1), ("UNDER_SECRETARY_OF_STATE", 2), ("DIRECTOR_GENERAL", 3), ("DEPUTY_DIRECTOR_GENERAL", 6), ("DIRECTOR", 12), ("DEPUTY_DIRECTOR", 18), ("CHIEF_OF_OFFICE", 20), ("DEPUTY_CHIEF_OF_OFFICE", 18), ("OFFICER", 20)]);
        foreach ((string code, int count) in new[] { ("MOC", 8), ("MPTC", 7), ("MOINF", 6) })
        {
            AddHeadquarters(all, code, count, [("DEPUTY_DIRECTOR_GENERAL", 1), ("DIRECTOR", 2), ("DEPUTY_DIRECTOR", 3), ("OFFICER", 4)]);
        }

        AddHeadquarters(all, "NIDIR", 7, [("DEPUTY_DIRECTOR", 1), ("LECTURER", 3), ("OFFICER", 2)]);

        SetModes(all);
        SetTimes(all);
        SetAddresses(all);
        return all;
    }

    private static string Head(string kind) => kind switch
    {
        "embassy" => "AMBASSADOR",
        "consulate-general" => "CONSUL_GENERAL",
        _ => "PERMANENT_REPRESENTATIVE",
    };

    // Speakers, moderators and interpreters: registered like everybody, but no participant's seat.
    private IEnumerable<Request> Invited() =>
    [
        Named("NIDIR", "LECTURER", "Speaker", false, new("", "", "Núñez Peña", "José", "M") { Printed = "José Núñez Peña" }),
        Named("MFAIC", "DIRECTOR_GENERAL", "Speaker", false, new("ទេព", "ឧត្តម", "TEP", "Oudom", "M")),
        Named("MPTC", "DIRECTOR", "Speaker", false, new("ឡាយ", "កញ្ញា", "LAY", "Kanha", "F")),
        Named("NIDIR", "LECTURER", "Speaker", true, new("ឈាង", "មាលា", "CHHEANG", "Mealea", "F")),
        Named("MFAIC", "DIRECTOR", "Moderator", false, new("ស៊ូ", "វិសាល", "SOU", "Visal", "M")),
        Named("MFAIC", "DEPUTY_DIRECTOR", "Moderator", false, new("រ័ត្ន", "កល្យាណ", "RATH", "Kalyan", "F")),
        Named("MFAIC", "INTERPRETER", "Interpreter", false, new("ង៉ែត", "ធីតា", "NGET", "Thida", "F")),
        Named("MFAIC", "INTERPRETER", "Interpreter", true, new("ញឹម", "អារុណ", "NHIM", "Arun", "M")),
    ];

    // Each of these has broken a system somewhere: no family name, no Khmer name, a name that must not be re-cased, a name borne by two.
    private IEnumerable<Request> NastyCases() =>
    [
        Named("CN-KMG-CG", "ATTACHE", "Participant", true, new("", "បុប្ផា", "", "Bopha", "F")),
        Named("JP-TYO-EMB", "THIRD_SECRETARY", "Participant", true, new("", "សក្តា", "", "Sakda", "M")),
        Named("MFAIC", "OFFICER", "Participant", false, new("", "រំដួល", "", "Romduol", "F")),
        Named("MPTC", "ADVISER", "Participant", false, new("", "", "de Vries", "Pieter", "M") { Printed = "Pieter de Vries" }),
        Named("NIDIR", "LECTURER", "Participant", false, new("", "", "Lefèvre", "Anaïs", "F") { Printed = "Anaïs Lefèvre" }),
        Named("MFAIC", "OFFICER", "Participant", false, new("អ៊ុង", "សុគន្ធា", "ung", "sokunthea", "F")),
        Named("MFAIC", "CHIEF_OF_OFFICE", "Participant", false, new("សេង", "សុពណ៌", "SENG", "Soporn", "F")),
        Named("GB-LON-EMB", "FIRST_SECRETARY", "Participant", true, new("អ៊ុក", "ស៊ីណា", "OUK", "Sina", "F")),
        Named("MFAIC", "DEPUTY_DIRECTOR", "Participant", false, new("ឈាង", "សុវណ្ណារិទ្ធិរង្សី", "CHHEANG", "Sovannarithireangsey", "M")),
        Named("CH-GVA-PM", "COUNSELLOR", "Participant", true, new("ទេព", "ចន្ទរស្មីបុប្ផាទេវី", "TEP", "Chanreaksmeybophatevy", "F")),
        Named("FR-PAR-PM", "SECOND_SECRETARY", "Participant", true, new("រស់", "ម៉ារី អាន", "ROS", "Marie Anne", "F")),
        Named("US-WAS-EMB", "SECOND_SECRETARY", "Participant", true, new("សុខ", "ដារ៉ា", "SOK", "Dara", "M")),
        Named("KR-SEL-EMB", "FIRST_SECRETARY", "Participant", true, new("សុខ", "ដារ៉ា", "SOK", "Dara", "M")),
    ];

    private Request Named(string institution, string rank, string role, bool online, PersonName name)
    {
        _taken.Add(name.Latin);
        _taken.Add(name.Khmer);
        return new Request(name, _by[institution], Tables.Posts[rank], online, role) { Special = true };
    }

    private Request Participant(Institution institution, string rank, bool online) =>
        new(DrawName(), institution, Tables.Posts[rank], online, "Participant");

    private PersonName DrawName()
    {
        while (true)
        {
            (string familyKm, string family) = Tables.Families[random.Below(Tables.Families.Length + 20) % Tables.Families.Length];
            bool woman = random.Percent(42);
            (string givenKm, string given) = random.Pick(woman ? Tables.Women : Tables.Men);
            var name = new PersonName(familyKm, givenKm, family, given, woman ? "F" : "M");
            if (!Tables.PublicFigures.Contains(name.Latin) && !_taken.Contains(name.Latin) && _taken.Add(name.Khmer))
            {
                _taken.Add(name.Latin);
                return name;
            }
        }
    }

    private void AddHeadquarters(List<Request> all, string code, int count, (string Rank, int Weight)[] weights)
    {
        int sum = weights.Sum(w => w.Weight);
        while (all.Count(r => r.Institution.Code == code && r.TakesSeat) < count)
        {
            int at = random.Below(sum);
            string rank = weights.First(w => (at -= w.Weight) < 0).Rank;
            all.Add(Participant(_by[code], rank, online: false));
        }
    }

    private void SetModes(List<Request> all)
    {
        // Missions above their quota stay online, so that their waiting people compete for online seats only.
        foreach (Request r in random.Sample(all.Where(r => r is { Special: false, Institution.Mission: true } && r.Institution.TimeZone.StartsWith("Asia/", StringComparison.Ordinal)
            && s_size.GetValueOrDefault(r.Institution.Code, 4) <= 4), InPersonFromMissions))
        {
            r.Online = false;
        }

        foreach (Request r in random.Sample(all.Where(r => r is { Special: false, Institution.Mission: false }), OnlineFromHeadquarters))
        {
            r.Online = true;
        }
    }

    private void SetTimes(List<Request> all)
    {
        foreach (Request r in all)
        {
            // The ministry hears of it first, and reaches its own quota before the room is full.
            DateTime until = !r.TakesSeat || r.Special ? s_opens.AddDays(10) : r.Institution.Code == "MFAIC" ? s_closes.AddDays(-3) : s_closes;
            r.RequestedAt = r.Institution.WorkingMoment(random, s_opens, until);
        }

        List<Request> ordered = [.. all.OrderBy(r => r.RequestedAt)];
        all.Clear();
        foreach (Request r in ordered)
        {
            if (all.Count > 0 && r.RequestedAt <= all[^1].RequestedAt)
            {
                r.RequestedAt = all[^1].RequestedAt.AddSeconds(1);
            }

            all.Add(r);
            r.ExternalId = FormattableString.Invariant($"DD23-{all.Count:0000}");
        }
    }

    private static void SetAddresses(List<Request> all)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (Request r in all)
        {
            string local = string.Join('.', new[] { r.Name.Family, r.Name.Given }.Where(part => part.Length > 0).Select(Ascii));
            string email = $"{local}@{r.Institution.Domain}";
            for (int n = 2; !used.Add(email); n++)
            {
                email = FormattableString.Invariant($"{local}{n}@{r.Institution.Domain}");
            }

            r.Email = email;
        }
    }

    private static string Ascii(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLowerInvariant();
}

/// <summary>Who would hold a seat: 250 in the room, 150 online, 200 for the ministry, 4 for each mission, first come first served.</summary>
internal sealed class SeatModel(List<Request> requests)
{
    private const int InPerson = 250;
    private const int Online = 150;

    private static readonly DateTime s_from = new(2023, 2, 21);
    private static readonly DateTime s_until = new(2023, 2, 27);

    public List<Cancellation> FillThenCancel(SplitMix64 random)
    {
        foreach (Request r in requests)
        {
            r.QuotaBound = !WithinQuota(r);
            r.Confirmed = !r.TakesSeat || (WithinQuota(r) && WithinMode(r));
            r.Waited = !r.Confirmed;
        }

        List<Request> early = [.. requests.Take(240).Where(r => r is { Special: false, Confirmed: true, TakesSeat: true })];
        Request parisian = early.First(r => r.Institution.Code == "FR-PAR-EMB");
        List<Request> leaving =
        [
            parisian,
            .. random.Sample(early.Where(r => r.Online && (r.Institution.Quota is null || requests.Count(o => o.Institution == r.Institution) <= 4 || r.Institution.Code == "MFAIC")), 9),
            .. random.Sample(early.Where(r => !r.Online), 15),
        ];
        List<Cancellation> cancellations = [.. leaving.Select(r => new Cancellation(r, r.Institution.WorkingMoment(random, s_from, s_until))).OrderBy(c => c.At)];
        foreach (Cancellation c in cancellations)
        {
            (c.Request.Confirmed, c.Request.Cancelled) = (false, true);
            if (requests.Find(r => r is { Waited: true, Confirmed: false } && WithinQuota(r) && WithinMode(r)) is { } next)
            {
                next.Confirmed = true;
            }
        }

        return cancellations;
    }

    private bool WithinMode(Request r) =>
        requests.Count(o => o is { Confirmed: true, TakesSeat: true } && o.Online == r.Online) < (r.Online ? Online : InPerson);

    private bool WithinQuota(Request r) => r.Institution.Quota is not { } quota
        || requests.Count(o => o is { Confirmed: true, TakesSeat: true } && o.Institution == r.Institution) < quota;
}

/// <summary>The door of the hotel. Decides too who came in the other mode, which the call then repeats.</summary>
internal sealed class Room(SplitMix64 random, List<Request> requests)
{
    private static readonly DateTime s_day = new(2023, 2, 28);
    private static readonly (string Code, TimeSpan From, TimeSpan Until)[] s_doors =
    [
        ("opening", new(7, 35, 0), new(8, 50, 0)), ("tools", new(10, 1, 0), new(10, 32, 0)), ("practice", new(13, 38, 0), new(14, 20, 0)),
    ];

    public List<CheckIn> Draw()
    {
        List<Request> room = [.. requests.Where(r => r is { Confirmed: true, Online: false, Special: false })];
        List<Request> online = [.. requests.Where(r => r is { Confirmed: true, Online: true, Special: false })];
        List<Request> moved = random.Sample(room, 30);
        Mark(moved[..14], Presence.Absent);
        Mark(moved[14..20], Presence.OtherMode);
        Mark(moved[20..23], Presence.RoomAndLaptop);
        Mark(moved[23..27], Presence.RoomThenOnline);
        Mark(random.Sample(online, 4), Presence.OtherMode);

        List<CheckIn> rows = [];
        foreach (Request r in requests.Where(r => r.Confirmed && Came(r)))
        {
            bool faithful = r.Special || r.Presence == Presence.RoomAndLaptop || random.Percent(88);
            int missed = random.Below(3);
            for (int i = 0; i < 3; i++)
            {
                if (r.Presence == Presence.RoomThenOnline ? i < 2 : faithful || i != missed)
                {
                    rows.Add(At(r, i));
                }
            }
        }

        // The scanner was pressed twice: the first time counts.
        rows.AddRange(random.Sample(rows, 6).Select(c => c with { At = c.At.AddSeconds(random.Between(2, 400)) }));
        // Neither holds a seat: one gave it up, one never had it.
        rows.Add(At(random.Pick([.. requests.Where(r => r is { Cancelled: true, Online: false })]), 0));
        rows.Add(At(requests.Last(r => r is { Waited: true, Confirmed: false }), 0));
        return [.. rows.OrderBy(c => c.At).ThenBy(c => c.Request.ExternalId, StringComparer.Ordinal)];
    }

    private static bool Came(Request r) => r.Online ? r.Presence == Presence.OtherMode : r.Presence is not (Presence.Absent or Presence.OtherMode);

    private static void Mark(List<Request> people, Presence presence) => people.ForEach(r => r.Presence = presence);

    private CheckIn At(Request r, int door) =>
        new(r, s_doors[door].Code, s_day + s_doors[door].From + TimeSpan.FromSeconds(random.Below((int)(s_doors[door].Until - s_doors[door].From).TotalSeconds)));
}

/// <summary>The participants report of the call, as the account that downloaded it sees it: Phnom Penh time, one row per connection.</summary>
internal sealed class Call(SplitMix64 random, List<Request> requests)
{
    private static readonly DateTime s_day = new(2023, 2, 28);
    private static readonly DateTime s_opened = Clock(7, 48, 12);
    private static readonly DateTime s_ended = Clock(16, 11, 37);

    private readonly List<ZoomRow> _rows = [];

    public List<ZoomRow> Draw()
    {
        _rows.Add(new("MFAIC Training Desk (Host)", "training.desk@mfaic.example", s_opened, s_ended, Guest: false, Host: true));
        List<Request> online = [.. requests.Where(r => r.Confirmed && r.Online && r.Presence == Presence.AsRegistered)];
        foreach (Request r in random.Sample(online.Where(r => !r.Special), 8))
        {
            r.Presence = Presence.Absent;
        }

        online.RemoveAll(r => r.Presence == Presence.Absent);
        Dictionary<Request, string> address = Addresses(online);
        foreach (Request r in online)
        {
            Day(r, DisplayName(r), address[r]);
        }

        foreach (Request r in requests.Where(r => r.Confirmed && !r.Online && r.Presence is Presence.OtherMode or Presence.RoomAndLaptop))
        {
            Day(r, DisplayName(r), r.Email);
        }

        foreach (Request r in requests.Where(r => r.Confirmed && r.Presence == Presence.RoomThenOnline))
        {
            Connect(DisplayName(r), r.Email, Moment(13, 42, 14, 12), Leaving());
        }

        SecondDevices(online, address);
        Unregistered();
        return [.. _rows.OrderBy(z => z.Join).ThenBy(z => z.Name, StringComparer.Ordinal).ThenBy(z => z.Leave)];
    }

    // Most sign in; some are guests without an address, one types it in capitals, three use an address that nobody registered.
    private Dictionary<Request, string> Addresses(List<Request> online)
    {
        Dictionary<Request, string> address = online.ToDictionary(r => r, r => r.Email);
        List<Request> odd = random.Sample(online.Where(r => !r.Special), 14);
        odd[..10].ForEach(r => address[r] = "");
        odd[10..13].ForEach(r => address[r] = $"{r.Name.Given.ToLowerInvariant()}.{r.Name.Family.ToLowerInvariant()}@mail.example");
        address[odd[13]] = odd[13].Email.ToUpperInvariant();
        return address;
    }

    private void Day(Request r, string name, string email)
    {
        bool americas = r.Institution.TimeZone.StartsWith("America/", StringComparison.Ordinal);
        bool europe = r.Institution.TimeZone.StartsWith("Europe/", StringComparison.Ordinal);
        int pattern = r.Special ? 0 : random.Below(100);
        (bool morning, bool afternoon) = pattern switch
        {
            // In Washington the practice begins at two at night; in Paris the opening does.
            < 25 when americas && !r.Special => (true, false),
            < 12 when europe && !r.Special => (false, true),
            >= 94 => (true, false),
            >= 91 => (false, true),
            _ => (true, true),
        };
        DateTime join = random.Percent(85) ? Moment(7, 52, 8, 30) : Moment(8, 30, 9, 5);
        if (morning && afternoon && random.Percent(8))
        {
            Connect(name, email, join, Leaving());
            return;
        }

        if (morning)
        {
            Connect(name, email, join, random.Percent(93) ? Moment(11, 43, 12, 4) : Moment(9, 10, 11, 20));
        }

        if (afternoon)
        {
            string later = r.Special || !random.Percent(4) ? name : $"{r.Institution.Code} {r.Name.Given} ({r.Name.Latin})";
            Connect(later, email, random.Percent(88) ? Moment(13, 38, 14, 2) : Moment(14, 2, 14, 40), random.Percent(92) ? Leaving() : Moment(14, 45, 15, 50));
        }
    }

    // One stay in the call, broken where the line was: a gap of seconds or minutes, or the new connection opened before the old one was given up.
    private void Connect(string name, string email, DateTime join, DateTime leave)
    {
        bool guest = email.Length == 0 || !email.EndsWith("mfaic.example", StringComparison.OrdinalIgnoreCase);
        while ((leave - join).TotalMinutes > 30 && random.Percent(24))
        {
            DateTime drop = join.AddSeconds(random.Between(300, (int)(leave - join).TotalSeconds - 600));
            _rows.Add(new(name, email, join, drop, guest));
            if (random.Percent(6))
            {
                DateTime failed = drop.AddSeconds(random.Between(3, 9));
                _rows.Add(new(name, email, failed, failed, guest));
            }

            join = drop.AddSeconds(random.Percent(20) ? -random.Between(4, 20) : random.Between(12, 420));
        }

        _rows.Add(new(name, email, join, leave, guest));
    }

    private void SecondDevices(List<Request> online, Dictionary<Request, string> address)
    {
        foreach (Request r in random.Sample(online.Where(r => !r.Special && address[r].Length > 0), 10))
        {
            Connect($"{random.Pick(["iPhone", "iPad", "Galaxy A52"])} ({r.Name.Latin})", address[r], Moment(8, 20, 9, 40), Moment(10, 40, 12, 10));
        }

        DateTime failed = Moment(8, 5, 8, 25);
        Request unlucky = online.First(r => !r.Special && address[r].Length > 0);
        _rows.Add(new(unlucky.Name.Latin, address[unlucky], failed, failed, Guest: false));
    }

    // For a person to decide, never for a program: two people are called SOK Dara, and a bare given name is nobody's.
    private void Unregistered()
    {
        foreach (string name in (string[])["iPhone (SOK Dara)", "Dara SOK", "Rith (NIDIR Student)", "Embassy Meeting Room", "Jean-Luc Moreau (Interpreter)", "សុភា", "Sophea (Observer)", "Galaxy A52", "user", "CHAN, Sopheavy"])
        {
            Connect(name, "", Moment(8, 5, 9, 30), Moment(10, 5, 12, 0));
        }

        Connect("Observer, Partner Organisation", "observer@partner.example", Moment(8, 10, 8, 30), Moment(11, 40, 12, 0));
        Request cancelled = requests.First(r => r is { Cancelled: true, Online: true });
        Connect(cancelled.Name.Latin, cancelled.Email, Moment(8, 20, 8, 40), Moment(9, 30, 10, 0));
        Request waiting = requests.First(r => r is { Waited: true, Confirmed: false, Online: true });
        Connect(waiting.Name.Latin, waiting.Email, Moment(8, 20, 8, 40), Moment(11, 40, 12, 0));
    }

    private string DisplayName(Request r)
    {
        PersonName n = r.Name;
        if (n.Family.Length == 0 || n.Khmer.Length == 0)
        {
            return n.Latin;
        }

        string title = n.Family[..1] + n.Family[1..].ToLowerInvariant();
        return random.Below(100) switch
        {
            < 52 => n.Latin,
            < 64 => $"{n.Given} {n.Family}",
            < 74 => $"{n.Given} {title}",
            < 82 => n.Khmer,
            < 88 => $"{r.Institution.Code} {n.Latin}",
            < 92 => $"{random.Pick(["iPhone", "iPad", "Galaxy Tab"])} ({n.Latin})",
            < 95 => n.Latin.ToLowerInvariant(),
            < 97 => $"{n.Family}, {n.Given}",
            < 98 => $"{n.Family} \"{n.Given[..3]}\" {n.Given}",
            _ => $"{n.Latin} ({r.Post.TitleEn})",
        };
    }

    private DateTime Leaving() => random.Percent(30) ? s_ended : Moment(15, 58, 16, 11);

    private DateTime Moment(int fromHour, int fromMinute, int untilHour, int untilMinute) =>
        Clock(fromHour, fromMinute, 0).AddSeconds(random.Below((int)(Clock(untilHour, untilMinute, 0) - Clock(fromHour, fromMinute, 0)).TotalSeconds));

    private static DateTime Clock(int hour, int minute, int second) => s_day.AddHours(hour).AddMinutes(minute).AddSeconds(second);
}

internal static class Csv
{
    private static readonly System.Buffers.SearchValues<char> s_special = System.Buffers.SearchValues.Create(",\"\n");

    public static string Iso(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Zoom(DateTime local) => local.ToString("MM'/'dd'/'yyyy hh':'mm':'ss tt", CultureInfo.InvariantCulture);

    public static void Write(string path, string header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (string[] row in rows)
        {
            text.AppendJoin(',', row.Select(Quote)).Append('\n');
        }

        File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        List<string> header = Split(lines[0]);
        return lines.Skip(1).Select(line => header.Zip(Split(line)).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal));
    }

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(s_special) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static List<string> Split(string line)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
