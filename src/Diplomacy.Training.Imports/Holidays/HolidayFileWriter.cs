using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Diplomacy.Training.Imports;

/// <summary>Writes a calendar of holidays as JSON, so that a list made by hand or read from an <c>.ics</c> file is kept, looked over and corrected.</summary>
/// <remarks>Deterministic: indented UTF-8 without byte order mark, line feeds, days in order. <see cref="HolidayFileReader"/> reads back what was written. Safe for use from many threads.</remarks>
public static class HolidayFileWriter
{
    // Khmer stands as letters, for people to read; what could end a script within HTML stays escaped.
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>Writes a calendar.</summary>
    /// <param name="calendar">The calendar; its source and names are kept as they are.</param>
    /// <returns>The file.</returns>
    public static byte[] Write(HolidayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("id", calendar.Id);
            json.WriteString("source", calendar.Source);
            if (calendar.Country is { } country)
            {
                json.WriteString("country", country);
            }

            json.WriteString("from", LocalDatePattern.Iso.Format(calendar.Covered.Start));
            json.WriteString("to", LocalDatePattern.Iso.Format(calendar.Covered.End));
            json.WriteStartArray("days");
            foreach (var (date, status) in calendar.Days.OrderBy(day => day.Key))
            {
                Write(json, date, status);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, LocalDate date, DayStatus status)
    {
        json.WriteStartObject();
        json.WriteString("date", LocalDatePattern.Iso.Format(date));
        json.WriteString("kind", Array.Find(HolidayJson.Kinds, kind => kind.Kind == status.Kind).Word);
        if (status.Name is { } name)
        {
            json.WriteStartObject("name");
            foreach (var (language, text) in (ReadOnlySpan<(string, string)>)[("km", name.Khmer), ("en", name.English)])
            {
                if (text.Length > 0)
                {
                    json.WriteString(language, text);
                }
            }

            json.WriteEndObject();
        }

        if (status.IsTentative)
        {
            json.WriteBoolean("tentative", true);
        }

        if (status.OpenUntil is { } until)
        {
            json.WriteString("openUntil", LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(until));
        }

        json.WriteEndObject();
    }
}
