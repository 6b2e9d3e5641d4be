using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>A workshop to test with: 28 February 2023 in Phnom Penh, two sessions, seats in the room and in the call.</summary>
internal static class Plans
{
    internal static readonly InstitutionCode Ministry = InstitutionCode.Parse("MFAIC");
    internal static readonly WorkshopId Id = WorkshopId.Parse("DD-2023");
    internal static readonly Instant Now = Instant.FromUtc(2023, 1, 16, 2, 0);
    internal static readonly Instant Over = Instant.FromUtc(2023, 2, 28, 9, 0);

    internal static Agenda FirstAgenda { get; } = Agenda.Strictly("Asia/Phnom_Penh", Session("morning", At(28, 9), 180), Session("afternoon", At(28, 14), 120));

    internal static Agenda LaterAgenda { get; } = Agenda.Strictly("Asia/Phnom_Penh", Session("morning", At(28, 9).PlusDays(30), 180));

    internal static WorkshopPlan Plan { get; } = new("DD-2023", Ministry)
    {
        Title = new("បច្ចេកវិទ្យា", "Digital Diplomacy"),
        Agenda = FirstAgenda,
        Seats = SeatPlan.Hybrid(250, 150),
    };

    internal static Session Session(string code, LocalDateTime start, int minutes) => new(code, start, Duration.FromMinutes(minutes));

    internal static LocalDateTime At(int day, int hour, int minute = 0) => new(2023, 2, day, hour, minute);

    internal static WorkshopPlanning Begun() => WorkshopPlanning.Begin(WorkshopPlanning.StreamOf(Id));

    internal static WorkshopPlanning Drafted() => Done(Begun(), p => p.Draft(Plan, Now));

    internal static WorkshopPlanning Published() => Done(Drafted(), p => p.Publish(Id, Now));

    internal static WorkshopPlanning Postponed() => Done(Published(), p => p.Postpone(Id, null, Now));

    internal static WorkshopPlanning Cancelled() => Done(Published(), p => p.Cancel(Id, "venue-lost", Now));

    internal static WorkshopPlanning Held() => Done(Published(), p => p.Settle(Over));

    internal static WorkshopPlanning In(WorkshopStatus status) => status switch
    {
        WorkshopStatus.Draft => Drafted(),
        WorkshopStatus.Published => Published(),
        WorkshopStatus.Postponed => Postponed(),
        WorkshopStatus.Cancelled => Cancelled(),
        _ => Held(),
    };

    internal static WorkshopPlanning Done<T>(WorkshopPlanning planning, Func<WorkshopPlanning, Decision<T>> verb)
    {
        planning.Apply(verb(planning).Events);
        return planning;
    }

    /// <summary>The codes of the rules for which a verb is refused; the state must be as it was.</summary>
    internal static string[] Refused<T>(WorkshopPlanning planning, Func<WorkshopPlanning, Decision<T>> verb)
    {
        Workshop? before = planning.Current;
        long version = planning.Version;
        string[] codes = [.. BrokenRules(() => verb(planning)).Select(r => r.Code)];
        planning.Current.Should().Be(before);
        planning.Version.Should().Be(version);
        return codes;
    }

    internal static IReadOnlyList<TrainingRule> BrokenRules(Func<object?> refused) => refused.Should().Throw<TrainingRuleException>().Which.Rules;
}
