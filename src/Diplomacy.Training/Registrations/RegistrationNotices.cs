using System.Collections.Immutable;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Khmer;

namespace Diplomacy.Training;

/// <summary>What people should hear of when a book changes: one notice for each event that concerns a person.</summary>
internal sealed class RegistrationNotices(IReadOnlyDictionary<InstitutionCode, Institution> institutions, IDateTimeZoneProvider zones, Workshop workshop)
{
    private static readonly ZonedDateTimePattern s_local =
        ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH':'mm o<m>", null);

    private static readonly ZonedDateTimePattern s_time = ZonedDateTimePattern.CreateWithInvariantCulture("HH':'mm '(UTC'o<m>')'", null);

    /// <summary>The notice of an event; null when nobody needs to hear of it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="find">Finds a registration that the event names only by id.</param>
    /// <param name="languageOf">The language of a person.</param>
    internal async ValueTask<Notice?> ForAsync(TrainingEvent happened, Func<RegistrationId, Registration?> find, Func<PersonId, ValueTask<Language>> languageOf)
    {
        (CatalogText Text, PersonId Person, SeatClaim Claim, int? Position)? told = happened switch
        {
            RegistrationConfirmed e => (RegistrationRules.NoticeConfirmed, e.Person, e.Claim, null),
            RegistrationWaitlisted e => (RegistrationRules.NoticeWaiting, e.Person, e.Claim, e.Position),
            RegistrationDeclined e => (RegistrationRules.NoticeDeclined, e.Person, e.Claim, null),
            RegistrationPromoted e => find(e.Registration) is { } r ? (RegistrationRules.NoticePromoted, r.Person, r.Claim, null) : null,
            RegistrationCancelled e => find(e.Registration) is { } r ? (RegistrationRules.NoticeCancelled, r.Person, r.Claim, null) : null,
            RegistrationLapsed e => find(e.Registration) is { } r ? (RegistrationRules.NoticeLapsed, r.Person, r.Claim, null) : null,
            _ => null,
        };
        if (told is not { } notice)
        {
            return null;
        }

        Language language = await languageOf(notice.Person).ConfigureAwait(false);
        var arguments = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        arguments["title"] = workshop.Title.In(language);
        arguments["mode"] = RegistrationRules.In(notice.Claim.Mode).Explain(language);
        arguments["start"] = Start(notice.Claim.Institution, language);
        if (notice.Position is { } position)
        {
            arguments["position"] = FormattableString.Invariant($"{position}");
        }

        return new(notice.Text.Code, notice.Person, notice.Claim.Institution.ToString(), workshop.Id.ToString(), language, arguments.ToImmutable());
    }

    /// <summary>The start by the institution's clocks. Khmer dates come from tables of our own, never from a machine's culture.</summary>
    private string Start(InstitutionCode code, Language language)
    {
        string zoneId = institutions.TryGetValue(code, out Institution? institution) ? institution.ZoneId : workshop.Agenda.ZoneId;
        DateTimeZone zone = zones.GetZoneOrNull(zoneId) ?? DateTimeZone.Utc;
        ZonedDateTime start = workshop.Agenda.Sessions.First().Time.Start.InZone(zone);
        return language == Language.Khmer
            ? $"{KhmerSolarDate.Write(start.Date)} ម៉ោង {KhmerNumerals.Write(s_time.Format(start))}"
            : s_local.Format(start);
    }
}
