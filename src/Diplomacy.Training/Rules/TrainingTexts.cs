using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// The words for people: one template per stable code and language, with named places such as <c>{workshop}</c>.
/// The library's own are in <see cref="Default"/>; a ministry replaces any of them with <see cref="With"/>.
/// </summary>
/// <remarks>Immutable and safe for use from many threads.</remarks>
public sealed class TrainingTexts
{
    private readonly FrozenDictionary<(string Code, string Language), string> _templates;

    /// <summary>The English texts as the library or an add-on declared them: an override is judged by their places, so that leaving one out leaves it to the other languages.</summary>
    private readonly FrozenDictionary<string, string> _declared;

    private TrainingTexts(IEnumerable<KeyValuePair<(string Code, string Language), string>> templates, FrozenDictionary<string, string>? declared = null)
    {
        _templates = templates.ToFrozenDictionary();
        _declared = declared ?? _templates.Where(t => t.Key.Language == Language.English.Tag).ToFrozenDictionary(t => t.Key.Code, t => t.Value, StringComparer.Ordinal);
    }

    /// <summary>The library's own texts, in English and Khmer for every code.</summary>
    public static TrainingTexts Default { get; } = new(TextCatalog.All.SelectMany(text => new[]
    {
        KeyValuePair.Create((text.Code, Language.English.Tag), text.English),
        KeyValuePair.Create((text.Code, Language.Khmer.Tag), text.Khmer),
    }));

    /// <summary>Every code that has a text, in ordinal order.</summary>
    public IReadOnlyList<string> Codes => [.. _templates.Keys.Select(key => key.Code).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A copy in which one text is replaced or added.</summary>
    /// <param name="code">A stable code such as <c>registration.is-open</c>; see <see cref="Codes"/>.</param>
    /// <param name="language">The language of the template.</param>
    /// <param name="template">The words, with the same named places as the text it replaces.</param>
    /// <exception cref="ArgumentException">The code is unknown, or the template names a place that the library's text does not have.</exception>
    public TrainingTexts With(string code, Language language, string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (!_declared.TryGetValue(code, out string? english))
        {
            throw new ArgumentException($"No text has the code '{code}'. TrainingTexts.Codes lists them all.", nameof(code));
        }

        if (Places(template).Except(Places(english)).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"The text '{code}' has no place named '{unknown}'; it has: {string.Join(", ", Places(english))}.", nameof(template));
        }

        return new(_templates.Where(t => t.Key != (code, language.Tag)).Append(KeyValuePair.Create((code, language.Tag), template)), _declared);
    }

    /// <summary>A copy that also has the texts of an add-on, so that a host overrides them with <see cref="With"/> like the library's own.</summary>
    /// <param name="texts">A stable code, such as <c>import.value-is-a-zone</c>, with its words in English and in Khmer.</param>
    /// <exception cref="ArgumentException">A code is empty or has a text already.</exception>
    public TrainingTexts WithMore(IEnumerable<(string Code, string English, string Khmer)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var templates = new Dictionary<(string Code, string Language), string>(_templates);
        var declared = new Dictionary<string, string>(_declared, StringComparer.Ordinal);
        foreach (var (code, english, khmer) in texts)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(code, nameof(texts));
            if (!templates.TryAdd((code, Language.English.Tag), english))
            {
                throw new ArgumentException($"A text with the code '{code}' is there already; replace it with With.", nameof(texts));
            }

            templates[(code, Language.Khmer.Tag)] = khmer;
            declared[code] = english;
        }

        return new(templates, declared.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Whether a code has a text.</summary>
    /// <param name="code">A stable code.</param>
    public bool Contains(string code) => _templates.ContainsKey((code, Language.English.Tag));

    /// <summary>The text of a code in a language, with its places filled.</summary>
    /// <param name="code">A stable code.</param>
    /// <param name="arguments">A value for each named place. Numbers and times are written in the invariant culture, a <see cref="LocalizedText"/> in the language asked for.</param>
    /// <param name="language">The language wanted; English where this language has no text.</param>
    /// <exception cref="ArgumentException">The code is unknown.</exception>
    public string Format(string code, IReadOnlyDictionary<string, object> arguments, Language language)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!_templates.TryGetValue((code, language.Tag), out string? template) &&
            !_templates.TryGetValue((code, Language.English.Tag), out template))
        {
            throw new ArgumentException($"No text has the code '{code}'.", nameof(code));
        }

        var text = new StringBuilder(template.Length + 32);
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            text.Append(template, at, open - at);
            string name = template[(open + 1)..close];
            text.Append(arguments.TryGetValue(name, out object? value) ? Write(value, language) : template[open..(close + 1)]);
            at = close + 1;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    internal static IReadOnlyList<string> Places(string template)
    {
        var places = new List<string>();
        for (int open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', open + 1))
        {
            int close = template.IndexOf('}', open);
            if (close > open)
            {
                places.Add(template[(open + 1)..close]);
            }
        }

        return places;
    }

    private string Write(object value, Language language) => value switch
    {
        LocalizedText text => text.In(language),
        TrainingText nested => Format(nested.Code, nested.Arguments, language),
        IEnumerable<TrainingText> many => string.Join("; ", many.Select(one => Format(one.Code, one.Arguments, language))),
        IInWords one => one.InWords(language, this),
        IEnumerable<IInWords> several => string.Join("; ", several.Select(one => one.InWords(language, this))),
        LocalDateTime local => LocalDateTimePattern.ExtendedIso.Format(local),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
