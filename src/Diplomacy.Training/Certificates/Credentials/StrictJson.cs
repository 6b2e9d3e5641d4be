using System.Text.Json;
using System.Text.Unicode;

namespace Diplomacy.Training.Credentials;

/// <summary>
/// JSON that has one meaning only: a member stands once, also where it is spelt with <c>\u</c> (RFC 8259 section 4 leaves twice to the reader), every text is valid
/// Unicode, nothing comes after the value, and the depth is bounded.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The value; null when the bytes are not such JSON. Never throws.</summary>
    internal static JsonElement? Parse(byte[] utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            return null;
        }

        try
        {
            JsonElement root = JsonElement.Parse(utf8, s_options);
            // In valid UTF-8 only an escape can stand for half of a surrogate pair, and it is found only when the text is read.
            return utf8.AsSpan().IndexOf("\\u"u8) < 0 || IsUnicode(root) ? root : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of a member; null when there is none or it is no text.</summary>
    internal static string? Text(this JsonElement element, string name) => element.Member(name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    /// <summary>The member; null when there is none or the element is no object.</summary>
    internal static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement found) ? found : null;

    /// <summary>Whether a member is a text, or a list of texts, that holds a value.</summary>
    internal static bool Lists(this JsonElement element, string name, string value) => element.Member(name) is { } found && found.ValueKind switch
    {
        JsonValueKind.String => found.ValueEquals(value),
        JsonValueKind.Array => found.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.String && e.ValueEquals(value)),
        _ => false,
    };

    private static bool IsUnicode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    _ = member.Name;
                    if (!IsUnicode(member.Value))
                    {
                        return false;
                    }
                }

                return true;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (!IsUnicode(item))
                    {
                        return false;
                    }
                }

                return true;
            case JsonValueKind.String:
                return element.GetString() is not null;
            default:
                return true;
        }
    }
}
