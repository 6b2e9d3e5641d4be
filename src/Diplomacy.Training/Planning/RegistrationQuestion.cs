using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What an answer to a question is.</summary>
public enum QuestionKind
{
    /// <summary>Words of one's own, up to a length.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of several options.</summary>
    OneOf,

    /// <summary>Any number of several options.</summary>
    SeveralOf,

    /// <summary>A number within a range.</summary>
    Number,

    /// <summary>A date within a range.</summary>
    Date,
}

/// <summary>
/// A question of a ministry's own to those who register, such as what they eat or which language they need interpretation into. The answers are personal data:
/// they stand in personal records, and go when the question's retention ends. Questions that most workshops ask are ready in <see cref="UsualQuestions"/>.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed record RegistrationQuestion
{
    /// <summary>The longest text that may be asked for, in UTF-16 code units.</summary>
    public const int LongestText = 4000;

    private static readonly LocalDate s_earliest = new(1900, 1, 1);
    private static readonly LocalDate s_latest = new(9998, 12, 31);

    private RegistrationQuestion(string code, LocalizedText text, QuestionKind kind)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(text);
        if (!SeatGroup.IsPart(code))
        {
            throw new ArgumentException($"'{code}' is not a code of a question: 1 to 40 lower-case letters, digits and hyphens.", nameof(code));
        }

        (Code, Text, Kind) = (code, text, kind);
    }

    /// <summary>Its code, unique in the plan.</summary>
    public string Code { get; }

    /// <summary>What is asked, in both languages.</summary>
    public LocalizedText Text { get; }

    /// <summary>What an answer is.</summary>
    public QuestionKind Kind { get; }

    /// <summary>What can be chosen, in the order in which it is shown; none unless one or several options are asked for.</summary>
    public ImmutableArray<QuestionOption> Options { get; private init; } = [];

    /// <summary>How long a text may be, in UTF-16 code units after normalisation; null unless a text is asked for.</summary>
    public int? MaxLength { get; private init; }

    /// <summary>The least number; null unless a number is asked for.</summary>
    public decimal? Least { get; private init; }

    /// <summary>The greatest number; null unless a number is asked for.</summary>
    public decimal? Most { get; private init; }

    /// <summary>The first date; null unless a date is asked for.</summary>
    public LocalDate? Earliest { get; private init; }

    /// <summary>The last date; null unless a date is asked for.</summary>
    public LocalDate? Latest { get; private init; }

    /// <summary>Whether everybody who is asked must answer. Yes or no must then be said, whichever it is.</summary>
    /// <value>false</value>
    public bool IsRequired { get; init; }

    /// <summary>Whether answers tell of health, belief or the like, so that a host shows them only to those who need them.</summary>
    /// <value>false</value>
    public bool IsSensitive { get; init; }

    /// <summary>Of whom it is asked.</summary>
    /// <value>Everybody.</value>
    public QuestionAudience Audience
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Audience));
    } = QuestionAudience.Everybody;

    /// <summary>
    /// For how many days after the workshop's last day, in the host's zone, answers are kept (R55): 0 to 36,525. With 0 they go on the day after the last.
    /// Null keeps them as long as the person is kept.
    /// </summary>
    /// <value>null</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public int? RetentionDays
    {
        get;
        init => field = value is null or (>= 0 and <= 36_525)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RetentionDays), value, "Answers are kept from none to 36,525 days after the workshop.");
    }

    /// <summary>A question that is answered in words of one's own.</summary>
    /// <param name="code">Its code, unique in the plan: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="maxLength">How long the answer may be, in UTF-16 code units: 1 to <see cref="LongestText"/>.</param>
    /// <exception cref="ArgumentException">The code is not usable, or the length is out of its range.</exception>
    public static RegistrationQuestion FreeText(string code, LocalizedText text, int maxLength = 500)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLength, LongestText);
        return new(code, text, QuestionKind.Text) { MaxLength = maxLength };
    }

    /// <summary>A question that is answered with yes or no.</summary>
    /// <param name="code">Its code, unique in the plan: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="text">What is asked.</param>
    /// <exception cref="ArgumentException">The code is not usable.</exception>
    public static RegistrationQuestion YesNo(string code, LocalizedText text) => new(code, text, QuestionKind.YesNo);

    /// <summary>A question that is answered by choosing one option.</summary>
    /// <param name="code">Its code, unique in the plan: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="options">1 to 200 options, in the order in which they are shown; no code or text of one may also be one of another, case and spaces aside.</param>
    /// <exception cref="ArgumentException">The code or the options are not usable.</exception>
    public static RegistrationQuestion OneOf(string code, LocalizedText text, params IEnumerable<QuestionOption> options) =>
        new RegistrationQuestion(code, text, QuestionKind.OneOf).Among(options);

    /// <summary>A question that is answered by choosing any number of options.</summary>
    /// <param name="code">Its code, unique in the plan: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="options">1 to 200 options, in the order in which they are shown; no code or text of one may also be one of another, case and spaces aside.</param>
    /// <exception cref="ArgumentException">The code or the options are not usable.</exception>
    public static RegistrationQuestion SeveralOf(string code, LocalizedText text, params IEnumerable<QuestionOption> options) =>
        new RegistrationQuestion(code, text, QuestionKind.SeveralOf).Among(options);

    /// <summary>A question that is answered with a number.</summary>
    /// <param name="code">Its code, unique in the plan: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest number.</param>
    /// <exception cref="ArgumentException">The code is not usable, or the greatest number is below the least.</exception>
    public static RegistrationQuestion Number(string code, LocalizedText text, decimal least, decimal most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        return new(code, text, QuestionKind.Number) { Least = least, Most = most };
    }

    /// <summary>A question that is answered with a date.</summary>
    /// <param name="code">Its code, unique in the plan: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="earliest">The first date, itself included; 1 January 1900 when null, and never before.</param>
    /// <param name="latest">The last date, itself included; the end of the year 9998 when null, and never after.</param>
    /// <exception cref="ArgumentException">The code is not usable, or the dates are out of order or of their range.</exception>
    public static RegistrationQuestion Date(string code, LocalizedText text, LocalDate? earliest = null, LocalDate? latest = null)
    {
        LocalDate first = earliest?.WithCalendar(CalendarSystem.Iso) ?? s_earliest;
        LocalDate last = latest?.WithCalendar(CalendarSystem.Iso) ?? s_latest;
        return s_earliest <= first && first <= last && last <= s_latest
            ? new(code, text, QuestionKind.Date) { Earliest = first, Latest = last }
            : throw new ArgumentOutOfRangeException(nameof(latest), $"'{code}' asks for a date from {LocalDatePattern.Iso.Format(first)} to {LocalDatePattern.Iso.Format(last)}; dates lie between 1900 and 9998.");
    }

    /// <summary>Whether somebody is asked this. A pure function of the claim.</summary>
    /// <param name="claim">What that person's seat is claimed for.</param>
    public bool IsAskedOf(SeatClaim claim) => Audience.Includes(claim);

    /// <summary>Equal when everything is.</summary>
    /// <param name="other">The question to compare with.</param>
    public bool Equals(RegistrationQuestion? other) =>
        other is not null && Code == other.Code && Text == other.Text && Kind == other.Kind && Options.SequenceEqual(other.Options)
        && MaxLength == other.MaxLength && Least == other.Least && Most == other.Most && Earliest == other.Earliest && Latest == other.Latest
        && IsRequired == other.IsRequired && IsSensitive == other.IsSensitive && Audience.Equals(other.Audience) && RetentionDays == other.RetentionDays;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Text, Kind, Options.Length, IsRequired, RetentionDays);

    /// <summary>The codes of the options by everything that a cell can name them by; see <see cref="WrittenAnswer"/>.</summary>
    internal FrozenDictionary<string, string> OptionsByName { get; private init; } = FrozenDictionary<string, string>.Empty;

    private RegistrationQuestion Among(IEnumerable<QuestionOption> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<QuestionOption> all = [.. options];
        if (all.Length is 0 or > 200 || all.Contains(null!))
        {
            throw new ArgumentException($"'{Code}' lets people choose from 1 to 200 options, none of them null.", nameof(options));
        }

        // Whoever fills in a cell may write the code or either text, so none of these may mean two things.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (QuestionOption option in all)
        {
            foreach (string name in WrittenAnswer.NamesOf(option))
            {
                if (!names.TryAdd(name, option.Code))
                {
                    throw new ArgumentException($"Two options of '{Code}' read '{name}': which of them would be meant?", nameof(options));
                }
            }
        }

        return this with { Options = all, OptionsByName = names.ToFrozenDictionary(StringComparer.Ordinal) };
    }
}
