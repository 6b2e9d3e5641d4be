using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training;

/// <summary>A calendar message as a part of an e-mail, ready to send (RFC 6047 §2.4, R49).</summary>
/// <remarks>Immutable. All text given out is ASCII with CRLF, in lines of at most 76 characters.</remarks>
public sealed record CalendarPart
{
    private readonly CalendarMethod _method;

    /// <summary>Writes a message and wraps it.</summary>
    /// <param name="message">The message.</param>
    public CalendarPart(CalendarMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        (_method, Bytes) = (message.Method, [.. CalendarWriter.Write(message)]);
    }

    /// <summary>The media type with its parameters; <c>method</c> is the METHOD of the file (R49).</summary>
    public string ContentType => $"text/calendar; charset=utf-8; method={_method.Token()}";

    /// <summary>The name of the file where it is attached: <c>invite.ics</c>, <c>event.ics</c> or <c>cancel.ics</c>.</summary>
    public string FileName => _method switch
    {
        CalendarMethod.Request => "invite.ics",
        CalendarMethod.Publish => "event.ics",
        _ => "cancel.ics",
    };

    /// <summary>The file.</summary>
    public ImmutableArray<byte> Bytes { get; }

    /// <summary>The part as it stands in a <c>multipart/alternative</c>: headers, an empty line, the file in Base64.</summary>
    public string ToMime() =>
        $"Content-Type: text/calendar; charset=utf-8;\r\n method={_method.Token()}; name=\"{FileName}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Bytes.AsSpan())}";

    /// <summary>The same file as an attachment, for readers that look for one: a part of a <c>multipart/mixed</c> around the alternative.</summary>
    public string ToAttachment() =>
        $"Content-Type: application/ics; name=\"{FileName}\"\r\nContent-Disposition: attachment; filename=\"{FileName}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Bytes.AsSpan())}";

    /// <summary>
    /// What stands in the e-mail behind its own headers (From, To, Subject, Date, Message-ID, MIME-Version): a <c>multipart/mixed</c> of the text and the calendar as alternatives,
    /// and the file once more as an attachment.
    /// </summary>
    /// <param name="text">The text of the e-mail for people to read, in any script.</param>
    /// <returns>The headers of the content, an empty line and the content. The same part and text always give the same.</returns>
    /// <exception cref="ArgumentException">The text is not valid Unicode.</exception>
    public string ToMail(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] plain;
        try
        {
            plain = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text.ReplaceLineEndings("\r\n"));
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException($"The text is not valid Unicode: a lone surrogate stands at position {fault.Index}.", nameof(text), fault);
        }

        // Base64 has neither '=_' nor '--', so that no content can hold a boundary.
        string mark = Convert.ToHexStringLower(SHA256.HashData([.. plain, 0, .. Bytes]).AsSpan(0, 12));
        string outer = $"=_mixed_{mark}", inner = $"=_alternative_{mark}";
        return $"Content-Type: multipart/mixed; boundary=\"{outer}\"\r\n\r\n"
            + $"--{outer}\r\nContent-Type: multipart/alternative;\r\n boundary=\"{inner}\"\r\n\r\n"
            + $"--{inner}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(plain)}"
            + $"--{inner}\r\n{ToMime()}--{inner}--\r\n\r\n"
            + $"--{outer}\r\n{ToAttachment()}--{outer}--\r\n";
    }

    /// <summary>Equal when every byte is.</summary>
    /// <param name="other">The part to compare with.</param>
    public bool Equals(CalendarPart? other) => other is not null && _method == other._method && Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes.AsSpan());
        return hash.ToHashCode();
    }

    /// <summary>The media type; nothing of the content.</summary>
    public override string ToString() => ContentType;

    private static string Base64(ReadOnlySpan<byte> octets)
    {
        string lines = Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks);
        return lines.Length == 0 ? "" : lines + "\r\n";
    }
}
