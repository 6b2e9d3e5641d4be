using Diplomacy.Training;
using Diplomacy.Training.Journal;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Wires the library into a container.</summary>
public static class DiplomacyTrainingServiceCollectionExtensions
{
    /// <summary>Adds all desks as singletons, over a store in memory unless another is chosen. Safe to call twice: the second call configures the same setup further.</summary>
    /// <param name="services">The container's services.</param>
    /// <returns>The builder, for stores, issuers and add-ons.</returns>
    public static TrainingBuilder AddDiplomacyTraining(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.FirstOrDefault(s => s.ServiceType == typeof(TrainingBuilder))?.ImplementationInstance is TrainingBuilder before)
        {
            return before;
        }

        var builder = new TrainingBuilder(services, new TrainingOptions());
        services.AddSingleton(builder);
        services.TryAddSingleton<IPermissions, AllowEverything>();
        services.TryAddSingleton<IClock>(static _ => TrainingPorts.InMemory().Clock);
        services.TryAddSingleton(DateTimeZoneProviders.Tzdb);
        services.TryAddSingleton<IInstitutionHolidays>(CountryHolidays.None);
        services.TryAddSingleton<InMemoryTrainingStore>();
        services.TryAddSingleton<IJournal>(static s => s.GetRequiredService<InMemoryTrainingStore>());
        services.TryAddSingleton<IPersonalRecords>(static s => s.GetRequiredService<InMemoryTrainingStore>());
        services.TryAddSingleton<ITrainingQueries>(static s => s.GetRequiredService<InMemoryTrainingStore>());
        services.TryAddSingleton<INoticeOutbox>(static s => s.GetRequiredService<InMemoryTrainingStore>());
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingBuilder>().Options.Texts);
        services.TryAddSingleton(static s => new SlotSearch(s.GetRequiredService<IDateTimeZoneProvider>()));
        services.TryAddSingleton(static s => new TrainingPorts(
            s.GetRequiredService<IJournal>(), s.GetRequiredService<IPersonalRecords>(), s.GetRequiredService<ITrainingQueries>(), s.GetRequiredService<INoticeOutbox>())
        {
            Permissions = s.GetRequiredService<IPermissions>(),
            Clock = s.GetRequiredService<IClock>(),
            Zones = s.GetRequiredService<IDateTimeZoneProvider>(),
            Holidays = s.GetRequiredService<IInstitutionHolidays>(),
        });
        services.TryAddSingleton(static s => new TrainingDesks(s.GetRequiredService<TrainingPorts>(), s.GetRequiredService<TrainingBuilder>().Options));
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().Institutions);
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().People);
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().Planning);
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().Registrations);
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().Invitations);
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().Attendance);
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().DueWork);
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().Certificates);
        services.TryAddSingleton(static s => s.GetRequiredService<TrainingDesks>().Verifier);
        return builder;
    }

    /// <summary>Adds all desks as singletons and configures them.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Chooses stores, issuers and add-ons.</param>
    /// <returns>The services, for further registrations.</returns>
    public static IServiceCollection AddDiplomacyTraining(this IServiceCollection services, Action<TrainingBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(services.AddDiplomacyTraining());
        return services;
    }
}
