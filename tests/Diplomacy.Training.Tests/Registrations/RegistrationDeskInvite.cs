namespace Diplomacy.Training.Tests.Registrations;

/// <summary>People are invited who are known; asking beforehand tells the same.</summary>
public sealed class RegistrationDeskInvite
{
    [Fact]
    public async Task Somebody_unknown_is_told_beforehand_and_keeps_everybody_from_being_invited()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(5));
        PersonId[] people = [await office.PersonAsync(), PersonId.New(), PersonId.New()];
        int before = (await office.BookAsync()).Count;

        string[] told = [.. (await office.Registrations.CheckInviteAsync(Registrar.Code, people)).Select(r => r.Code)];

        told.Should().Equal("person.is-known", "person.is-known");
        (await Office.RefusalOf(async () => await office.Registrations.InviteAsync(Registrar.Code, people, Registrar.Officer))).Should().Equal(told);
        (await office.BookAsync()).Should().HaveCount(before);
        (await office.Registrations.CheckInviteAsync(Registrar.Code, people[..1])).Should().BeEmpty();
    }
}
