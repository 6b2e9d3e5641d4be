using System.Globalization;
using System.Text;
using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingRosters
{
    private const string Header = "external_id,family_km,given_km,family,given,sex,email,institution,title_km,title_en,rank,mode,role,requested_at\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_430_requests_are_read_as_they_stand()
    {
        IReadOnlyList<RosterEntry> roster = await RosterReader.ReadFileAsync(Sources.Sample("roster.csv"), cancellationToken: Token);

        roster.Should().HaveCount(430);
        roster.Select(entry => entry.Row).Should().Equal(Enumerable.Range(2, 430));
        roster.Count(entry => entry.Role == ParticipantRole.Participant).Should().Be(422);
        roster.Where(entry => entry.Role.TakesSeat()).CountBy(entry => entry.Mode).Should()
            .BeEquivalentTo(new Dictionary<DeliveryMode, int> { [DeliveryMode.InPerson] = 260, [DeliveryMode.Online] = 162 });
        roster.Count(entry => entry.Person.Name.Family.Length == 0).Should().Be(3);
        roster.Count(entry => entry.Person.Name.Native is null).Should().Be(3);
        roster.Count(entry => entry.Person.Name.Printed == "SOK Dara").Should().Be(2);
        roster.Should().OnlyContain(entry => entry.Person.Sex != Sex.Unstated && entry.Person.Post!.Institution == entry.Institution);
    }

    [Fact]
    public async Task Names_stand_as_given_and_two_names_are_never_forced()
    {
        IReadOnlyList<RosterEntry> roster = await RosterReader.ReadFileAsync(Sources.Sample("roster.csv"), cancellationToken: Token);

        RosterEntry first = roster[0];
        first.Person.Should().Be(new Person(new PersonName("TANG", "Phally").WithNative("km", "តាំង", "ផល្លី"), "tang.phally@mfaic.example", "DD23-0001")
        {
            Sex = Sex.Female,
            Post = new Post(new("មន្ត្រី", "Officer"), InstitutionCode.Parse("MFAIC"), "OFFICER"),
        });
        (first.Institution.ToString(), first.Mode, first.Role, first.RequestedAt)
            .Should().Be(("MFAIC", DeliveryMode.InPerson, ParticipantRole.Participant, new LocalDateTime(2023, 2, 1, 8, 2, 59)));
        Name(roster, "DD23-0024").Should().Be(PersonName.Single("Sakda").WithNative("km", "", "សក្តា"));
        Name(roster, "DD23-0059").Should().Be(new PersonName("de Vries", "Pieter", printed: "Pieter de Vries"));
        Name(roster, "DD23-0142").Should().Be(new PersonName("Núñez Peña", "José", printed: "José Núñez Peña"));
        roster.Select(entry => entry.Person.Name.Printed).Should().Contain("ung sokunthea");
    }

    [Fact]
    public async Task Khmer_headers_words_and_digits_are_understood()
    {
        IReadOnlyList<RosterEntry> roster = await RosterReader.ReadFileAsync(Sources.Fixture("roster-khmer.csv"), cancellationToken: Token);

        roster.Should().HaveCount(2);
        roster[0].Person.Should().Be(new Person(new PersonName("SOK", "Dara").WithNative("km", "សុខ", "ដារ៉ា"), "sok.dara@ministry.example", "A-1")
        {
            Sex = Sex.Male,
            Post = new Post(new("មន្ត្រី", ""), InstitutionCode.Parse("MFAIC"), "OFFICER"),
        });
        // 28/02 in the second row says that the day stands first in the whole file.
        (roster[0].Mode, roster[0].Role, roster[0].RequestedAt).Should().Be((DeliveryMode.InPerson, ParticipantRole.Participant, new LocalDateTime(2023, 2, 1, 8, 2)));
        roster[1].Person.Should().Be(new Person(PersonName.Single("Bopha").WithNative("km", "", "បុប្ផា"), null, "A-2") { Sex = Sex.Female });
        (roster[1].Mode, roster[1].Role, roster[1].RequestedAt).Should().Be((DeliveryMode.Online, ParticipantRole.Speaker, new LocalDateTime(2023, 2, 28, 14, 30)));
    }

    [Theory]
    [InlineData("printed", "printed_km")]
    [InlineData("Printed Name", "Printed Name KM")]
    [InlineData("certificate_name", "certificate_name_km")]
    [InlineData("ឈ្មោះបោះពុម្ពជាអក្សរឡាតាំង", "ឈ្មោះបោះពុម្ព")]
    public async Task A_name_is_printed_as_the_roster_says_and_family_name_first_where_it_says_nothing(string printed, string printedKm)
    {
        IReadOnlyList<RosterEntry> roster = await Read(
            $"external_id,family_km,given_km,family,given,institution,mode,requested_at,{printed},{printedKm}\n" +
            "A,ឌុយប៉ុង,អាន់,Dupont,Anne,NIDIR,Online,2023-02-01T08:00,Anne Dupont,អាន់ ឌុយប៉ុង\n" +
            "B,សុខ,ដារ៉ា,SOK,Dara,MFAIC,Online,2023-02-01T08:01,,\n" +
            "C,,,,,MFAIC,Online,2023-02-01T08:02,Plato,\n");

        roster[0].Person.Name.Should().Be(new PersonName("Dupont", "Anne", printed: "Anne Dupont").WithNative("km", "ឌុយប៉ុង", "អាន់", printed: "អាន់ ឌុយប៉ុង"));
        roster[1].Person.Name.Should().Be(new PersonName("SOK", "Dara").WithNative("km", "សុខ", "ដារ៉ា"));
        roster.Select(entry => entry.Person.Name.Printed).Should().Equal("Anne Dupont", "SOK Dara", "Plato");
    }

    [Fact]
    public async Task A_printed_form_that_cannot_be_printed_or_was_damaged_is_refused() =>
        Sources.Told(await Sources.Refused(() => Read(
            "external_id,given,printed,printed_km,institution,mode,requested_at\nA,Anne,\u202EAnne,???,MFAIC,Online,2023-02-01T08:00\n")))
            .Should().Equal("2 printed import.text-is-printable", "2 printed_km import.text-is-undamaged");

    [Fact]
    public async Task Names_come_in_form_C_whatever_form_the_file_has()
    {
        string decomposed = "José Peña".Normalize(NormalizationForm.FormD);
        RosterEntry entry = (await Read($"external_id,given,institution,mode,requested_at\nA,{decomposed},MFAIC,Online,2023-02-01T08:00\n")).Single();

        entry.Person.Name.Given.Should().Be("José Peña").And.NotBe(decomposed);
        (entry.Role, entry.Person.Email, entry.Person.Post).Should().Be((ParticipantRole.Participant, null, null));
    }

    [Fact]
    public async Task R12_one_person_entered_twice_under_one_address_is_refused_and_a_shared_mailbox_is_not()
    {
        const string Head = "external_id,family,given,email,institution,mode,requested_at\n";
        const string Seat = "US-WAS-EMB,Online,2023-02-01T08:00\n";

        (await Read(Head + "A,SOK,Dara,desk@embassy.example," + Seat + "B,KEO,Bopha,Desk@embassy.example," + Seat)).Should().HaveCount(2);

        Sources.Told(await Sources.Refused(() => Read(Head + "A,SOK,Dara,desk@embassy.example," + Seat + "B,Sok,DARA,Desk@Embassy.example," + Seat)))
            .Should().Equal("3 email import.value-is-unique");
    }

    [Fact]
    public async Task Every_fault_of_a_roster_is_told_at_once_and_no_message_names_anybody()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read(Header +
            "A-1,សុខ,ដារ៉ា,SOK,Dara,M,sok.dara@ministry.example,MFAIC,មន្ត្រី,Officer,OFFICER,InPerson,Participant,2023-02-01T08:02:59\n" +
            "A-1,???,?????,KEO,Bopha,F,SOK.DARA@ministry.example,MFAIC,មន្ត្រី,Officer,OFFICER,InPerson,Participant,2023-02-01T08:02:59\n" +
            ",ចាន់,សុភា,,,X,chan.sophea at ministry,mfaic,,,OFFICER,Hologram,Emperor,2023-02-30T08:00:00\n" +
            "A-4,\u202Eមាស,វិបុល,MEAS,Vi\u0000bol,M,,MFAIC,,,,,,\n" +
            "A-5,លី,សុធា,LY,Sothea,F,ly@ministry.example,MFAIC,មន្ត្រី,Officer,OFFICER,Online,Participant\n" +
            "A-6,លី,សុធា,LY,Sothea,F,ly@ministry.example,MFAIC,មន្ត្រី,Officer,OFFICER,Online,Participant,\"2023-02-01 09:00\n"));

        Sources.Told(errors).Should().Equal(
            "3 external_id import.value-is-unique", "3 family_km import.text-is-undamaged", "3 given_km import.text-is-undamaged",
            "4 external_id import.value-is-present", "4 given import.person-has-a-name", "4 sex import.value-is-a-sex", "4 email import.value-is-an-email",
            "4 institution import.value-is-a-code", "4 title_en import.value-is-present", "4 mode import.value-is-a-mode", "4 role import.value-is-a-role",
            "4 requested_at import.value-is-a-date-time",
            "5 given import.text-is-printable", "5 family_km import.text-is-printable", "5 mode import.value-is-present", "5 requested_at import.value-is-present",
            "6 - import.row-has-the-columns", "7 - import.quote-is-closed");
        errors[0].PersonalValue.Should().Be("A-1");
        errors[0].Arguments["first"].Should().Be(2);
        foreach (Language language in (Language[])[Language.English, Language.Khmer])
        {
            string told = string.Join('\n', errors.Select(error => error.Explain(language)));
            foreach (string personal in (string[])["SOK", "Dara", "DARA", "chan.sophea", "សុខ", "មាស", "A-1"])
            {
                told.Should().NotContain(personal);
            }
        }

        new ImportException(errors).Message.Should().NotContainAny("SOK", "chan.sophea", "A-1").And.Contain("roster.csv, row 4, column 'email'").And.EndWith("... and 8 more.");
    }

    [Fact]
    public async Task An_institution_that_is_not_known_is_refused_where_the_known_are_given()
    {
        const string text = "external_id,given,institution,mode,requested_at\nA,Dara,MFAIC,Online,2023-02-01T08:00\nB,Bopha,XX-XXX-EMB,Online,2023-02-01T08:00\n";
        using MemoryStream stream = Sources.Utf8(text);
        IReadOnlyList<ImportError> errors = await Sources.Refused(() =>
            RosterReader.ReadAsync(stream, "roster.csv", new HashSet<InstitutionCode> { InstitutionCode.Parse("MFAIC") }, cancellationToken: Token));

        Sources.Told(errors).Should().Equal("3 institution import.institution-is-known");
        (await Read(text)).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_machine_s_culture_makes_no_difference()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["tr-TR", "km-KH", "ar-SA"])
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                RosterEntry entry = (await Read("EXTERNAL_ID,GIVEN,INSTITUTION,MODE,REQUESTED_AT\nA,İlker,MFAIC,ONLINE,2023-02-01T08:00\n")).Single();
                (entry.Mode, entry.Person.Name.Given).Should().Be((DeliveryMode.Online, "İlker"));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static PersonName Name(IReadOnlyList<RosterEntry> roster, string id) => roster.Single(entry => entry.Person.ExternalId == id).Person.Name;

    private static async Task<IReadOnlyList<RosterEntry>> Read(string text)
    {
        using MemoryStream stream = Sources.Utf8(text);
        return await RosterReader.ReadAsync(stream, "roster.csv", cancellationToken: Token);
    }
}
