namespace Diplomacy.Training;

/// <summary>What a policy says of one person's presence, and why: the answer to “why not me?”.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Policy">The policy that was applied.</param>
/// <param name="Earned">Whether the award is earned.</param>
/// <param name="Present">The presence that counted.</param>
/// <param name="Counted">The time it was measured against.</param>
public sealed record AwardJudgement(RegistrationId Registration, PersonId Person, AwardPolicy Policy, bool Earned, Duration Present, Duration Counted)
{
    /// <summary>The session that was attended too little, where the policy asks for every session; null otherwise.</summary>
    public string? ShortSession { get; init; }

    /// <summary>Applies a policy to a person's presence.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="presence">The person's presence.</param>
    /// <returns>The judgement; null when the policy is not for someone in this role.</returns>
    public static AwardJudgement? Of(AwardPolicy policy, PersonPresence presence)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(presence);
        bool forRole = policy.Level == AwardLevel.Appreciation ? presence.Claim.Role.Contributes() : presence.Claim.Role.TakesSeat();
        if (!forRole)
        {
            return null;
        }

        var judgement = new AwardJudgement(presence.Registration, presence.Person, policy, false, presence.Present, presence.Counted);
        return policy.Level switch
        {
            AwardLevel.Appreciation => judgement with { Earned = presence.Present > Duration.Zero },
            AwardLevel.Completion => presence.Sessions.FirstOrDefault(s => !Reaches(s.Present, s.Counted, policy.MinimumPercent)) is { } tooShort
                ? judgement with { Present = tooShort.Present, Counted = tooShort.Counted, ShortSession = tooShort.Session }
                : judgement with { Earned = true },
            _ => judgement with { Earned = Reaches(presence.Present, presence.Counted, policy.MinimumPercent) },
        };
    }

    /// <summary>The judgement in words, with the minutes it rests on.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => Text.Explain(language, texts);

    private TrainingText Text =>
        (Earned ? CertificateRules.AwardEarned
            : Policy.Level == AwardLevel.Appreciation ? CertificateRules.AwardNotPresent
            : ShortSession is null ? CertificateRules.AwardPresenceShort : CertificateRules.AwardSessionShort)
        .With(
            ("present", Minutes(Present)), ("counted", Minutes(Counted)), ("percent", Policy.MinimumPercent),
            ("session", ShortSession ?? ""), ("version", Policy.Version));

    /// <summary>Exact: no rounding stands between a person and a certificate.</summary>
    private static bool Reaches(Duration present, Duration counted, int percent) => present * 100 >= counted * percent;

    private static string Minutes(Duration duration) => FormattableString.Invariant($"{Math.Floor(duration.TotalMinutes * 10) / 10:0.#}");
}
