using System.Collections.Immutable;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What somebody answered to the questions of a workshop, by the questions' codes.</summary>
/// <remarks>
/// Immutable. Personal data: it stands in a personal record, never in the journal, and prints only how many answers there are.
/// An answer that says nothing (an empty text, no option) is no answer and is not kept.
/// </remarks>
public sealed class RegistrationAnswers : IEquatable<RegistrationAnswers>
{
    private readonly ImmutableSortedDictionary<string, RegistrationAnswer> _byCode;

    private RegistrationAnswers(ImmutableSortedDictionary<string, RegistrationAnswer> byCode) => _byCode = byCode;

    /// <summary>No answers.</summary>
    public static RegistrationAnswers None { get; } = new(ImmutableSortedDictionary.Create<string, RegistrationAnswer>(StringComparer.Ordinal));

    /// <summary>The codes of the questions that are answered, in ordinal order.</summary>
    public IEnumerable<string> Codes => _byCode.Keys;

    /// <summary>How many questions are answered.</summary>
    public int Count => _byCode.Count;

    /// <summary>The answer to a question.</summary>
    /// <param name="question">The question's code.</param>
    /// <returns>The answer, or null when there is none.</returns>
    public RegistrationAnswer? this[string question] => _byCode.GetValueOrDefault(question);

    /// <summary>Reads a row of cells, as a file or a form has them. Whatever cannot be read is told by <see cref="Check"/>, all of it together.</summary>
    /// <remarks>
    /// Yes and no are read in English and in Khmer; options by their code or their text in either language; numbers with a point, and dates as year-month-day.
    /// Khmer digits are digits; case, spaces and zero-width characters do not matter; the machine's culture never does. Several options are parted by semicolons,
    /// line breaks or commas. A cell for a code that no question has is kept as unreadable, so that <see cref="Check"/> names the code.
    /// </remarks>
    /// <param name="questions">The questions.</param>
    /// <param name="cells">What was written, by the code of the question; a code stands once. Empty cells are no answers.</param>
    /// <exception cref="ArgumentException">A code stands twice or is no code of a question, or a cell is null.</exception>
    public static RegistrationAnswers Read(IEnumerable<RegistrationQuestion> questions, IEnumerable<KeyValuePair<string, string>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Dictionary<string, RegistrationQuestion> byCode = ByCode(questions);
        var answers = None._byCode.ToBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, cell) in cells)
        {
            ArgumentNullException.ThrowIfNull(cell, nameof(cells));
            if (!seen.Add(Checked(code, nameof(cells))))
            {
                throw new ArgumentException($"Two cells are about the question '{code}'.", nameof(cells));
            }

            RegistrationAnswer? answer = string.IsNullOrWhiteSpace(cell) ? null
                : byCode.TryGetValue(code, out RegistrationQuestion? question) ? RegistrationAnswer.Read(question, cell)
                : new RegistrationAnswer.Unreadable();
            if (answer is { IsEmpty: false })
            {
                answers.Add(code, answer);
            }
        }

        return new(answers.ToImmutable());
    }

    /// <summary>These answers and one more, or another one in place of what was answered before.</summary>
    /// <param name="question">The question's code.</param>
    /// <param name="answer">The answer; one that says nothing takes back what was answered before.</param>
    /// <exception cref="ArgumentException">The code is no code of a question: 1 to 40 lower-case letters, digits and hyphens.</exception>
    public RegistrationAnswers With(string question, RegistrationAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Checked(question, nameof(question));
        return new(answer.IsEmpty ? _byCode.Remove(question) : _byCode.SetItem(question, answer));
    }

    /// <summary>The answers but for some.</summary>
    /// <param name="questions">The codes of the questions whose answers are left out.</param>
    public RegistrationAnswers Without(IEnumerable<string> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return new(_byCode.RemoveRange(questions));
    }

    /// <summary>
    /// The answers to what is asked of somebody: what is kept. An answer to a question that is not asked of them is left out, so that nothing is kept
    /// which nobody asked for, such as what somebody eats who has changed from the room to the call.
    /// </summary>
    /// <param name="questions">The workshop's questions.</param>
    /// <param name="claim">What their seat is claimed for.</param>
    public RegistrationAnswers AskedOf(IEnumerable<RegistrationQuestion> questions, SeatClaim claim)
    {
        Dictionary<string, RegistrationQuestion> byCode = ByCode(questions);
        return Without(Codes.Where(code => !byCode.TryGetValue(code, out RegistrationQuestion? question) || !question.IsAskedOf(claim)));
    }

    /// <summary>The answers that everybody who works with registrations may see: those to sensitive questions, and to questions that are no longer asked, are left out.</summary>
    /// <param name="questions">The workshop's questions.</param>
    public RegistrationAnswers WithoutSensitive(IEnumerable<RegistrationQuestion> questions)
    {
        Dictionary<string, RegistrationQuestion> byCode = ByCode(questions);
        return Without(Codes.Where(code => !byCode.TryGetValue(code, out RegistrationQuestion? question) || question.IsSensitive));
    }

    /// <summary>
    /// Which rules these answers break, all of them: a required question without an answer, an answer that its question does not allow, an answer to a question
    /// that the workshop does not have. An answer to a question that is not asked of this person breaks none: it is not looked at, nor kept (<see cref="AskedOf"/>).
    /// Rules name the question and what is expected, never what was answered.
    /// </summary>
    /// <param name="questions">The workshop's questions.</param>
    /// <param name="claim">What the person's seat is claimed for.</param>
    /// <returns><c>registration.question-is-answered</c> and <c>registration.answer-is-valid</c> in the order of the questions, then <c>registration.question-is-known</c> in the order of the codes.</returns>
    public IReadOnlyList<TrainingRule> Check(IEnumerable<RegistrationQuestion> questions, SeatClaim claim)
    {
        Dictionary<string, RegistrationQuestion> byCode = ByCode(questions);
        var unmet = new List<TrainingRule>();
        foreach (RegistrationQuestion question in byCode.Values.Where(question => question.IsAskedOf(claim)))
        {
            if (this[question.Code] is { } answer)
            {
                if (!answer.Fits(question))
                {
                    unmet.Add(AnswerRules.AnswerIsValid.Broken(("question", question.Code), ("expected", AnswerRules.ExpectedBy(question))));
                }
            }
            else if (question.IsRequired)
            {
                unmet.Add(AnswerRules.QuestionIsAnswered.Broken(("question", question.Code), ("expected", AnswerRules.ExpectedBy(question))));
            }
        }

        unmet.AddRange(Codes.Where(code => !byCode.ContainsKey(code))
            .Select(code => AnswerRules.QuestionIsKnown.Broken(("question", code), ("questions", byCode.Count == 0 ? "-" : string.Join(", ", byCode.Keys)))));
        return unmet;
    }

    /// <summary>An answer as it is written into a cell of an export or a line of a letter; <see cref="Read"/> reads it back.</summary>
    /// <param name="question">The question.</param>
    /// <param name="language">In whose words options and yes or no are written; null for codes, which do not change when a text is reworded.</param>
    /// <returns>The answer, several options parted by semicolons; empty when there is none.</returns>
    public string Write(RegistrationQuestion question, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        return this[question.Code]?.Write(question, language) ?? "";
    }

    /// <summary>
    /// Which answers are no longer to be kept (R55). Days are counted from the workshop's last day to today, both by the host's calendar; an answer is due once more
    /// days have passed than its question allows. An answer to a question that is no longer asked is due from the day after the last, since nothing says any longer why it is kept.
    /// Asked again after they were erased, it names none.
    /// </summary>
    /// <param name="questions">The workshop's questions.</param>
    /// <param name="workshopEnds">When the agenda ends: the first moment that no longer belongs to it.</param>
    /// <param name="host">The host's zone.</param>
    /// <param name="now">The present.</param>
    /// <returns>The codes of the questions, in ordinal order.</returns>
    public ImmutableArray<string> PurgeDue(IEnumerable<RegistrationQuestion> questions, Instant workshopEnds, DateTimeZone host, Instant now)
    {
        ArgumentNullException.ThrowIfNull(host);
        Dictionary<string, RegistrationQuestion> byCode = ByCode(questions);
        LocalDate lastDay = (workshopEnds - Duration.Epsilon).InZone(host).Date;
        int days = Period.DaysBetween(lastDay, now.InZone(host).Date);
        return [.. Codes.Where(code => days > (byCode.TryGetValue(code, out RegistrationQuestion? question) ? question.RetentionDays : 0))];
    }

    /// <summary>A new personal record of the kind <c>registration-answers</c> with these answers. Its subject, <c>answers:PERSON:REGISTRATION</c>, is erased with the person, and by itself when retention ends.</summary>
    /// <param name="person">Whose answers they are.</param>
    /// <param name="registration">By which registration.</param>
    /// <exception cref="ArgumentException">A cell that these answers were read from could not be read: they were not checked.</exception>
    public PersonalRecord ToRecord(PersonId person, RegistrationId registration) => PersonalRecord.Create(
        AnswersPayload.Subject(person, registration), AnswersPayload.Kind, JsonSerializer.Serialize(AnswersPayload.Of(this), AnswerJson.Default.AnswersPayload));

    /// <summary>The answers that a personal record holds.</summary>
    /// <param name="record">A record of the kind <c>registration-answers</c>. That it agrees with the journal is for the caller to check.</param>
    /// <exception cref="ArgumentException">The record is of another kind.</exception>
    /// <exception cref="JsonException">The record cannot be read.</exception>
    public static RegistrationAnswers FromRecord(PersonalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Kind == AnswersPayload.Kind
            ? JsonSerializer.Deserialize(record.Payload, AnswerJson.Default.AnswersPayload)?.ToAnswers() ?? throw new JsonException("The record with answers holds null.")
            : throw new ArgumentException($"A record of the kind '{record.Kind}' holds no answers.", nameof(record));
    }

    /// <summary>Equal when the same questions are answered alike.</summary>
    /// <param name="other">The answers to compare with.</param>
    public bool Equals(RegistrationAnswers? other) => other is not null && _byCode.SequenceEqual(other._byCode);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RegistrationAnswers);

    /// <inheritdoc/>
    public override int GetHashCode() => _byCode.Aggregate(0, (hash, answer) => HashCode.Combine(hash, answer.Key, answer.Value));

    /// <summary>How many answers there are; never what was answered.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} answers");

    // In the order in which they are shown, each code once: a plan with a code twice was refused before anybody could register.
    private static Dictionary<string, RegistrationQuestion> ByCode(IEnumerable<RegistrationQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return questions.DistinctBy(question => question.Code).ToDictionary(question => question.Code, StringComparer.Ordinal);
    }

    private static string Checked(string code, string parameter)
    {
        ArgumentNullException.ThrowIfNull(code, parameter);
        return SeatGroup.IsPart(code)
            ? code
            : throw new ArgumentException("This is not a code of a question: 1 to 40 lower-case letters, digits and hyphens.", parameter);
    }
}
