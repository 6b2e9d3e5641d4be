using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>Whose rows are whose: by registrant id where the host maps one, then by address, user principal name and alias, never by name (R30).</summary>
public sealed class MatchingCallers
{
    private static readonly Duration s_half = Duration.FromMinutes(30);

    [Fact]
    public async Task R30_a_registrant_id_that_the_host_maps_finds_whoever_has_no_address_in_the_file()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");

        (await scene.MapAsync(new RegistrantMapping(" zr-1 ", sophea.Id))).Should().Be(1);
        ImportReport report = await scene.ImportAsync(Row(2, "iPhone", null) with { RegistrantId = "zr-1" }, Row(3, "iPhone 2", null) with { RegistrantId = "ZR-1" });

        report.RowsMatched.Should().Be(1, "ids are compared exactly");
        report.ToReview.Should().ContainSingle().Which.Reason.Code.Should().Be("attendance.review-no-address");
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(s_half);
    }

    [Fact]
    public async Task R30_a_registrant_id_goes_before_a_shared_address()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "mission@us.example");
        Registration dara = await scene.RegisterAsync("SOK", "Dara", "mission@us.example");
        await scene.MapAsync(new RegistrantMapping("zr-2", dara.Id));

        await scene.ImportAsync(Row(2, "x", "mission@us.example") with { RegistrantId = "zr-2" });

        (await scene.PresenceOfAsync(dara)).Present.Should().Be(s_half);
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.Zero);
    }

    [Fact]
    public async Task An_id_and_an_address_of_different_people_are_left_to_a_person_with_both_suggested_first()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");
        Registration dara = await scene.RegisterAsync("SOK", "Dara", "d@mfaic.example");
        await scene.MapAsync(new RegistrantMapping("zr-2", dara.Id));

        ReviewItem item = (await scene.ImportAsync(Row(2, "CHAN Sophea", "s@mfaic.example") with { RegistrantId = "zr-2" })).ToReview.Single();

        item.Reason.Code.Should().Be("attendance.review-proofs-differ");
        item.Suggestions.Select(s => (s.Registration, s.HasAddress)).Should().Equal((sophea.Id, true), (dara.Id, true));
    }

    [Fact]
    public async Task Rows_of_one_caller_with_the_ids_of_different_people_are_left_to_a_person()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        Registration dara = await scene.RegisterAsync("SOK", "Dara");
        await scene.MapAsync(new("zr-1", sophea.Id), new("zr-2", dara.Id), new("zr-3", sophea.Id));

        ImportReport report = await scene.ImportAsync(
            Row(2, "guest", null) with { RegistrantId = "zr-1" }, Row(3, "guest", null) with { RegistrantId = "zr-2" },
            Row(4, "half", null) with { RegistrantId = "zr-1" }, Row(5, "half", null) with { RegistrantId = "unmapped" },
            Row(6, "twice", null) with { RegistrantId = "zr-1" }, Row(7, "twice", null) with { RegistrantId = "zr-3" });

        report.ToReview.Select(i => (i.DisplayName, i.Reason.Code)).Should().Equal(
            ("guest", "attendance.review-proofs-differ"), ("half", "attendance.review-proofs-differ"));
        report.RowsMatched.Should().Be(2, "two ids of one person agree");
    }

    [Fact]
    public async Task Ids_that_nobody_has_mapped_stand_in_nobodys_way()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");

        await scene.ImportAsync(Row(2, "S", "s@mfaic.example") with { RegistrantId = "a" }, Row(3, "S", "s@mfaic.example") with { RegistrantId = "b" });

        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(s_half);
    }

    [Fact]
    public async Task A_mapped_id_finds_the_registration_that_its_person_has_now()
    {
        Scene scene = await BeginAsync();
        Registration old = await scene.RegisterAsync("CHAN", "Sophea");
        await scene.MapAsync(new RegistrantMapping("zr-1", old.Id));
        await scene.Desks.Registrations.CancelAsync(DD2023, old.Id, "ILL", Desk);

        (await scene.ImportAsync(Row(2, "S", null) with { RegistrantId = "zr-1" })).ToReview.Single().Reason.Code.Should().Be("attendance.review-registrant-not-confirmed");

        await scene.Desks.Registrations.RegisterAsync(new RegistrationRequest(DD2023, old.Person, Ministry, DeliveryMode.Online), Desk);
        (await scene.ImportAsync(Row(2, "S", null) with { RegistrantId = "zr-1" })).RowsMatched.Should().Be(1);
    }

    [Fact]
    public async Task An_id_belongs_to_one_registration_until_its_mapping_is_taken_back()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        Registration dara = await scene.RegisterAsync("SOK", "Dara");
        await scene.MapAsync(new RegistrantMapping("zr-1", sophea.Id));

        (await scene.MapAsync(new RegistrantMapping("zr-1", sophea.Id))).Should().Be(0);
        TrainingRule broken = await Refusal.OfAsync(() => scene.MapAsync(new("zr-9", dara.Id), new("zr-1", dara.Id)).AsTask());
        broken.Code.Should().Be("attendance.registrant-is-ones");
        broken.Explain(Language.English).Should().Contain("entry 2").And.NotContain("zr-1");
        (await scene.SheetAsync()).Should().ContainSingle("a refusal leaves nothing behind");

        (await scene.MapAsync(new("zr-1", null), new("zr-1", dara.Id))).Should().Be(1);
        (await scene.ImportAsync(Row(2, "x", null) with { RegistrantId = "zr-1" })).RowsMatched.Should().Be(1);
        (await scene.PresenceOfAsync(dara)).Present.Should().Be(s_half);
        (await Refusal.OfAsync(() => scene.MapAsync(new RegistrantMapping("zr-8", RegistrationId.New())).AsTask())).Code.Should().Be("registration.is-known");
    }

    [Fact]
    public async Task R30_a_user_principal_name_finds_whoever_has_it_as_an_alias_and_goes_for_erased_with_the_person()
    {
        Scene scene = await BeginAsync();
        Registration michele = await scene.RegisterAsync("DI SALVATORE", "Michele", "michele@mfa.example", "n16706@mfa.example", "Michele.Old@mfa.example");

        await scene.ImportAsync(Row(2, "M", "private@mail.example") with { UserPrincipalName = "N16706@MFA.example" });
        (await scene.PresenceOfAsync(michele)).Present.Should().Be(s_half);
        (await scene.Attendance.ImportAsync(DD2023, scene.Log("2.csv", Row(2, "M", "michele.old@mfa.example", "09:30", "10:00")), Desk)).RowsMatched.Should().Be(1);
        (await scene.Attendance.ImportAsync(DD2023, scene.Log("3.csv", Row(2, "M", null, "09:00", "09:30") with { UserPrincipalName = "n16706@mfa.example" }), Desk)).RowsMatched.Should().Be(1);

        await scene.Desks.People.EraseAsync(michele.Person, Desk);
        (await scene.Store.PeopleWithEmailAsync("n16706@mfa.example")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_user_principal_name_tells_apart_who_shares_an_address_and_one_of_somebody_else_leaves_it_to_a_person()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "mission@us.example", "sophea@us.example");
        await scene.RegisterAsync("SOK", "Dara", "mission@us.example");
        await scene.RegisterAsync("KEO", "Bopha", "bopha@us.example");

        ImportReport report = await scene.ImportAsync(
            Row(2, "a", "mission@us.example") with { UserPrincipalName = "sophea@us.example" }, Row(3, "b", "mission@us.example") with { UserPrincipalName = "bopha@us.example" },
            Row(4, "c", "sophea@us.example") with { UserPrincipalName = "bopha@us.example" });

        report.RowsMatched.Should().Be(1);
        report.ToReview.Select(i => (i.RowNumber, i.Reason.Code)).Should().Equal((3, "attendance.review-proofs-differ"), (4, "attendance.review-proofs-differ"));
        report.ToReview[1].Suggestions.Where(s => s.HasAddress).Should().HaveCount(2);
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(s_half);
    }

    [Fact]
    public async Task R58_no_registrant_id_stands_in_the_journal_and_none_is_known_once_the_callers_are_erased()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        await scene.MapAsync(new RegistrantMapping("secret-registrant", sophea.Id));
        await scene.ImportAsync(Row(2, "x", null) with { RegistrantId = "secret-registrant" });

        string.Join(' ', (await scene.SheetAsync()).Select(e => e.Payload + e.Fingerprint)).Should().NotContain("secret");
        new RegistrantMapping("secret-registrant", sophea.Id).ToString().Should().NotContain("secret");

        await scene.Attendance.EraseCallersAsync(DD2023, Desk);
        (await scene.Attendance.ImportAsync(DD2023, scene.Log("2.csv", Row(2, "x", null) with { RegistrantId = "secret-registrant" }), Desk)).RowsMatched.Should().Be(0);
        (await scene.MapAsync(new RegistrantMapping("secret-registrant", sophea.Id))).Should().Be(1, "the mapping is gone with the salt");
    }

    [Fact]
    public async Task A_repeated_command_maps_once()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        CommandId command = CommandId.New();

        for (int i = 0; i < 2; i++)
        {
            (await scene.Attendance.MapRegistrantsAsync(DD2023, [new("a", sophea.Id), new("b", sophea.Id)], Desk, command)).Should().Be(2);
        }

        (await scene.SheetAsync()).Should().ContainSingle();
    }

    private static AttendanceRow Row(int number, string name, string? email, string from = "08:30", string until = "09:00") => Scene.Row(number, name, email, from, until);
}
