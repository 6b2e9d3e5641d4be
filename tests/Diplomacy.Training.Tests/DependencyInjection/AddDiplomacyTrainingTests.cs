using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using NodaTime.Testing.TimeZones;
using NodaTime.TimeZones;

namespace Diplomacy.Training.Tests.DependencyInjection;

public sealed class AddDiplomacyTrainingTests
{
    [Fact]
    public async Task Three_lines_are_enough()
    {
        await using ServiceProvider services = new ServiceCollection().AddDiplomacyTraining(_ => { }).BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        await services.GetRequiredService<InstitutionDesk>().AddAsync(An.Embassy(), An.Officer);

        (await services.GetRequiredService<TrainingDesks>().Institutions.FindAsync(An.Embassy().Code)).Should().Be(An.Embassy());
    }

    [Fact]
    public async Task Every_desk_is_a_singleton_and_the_same_as_in_the_desks()
    {
        await using ServiceProvider services = new ServiceCollection().AddDiplomacyTraining(_ => { }).BuildServiceProvider();
        TrainingDesks desks = services.GetRequiredService<TrainingDesks>();
        await using AsyncServiceScope scope = services.CreateAsyncScope();

        foreach (var desk in typeof(TrainingDesks).GetProperties().Where(p => p.PropertyType.Name.EndsWith("Desk", StringComparison.Ordinal)))
        {
            scope.ServiceProvider.GetRequiredService(desk.PropertyType).Should().BeSameAs(desk.GetValue(desks), desk.Name);
        }

        scope.ServiceProvider.GetRequiredService<TrainingDesks>().Should().BeSameAs(desks);
    }

    [Fact]
    public async Task Slots_are_searched_by_the_zones_that_were_chosen()
    {
        IDateTimeZoneSource onlyMars = new FakeDateTimeZoneSource.Builder { new SingleTransitionDateTimeZone(An.Instant, Offset.FromHours(1), Offset.FromHours(2), "Mars/Olympus") }.Build();
        await using ServiceProvider services = new ServiceCollection().AddDiplomacyTraining(t => t.UseZones(new DateTimeZoneCache(onlyMars))).BuildServiceProvider();
        var day = new DateInterval(new(2027, 1, 4), new(2027, 1, 4));
        Action<string> search = zone => services.GetRequiredService<SlotSearch>().Find(new(new(An.Institution(zone: zone), 1), day, Duration.FromHours(1)));

        search.Invoking(s => s("Mars/Olympus")).Should().NotThrow();
        search.Invoking(s => s("Asia/Phnom_Penh")).Should().Throw<TrainingRuleException>();
        services.GetRequiredService<SlotSearch>().Should().BeSameAs(services.GetRequiredService<SlotSearch>());
    }

    [Fact]
    public async Task Adding_twice_configures_the_same_setup_further()
    {
        var clock = new FakeClock(An.Instant);
        var services = new ServiceCollection();
        TrainingBuilder first = services.AddDiplomacyTraining();
        int count = services.Count;
        TrainingBuilder second = services.AddDiplomacyTraining();
        services.AddDiplomacyTraining(t => t.UseClock(clock)).Should().BeSameAs(services);

        second.Should().BeSameAs(first);
        services.Should().HaveCount(count);
        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetServices<TrainingDesks>().Should().ContainSingle().Which.Ports.Clock.Should().BeSameAs(clock);
    }

    [Fact]
    public async Task Clock_zones_permissions_store_and_texts_may_be_chosen()
    {
        var store = new InMemoryTrainingStore();
        var clock = new FakeClock(An.Instant);
        var holidays = new CountryHolidays([]);
        await using ServiceProvider services = new ServiceCollection().AddDiplomacyTraining(t => t
            .UseClock(clock).UseZones(DateTimeZoneProviders.Tzdb).UseHolidays(holidays).UsePermissions<NobodyMay>().UseInMemoryStore(store)
            .UseText("permission.actor-may", Language.English, "No {permission}.")).BuildServiceProvider();
        TrainingDesks desks = services.GetRequiredService<TrainingDesks>();

        TrainingRuleException refusal = (await desks.Institutions.Invoking(async d => await d.AddAsync(An.Embassy(), An.Officer)).Should().ThrowAsync<TrainingRuleException>()).Which;

        refusal.Rule.Explain(Language.English, services.GetRequiredService<TrainingTexts>()).Should().Be("No institution.manage.");
        desks.Ports.Journal.Should().BeSameAs(store);
        desks.Ports.Records.Should().BeSameAs(store);
        desks.Ports.Queries.Should().BeSameAs(store);
        desks.Ports.Outbox.Should().BeSameAs(store);
        services.GetRequiredService<InMemoryTrainingStore>().Should().BeSameAs(store);
        desks.Ports.Clock.Should().BeSameAs(clock);
        desks.Ports.Holidays.Should().BeSameAs(holidays);
    }

    [Fact]
    public async Task What_the_host_has_registered_stays()
    {
        var clock = new FakeClock(An.Instant);
        await using ServiceProvider services = new ServiceCollection().AddSingleton<IClock>(clock).AddSingleton<IPermissions, NobodyMay>().AddDiplomacyTraining(_ => { }).BuildServiceProvider();

        services.GetRequiredService<TrainingDesks>().Ports.Clock.Should().BeSameAs(clock);
        services.GetRequiredService<TrainingDesks>().Ports.Permissions.Should().BeOfType<NobodyMay>();
    }

    [Fact]
    public async Task Faulty_options_are_told_when_the_desks_are_asked_for()
    {
        await using ServiceProvider services = new ServiceCollection().AddDiplomacyTraining(t => t.Options.Texts = null!).BuildServiceProvider();

        services.Invoking(s => s.GetRequiredService<InstitutionDesk>()).Should().Throw<ArgumentException>().WithMessage("*Texts is null*");
    }

    [Fact]
    public void New_options_are_valid()
    {
        new TrainingOptions().Validate().Should().BeEmpty();
        new TrainingOptions().Texts.Should().BeSameAs(TrainingTexts.Default);
        new TrainingOptions { Texts = null! }.Validate().Should().ContainSingle();
    }

    [Fact]
    public void An_unknown_text_is_refused_while_configuring() =>
        new ServiceCollection().Invoking(s => s.AddDiplomacyTraining(t => t.UseText("no.such-text", Language.English, "x"))).Should().Throw<ArgumentException>();

    [Fact]
    public async Task Everything_works_without_a_container()
    {
        var desks = new TrainingDesks();

        PersonId id = await desks.People.AddAsync(A.FullPerson(), An.Officer);
        await desks.Institutions.AddAsync(An.Embassy(), An.Officer);

        (await desks.People.FindAsync(id)).Should().Be(A.FullPerson());
        (await new TrainingDesks().Institutions.AllAsync()).Should().BeEmpty("each has a store of its own");
        new TrainingDesks(desks.Ports).Institutions.Should().NotBeSameAs(desks.Institutions);
    }

    [Fact]
    public async Task The_clock_is_the_only_clock()
    {
        var clock = new FakeClock(An.Instant, Duration.FromMinutes(1));
        var store = new InMemoryTrainingStore();
        var desks = new TrainingDesks(TrainingPorts.InMemory(store) with { Clock = clock });
        await desks.Institutions.AddAsync(An.Institution(), An.Officer);
        await desks.Institutions.AddAsync(An.Embassy(), An.Officer);

        (await store.ReadAsync(InstitutionDirectory.StreamOf)).Select(e => e.At).Should().Equal(An.Instant, An.Instant + Duration.FromMinutes(1));
    }

    private sealed class NobodyMay : IPermissions
    {
        public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default) => new(false);
    }
}
