using NodaTime;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskHolidays
{
    [Fact]
    public async Task R16_offers_of_the_desk_do_not_run_out_on_the_holidays_of_the_port()
    {
        Instant plain = await OfferedUntilAsync(CountryHolidays.None);
        LocalDate day = plain.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date;
        var holiday = new HolidayCalendar("FR", "by hand", new(day, day), new Dictionary<LocalDate, DayStatus> { [day] = DayStatus.Holiday() }) { Country = "FR" };

        (await OfferedUntilAsync(CountryHolidays.Of(null, holiday))).Should().BeGreaterThan(plain);
    }

    private static async Task<Instant> OfferedUntilAsync(IInstitutionHolidays holidays)
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1), ports: TrainingPorts.InMemory() with { Holidays = holidays }, admission: new() { Offers = new(Duration.FromHours(48)) });
        Institution paris = (await office.Desks.Institutions.FindAsync(Paris))! with { CountryCode = "FR" };
        await office.Desks.Institutions.ChangeAsync(paris, Officer);
        RegistrationOutcome first = await office.RegisterAsync(await office.PersonAsync("A"), from: Paris);
        RegistrationOutcome second = await office.RegisterAsync(await office.PersonAsync("B"), from: Paris);
        await office.CancelAsync(first);
        return (await office.ReplayAsync()).All[second.Registration].OfferedUntil!.Value;
    }
}
