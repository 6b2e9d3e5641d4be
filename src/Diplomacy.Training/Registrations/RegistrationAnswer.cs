using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Diplomacy.Training;

/// <summary>What somebody answered to one question.</summary>
/// <remarks>Immutable. Personal data: never prints itself, and stands in no message and in no event.</remarks>
public abstract record RegistrationAnswer
{
    private RegistrationAnswer()
    {
    }

    /// <summary>Whether it says nothing: an empty text, or no option. A question so answered is not answered.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>The kind of answer alone; never what was answered.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Whether a question can be answered so.</summary>
    internal abstract bool Fits(RegistrationQuestion question);

    /// <summary>As it is written into a cell, in a language; in codes and international notation where the language is null.</summary>
    internal abstract string Write(RegistrationQuestion question, Language? language);

    /// <summary>Reads what was written into a cell, as an answer to a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cell">What was written, not empty.</param>
    /// <returns>The answer; <see cref="Unreadable"/> where the cell holds none of the question's kind.</returns>
    internal static RegistrationAnswer Read(RegistrationQuestion question, string cell)
    {
        if (question.Kind == QuestionKind.Text)
        {
            return new Words(cell);
        }

        // No answer that can be read is longer, and whatever is longer need not be searched for one.
        if (cell.Length > 20_000 || PrintedText.Refusal(Words.OnOneLine(cell)) is not null)
        {
            return new Unreadable();
        }

        string key = WrittenAnswer.Key(cell);
        return question.Kind switch
        {
            QuestionKind.YesNo => WrittenAnswer.YesOrNo(key) is { } yes ? new YesNo(yes) : new Unreadable(),
            QuestionKind.OneOf => OptionIn(question, key) is { } option ? new Chosen(option) : new Unreadable(),
            QuestionKind.SeveralOf => OptionsIn(question, cell) is { } options ? new Chosen(options) : new Unreadable(),
            QuestionKind.Number => decimal.TryParse(key, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                ? new Number(number)
                : new Unreadable(),
            _ => LocalDatePattern.Iso.Parse(key) is { Success: true } date ? new Date(date.Value) : new Unreadable(),
        };
    }

    private static string? OptionIn(RegistrationQuestion question, string key) =>
        question.OptionsByName.GetValueOrDefault(key);

    /// <summary>The options named in a cell, parted by semicolons, line breaks or commas; an option whose own text holds commas is found whole.</summary>
    private static List<string>? OptionsIn(RegistrationQuestion question, string cell)
    {
        var options = new List<string>();
        int mostCommas = question.OptionsByName.Keys.Max(name => name.Count(c => c == ','));
        foreach (string part in cell.Split([';', '\n', '\r', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] pieces = part.Split(',');
            for (int from = 0; from < pieces.Length;)
            {
                int take = Math.Min(pieces.Length - from, mostCommas + 1);
                string? option = null;
                for (; take > 0 && option is null; take--)
                {
                    option = OptionIn(question, WrittenAnswer.Key(string.Join(',', pieces, from, take)));
                    from += option is null ? 0 : take;
                }

                if (option is not null)
                {
                    options.Add(option);
                }
                else if (WrittenAnswer.Key(pieces[from++]).Length > 0)
                {
                    return null;
                }
            }
        }

        return options;
    }

    /// <summary>Words of one's own.</summary>
    public sealed record Words : RegistrationAnswer
    {
        /// <summary>Keeps words as they are, in normalisation form C, without white space at their ends, and with line feeds for line breaks.</summary>
        /// <param name="text">The words. Text that cannot be printed is kept as it is and is not valid; see <see cref="RegistrationAnswers.Check"/>.</param>
        public Words(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            Text = PrintedText.Refusal(OnOneLine(text)) is null
                ? text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC).Trim()
                : text;
        }

        /// <summary>The words.</summary>
        public string Text { get; }

        /// <inheritdoc/>
        public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);

        /// <summary>The text without line breaks and tabs, which an answer may have and nothing else that is printed.</summary>
        internal static string OnOneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');

        internal override bool Fits(RegistrationQuestion question) => Text.Length <= question.MaxLength && PrintedText.Refusal(OnOneLine(Text)) is null;

        internal override string Write(RegistrationQuestion question, Language? language) => Text;
    }

    /// <summary>Yes or no.</summary>
    /// <param name="IsYes">Whether it is yes.</param>
    public sealed record YesNo(bool IsYes) : RegistrationAnswer
    {
        internal override bool Fits(RegistrationQuestion question) => question.Kind == QuestionKind.YesNo;

        internal override string Write(RegistrationQuestion question, Language? language) =>
            (language == Language.Khmer, IsYes) switch
            {
                (true, true) => "បាទ/ចាស",
                (true, false) => "ទេ",
                (false, true) => "yes",
                (false, false) => "no",
            };
    }

    /// <summary>One or several options.</summary>
    public sealed record Chosen : RegistrationAnswer
    {
        /// <summary>Chooses options.</summary>
        /// <param name="options">Their codes, in any order.</param>
        /// <exception cref="ArgumentException">A code is null.</exception>
        public Chosen(params IEnumerable<string> options)
        {
            ArgumentNullException.ThrowIfNull(options);
            Options = [.. options.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (Options.Contains(null!))
            {
                throw new ArgumentException("The code of an option is null.", nameof(options));
            }
        }

        /// <summary>The codes, each once, in ordinal order.</summary>
        public ImmutableArray<string> Options { get; }

        /// <inheritdoc/>
        public override bool IsEmpty => Options.IsEmpty;

        /// <summary>Equal when the same options are chosen.</summary>
        /// <param name="other">The answer to compare with.</param>
        public bool Equals(Chosen? other) => other is not null && Options.SequenceEqual(other.Options);

        /// <inheritdoc/>
        public override int GetHashCode() => Options.Aggregate(0, HashCode.Combine);

        internal override bool Fits(RegistrationQuestion question) =>
            question.Kind is QuestionKind.OneOf or QuestionKind.SeveralOf
            && (Options.Length == 1 || question.Kind == QuestionKind.SeveralOf)
            && Options.All(code => question.Options.Any(option => option.Code == code));

        internal override string Write(RegistrationQuestion question, Language? language) =>
            string.Join("; ", question.Options.Where(option => Options.Contains(option.Code)).Select(option => language is { } l ? option.Text.In(l) : option.Code));
    }

    /// <summary>A number.</summary>
    public sealed record Number : RegistrationAnswer
    {
        /// <summary>Keeps a number.</summary>
        /// <param name="value">The number; zeros at the end of its fraction are dropped.</param>
        public Number(decimal value) => Value = value / 1.0000000000000000000000000000m;

        /// <summary>The number.</summary>
        public decimal Value { get; }

        internal override bool Fits(RegistrationQuestion question) => Value >= question.Least && Value <= question.Most;

        internal override string Write(RegistrationQuestion question, Language? language) => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A date.</summary>
    public sealed record Date : RegistrationAnswer
    {
        /// <summary>Keeps a date.</summary>
        /// <param name="value">The date; kept in the ISO calendar.</param>
        public Date(LocalDate value) => Value = value.WithCalendar(CalendarSystem.Iso);

        /// <summary>The date, in the ISO calendar.</summary>
        public LocalDate Value { get; }

        internal override bool Fits(RegistrationQuestion question) => Value >= question.Earliest && Value <= question.Latest;

        internal override string Write(RegistrationQuestion question, Language? language) => LocalDatePattern.Iso.Format(Value);
    }

    /// <summary>A cell that could not be read as an answer to its question. What stood in it is not kept.</summary>
    public sealed record Unreadable : RegistrationAnswer
    {
        internal Unreadable()
        {
        }

        internal override bool Fits(RegistrationQuestion question) => false;

        internal override string Write(RegistrationQuestion question, Language? language) => "";
    }
}
