using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diplomacy.Training;
using NodaTime;
using Spectre.Console;

namespace DigitalDiplomacyWorkshop;

/// <summary>What the workshop came to, per institution: for the table on the screen, <c>report.json</c> and <c>attendance.csv</c>.</summary>
internal sealed record WorkshopReport(
    string Workshop, int Requests, int Confirmed, int Waiting, int Cancelled, int Promoted, int RefusedCheckIns,
    int CallRows, int CallersReviewed, int Proposed, int Earned, int Certificates, IReadOnlyList<InstitutionLine> Institutions)
{
    [JsonIgnore]
    internal IReadOnlyList<AttendanceLine> People { get; private init; } = [];

    internal static async Task<WorkshopReport> DrawUpAsync(
        TrainingDesks desks, Workshop workshop, int promoted, int refused, ImportReport call, ProposalList proposal, IssueReport issued)
    {
        IReadOnlyList<Registration> registrations = await desks.Registrations.ListAsync(workshop.Id);
        WorkshopPresence presence = await desks.Attendance.PresenceAsync(workshop.Id);
        var institutions = await desks.Institutions.AllAsync();
        var certificates = issued.Certificates.ToLookup(c => c.Registration);
        var people = new List<AttendanceLine>();
        foreach (PersonPresence person in presence.People)
        {
            people.Add(new(person, (await desks.People.FindAsync(person.Person))!, certificates[person.Registration].FirstOrDefault()));
        }

        InstitutionLine[] lines = [.. registrations
            .GroupBy(r => r.Institution)
            .OrderBy(g => institutions[g.Key].IsMission).ThenBy(g => g.Key)
            .Select(g => new InstitutionLine(
                g.Key.ToString(), institutions[g.Key].Name.English,
                g.Count(), g.Count(r => r.Status == RegistrationStatus.Confirmed), g.Count(r => r.Status is RegistrationStatus.Waiting or RegistrationStatus.Lapsed),
                g.Count(r => r.Status == RegistrationStatus.Cancelled),
                people.Count(p => p.Presence.Claim.Institution == g.Key && p.Presence.Present > Duration.Zero),
                issued.Certificates.Count(c => g.Any(r => r.Id == c.Registration))))];
        return new(
            workshop.Id.ToString(), registrations.Count, lines.Sum(l => l.Confirmed), lines.Sum(l => l.Waiting), lines.Sum(l => l.Cancelled), promoted, refused,
            call.Rows, call.ToReview.Length, proposal.Awards.Length, proposal.Awards.Count(a => a.Earned), issued.Certificates.Length, lines)
        { People = people };
    }

    internal async Task WriteAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), JsonSerializer.Serialize(this, ReportJson.Readable.WorkshopReport) + "\n");

        // With a byte order mark, so that a spreadsheet takes the Khmer names for what they are.
        await using var csv = new StreamWriter(Path.Combine(folder, "attendance.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await csv.WriteLineAsync("name,name_km,institution,role,registered,attended,minutes,counted_minutes,share_percent,certificate,verification_code");
        foreach (AttendanceLine line in People.OrderBy(p => p.Presence.Claim.Institution).ThenBy(p => p.Person.Name.Printed, StringComparer.Ordinal))
        {
            await csv.WriteLineAsync(line.ToCsv());
        }
    }

    internal Table ToTable()
    {
        var table = new Table().RoundedBorder().AddColumn("Institution")
            .AddColumns([.. new[] { "Requests", "Seats", "Waiting", "Cancelled", "Present", "Certificates" }.Select(name => new TableColumn(name).RightAligned())]);
        foreach (InstitutionLine line in Institutions)
        {
            table.AddRow([line.Code, .. line.Figures.Select(figure => figure == 0 ? "[grey]·[/]" : figure.ToString(CultureInfo.InvariantCulture))]);
        }

        table.Columns[0].Footer = new Text("All");
        for (int column = 1; column < table.Columns.Count; column++)
        {
            table.Columns[column].Footer = new Text(Institutions.Sum(line => line.Figures[column - 1]).ToString(CultureInfo.InvariantCulture), new Style(decoration: Decoration.Bold));
        }

        return table;
    }
}

/// <summary>One institution's figures.</summary>
internal sealed record InstitutionLine(string Code, string Name, int Requests, int Confirmed, int Waiting, int Cancelled, int Present, int Certificates)
{
    [JsonIgnore]
    internal int[] Figures => [Requests, Confirmed, Waiting, Cancelled, Present, Certificates];
}

/// <summary>One person's attendance.</summary>
internal sealed record AttendanceLine(PersonPresence Presence, Person Person, Certificate? Certificate)
{
    internal string ToCsv()
    {
        bool room = Presence.Sessions.Any(s => s.InRoom);
        bool call = Presence.Sessions.Any(s => s.InCall);
        return string.Join(',', new[]
        {
            Person.Name.Printed, Person.Name.Native?.Printed ?? "", Presence.Claim.Institution.ToString(), Presence.Claim.Role.ToString(), Presence.Claim.Mode.ToString(),
            room && call ? "Both" : room ? nameof(DeliveryMode.InPerson) : call ? nameof(DeliveryMode.Online) : "Absent",
            Number(Math.Floor(Presence.Present.TotalMinutes)), Number(Presence.Counted.TotalMinutes),
            Number(Math.Floor(100 * Presence.Present.TotalMinutes / Presence.Counted.TotalMinutes)),
            Certificate?.Number.ToString() ?? "", Certificate?.Code.ToString() ?? "",
        }.Select(Field));
    }

    /// <summary>A field that a spreadsheet cannot take for a formula.</summary>
    private static string Field(string value)
    {
        string safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}

[JsonSerializable(typeof(WorkshopReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    internal static ReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
