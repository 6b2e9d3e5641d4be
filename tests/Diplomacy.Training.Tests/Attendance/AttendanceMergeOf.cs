using System.Collections.Immutable;
using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>One person's evidence, merged. The properties compare with a grid on which every second is looked at by itself.</summary>
public sealed class AttendanceMergeOf
{
    private static readonly LocalDateTime s_morning = new(2023, 2, 28, 8, 30);
    private static readonly Agenda s_day = Agenda.Strictly("Asia/Phnom_Penh",
        new Session("opening", s_morning, Duration.FromMinutes(90)),
        new Session("tools", s_morning.PlusMinutes(105), Duration.FromMinutes(90)),
        new Break("coffee", s_morning.PlusMinutes(135), Duration.FromMinutes(15)));

    [Fact]
    public void Nothing_known_is_no_presence_in_any_session()
    {
        ImmutableArray<SessionPresence> presence = new AttendanceMerge(s_day).Of([]);

        presence.Should().Equal(
            new SessionPresence("opening", Duration.Zero, Duration.FromMinutes(90), null, null, false, false, false),
            new SessionPresence("tools", Duration.Zero, Duration.FromMinutes(75), null, null, false, false, false));
    }

    [Fact]
    public void R25_devices_reconnects_and_files_that_overlap_count_once() =>
        Opening(Call("08:30", "09:00"), Call("08:50", "09:10"), Call("09:10", "09:20"), Call("09:40", "10:00"), Call("08:30", "09:00"))
            .Present.Should().Be(Duration.FromMinutes(70));

    [Fact]
    public void R26_the_lobby_and_the_talk_afterwards_do_not_count()
    {
        SessionPresence opening = Opening(Call("07:40", "10:05"));

        opening.Present.Should().Be(Duration.FromMinutes(90));
        (opening.FirstSeen, opening.LastSeen).Should().Be((At("08:30"), At("10:00")));
    }

    [Fact]
    public void R26_a_break_within_a_session_does_not_count()
    {
        SessionPresence tools = new AttendanceMerge(s_day).Of([Call("10:30", "11:10")])[1];

        tools.Present.Should().Be(Duration.FromMinutes(25));
        tools.Counted.Should().Be(Duration.FromMinutes(75));
    }

    [Fact]
    public void R26_one_connection_counts_in_every_session_that_it_lasts_through() =>
        new AttendanceMerge(s_day).Of([Call("08:00", "12:00")]).Select(s => s.Present).Should().Equal(Duration.FromMinutes(90), Duration.FromMinutes(75));

    [Fact]
    public void R27_room_and_laptop_at_once_count_once()
    {
        SessionPresence opening = Opening(Room("08:25", "09:30"), Call("09:00", "10:00"));

        opening.Present.Should().Be(Duration.FromMinutes(90));
        (opening.InRoom, opening.InCall).Should().Be((true, true));
    }

    [Fact]
    public void R28_a_check_in_without_exit_holds_until_the_end_of_its_session_and_no_further()
    {
        ImmutableArray<SessionPresence> presence = new AttendanceMerge(s_day).Of([Room("08:40", null)]);

        presence[0].Should().Be(new SessionPresence("opening", Duration.FromMinutes(80), Duration.FromMinutes(90), At("08:40"), At("10:00"), true, false, true) { Confidence = PresenceConfidence.Confirmed });
        presence[1].Should().Be(new SessionPresence("tools", Duration.Zero, Duration.FromMinutes(75), null, null, false, false, false));
    }

    [Theory]
    [InlineData("08:00", 90, 0)]
    [InlineData("09:00", 60, 0)]
    [InlineData("10:00", 0, 75)]
    [InlineData("10:05", 0, 75)]
    [InlineData("11:45", 0, 0)]
    public void R28_a_connection_without_an_end_ends_with_the_session_that_ran_or_came_next(string joined, int opening, int tools)
    {
        ImmutableArray<SessionPresence> presence = new AttendanceMerge(s_day).Of([Call(joined, null)]);

        presence.Select(s => s.Present).Should().Equal(Duration.FromMinutes(opening), Duration.FromMinutes(tools));
        presence.Select(s => s.EndInferred).Should().Equal(opening > 0, tools > 0);
    }

    [Fact]
    public void R28_what_ends_when_it_begins_or_before_tells_of_nothing() =>
        Opening(Call("09:00", "09:00"), Call("09:30", "09:00"), Room("09:00", "08:00"), default)
            .Should().Be(new SessionPresence("opening", Duration.Zero, Duration.FromMinutes(90), null, null, false, false, false));

    [Fact]
    public void A_check_in_holds_only_for_the_session_it_was_made_for()
    {
        ImmutableArray<SessionPresence> presence = new AttendanceMerge(s_day).Of([PresenceEvidence.InRoom("opening", At("08:30"), At("11:00")), PresenceEvidence.InRoom("elsewhere", At("08:30"), null)]);

        presence.Select(s => s.Present).Should().Equal(Duration.FromMinutes(90), Duration.Zero);
    }

    [Theory]
    [InlineData("08:29:59", "08:30:00", 0)]
    [InlineData("08:29:59", "08:30:01", 1)]
    [InlineData("09:59:59", "10:00:01", 1)]
    [InlineData("10:00:00", "10:00:01", 0)]
    public void Sessions_are_half_open(string from, string until, int seconds) =>
        Opening(Call(from, until)).Present.Should().Be(Duration.FromSeconds(seconds));

    [Fact]
    public void The_union_equals_a_grid_of_seconds() => s_situation.Sample((agenda, evidence) =>
    {
        ImmutableArray<SessionPresence> presence = new AttendanceMerge(agenda).Of(evidence);

        presence.Should().Equal(agenda.Sessions.Select(session => Grid(agenda, session, evidence)));
    }, iter: 3_000);

    [Fact]
    public void Order_and_repetition_of_the_evidence_never_matter() =>
        Gen.Select(s_situation, Gen.Int[0, 1_000_000]).Sample((situation, seed) =>
        {
            var (agenda, evidence) = situation;
            PresenceEvidence[] shuffled = [.. evidence.Concat(evidence.Take(seed % 7)).OrderBy(e => HashCode.Combine(seed, e.From, e.Until, e.Mode)).ThenBy(e => e.Session)];

            new AttendanceMerge(agenda).Of(shuffled).Should().Equal(new AttendanceMerge(agenda).Of(evidence));
        }, iter: 1_000);

    [Fact]
    public void Nobody_is_present_longer_than_the_counted_time_and_more_evidence_never_takes_away() => s_situation.Sample((agenda, evidence) =>
    {
        var merge = new AttendanceMerge(agenda);
        ImmutableArray<SessionPresence> all = merge.Of(evidence);
        ImmutableArray<SessionPresence> fewer = merge.Of(evidence.Skip(1));

        for (int i = 0; i < all.Length; i++)
        {
            all[i].Present.Should().BeLessThanOrEqualTo(all[i].Counted).And.BeGreaterThanOrEqualTo(fewer[i].Present);
        }
    }, iter: 1_000);

    [Fact]
    public void Counted_and_present_time_are_exact_to_the_nanosecond()
    {
        Instant start = At("08:30");

        Opening(PresenceEvidence.InCall(start + Duration.FromNanoseconds(1), start + Duration.FromNanoseconds(3)))
            .Present.Should().Be(Duration.FromNanoseconds(2));
    }

    private static SessionPresence Opening(params PresenceEvidence[] evidence) => new AttendanceMerge(s_day).Of(evidence)[0];

    private static PresenceEvidence Call(string from, string? until) => PresenceEvidence.InCall(At(from), until is null ? null : At(until));

    private static PresenceEvidence Room(string from, string? until) => PresenceEvidence.InRoom("opening", At(from), until is null ? null : At(until));

    private static Instant At(string time) => Scene.At(time);

    // A day of seconds: up to three sessions of at most two minutes each, breaks anywhere, evidence before, within and after.
    private static readonly LocalDateTime s_start = new(2023, 2, 28, 0, 0);
    private static readonly Instant s_zero = s_start.InUtc().ToInstant();

    private static readonly Gen<Agenda> s_agenda =
        Gen.Select(Gen.Select(Gen.Int[0, 40], Gen.Int[1, 120]).Array[1, 3], Gen.Select(Gen.Int[0, 400], Gen.Int[1, 50]).Array[0, 4]).Select((sessions, breaks) =>
        {
            var items = new List<AgendaItem>();
            int at = 60;
            foreach (var (gap, length) in sessions)
            {
                items.Add(new Session($"s{items.Count}", s_start.PlusSeconds(at + gap), Duration.FromSeconds(length)));
                at += gap + length;
            }

            items.AddRange(breaks.Select((b, i) => new Break($"b{i}", s_start.PlusSeconds(b.Item1), Duration.FromSeconds(b.Item2))));
            return Agenda.Strictly("Etc/UTC", [.. items]);
        });

    private static readonly Gen<PresenceEvidence> s_evidence =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 600], Gen.Int[-10, 200], Gen.Bool).Select((kind, from, length, decided) =>
        {
            Instant start = s_zero + Duration.FromSeconds(from);
            Instant? end = kind is 0 or 1 ? null : start + Duration.FromSeconds(length);
            return kind % 2 == 0 ? PresenceEvidence.InCall(start, end, decided) : PresenceEvidence.InRoom($"s{from % 4}", start, end);
        });

    private static readonly Gen<(Agenda Agenda, PresenceEvidence[] Evidence)> s_situation = Gen.Select(s_agenda, s_evidence.Array[0, 12]);

    private static SessionPresence Grid(Agenda agenda, ScheduledItem session, PresenceEvidence[] evidence)
    {
        int counted = 0, present = 0, firm = 0, undecided = 0;
        Instant? first = null, last = null;
        bool room = false, call = false, inferred = false;
        for (Instant second = session.Time.Start; second < session.Time.End; second += Duration.FromSeconds(1))
        {
            if (agenda.Items.Any(i => i.Item is Break && i.Time.Contains(second)))
            {
                continue;
            }

            counted++;
            PresenceEvidence[] here = [.. evidence.Where(e => Covers(agenda, session, e, second))];
            if (here.Length == 0)
            {
                continue;
            }

            present++;
            firm += here.Any(e => e.Mode == DeliveryMode.InPerson || (e.Until is not null && !e.IsDecided)) ? 1 : 0;
            undecided += here.Any(e => !e.IsDecided) ? 1 : 0;
            first ??= second;
            last = second + Duration.FromSeconds(1);
            room |= here.Any(e => e.Mode == DeliveryMode.InPerson);
            call |= here.Any(e => e.Mode == DeliveryMode.Online);
            inferred |= here.Any(e => e.Until is null);
        }

        return new(session.Item.Code, Duration.FromSeconds(present), Duration.FromSeconds(counted), first, last, room, call, inferred)
        {
            Confidence = present == 0 ? PresenceConfidence.None : firm == present ? PresenceConfidence.Confirmed : undecided == present ? PresenceConfidence.Inferred : PresenceConfidence.Decided,
        };
    }

    private static bool Covers(Agenda agenda, ScheduledItem session, PresenceEvidence e, Instant second)
    {
        if (second < e.From || (e.Session is not null && e.Session != session.Item.Code))
        {
            return false;
        }

        // Without an end: no session may end between the beginning and this second.
        return e.Until is { } until
            ? second < until
            : e.Session is not null || !agenda.Sessions.Any(s => e.From < s.Time.End && s.Time.End <= second);
    }
}
