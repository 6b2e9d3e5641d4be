namespace Diplomacy.Training;

/// <summary>What a policy says of one person's presence, and why: the answer to “why not me?”.</summary>
/// <remarks>Immutable. Whoever was never present earns nothing, even where a policy asks for 0 % or no time was counted.</remarks>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Policy">The policy that was applied.</param>
/// <param name="Earned">Whether the award is earned.</param>
/// <param name="Present">The presence that counted.</param>
/// <param name="Counted">The time it was measured against.</param>
public sealed record AwardJudgement(RegistrationId Registration, PersonId Person, AwardPolicy Policy, bool Earned, Duration Present, Duration Counted)
{
    private const long NanosecondsPerTenth = NodaConstants.NanosecondsPerMinute / 10;

    /// <summary>The session that was attended too little, where the policy asks for every session; null otherwise.</summary>
    public string? MissedSession { get; init; }

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
        bool wasThere = presence.Present > Duration.Zero;
        return policy.Level switch
        {
            AwardLevel.Appreciation => judgement with { Earned = wasThere },
            AwardLevel.Completion => presence.Sessions.FirstOrDefault(s => !Reaches(s.Present, s.Counted, policy.MinimumPercent)) is { } tooShort
                ? judgement with { Present = tooShort.Present, Counted = tooShort.Counted, MissedSession = tooShort.Session }
                : judgement with { Earned = wasThere },
            _ => judgement with { Earned = wasThere && Reaches(presence.Present, presence.Counted, policy.MinimumPercent) },
        };
    }

    /// <summary>The judgement in words, with the minutes it rests on: to a tenth, and so that they never seem to say the opposite of the judgement.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => Text.Explain(language, texts);

    private TrainingText Text
    {
        get
        {
            // Tenths of minutes: against the person where nothing was earned, for the person where it was, so that what is read agrees with what was decided.
            long present = Earned ? RoundedUp(Present) : RoundedDown(Present);
            long counted = Earned ? Math.Max(RoundedDown(Counted), present) : RoundedUp(Counted);
            return Words.With(
                ("present", Minutes(present)), ("counted", Minutes(counted)), ("percent", Policy.MinimumPercent),
                ("session", MissedSession ?? ""), ("version", Policy.Version));
        }
    }

    private CatalogText Words => (Earned, Policy.Level) switch
    {
        (true, AwardLevel.Appreciation) => CertificateRules.AwardEarnedByPresence,
        (true, AwardLevel.Completion) => CertificateRules.AwardEarnedEverySession,
        (true, _) => CertificateRules.AwardEarned,
        _ when MissedSession is not null => CertificateRules.AwardSessionShort,
        _ when Reaches(Present, Counted, Policy.MinimumPercent) => CertificateRules.AwardNotPresent,
        _ => CertificateRules.AwardPresenceShort,
    };

    /// <summary>Exact: no rounding stands between a person and a certificate.</summary>
    private static bool Reaches(Duration present, Duration counted, int percent) => present * 100 >= counted * percent;

    private static long RoundedDown(Duration duration) => duration.ToInt64Nanoseconds() / NanosecondsPerTenth;

    private static long RoundedUp(Duration duration) => (duration.ToInt64Nanoseconds() + NanosecondsPerTenth - 1) / NanosecondsPerTenth;

    private static string Minutes(long tenths) => FormattableString.Invariant($"{tenths / 10m:0.#}");
}
