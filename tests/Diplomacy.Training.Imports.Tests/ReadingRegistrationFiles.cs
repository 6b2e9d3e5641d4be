using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingRegistrationFiles
{
    private const string Header = "external_id,given,title_en,institution,mode,since,priority,sitting,groups,delegation_role,requested_at\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_columns_of_a_registration_are_read_and_may_all_be_empty()
    {
        IReadOnlyList<RosterEntry> read = await Read(Header +
            "A,Dara,Counsellor,MFAIC,Online,16/04/2021,-3,americas-2,grade/director; region/asia;grade/director;,Head of Delegation,2026-02-01 08:00\n" +
            "B,Bopha,,MFAIC,Online,,,,,,2026-02-01 08:00\n" +
            "C,Vibol,Attaché,MFAIC,Online,2020-01-05T00:00,៧,,\"guest/vip, region/asia\",សមាជិកបម្រុង,2026-02-01 08:00\n");

        (read[0].Priority, read[0].Sitting, read[0].DelegationRole, read[0].Person.Post!.Since).Should().Be((-3, "americas-2", "head", new LocalDate(2021, 4, 16)));
        read[0].Groups.Should().Be(SeatGroups.Parse("grade/director region/asia"));
        (read[1].Priority, read[1].Sitting, read[1].DelegationRole, read[1].Person.Post).Should().Be((0, null, null, null));
        read[1].Groups.Should().Be(SeatGroups.None);
        (read[2].Priority, read[2].DelegationRole, read[2].Person.Post!.Since).Should().Be((7, "alternate", new LocalDate(2020, 1, 5)));
    }

    [Fact]
    public async Task Every_fault_of_those_columns_is_told_at_once()
    {
        Sources.Told(await Sources.Refused(() => Read(Header +
            "A,Dara,Counsellor,MFAIC,Online,2021-02-30,first,Americas,grade/,chairman of sorts,2026-02-01 08:00\n" +
            "B,Bopha,,MFAIC,Online,2021-02-03,9999999999,a b,grade,,2026-02-01 08:00\n" +
            "C,Sophea,,MFAIC,Online,,1.5,,grade//x,,\n")))
            .Should().Equal(
                "2 since import.value-is-a-date", "2 priority import.value-is-a-priority", "2 sitting import.value-is-a-sitting", "2 groups import.value-is-a-group",
                "2 delegation_role import.value-is-a-delegation-role",
                "3 title_en import.value-is-present", "3 priority import.value-is-a-priority", "3 sitting import.value-is-a-sitting", "3 groups import.value-is-a-group",
                "4 priority import.value-is-a-priority", "4 groups import.value-is-a-group", "4 requested_at import.value-is-present");
    }

    [Fact]
    public async Task The_time_of_a_request_may_be_missing_only_where_the_form_says_so()
    {
        const string Without = "external_id,given,institution,mode\nA,Dara,MFAIC,Online\n";
        var form = new RosterForm { RequiresRequestTime = false };

        Sources.Told(await Sources.Refused(() => Read(Without))).Should().Equal("1 requested_at import.column-is-present");
        (await Read(Without, form)).Single().RequestedAt.Should().BeNull();
        IReadOnlyList<RosterEntry> read = await Read("external_id,given,institution,mode,requested_at\nA,Dara,MFAIC,Online,\nB,Bopha,MFAIC,Online,2026-02-01 08:00\n", form);
        read.Select(entry => entry.RequestedAt).Should().Equal(null, new LocalDateTime(2026, 2, 1, 8, 0));
        Sources.Told(await Sources.Refused(() => Read("external_id,given,institution,mode,requested_at\nA,Dara,MFAIC,Online,soon\n", form)))
            .Should().Equal("2 requested_at import.value-is-a-date-time");
    }

    [Fact]
    public async Task Answers_stand_by_code_as_they_are_and_empty_ones_do_not()
    {
        var form = new RosterForm { Questions = [new("dietary", "អាហារពិសេស", "Special diet"), new("photo/consent"), new("interpretation")] };

        IReadOnlyList<RosterEntry> read = await Read(
            "external_id,given,institution,mode,requested_at,SPECIAL-DIET,Photo / Consent\nA,Dara,MFAIC,Online,2026-02-01 08:00, no pork ,ya\nB,Bopha,MFAIC,Online,2026-02-01 08:00, ,no\n", form);

        read[0].Answers.Should().Equal(new Dictionary<string, string> { ["dietary"] = " no pork ", ["photo/consent"] = "ya" });
        read[1].Answers.Should().Equal(new Dictionary<string, string> { ["photo/consent"] = "no" });
    }

    [Fact]
    public async Task A_question_cannot_have_the_header_of_another_column()
    {
        foreach (RosterForm form in (RosterForm[])[new() { Questions = [new("email")] }, new() { Questions = [new("x", "Given Name")] }, new() { Questions = [new("x"), new("X")] }])
        {
            Func<Task> reading = () => Read(Header, form);
            await reading.Should().ThrowAsync<ArgumentException>();
        }

        foreach (string code in (string[])["", "a b", "-x", "ក", new string('a', 101)])
        {
            Action naming = () => _ = new RosterQuestion(code);
            naming.Should().Throw<ArgumentException>();
        }
    }

    [Fact]
    public async Task Headers_of_the_ministry_s_own_go_before_the_reader_s()
    {
        var options = new ImportOptions
        {
            Headers = new Dictionary<string, string> { ["Staff No."] = "external_id", ["Name"] = "given", ["ឈ្មោះ"] = "given_km", ["ID"] = "dietary" },
        };
        using MemoryStream stream = Sources.Utf8("STAFF no.;name;ឈ្មោះ;institution;mode;requested_at;id\nA-1;Dara;ដារ៉ា;MFAIC;Online;2026-02-01 08:00;none\n");

        RosterEntry read = (await RosterReader.ReadAsync(stream, "list.csv", form: new() { Questions = [new("dietary")] }, options: options, cancellationToken: Token)).Single();

        (read.Person.ExternalId, read.Person.Name.Native!.Printed, read.Answers["dietary"]).Should().Be(("A-1", "ដារ៉ា", "none"));
        foreach (Dictionary<string, string> wrong in (Dictionary<string, string>[])[new() { ["x"] = "no_such" }, new() { [" - "] = "given" }, new() { ["a b"] = "given", ["A_B"] = "family" }])
        {
            Func<Task> reading = () => RosterReader.ReadAsync(Sources.Utf8("x\n"), "f", options: new() { Headers = wrong }, cancellationToken: Token);
            await reading.Should().ThrowAsync<ArgumentException>();
        }
    }

    [Theory]
    [InlineData("external id")]
    [InlineData("EXTERNAL_ID")]
    [InlineData("ExternalId")]
    [InlineData("\u200Eexternal\u200B-id\u200F")]
    [InlineData("  External  ID\u00A0")]
    [InlineData("លេខ\u200Bសម្គាល់")]
    public async Task A_header_is_known_whatever_its_case_spaces_hyphens_and_invisible_characters(string header) =>
        (await Read($"{header},given,institution,mode,requested_at\nA,Dara,MFAIC,Online,2026-02-01 08:00\n")).Should().ContainSingle();

    [Fact]
    public async Task Columns_that_nobody_knows_are_a_warning_and_a_header_that_may_be_personal_stands_apart()
    {
        List<ImportError> warnings = [];
        using MemoryStream stream = Sources.Utf8("external_id,Remarks,given,institution,mode,requested_at,កំណត់ចំណាំ,\nA,x,Dara,MFAIC,Online,2026-02-01 08:00,y,\n");
        await RosterReader.ReadAsync(stream, "list.csv", options: new() { OnWarning = warnings.Add }, cancellationToken: Token);

        Sources.Told(warnings).Should().Equal("1 - import.column-is-known", "1 - import.column-is-known");
        warnings.Select(warning => (warning.Arguments["number"], warning.Arguments["value"], warning.PersonalValue)).Should().Equal((2, "Remarks", null), (7, "…", "កំណត់ចំណាំ"));
    }

    [Fact]
    public void Two_entries_are_equal_when_they_say_the_same()
    {
        RosterEntry Entry() => new(2, new(PersonName.Single("Dara")), InstitutionCode.Parse("MFAIC"), DeliveryMode.Online, ParticipantRole.Participant, null)
        {
            Groups = SeatGroups.Parse("a/b"),
            Answers = new Dictionary<string, string> { ["q"] = "x" },
        };

        Entry().Should().Be(Entry()).And.NotBe(Entry() with { Groups = SeatGroups.Parse("a/c") }).And.NotBe(Entry() with { Answers = new Dictionary<string, string> { ["q"] = "y" } }).And.NotBe(Entry() with { Priority = 1 });
        Entry().ToString().Should().Be("(row 2)");
    }

    private static async Task<IReadOnlyList<RosterEntry>> Read(string text, RosterForm? form = null)
    {
        using MemoryStream stream = Sources.Utf8(text);
        return await RosterReader.ReadAsync(stream, "registrations.csv", form: form, cancellationToken: Token);
    }
}
