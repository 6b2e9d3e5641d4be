using System.Text;
using CsCheck;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>Tickets: signed, for one workshop, small enough for a small QR code, and nothing else is one.</summary>
public sealed class TicketOfficeRead
{
    private static readonly WorkshopId s_workshop = WorkshopId.Parse("DD-2023");
    private static readonly TicketKey s_key = Key(1, 7);
    private static readonly RegistrationId s_registration = RegistrationId.Parse("00112233445566778899aabbccddeeff");
    private static readonly TicketOffice s_office = new(s_key);

    [Fact]
    public void A_ticket_names_its_registration_at_the_door_of_its_workshop() =>
        Gen.Select(Gen.Guid.Where(g => g != Guid.Empty), Gen.Char['A', 'Z'].Array[2, 20]).Sample((guid, letters) =>
        {
            var registration = RegistrationId.Parse(guid.ToString("N"));
            var workshop = WorkshopId.Parse(new string(letters));

            s_office.Read(s_office.Issue(workshop, registration), workshop).Should().Be(new TicketReading.Valid(registration));
        }, iter: 1_000);

    [Fact]
    public void The_layout_never_changes() =>
        s_office.Issue(s_workshop, s_registration).Should().Be(Golden);

    [Fact]
    public void A_ticket_is_refused_at_the_door_of_another_workshop()
    {
        TicketReading reading = s_office.Read(s_office.Issue(WorkshopId.Parse("DD-2024"), s_registration), s_workshop);

        reading.Should().Be(new TicketReading.WrongWorkshop(s_workshop));
        reading.Unmet!.Code.Should().Be("attendance.ticket-is-for-workshop");
        reading.Explain(Language.English).Should().Contain("DD-2023").And.NotContain("00112233");
        reading.Explain(Language.Khmer).Should().Contain("សំបុត្រ");
    }

    [Fact]
    public void Keys_change_and_tickets_of_a_key_in_the_ring_stay_valid_until_it_is_taken_out()
    {
        string old = s_office.Issue(s_workshop, s_registration);
        TicketKey next = Key(2, 8);

        var both = new TicketOffice(next, s_key);
        both.Read(old, s_workshop).Should().Be(new TicketReading.Valid(s_registration));
        both.Issue(s_workshop, s_registration).Should().NotBe(old);

        new TicketOffice(next).Read(old, s_workshop).Should().Be(new TicketReading.UnknownKey(1));
        new TicketOffice(Key(1, 9)).Read(old, s_workshop).Should().Be(new TicketReading.NotGenuine(), "another secret under the same id");
    }

    [Fact]
    public void A_ticket_with_any_one_character_changed_is_never_valid()
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        string ticket = s_office.Issue(s_workshop, s_registration);
        for (int place = 0; place < ticket.Length; place++)
        {
            foreach (char other in alphabet.Where(c => c != ticket[place]))
            {
                string changed = ticket[..place] + other + ticket[(place + 1)..];
                s_office.Read(changed, s_workshop).Should().NotBeOfType<TicketReading.Valid>(changed);
            }
        }
    }

    [Fact]
    public void What_people_type_is_read_leniently()
    {
        string ticket = s_office.Issue(s_workshop, s_registration);
        string typed = string.Join('-', ticket.ToLowerInvariant().Chunk(5).Select(c => new string(c))).Replace('0', 'o').Replace('1', 'l') + " \n";

        s_office.Read(typed, s_workshop).Should().Be(new TicketReading.Valid(s_registration));
        TicketOffice.DigestOf(typed).Should().Be(TicketOffice.DigestOf(ticket)).And.HaveLength(32);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("U")]
    [InlineData("7ZK2-M0QX-93VA-HD4S")]
    [InlineData("https://example.org/verify/7ZK2M0QX93VAHD4S")]
    public void What_is_no_ticket_is_malformed(string? text)
    {
        s_office.Read(text, s_workshop).Should().Be(new TicketReading.Malformed());
        TicketOffice.DigestOf(text).Should().BeNull();
    }

    [Fact]
    public void Other_lengths_versions_and_spare_bits_are_malformed()
    {
        string ticket = s_office.Issue(s_workshop, s_registration);

        foreach (string text in new[] { ticket[..^1], ticket + "0", ticket + "00", "G" + ticket[1..], ticket[..^1] + Odd(ticket[^1]), new string('0', 100_000), new string('0', 61) })
        {
            s_office.Read(text, s_workshop).Should().Be(new TicketReading.Malformed());
        }

        // 305 bits hold 304: the last one is zero.
        static char Odd(char last) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"["0123456789ABCDEFGHJKMNPQRSTVWXYZ".IndexOf(last, StringComparison.Ordinal) | 1];
    }

    [Fact]
    public void Whatever_is_scanned_nothing_but_a_ticket_is_valid_and_nothing_is_thrown()
    {
        Gen<string> text = Gen.OneOf(Gen.Char["0123456789ABCDEFGHJKMNPQRSTVWXYZoil- "], Gen.Char).Array[0, 70].Select(characters => new string(characters));

        Gen.Select(text, Gen.Int[0, 45]).Sample(
            (tail, kept) => s_office.Read(Golden[..kept] + tail, s_workshop).Should().NotBeOfType<TicketReading.Valid>(), iter: 20_000);
    }

    [Fact]
    public void A_ticket_fits_a_small_QR_code_in_alphanumeric_mode_and_holds_nothing_personal()
    {
        string ticket = s_office.Issue(s_workshop, s_registration);

        ticket.Should().HaveLength(TicketOffice.Length).And.MatchRegex("^[0-9A-Z]+$");
        QrCode.Encode(ticket, QrErrorCorrection.Medium).Version.Should().BeLessThanOrEqualTo(3);
        ticket.Should().NotContain("DD2023");
    }

    [Fact]
    public void Keys_are_long_apart_and_silent()
    {
        FluentActions.Invoking(() => new TicketKey(1, new byte[31])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new TicketOffice()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new TicketOffice(s_key, Key(1, 9))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => s_office.Issue(s_workshop, default)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => s_office.Issue(default, s_registration)).Should().Throw<ArgumentException>();
        s_key.ToString().Should().Be("(ticket key 1)");
        var options = new TrainingOptions();
        options.TicketKeys.Add(s_key);
        options.TicketKeys.Add(Key(1, 9));
        options.Validate().Should().ContainSingle();
    }

    internal static TicketKey Key(byte id, byte seed) => new(id, Encoding.ASCII.GetBytes(new string((char)('a' + seed), TicketKey.SecretBytes)));

    // From the layout in the documentation of TicketOffice, by another program.
    private const string Golden = "040RVSZVNWQGTY9F008J4CT4ANK7F24SNAXWSQFEZXZ5678AGGFQVBGVNA18J";
}
