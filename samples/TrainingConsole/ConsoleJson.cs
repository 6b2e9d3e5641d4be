using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TrainingConsole;

/// <summary>The documents that <c>--json</c> prints. Their names are stable: scripts read them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(TimesDocument))]
[JsonSerializable(typeof(SlotsDocument))]
[JsonSerializable(typeof(ReviewDocument))]
[JsonSerializable(typeof(VerificationDocument))]
[JsonSerializable(typeof(SeatsDocument))]
[JsonSerializable(typeof(WaitingDocument))]
[JsonSerializable(typeof(HistoryDocument))]
[JsonSerializable(typeof(RegisterDocument))]
[JsonSerializable(typeof(AttendanceDocument))]
internal sealed partial class ConsoleJson : JsonSerializerContext
{
    // Khmer and '+07:00' are to be read in the terminal, not spelled out as escapes; the document goes into no web page.
    private static ConsoleJson Readable => new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal static string Write<T>(T document, Func<ConsoleJson, JsonTypeInfo<T>> type) => JsonSerializer.Serialize(document, type(Readable));
}
