using System.Text;
using System.Text.Json;
using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>Journals that this version of the library did not write: by a newer one, or by somebody who means harm.</summary>
public sealed class LedgersFromElsewhere
{
    private static readonly Instant s_at = Instant.FromUtc(2026, 10, 5, 3, 0);
    private static readonly InvitationUid s_uid = InvitationUid.New();
    private static readonly Invitee s_mission = Invitee.Of(Chancery.Washington);
    private static readonly ToldTime s_told = new(Chancery.Washington, "opening", new(2026, 10, 29, 8, 0), "America/New_York", Offset.FromHours(-4));

    private static readonly InvitationContent s_content = new(
        Chancery.Ministry, new("", "Ministry"), "training@mfaic.example", new("", "Digital Diplomacy"), null, null, null, "Asia/Phnom_Penh",
        [new("opening", null, new(2026, 10, 29, 19, 0), Instant.FromUtc(2026, 10, 29, 12, 0), Instant.FromUtc(2026, 10, 29, 13, 30))], [], CalendarTimeForm.Zoned);

    public static TheoryData<string, TrainingEvent[]> Lies => new()
    {
        { "words that nobody wrote", [Sent(edition: 2)] },
        { "words before the first", [Sent(edition: 0)] },
        { "no time", [Sent() with { Told = [] }] },
        { "a count below zero", [Sent(sequence: -1)] },
        { "a count without a next", [Sent(sequence: int.MaxValue)] },
        { "an entry that is none", [new InvitationWithdrawn(s_at, s_uid, 1, WithdrawalCause.SeatLost)] },
        { "times of none", [new InvitationTimesTold(s_at, s_uid, Chancery.Washington, [s_told], [])] },
        { "reminders of none", [new RemindersSettled(s_at, s_uid, [], null)] },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task What_the_library_would_not_have_written_is_passed_over_and_holds_nothing_up(string what, TrainingEvent[] lies)
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.Ports.Journal.AppendAsync(new JournalAppend(CommandId.New(), "f", Chancery.Officer, s_at,
            [new StreamAppend(InvitationLedger.StreamOf(Chancery.Code), 0, [new InvitationTermsSet(s_at, new()), new InvitationWorded(s_at, 1, s_content), .. lies])]));

        (await chancery.Invitations.EntriesOfAsync(Chancery.Code, s_mission)).Should().BeEmpty(what);
        (await chancery.Invitations.HistoryAsync(Chancery.Code, s_mission)).Should().BeEmpty();
        DueWorkReport report = await chancery.Desks.DueWork.RunAsync();
        (report.InvitationsTold, report.Refused.Length).Should().Be((1, 0));
        (await chancery.FileAsync(person)).Should().Contain("SEQUENCE:0\r\n");
    }

    [Fact]
    public async Task A_history_ends_before_the_first_event_of_a_newer_version()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        JournalEntry[] ledger = [.. await chancery.LedgerAsync()];
        JournalEntry last = ledger[^1];
        string worded = ledger.Single(e => e.Type == "invitation.worded").Payload;
        TrainingDesks desks = await ReadAsync(
            chancery,
            ("invitation.enriched", "{}"),
            ("invitation.worded", worded.Replace("\"edition\":1", "\"edition\":2", StringComparison.Ordinal)),
            (last.Type, last.Payload.Replace("\"edition\":1", "\"edition\":2", StringComparison.Ordinal).Replace("\"sequence\":0", "\"sequence\":1", StringComparison.Ordinal)));

        (await desks.Invitations.HistoryAsync(Chancery.Code, Invitee.Of(person))).Select(line => line.Entry.Sequence).Should().Equal(0);
        (await desks.Invitations.EntriesAsync(Chancery.Code)).Select(e => e.Sequence).Should().Equal(0);
        await chancery.RefusalOf(async () => await desks.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer));
    }

    private static InvitationSent Sent(int sequence = 0, int edition = 1) => new(s_at, s_uid, s_mission, "day-1", sequence, edition, Chancery.Washington, null, [s_told], []);

    /// <summary>The chancery's archive, read by another process after others have written to the ledger.</summary>
    private static async Task<TrainingDesks> ReadAsync(Chancery chancery, params (string Type, string Payload)[] further)
    {
        using var written = new MemoryStream();
        await TrainingArchive.WriteAsync(chancery.Ports, written);
        JournalEntry last = (await chancery.LedgerAsync())[^1];
        (string hash, long version) = (last.Hash, last.Version);
        foreach (var (type, payload) in further)
        {
            hash = JournalChain.Next(hash, last.Stream, ++version, type, 1, payload, last.By, s_at, last.Command, last.Fingerprint);
            await JsonSerializer.SerializeAsync(written, new
            {
                entry = new
                {
                    stream = last.Stream.ToString(), version, type, schemaVersion = 1, payload, by = last.By.Id, capacity = "official", at = "2026-10-05T03:00:00Z",
                    command = last.Command.ToString(), fingerprint = last.Fingerprint, hash,
                },
            });
            written.Write(Encoding.UTF8.GetBytes("\n"));
        }

        written.Position = 0;
        return new(TrainingPorts.InMemory(await TrainingArchive.ReadAsync(written)) with { Clock = chancery.Clock });
    }
}
