using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>People never have to read a limit's key.</summary>
public sealed class SeatLimitWords
{
    [Theory]
    [InlineData("mode/in-person", SeatLimitKind.Mode, "seats in the room", "កៅអីចូលរួមដោយផ្ទាល់")]
    [InlineData("mode/online", SeatLimitKind.Mode, "places online", "កន្លែងតាមអនឡាញ")]
    [InlineData("sitting/west/online", SeatLimitKind.Sitting, "places online, sitting west", "កន្លែងតាមអនឡាញ សម្រាប់លើក west")]
    [InlineData("quota/MFAIC", SeatLimitKind.Quota, "institution: MFAIC", "ស្ថាប័ន៖ MFAIC")]
    [InlineData("quota/each-mission/US-WAS-EMB", SeatLimitKind.Quota, "each mission: US-WAS-EMB", "បេសកកម្មនីមួយៗ៖ US-WAS-EMB")]
    [InlineData("quota/each/region/asean", SeatLimitKind.Quota, "each region: asean", "region នីមួយៗ៖ asean")]
    [InlineData("quota/group/grade/director", SeatLimitKind.Quota, "group of grade: director", "ក្រុមតាម grade៖ director")]
    [InlineData("quota/kind/consulate-general", SeatLimitKind.Quota, "all consulates general together", "ស្ថានអគ្គកុងស៊ុលទាំងអស់រួមគ្នា")]
    [InlineData("quota/provinces", SeatLimitKind.Quota, "group: provinces", "ក្រុមស្ថាប័ន៖ provinces")]
    [InlineData("total", SeatLimitKind.Total, "participants altogether", "អ្នកចូលរួមសរុប")]
    [InlineData("room", SeatLimitKind.Room, "people in the room, in any role", "ចំនួនមនុស្សក្នុងបន្ទប់ គ្រប់តួនាទី")]
    [InlineData("room/east", SeatLimitKind.Room, "people in the room, in any role, sitting east", "ចំនួនមនុស្សក្នុងបន្ទប់ គ្រប់តួនាទី សម្រាប់លើក east")]
    [InlineData("waiting", SeatLimitKind.WaitingList, "places on the waiting list", "កន្លែងក្នុងបញ្ជីរង់ចាំ")]
    [InlineData("something/new", SeatLimitKind.Other, "another limit: something/new", "កម្រិតផ្សេងទៀត៖ something/new")]
    public void A_limit_is_told_in_English_and_Khmer(string key, SeatLimitKind kind, string english, string khmer)
    {
        var limit = new BindingLimit(key, 4, 3);

        (limit.Kind, limit.Describe(Language.English), limit.Describe(Language.Khmer)).Should().Be((kind, english, khmer));
    }

    [Fact]
    public void Every_limit_that_a_plan_can_set_has_words()
    {
        SeatPlan plan = SeatPlan.Hybrid(1, 1).WithTotal(1).WithRoomCapacity(1).WithSitting("east", 1, 1).With(
            [.. Enum.GetValues<InstitutionKind>().Select(kind => Quota.ForAll(kind, 1)), Quota.ForEachMission(1), Quota.For(Washington, 1), Quota.ForGroup("west", 1, Paris),
                Quota.For(SeatGroup.Parse("region/asean"), 1), Quota.ForEach("grade", 1)]);
        string[] keys =
        [
            .. plan.GeneralLimits().Select(l => l.Key),
            .. from mode in new[] { InPerson, Online }
               from sitting in new[] { null, "east" }
               from l in plan.LimitsOf(new(mode, Washington, InstitutionKind.Embassy, ParticipantRole.Participant, SeatGroups.Parse("grade/director region/asean"), sitting))
               select l.Key,
        ];

        keys.Should().HaveCountGreaterThan(20).And.AllSatisfy(key => new BindingLimit(key, 1, 1).Describe(Language.English).Should().NotContain("/").And.NotStartWith("another limit"));
    }

    [Fact]
    public void Outcomes_name_limits_in_words_with_their_figures_and_keep_the_keys_for_programs()
    {
        var book = new Registrar(SeatPlan.Hybrid(0, 4).With(Quota.ForEachMission(1)).WithWaitingPlaces(1));
        book.Register("a", Online, Washington);
        RegistrationOutcome.Waiting waiting = (RegistrationOutcome.Waiting)book.Register("b", Online, Washington);
        RegistrationOutcome declined = book.Register("c", InPerson, Washington);

        waiting.Explain(Language.English).Should().Be("On the waiting list, number 1. Full: each mission: US-WAS-EMB (1 of 1).");
        waiting.Explain(Language.Khmer).Should().Contain("បេសកកម្មនីមួយៗ៖ US-WAS-EMB (1 ក្នុងចំណោម 1)");
        waiting.BindingLimits.Single().Key.Should().Be("quota/each-mission/US-WAS-EMB");
        declined.Explain(Language.English).Should().Contain("seats in the room (0 of 0); each mission: US-WAS-EMB (1 of 1); places on the waiting list (1 of 1)");
    }

    [Fact]
    public void A_host_gives_limits_words_of_its_own()
    {
        TrainingTexts texts = TrainingTexts.Default
            .WithMore([("limit/quota/provinces", "the provinces", "បណ្តាខេត្ត")])
            .With("limit.mode-online", Language.English, "the call");
        var book = new Registrar(SeatPlan.OnlineOnly(0).With(Quota.ForGroup("provinces", 0, Ministry)));
        RegistrationOutcome outcome = book.Register("a");

        outcome.Explain(Language.English, texts).Should().EndWith("Full: the call (0 of 0); the provinces (0 of 0).");
        outcome.Explain(Language.Khmer, texts).Should().Contain("បណ្តាខេត្ត (0 ក្នុងចំណោម 0)");
        new BindingLimit("quota/provinces", 1, 0).Describe(Language.English).Should().Be("group: provinces");
    }
}
