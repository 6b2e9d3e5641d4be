using System.Collections.Immutable;

namespace Diplomacy.Training;

// What the desk's questions read. Counting goes through all registrations: these are for people who look, not for decisions.
public sealed partial class RegistrationBook
{
    /// <summary>How many stand where.</summary>
    internal SeatCount CountSeats()
    {
        Registration[] active = [.. All.Values.Where(r => r.IsActive)];
        IEnumerable<SeatLimit> limits = Seats is { } seats
            ? seats.GeneralLimits().Concat(active.Select(r => r.Claim).Distinct().SelectMany(seats.LimitsOf)).DistinctBy(l => l.Key)
            : [];
        return new(
            [.. limits.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => new BindingLimit(l.Key, l.Capacity, UsedOf(l.Key)))],
            active.Count(r => r.Status == RegistrationStatus.Confirmed),
            WaitingCount)
        {
            Offered = active.Count(r => r.Status == RegistrationStatus.Offered),
            AwaitingApproval = active.Count(r => r.Status == RegistrationStatus.AwaitingApproval),
            Modes = CountModes(active),
            WaitingByLimit = _state.Lines.WithNeeds.SelectMany(w => w.Needs.Limits).GroupBy(l => l.Key, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
        };
    }

    /// <summary>Whether freed seats are passed on at an instant.</summary>
    internal bool PromotesAt(Instant now) => Cutoffs is { } cutoffs && _state.WorkshopStatus == WorkshopStatus.Published && now < cutoffs.PromotesUntil;

    /// <summary>Everybody who waits, in order, each with the place in the line of what is waited for.</summary>
    internal IEnumerable<(Place Place, WaitingEntry Entry)> Waiting()
    {
        var ahead = new Dictionary<(DeliveryMode, string?), int>();
        foreach (var (place, needs) in _state.Lines.WithNeeds)
        {
            Registration registration = All[place.Registration];
            SeatClaim wanted = registration.Wanted!.Value;
            int position = ahead[(wanted.Mode, wanted.Sitting)] = ahead.GetValueOrDefault((wanted.Mode, wanted.Sitting)) + 1;
            yield return (place, new(registration, position, wanted, [.. needs.Limits.Select(l => new BindingLimit(l.Key, l.Capacity, UsedOf(l.Key)))]));
        }
    }

    private ImmutableArray<ModeCount> CountModes(Registration[] active)
    {
        var standing = active.ToLookup(r => (r.Mode, r.Sitting));
        var changing = active.Where(r => r.SwitchingTo is not null).ToLookup(r => (r.SwitchingTo!.Value.Mode, r.SwitchingTo.Value.Sitting));
        IEnumerable<(DeliveryMode Mode, string? Sitting)> offered = Seats is { } seats
            ? from mode in Enum.GetValues<DeliveryMode>()
              from sitting in seats.Sittings.IsEmpty ? [null] : seats.Sittings.Select(s => (string?)s.Sitting)
              where seats.Offers(mode, sitting)
              select (mode, sitting)
            : [];
        return
        [
            .. from place in offered.Concat(standing.Select(g => g.Key)).Concat(changing.Select(g => g.Key)).Distinct()
                   .OrderBy(p => p.Mode).ThenBy(p => p.Sitting, StringComparer.Ordinal)
               let here = standing[place]
               let confirmed = here.Where(r => r.Status == RegistrationStatus.Confirmed)
               select new ModeCount(
                   place.Mode, place.Sitting, confirmed.Count(), confirmed.Count(r => r.Role.TakesSeat()), here.Count(r => r.Status == RegistrationStatus.Offered),
                   here.Count(r => r.Status == RegistrationStatus.AwaitingApproval), here.Count(r => r.Status == RegistrationStatus.Waiting), changing[place].Count()),
        ];
    }
}
