using System.Collections.Immutable;
using System.Text.Json;

namespace Diplomacy.Training;

/// <summary>A question as it stands in the journal: what does not belong to its kind, and what is as it is by default, is left out.</summary>
internal sealed record QuestionPayload(
    string Code, LocalizedText Text, QuestionKind Kind, ImmutableArray<QuestionOptionPayload>? Options = null, int? MaxLength = null, decimal? Least = null, decimal? Most = null,
    LocalDate? Earliest = null, LocalDate? Latest = null, bool? Required = null, bool? Sensitive = null, AudiencePayload? Audience = null, int? RetentionDays = null)
{
    internal static QuestionPayload Of(RegistrationQuestion q) => new(
        q.Code, q.Text, q.Kind, q.Options.IsEmpty ? null : [.. q.Options.Select(o => new QuestionOptionPayload(o.Code, o.Text))], q.MaxLength, q.Least, q.Most,
        q.Earliest, q.Latest, q.IsRequired ? true : null, q.IsSensitive ? true : null, AudiencePayload.Of(q.Audience), q.RetentionDays);

    internal RegistrationQuestion ToQuestion() => Asked() with
    {
        IsRequired = Required ?? false,
        IsSensitive = Sensitive ?? false,
        Audience = Audience?.ToAudience() ?? QuestionAudience.Everybody,
        RetentionDays = RetentionDays,
    };

    private RegistrationQuestion Asked() => Kind switch
    {
        QuestionKind.Text when MaxLength is { } length => RegistrationQuestion.FreeText(Code, Text, length),
        QuestionKind.YesNo => RegistrationQuestion.YesNo(Code, Text),
        QuestionKind.OneOf => RegistrationQuestion.OneOf(Code, Text, Choices()),
        QuestionKind.SeveralOf => RegistrationQuestion.SeveralOf(Code, Text, Choices()),
        QuestionKind.Number when (Least, Most) is ({ } least, { } most) => RegistrationQuestion.Number(Code, Text, least, most),
        QuestionKind.Date => RegistrationQuestion.Date(Code, Text, Earliest, Latest),
        _ => throw new JsonException($"The question '{Code}' lacks what its kind needs."),
    };

    private IEnumerable<QuestionOption> Choices() => (Options ?? []).Select(o => new QuestionOption(o.Code, o.Text));
}

internal sealed record QuestionOptionPayload(string Code, LocalizedText Text);

internal sealed record AudiencePayload(
    ImmutableArray<DeliveryMode>? Modes = null, ImmutableArray<ParticipantRole>? Roles = null, ImmutableArray<InstitutionKind>? InstitutionKinds = null, SeatGroups? Groups = null)
{
    internal static AudiencePayload? Of(QuestionAudience audience) => audience.Equals(QuestionAudience.Everybody)
        ? null
        : new(Given(audience.Modes), Given(audience.Roles), Given(audience.InstitutionKinds), audience.Groups == default ? null : audience.Groups);

    internal QuestionAudience ToAudience() => new() { Modes = Modes ?? [], Roles = Roles ?? [], InstitutionKinds = InstitutionKinds ?? [], Groups = Groups ?? default };

    private static ImmutableArray<T>? Given<T>(ImmutableArray<T> values) => values.IsEmpty ? null : values;
}
