using System.Text;
using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingHolidayFiles
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_of_Cambodia_is_read_with_names_in_both_languages()
    {
        HolidayCalendar read = await HolidayFileReader.ReadFileAsync(Sources.Sample("holidays-kh-2026.json"), cancellationToken: Token);

        (read.Id, read.Country, read.Days.Count).Should().Be(("KH-2026", "KH", 21));
        read.On(new(2026, 4, 14)).Should().Be(DayStatus.Holiday(new("ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ", "Khmer New Year"), isTentative: true));
        read.On(new(2026, 11, 9)).IsTentative.Should().BeFalse();
        read.On(new(2026, 11, 10)).Should().Be(DayStatus.Working);
        read.On(new(2027, 1, 1)).Should().Be(DayStatus.Unknown);
    }

    [Fact]
    public void What_is_written_is_read_back_unchanged()
    {
        var names = Gen.Int[0, 3].Select(i => new LocalizedText?[] { null, new("ចូលឆ្នាំ", "New Year"), new("", "A \"b\" \\ <c> & d"), new("ភ្ជុំបិណ្ឌ", "") }[i]);
        var status = Gen.Select(Gen.Int[0, 4], names, Gen.Bool, Gen.Int[1, 1439], (kind, name, tentative, minute) => kind switch
        {
            0 => DayStatus.Holiday(name, tentative),
            1 => DayStatus.HalfDay(LocalTime.Midnight.PlusMinutes(minute), name, tentative),
            2 => DayStatus.MakeUpWorkday(name, tentative),
            3 => DayStatus.Unknown,
            _ => DayStatus.Working,
        });
        Gen.Select(Gen.Int[0, 3_000_000], Gen.Int[0, 800], Gen.Select(Gen.Int[0, 800], status).Array[0, 40], Gen.Int[0, 2].Select(i => new[] { null, "KH", "FR" }[i])).Sample((start, length, days, country) =>
        {
            LocalDate first = new LocalDate(1, 1, 1).PlusDays(start);
            var calendar = new HolidayCalendar("X-1", "by hand, \"quoted\"", new(first, first.PlusDays(length)),
                days.Where(d => d.Item1 <= length).DistinctBy(d => d.Item1).ToDictionary(d => first.PlusDays(d.Item1), d => d.Item2)) { Country = country };

            byte[] written = HolidayFileWriter.Write(calendar);
            HolidayCalendar read = Read(Encoding.UTF8.GetString(written)).GetAwaiter().GetResult();
            (read.Id, read.Source, read.Country, read.Covered == calendar.Covered).Should().Be((calendar.Id, calendar.Source, calendar.Country, true));
            read.Days.OrderBy(d => d.Key).Should().Equal(calendar.Days.OrderBy(d => d.Key));
            HolidayFileWriter.Write(read).Should().Equal(written);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void A_written_file_is_for_people_to_read()
    {
        var calendar = new HolidayCalendar("KH-2027", "by hand", new(new(2027, 1, 1), new(2027, 12, 31)), new Dictionary<LocalDate, DayStatus> { [new(2027, 4, 14)] = DayStatus.HalfDay(new(12, 0), new("ចូលឆ្នាំ", "New Year"), true) });

        Encoding.UTF8.GetString(HolidayFileWriter.Write(calendar)).Should().Be("""
            {
              "id": "KH-2027",
              "source": "by hand",
              "from": "2027-01-01",
              "to": "2027-12-31",
              "days": [
                {
                  "date": "2027-04-14",
                  "kind": "half-day",
                  "name": {
                    "km": "ចូលឆ្នាំ",
                    "en": "New Year"
                  },
                  "tentative": true,
                  "openUntil": "12:00"
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_line()
    {
        IReadOnlyList<ImportError> errors = await Refused("""
            {
              "$schema": "https://example.org/s", "comment": ["anything"],
              "source": "", "country": "Cambodia",
              "from": "2027-01-01",
              "to": "2027-12-31",
              "untli": 1,
              "days": [
                { "date": "2027-04-14", "kind": "holiday", "tentaive": true },
                { "date": "2027-04-31", "kind": "feast" },
                { "date": "2028-01-01", "kind": "holiday" },
                { "date": "2027-04-16", "kind": "holiday" },
                { "date": "2027-04-16", "kind": "holiday" },
                { "date": "2027-04-17", "kind": "half-day" },
                { "date": "2027-04-18", "kind": "holiday", "openUntil": "12:00" },
                { "date": "2027-04-19", "kind": "half-day", "openUntil": "00:00" },
                { "date": "2027-04-20", "kind": "unknown", "name": { "en": "x" } },
                { "date": "2027-04-21", "kind": "holiday", "name": { "en": "????", "fr": "x" } },
                { "date": "2027-04-22", "kind": "holiday", "name": {}, "tentative": "yes" },
                { "date": 20270423, "kind": "holiday", "kind": "holiday" },
                "2027-04-24"
              ]
            }
            """);

        Sources.Told(errors).Should().BeEquivalentTo(
            "1 id import.value-is-present", "3 source import.value-is-present", "3 country import.value-is-a-country-code", "6 - import.member-is-known",
            "8 - import.member-is-known", "9 date import.value-is-a-date", "9 kind import.value-is-a-day-kind", "10 date import.day-is-covered", "12 date import.value-is-unique",
            "13 openUntil import.half-day-has-a-time", "14 openUntil import.half-day-has-a-time", "15 openUntil import.value-is-a-time-of-day", "16 name import.member-is-known",
            "17 - import.member-is-known", "17 en import.text-is-undamaged", "18 name import.value-is-present", "18 tentative import.member-has-its-kind",
            "19 kind import.member-is-single", "19 date import.member-has-its-kind", "20 - import.member-has-its-kind");
        errors.Select(e => e.Row).Should().BeInAscendingOrder();
    }

    [Theory]
    [InlineData("[]", "1 - import.member-has-its-kind")]
    [InlineData("{\n\"id\": 1,\n}", "3 - import.json-is-readable")]
    [InlineData("{\n\"id\": \"\\ud800\"}", "2 - import.json-is-readable")]
    [InlineData("{} {}", "1 - import.json-is-readable")]
    [InlineData("[[[[[[[[[[]]]]]]]]]]", "1 - import.json-is-readable")]
    [InlineData("BEGIN:VCALENDAR", "1 - import.json-is-readable")]
    public async Task What_is_no_such_file_is_refused(string text, string told) => Sources.Told(await Refused(text)).Should().StartWith(told);

    [Fact]
    public async Task A_coverage_that_ends_before_it_begins_is_refused() =>
        Sources.Told(await Refused("""{"id":"a","source":"b","from":"2027-01-02","to":"2027-01-01","days":[]}""")).Should().Equal("1 to import.coverage-has-days");

    [Fact]
    public async Task A_file_of_more_than_a_million_values_is_refused_before_they_are_held()
    {
        Sources.Told(await Refused($"[{string.Concat(Enumerable.Repeat("0,", 999_998))}0]")).Should().StartWith("1 - import.member-has-its-kind");
        Sources.Told(await Refused($"[{string.Concat(Enumerable.Repeat("0,", 999_999))}0]")).Should().ContainSingle().Which.Should().EndWith("import.calendar-is-within-limit");
        Sources.Told(await Refused($$"""{"days":[{{string.Concat(Enumerable.Repeat("{\"a\":[]},", 600_000))}}0]}""")).Should().ContainSingle().Which.Should().EndWith("import.calendar-is-within-limit");
    }

    private static async Task<HolidayCalendar> Read(string text)
    {
        using MemoryStream stream = Sources.Utf8(text);
        return await HolidayFileReader.ReadAsync(stream, "holidays.json", cancellationToken: Token);
    }

    private static Task<IReadOnlyList<ImportError>> Refused(string text) => Sources.Refused(() => Read(text));
}
