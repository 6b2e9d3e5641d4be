using Diplomacy.Training.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Diplomacy.Training;

/// <summary>Collects how the library is set up in a container. Add-on packages extend it.</summary>
public sealed class TrainingBuilder
{
    internal TrainingBuilder(IServiceCollection services, TrainingOptions options) => (Services, Options) = (services, options);

    /// <summary>The container's services, for add-ons.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The settings; validated when the desks are first asked for.</summary>
    public TrainingOptions Options { get; }

    /// <summary>Stores in memory. The default.</summary>
    /// <param name="store">The store; a new one when null.</param>
    public TrainingBuilder UseInMemoryStore(InMemoryTrainingStore? store = null)
    {
        store ??= new();
        Services.Replace(ServiceDescriptor.Singleton(store));
        Services.Replace(ServiceDescriptor.Singleton<IJournal>(store));
        Services.Replace(ServiceDescriptor.Singleton<IPersonalRecords>(store));
        Services.Replace(ServiceDescriptor.Singleton<ITrainingQueries>(store));
        Services.Replace(ServiceDescriptor.Singleton<INoticeOutbox>(store));
        return this;
    }

    /// <summary>Takes another clock, such as NodaTime's <c>FakeClock</c> in tests.</summary>
    /// <param name="clock">The clock.</param>
    public TrainingBuilder UseClock(IClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Services.Replace(ServiceDescriptor.Singleton(clock));
        return this;
    }

    /// <summary>Takes other time zones than those that NodaTime carries.</summary>
    /// <param name="zones">The zones.</param>
    public TrainingBuilder UseZones(IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        Services.Replace(ServiceDescriptor.Singleton(zones));
        return this;
    }

    /// <summary>Takes the holidays of institutions; without this nobody knows any.</summary>
    /// <param name="holidays">The holidays, such as <see cref="CountryHolidays"/>.</param>
    public TrainingBuilder UseHolidays(IInstitutionHolidays holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        Services.Replace(ServiceDescriptor.Singleton(holidays));
        return this;
    }

    /// <summary>Takes time zones that newer data replace while the program runs, and registers them as <see cref="ReloadableZones"/> for whoever loads the data.</summary>
    /// <param name="zones">The zones; those that NodaTime carries, to begin with, when null.</param>
    public TrainingBuilder UseReloadableZones(ReloadableZones? zones = null)
    {
        zones ??= new();
        Services.Replace(ServiceDescriptor.Singleton(zones));
        return UseZones(zones);
    }

    /// <summary>Asks the host before every command; without this everything is allowed to everybody.</summary>
    /// <typeparam name="TPermissions">The host's implementation.</typeparam>
    public TrainingBuilder UsePermissions<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TPermissions>()
        where TPermissions : class, IPermissions
    {
        Services.Replace(ServiceDescriptor.Singleton<IPermissions, TPermissions>());
        return this;
    }

    /// <summary>Sets up an institution that issues certificates.</summary>
    /// <param name="code">Its code; it hosts the workshops whose certificates it issues.</param>
    /// <param name="verifyAt">The address under which anyone can check a certificate, ending with a slash; the code is put behind it. Printed, so the same for ever.</param>
    /// <param name="configure">Further settings, such as the place of issue as printed.</param>
    /// <exception cref="FormatException">The code is not an institution's code.</exception>
    public TrainingBuilder UseIssuer(string code, Uri verifyAt, Action<IssuerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(verifyAt);
        var issuer = new IssuerOptions(InstitutionCode.Parse(code)) { VerifyAt = verifyAt };
        configure?.Invoke(issuer);
        Options.Issuers[issuer.Code] = issuer;
        return this;
    }

    /// <summary>Replaces one of the library's texts; see <see cref="TrainingTexts.With"/>. The texts are found in the container as <see cref="TrainingTexts"/>:
    /// give them to <c>Explain</c>, which says <see cref="TrainingTexts.Default"/> otherwise.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="language">The language.</param>
    /// <param name="template">The words.</param>
    /// <exception cref="ArgumentException">The code or a named place is unknown.</exception>
    public TrainingBuilder UseText(string code, Language language, string template)
    {
        Options.Texts = Options.Texts.With(code, language, template);
        return this;
    }
}
