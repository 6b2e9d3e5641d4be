using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Credentials;

/// <summary>
/// Writes JSON in the order in which it is told, without white space, escaping only what RFC 8259 section 7 requires. The bytes depend on no culture and on no version of
/// an encoder's tables.
/// </summary>
internal sealed class FixedJson
{
    // A lone surrogate must not be signed as U+FFFD.
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private readonly StringBuilder _text = new(2048);
    private bool _first = true;

    internal FixedJson Object(Action<FixedJson> members) => Nested('{', members, '}');

    internal FixedJson Array(Action<FixedJson> items) => Nested('[', items, ']');

    internal FixedJson Name(string name)
    {
        Separate();
        Quote(name);
        _text.Append(':');
        _first = true;
        return this;
    }

    internal FixedJson Text(string value)
    {
        Separate();
        Quote(value);
        return this;
    }

    internal FixedJson Number(long value)
    {
        Separate();
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    internal FixedJson False()
    {
        Separate();
        _text.Append("false");
        return this;
    }

    internal FixedJson Member(string name, string value) => Name(name).Text(value);

    internal FixedJson Member(string name, long value) => Name(name).Number(value);

    internal FixedJson Texts(string name, params ReadOnlySpan<string> values)
    {
        Name(name).Separate();
        _text.Append('[');
        _first = true;
        foreach (string value in values)
        {
            Text(value);
        }

        _text.Append(']');
        _first = false;
        return this;
    }

    internal byte[] ToUtf8() => s_utf8.GetBytes(_text.ToString());

    private FixedJson Nested(char open, Action<FixedJson> within, char close)
    {
        Separate();
        _text.Append(open);
        _first = true;
        within(this);
        _text.Append(close);
        _first = false;
        return this;
    }

    private void Separate()
    {
        if (!_first)
        {
            _text.Append(',');
        }

        _first = false;
    }

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
            {
                _text.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                _text.Append(c);
            }
        }

        _text.Append('"');
    }
}
