using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diplomacy.Training.Journal;

/// <summary>Reads and writes a value as one JSON string. Each payload's context names the converters that it needs, so nothing is found by reflection.</summary>
internal abstract class TextConverter<T>(Func<string, T> parse, Func<T, string> format) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is a string, not null.");
        try
        {
            return parse(text);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or UnparsableValueException)
        {
            throw new JsonException($"'{text}' is not a {typeof(T).Name}.", fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(format(value));
}

internal abstract class PatternConverter<T>(IPattern<T> pattern)
    : TextConverter<T>(text => pattern.Parse(text).GetValueOrThrow(), pattern.Format);

internal sealed class InstantConverter() : PatternConverter<Instant>(InstantPattern.ExtendedIso);

internal sealed class LocalDateConverter() : PatternConverter<LocalDate>(LocalDatePattern.Iso);

internal sealed class LocalTimeConverter() : PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso);

internal sealed class LocalDateTimeConverter() : PatternConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso);

internal sealed class DurationConverter() : PatternConverter<Duration>(DurationPattern.JsonRoundtrip);

internal sealed class LanguageConverter() : TextConverter<Language>(text => new Language(text), language => language.Tag);

internal sealed class RecordIdConverter() : TextConverter<RecordId>(RecordId.Parse, id => id.ToString());

internal sealed class PersonIdConverter() : TextConverter<PersonId>(PersonId.Parse, id => id.ToString());

/// <summary>An enum by its name in camel case.</summary>
internal sealed class NamedEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
