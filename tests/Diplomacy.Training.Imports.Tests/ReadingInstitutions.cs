using System.Text;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingInstitutions
{
    private const string Header = "code,type,name,city,country,timezone,source,name_km,weekend,hours\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_fifty_missions_are_read_as_they_stand()
    {
        IReadOnlyList<Institution> missions = await InstitutionReader.ReadFileAsync(Sources.Sample("missions.csv"), cancellationToken: Token);

        missions.Should().HaveCount(50).And.OnlyContain(mission => mission.IsMission);
        missions.CountBy(mission => mission.Kind).Should().BeEquivalentTo(new Dictionary<InstitutionKind, int>
        {
            [InstitutionKind.Embassy] = 32,
            [InstitutionKind.ConsulateGeneral] = 13,
            [InstitutionKind.PermanentMission] = 5,
        });
        missions[0].Should().Be(new Institution(
            InstitutionCode.Parse("AU-CBR-EMB"), new("ស្ថានឯកអគ្គរាជទូតកម្ពុជាប្រចាំប្រទេសអូស្ត្រាលី", "Royal Embassy of Cambodia in Australia"),
            InstitutionKind.Embassy, "Canberra", "Australia", "Australia/Sydney", WorkingTime.Standard) { CountryCode = "AU", Email = "au-cbr-emb@mfaic.example" });
        missions.Should().OnlyContain(mission => mission.CountryCode == mission.Code.ToString().Substring(0, 2));
        missions.Where(mission => !mission.WorkingTime.Equals(WorkingTime.Standard)).Select(mission => $"{mission.Code} {mission.WorkingTime}").Should().BeEquivalentTo(
            "BN-BWN-EMB Mon-Thu 09:00-12:00 14:00-17:00; Sat 09:00-12:00 14:00-17:00",
            "EG-CAI-EMB Mon-Thu 09:00-12:00 14:00-17:00; Sun 09:00-12:00 14:00-17:00",
            "KW-KWI-EMB Mon-Thu 09:00-12:00 14:00-17:00; Sun 09:00-12:00 14:00-17:00",
            "AE-AUH-EMB Mon-Thu 09:00-12:00 14:00-17:00; Fri 09:00-12:00");
    }

    [Fact]
    public async Task Groups_by_which_seats_are_counted_are_read_and_may_be_missing()
    {
        using MemoryStream good = Sources.Utf8("code;type;name;city;country;timezone;groups\nFR-PAR-EMB;embassy;E;Paris;France;Europe/Paris;\"region/europe; size/large\"\nDE-BER-EMB;embassy;E;Berlin;Germany;Europe/Berlin;\n");
        (await InstitutionReader.ReadAsync(good, "missions.csv", cancellationToken: Token)).Select(one => one.Groups).Should().Equal(SeatGroups.Parse("region/europe size/large"), SeatGroups.None);

        using MemoryStream bad = Sources.Utf8("code,type,name,city,country,timezone,groups\nFR-PAR-EMB,embassy,E,Paris,France,Europe/Paris,Europe\n");
        Sources.Told(await Sources.Refused(() => InstitutionReader.ReadAsync(bad, "missions.csv", cancellationToken: Token))).Should().Equal("2 groups import.value-is-a-group");
    }

    [Fact]
    public async Task Country_code_and_mailbox_are_read_under_several_headers_and_may_be_missing()
    {
        using MemoryStream good = Sources.Utf8("code,type,name,city,country,timezone,ISO 3166,E-mail\nFR-PAR-EMB,embassy,E,Paris,France,Europe/Paris,fr, embassy@paris.example \nDE-BER-EMB,embassy,E,Berlin,Germany,Europe/Berlin,,\n");
        (await InstitutionReader.ReadAsync(good, "missions.csv", cancellationToken: Token)).Select(one => (one.CountryCode, one.Email)).Should().Equal(("FR", "embassy@paris.example"), (null, null));

        using MemoryStream bad = Sources.Utf8("code,type,name,city,country,timezone,country_code,email\nFR-PAR-EMB,embassy,E,Paris,France,Europe/Paris,FRA,\"Embassy <embassy@paris.example>\"\n");
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => InstitutionReader.ReadAsync(bad, "missions.csv", cancellationToken: Token));
        Sources.Told(errors).Should().Equal("2 country_code import.value-is-a-country-code", "2 email import.value-is-an-email");
        errors[1].ToString().Should().NotContain("paris.example");
        errors[1].PersonalValue.Should().Be("Embassy <embassy@paris.example>");
    }

    [Fact]
    public async Task A_weekend_that_is_not_told_is_that_of_the_country_and_a_warning_says_so()
    {
        var warnings = new List<ImportError>();
        using MemoryStream stream = Sources.Utf8("code,type,name,city,country,timezone,country_code,weekend\nKW-KWI-EMB,embassy,E,Kuwait,Kuwait,Asia/Kuwait,KW,\nKW-KWI-CG,consulate-general,E,Kuwait,Kuwait,Asia/Kuwait,KW,Sat Sun\nFR-PAR-EMB,embassy,E,Paris,France,Europe/Paris,FR,\nBN-BWN-EMB,embassy,E,B,Brunei,Asia/Brunei,BN,\nXX-EMB,embassy,E,K,Kuwait,Asia/Kuwait,,\n");
        IReadOnlyList<Institution> read = await InstitutionReader.ReadAsync(stream, "missions.csv", new() { OnWarning = warnings.Add }, Token);

        read.Select(one => one.WorkingTime.ToString()).Should().Equal(
            "Mon-Thu 09:00-12:00 14:00-17:00; Sun 09:00-12:00 14:00-17:00", WorkingTime.Standard.ToString(), WorkingTime.Standard.ToString(), WorkingTime.Standard.ToString(), WorkingTime.Standard.ToString());
        Sources.Told(warnings).Should().Equal("2 weekend import.weekend-is-told", "5 weekend import.weekend-is-told");
        warnings[0].Explain(Language.English).Should().Contain("Fri Sat is taken for KW from Unicode CLDR 48.2");
    }

    [Fact]
    public async Task Headquarters_work_from_half_past_seven()
    {
        IReadOnlyList<Institution> bodies = await InstitutionReader.ReadFileAsync(Sources.Sample("headquarters.csv"), cancellationToken: Token);

        bodies.Select(body => body.Code.ToString()).Should().Equal("MFAIC", "MOC", "MPTC", "NIDIR", "MOINF");
        bodies.Should().OnlyContain(body => body.WorkingTime.Equals(WorkingTime.Parse("Mon-Fri 07:30-11:30 14:00-17:30")) && !body.IsMission);
    }

    [Fact]
    public async Task Without_hours_and_weekend_the_standard_holds()
    {
        IReadOnlyList<Institution> read = await Read("code,type,name,city,country,timezone,source\nAU-CBR-EMB,embassy,Royal Embassy,Canberra,Australia,Australia/Sydney,\"A: one, two\"\n");

        read.Should().ContainSingle().Which.Should().Be(new Institution(
            InstitutionCode.Parse("AU-CBR-EMB"), new("", "Royal Embassy"), InstitutionKind.Embassy, "Canberra", "Australia", "Australia/Sydney"));
    }

    [Theory]
    [InlineData("Sat Sun", "", "Mon-Fri 09:00-12:00 14:00-17:00")]
    [InlineData("", "08:00-16:00", "Mon-Fri 08:00-16:00")]
    [InlineData("none", "08:00-16:00", "Mon-Sun 08:00-16:00")]
    [InlineData("fri sat", "Sun 10:00-12:00; * 08:00-16:00", "Mon-Thu 08:00-16:00; Sun 10:00-12:00")]
    [InlineData("Sat Sun", "Mon Tue 10:00-12:00; 08:00-16:00", "Mon-Tue 10:00-12:00; Wed-Fri 08:00-16:00")]
    [InlineData("Sat Sun", "* 08:00-16:00; Mon 10:00-12:00", "Mon-Fri 08:00-16:00")]
    [InlineData("Sat Sun", "Wed 10:00-12:00", "Wed 10:00-12:00")]
    [InlineData("Mon Tue Wed Thu Fri Sat Sun", "08:00-16:00", "none")]
    public async Task Weekend_and_hours_make_the_working_week(string weekend, string hours, string expected) =>
        (await Read($"{Header}MFAIC,ministry,Ministry,Phnom Penh,Cambodia,Asia/Phnom_Penh,,,{weekend},{hours}\n"))[0].WorkingTime.ToString().Should().Be(expected);

    [Theory]
    [InlineData("UTC+07")]
    [InlineData("UTC-05:00")]
    [InlineData("asia/phnom_penh")]
    public async Task A_zone_is_an_id_of_the_IANA_database_and_no_offset(string zone)
    {
        Sources.Told(await Sources.Refused(() => Read($"{Header}MFAIC,ministry,Ministry,Phnom Penh,Cambodia,{zone},,,,\n"))).Should().Equal("2 timezone import.value-is-a-zone");

        (await Read($"{Header}MFAIC,ministry,Ministry,Phnom Penh,Cambodia,Etc/GMT-7,,,,\n"))[0].ZoneId.Should().Be("Etc/GMT-7");
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_told_at_once()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read(Header +
            "US-WAS-EMB,embassy,One,Washington,United States,America/New_York,,,,\n" +
            "us-was,embassy,Two,Washington,United States,America/New York,,,,\n" +
            "US-WAS-EMB,temple,Three,Washington,United States,America/New_York,,,Sat Feiertag,\n" +
            "\n" +
            "FR-PAR-EMB,embassy,Four,Paris,France,Europe/Paris,,,\n" +
            "FR-PAR-EMB,embassy,\"Five\" five,Paris,France,Europe/Paris,,,,\n" +
            "FR-PAR-EMB,embassy,,Paris,France,,,????? ????,,9-17\n" +
            "FR-LYS-CG,consulate-general,Six\u0007,Lyon,France,Europe/Paris,,,,\n"));

        Sources.Told(errors).Should().Equal(
            "3 code import.value-is-a-code", "3 timezone import.value-is-a-zone",
            "4 code import.value-is-unique", "4 type import.value-is-a-kind", "4 weekend import.value-is-a-weekend",
            "6 - import.row-has-the-columns", "7 - import.quoting-is-right",
            "8 name_km import.text-is-undamaged", "8 timezone import.value-is-present", "8 hours import.value-is-working-hours",
            "9 name import.text-is-printable");
        errors[1].Explain(Language.English).Should().StartWith("missions.csv, row 3, column 'timezone': 'America/New York' is not a time zone of the data TZDB: ");
        errors[2].Arguments["first"].Should().Be(2);
        errors[10].Arguments["character"].Should().Be("U+0007");
    }

    [Fact]
    public async Task Missing_and_double_columns_are_named()
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read("code,name,City,city,country\nX,Y,Z,Z,Z\n"));

        Sources.Told(errors).Should().Equal(
            "1 city import.column-is-single", "1 type import.column-is-present", "1 timezone import.column-is-present", "2 code import.value-is-a-code");
        errors[1].Explain(Language.English).Should().Be("missions.csv, row 1, column 'type': The column is missing. Recognised: code, name, city, country.");
        errors[0].Arguments.Should().Contain("first", 3).And.Contain("second", 4);
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_with_any_separator_and_Excels_hint()
    {
        IReadOnlyList<Institution> read = await Read("sep=;\r\nTime Zone;CODE;name;kind;Country;city\r\nEurope/Paris;FR-PAR-EMB;Embassy, Paris;Embassy;France;Paris\r\n");

        read.Should().ContainSingle().Which.Name.English.Should().Be("Embassy, Paris");
    }

    [Fact]
    public async Task The_same_table_is_read_in_every_encoding()
    {
        string text = await File.ReadAllTextAsync(Sources.Sample("missions.csv"), Token);
        IReadOnlyList<Institution> expected = await Read(text);
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(false, false), new UnicodeEncoding(true, false)])
        {
            using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            (await InstitutionReader.ReadAsync(stream, "missions.csv", cancellationToken: Token)).Should().Equal(expected, encoding.WebName);
        }
    }

    private static async Task<IReadOnlyList<Institution>> Read(string text)
    {
        using MemoryStream stream = Sources.Utf8(text);
        return await InstitutionReader.ReadAsync(stream, "missions.csv", cancellationToken: Token);
    }
}
