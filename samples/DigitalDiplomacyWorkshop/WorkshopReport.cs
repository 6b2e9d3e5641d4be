using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diplomacy.Training;
using Diplomacy.Training.Imports;
using NodaTime.Text;
using Spectre.Console;

namespace DigitalDiplomacyWorkshop;

/// <summary>What the workshop came to, per institution: for the table on the screen, <c>report.json</c> and <c>attendance.csv</c>.</summary>
internal sealed record WorkshopReport(
    string Workshop, BilingualText Title, string Host, BilingualText HostName, string Date, string Zone,
    int Requests, int Confirmed, int Waiting, int Cancelled, int Promoted, AttendanceFigures Attendance, int RefusedCheckIns,
    int CallRows, int CallersReviewed, int Judged, int Earned, int Certificates, IReadOnlyList<InstitutionLine> Institutions)
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
        var judgements = proposal.Awards.ToLookup(award => award.Registration);
        var people = new List<AttendanceLine>();
        foreach (PersonPresence person in presence.People)
        {
            people.Add(new(
                person, (await desks.People.FindAsync(person.Person))!, institutions[person.Claim.Institution],
                judgements[person.Registration].MaxBy(award => award.Earned), certificates[person.Registration].FirstOrDefault()));
        }

        InstitutionLine[] lines = [.. registrations
            .GroupBy(r => r.Institution)
            .OrderBy(g => institutions[g.Key].IsMission).ThenBy(g => g.Key)
            .Select(g => new InstitutionLine(
                g.Key.ToString(), institutions[g.Key].Name.English, institutions[g.Key].Name.Khmer,
                g.Count(), g.Count(r => r.Status == RegistrationStatus.Confirmed), g.Count(r => r.Status is RegistrationStatus.Waiting or RegistrationStatus.Lapsed),
                g.Count(r => r.Status == RegistrationStatus.Cancelled),
                people.Count(p => p.Presence.Claim.Institution == g.Key && p.Attended != Attended.Absent),
                issued.Certificates.Count(c => g.Any(r => r.Id == c.Registration))))];
        return new(
            workshop.Id.ToString(), BilingualText.Of(workshop.Title), workshop.Host.ToString(), BilingualText.Of(institutions[workshop.Host].Name),
            LocalDatePattern.Iso.Format(workshop.Agenda.Items[0].Item.Start.Date), workshop.Agenda.ZoneId,
            registrations.Count, lines.Sum(l => l.Confirmed), lines.Sum(l => l.Waiting), lines.Sum(l => l.Cancelled), promoted, AttendanceFigures.Of(people), refused,
            call.Rows, call.ToReview.Length, proposal.Awards.Length, proposal.Awards.Count(a => a.Earned), issued.Certificates.Length, lines)
        { People = people };
    }

    internal async Task WriteAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), JsonSerializer.Serialize(this, ReportJson.Readable.WorkshopReport) + "\n");

        await TableWriter.WriteCsvFileAsync(
            Path.Combine(folder, "attendance.csv"), AttendanceLine.Header,
            People.OrderBy(p => p.Institution.Code).ThenBy(p => p.Person.Name.Printed, StringComparer.OrdinalIgnoreCase).Select(p => p.ToRow()));
    }

    internal Table ToTable()
    {
        var table = new Table().RoundedBorder().AddColumn("Institution")
            .AddColumns([.. new[] { "Requests", "Seats", "Waiting", "Cancelled", "Present", "Issued" }.Select(name => new TableColumn(name).RightAligned())]);
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
internal sealed record InstitutionLine(string Code, string Name, string NameKhmer, int Requests, int Confirmed, int Waiting, int Cancelled, int Present, int Certificates)
{
    [JsonIgnore]
    internal int[] Figures => [Requests, Confirmed, Waiting, Cancelled, Present, Certificates];
}

/// <summary>A text in both languages.</summary>
internal sealed record BilingualText(string Khmer, string English)
{
    internal static BilingualText Of(LocalizedText text) => new(text.Khmer, text.English);
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
