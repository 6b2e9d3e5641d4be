using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Attendance;
using Diplomacy.Training.Tests.Building;
using Diplomacy.Training.Tests.Planning;
using NodaTime;

namespace Diplomacy.Training.Tests.House;

/// <summary>What no caller should pass is refused as an argument, where it is passed, and not as a fault of something within.</summary>
public sealed class UnheardOfArgumentsTests
{
    public static TheoryData<string, Action> Values => new()
    {
        { "role", () => _ = new RegistrationRequest(Plans.Id, PersonId.New(), Plans.Ministry, DeliveryMode.Online) { Role = (ParticipantRole)99 } },
        { "kind", () => _ = new Institution(Plans.Ministry, new("", "Ministry"), (InstitutionKind)99, "", "", "UTC") },
        { "sex", () => _ = new Person(PersonName.Single("Dara")) { Sex = (Sex)99 } },
        { "occurrence", () => _ = new Session("morning", Plans.At(28, 9), Duration.FromHours(1)) { Occurrence = (Occurrence)99 } },
        { "award policy", () => _ = Plans.Plan with { Awards = [null!] } },
        { "row", () => _ = new AttendanceLog("zoom.csv", new string('0', 64), "UTC", [default]) },
        { "row without a name", () => _ = new AttendanceLog("zoom.csv", new string('0', 64), "UTC", [new(2, null!, null, null, null)]) },
        { "salt", () => _ = new PersonalRecord(RecordId.New(), "someone", "person", "\"}", new string('0', 32) + "{") },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_that_means_nothing_is_refused(string what, Action made) => made.Should().Throw<ArgumentException>(what);

    [Fact]
    public async Task So_is_null_among_check_ins_and_for_a_session()
    {
        Scene scene = await Scene.BeginAsync();

        Func<Task> checkingIn = () => scene.Attendance.CheckInAllAsync(Scene.DD2023, [null!], Scene.Desk).AsTask();
        Func<Task> checkingOut = () => scene.Attendance.CheckOutAsync(Scene.DD2023, RegistrationId.New(), null!, An.Instant, Scene.Desk).AsTask();

        await checkingIn.Should().ThrowAsync<ArgumentException>();
        await checkingOut.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public void An_issuer_that_stands_under_another_code_or_is_null_is_a_fault_of_the_options()
    {
        var options = new TrainingOptions();
        options.Issuers[InstitutionCode.Parse("AAA")] = new IssuerOptions(InstitutionCode.Parse("BBB"));
        options.Issuers[InstitutionCode.Parse("CCC")] = null!;

        options.Validate().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_page_without_end_holds_everything()
    {
        Scene scene = await Scene.BeginAsync();

        (await scene.Store.WorkshopsAsync(null, int.MaxValue)).Items.Should().ContainSingle();
    }
}
