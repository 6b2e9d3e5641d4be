using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What people should hear of when a book changes: a notice for each event to each person whom it concerns.</summary>
internal sealed class RegistrationNotices(RegistrationCircumstances circumstances, RegistrationBook book, Func<PersonId, ValueTask<Language>> languageOf)
{
    // Registrations that the same decision has made are not in the book yet.
    private readonly Dictionary<RegistrationId, (PersonId Person, SeatClaim Claim)> _known = [];

    /// <summary>The notices of an event; none when nobody needs to hear of it. Events are given in their order.</summary>
    /// <param name="happened">The event.</param>
    internal async ValueTask<IReadOnlyList<Notice>> ForAsync(TrainingEvent happened)
    {
        var notices = new List<Notice>();
        foreach (var (text, person, claim, position, until) in Told(happened))
        {
            if (circumstances.Erased.ContainsKey(person))
            {
                continue;
            }

            Language language = await languageOf(person).ConfigureAwait(false);
            Workshop workshop = circumstances.Workshop;
            var arguments = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            arguments["title"] = workshop.Title.In(language);
            arguments["mode"] = RegistrationRules.In(claim.Mode).Explain(language);
            arguments["start"] = Local((workshop.Agenda.SessionsOf(claim.Sitting).FirstOrDefault() ?? workshop.Agenda.Sessions.First()).Time.Start, claim.Institution, language);
            if (position is { } place)
            {
                arguments["position"] = FormattableString.Invariant($"{place}");
            }

            if (until is { } end)
            {
                arguments["until"] = Local(end, claim.Institution, language);
            }

            notices.Add(new(text.Code, person, claim.Institution.ToString(), workshop.Id.ToString(), language, arguments.ToImmutable()));
        }

        return notices;
    }

    private IEnumerable<(CatalogText Text, PersonId Person, SeatClaim Claim, int? Position, Instant? Until)> Told(TrainingEvent happened)
    {
        switch (happened)
        {
            case RegistrationConfirmed e:
                return New(e.Registration, RegistrationRules.NoticeConfirmed, e.Person, e.Claim);
            case RegistrationWaitlisted e:
                return New(e.Registration, RegistrationRules.NoticeWaiting, e.Person, e.Claim, e.Position);
            case RegistrationDeclined e:
                return New(e.Registration, RegistrationRules.NoticeDeclined, e.Person, e.Claim);
            case RegistrationSubmitted e:
                return New(e.Registration, RegistrationRules.NoticeSubmitted, e.Person, e.Claim);
            case RegistrationApproved e:
                return Of(e.Registration, Placed(e.Status), e.Position);
            case RegistrationRestored e:
                return Of(e.Registration, Placed(e.Status), e.Position);
            case RegistrationRejected e:
                return Of(e.Registration, RegistrationRules.NoticeRejected);
            case RegistrationPromoted e:
                return Of(e.Registration, RegistrationRules.NoticePromoted);
            case SeatOffered e:
                return Of(e.Registration, RegistrationRules.NoticeOffered, null, e.Until);
            case OfferAccepted e:
                return Of(e.Registration, RegistrationRules.NoticeConfirmed);
            case RegistrationCancelled { Cause: CancellationCause.PersonErased or CancellationCause.PersonMerged }:
                return [];
            case RegistrationCancelled e:
                return Of(e.Registration, RegistrationRules.NoticeCancelled);
            case RegistrationLapsed e:
                return Of(e.Registration, e.Cause == LapseCause.OfferExpired ? RegistrationRules.NoticeOfferLapsed : RegistrationRules.NoticeLapsed);
            case RegistrationSwitched e:
                return Of(e.Registration, RegistrationRules.NoticeSwitched, to: e.To);
            case LineSwitched e:
                return Of(e.Registration, RegistrationRules.NoticeSwitchWaiting, e.Position, to: e.To);
            case SwitchRequested e:
                return Of(e.Registration, RegistrationRules.NoticeSwitchWaiting, e.Position).Select(told => told with { Claim = e.To });
            case SwitchEnded { Cause: SwitchEndCause.WaitingListClosed or SwitchEndCause.NoLongerOffered } e:
                return Of(e.Registration, RegistrationRules.NoticeSwitchEnded);
            case RegistrationSubstituted e:
                return [.. Of(e.Registration, RegistrationRules.NoticeSubstituted), .. New(e.Replacement, Standing(e.Status), e.Person, e.Claim, e.Position, e.OfferedUntil)];
            case RegistrationReassigned e:
                if (book.All.TryGetValue(e.Registration, out Registration? reassigned))
                {
                    // What the same decision goes on to tell is for the person as whom somebody was recognised.
                    _known[e.Registration] = (e.Person, reassigned.Claim);
                }

                return [];
            default:
                return [];
        }
    }

    private static CatalogText Placed(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Confirmed => RegistrationRules.NoticeConfirmed,
        RegistrationStatus.Waiting => RegistrationRules.NoticeWaiting,
        RegistrationStatus.AwaitingApproval => RegistrationRules.NoticeSubmitted,
        _ => RegistrationRules.NoticeDeclined,
    };

    private static CatalogText Standing(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Confirmed => RegistrationRules.NoticeConfirmed,
        RegistrationStatus.Offered => RegistrationRules.NoticeOffered,
        RegistrationStatus.Waiting => RegistrationRules.NoticeWaiting,
        _ => RegistrationRules.NoticeSubmitted,
    };

    private IEnumerable<(CatalogText Text, PersonId Person, SeatClaim Claim, int? Position, Instant? Until)> New(
        RegistrationId id, CatalogText text, PersonId person, SeatClaim claim, int? position = null, Instant? until = null)
    {
        _known[id] = (person, claim);
        return [(text, person, claim, position, until)];
    }

    private IEnumerable<(CatalogText Text, PersonId Person, SeatClaim Claim, int? Position, Instant? Until)> Of(
        RegistrationId id, CatalogText text, int? position = null, Instant? until = null, SeatClaim? to = null)
    {
        if (!_known.TryGetValue(id, out var known))
        {
            if (!book.All.TryGetValue(id, out Registration? found))
            {
                return [];
            }

            known = (found.Person, found.Claim);
        }

        if (to is { } claim)
        {
            _known[id] = known = (known.Person, claim);
        }

        return [(text, known.Person, known.Claim, position, until)];
    }

    /// <summary>An instant by the institution's clocks.</summary>
    private string Local(Instant instant, InstitutionCode code, Language language)
    {
        string zoneId = circumstances.Institutions.TryGetValue(code, out Institution? institution) ? institution.ZoneId : circumstances.Workshop.Agenda.ZoneId;
        return LocalTimeWords.Of(instant, circumstances.Zones.GetZoneOrNull(zoneId) ?? DateTimeZone.Utc, language);
    }
}
