using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Finds the hours at which missions in many zones are asked least.</summary>
/// <remarks>
/// Safe for use from many threads. Pure computation without input or output: a program that must not wait runs it on a thread of its own. Exact: what it says of every
/// start is what NodaTime says quarter by quarter, where a quarter of an hour is judged in its middle.
/// </remarks>
public sealed class SlotSearch
{
    private readonly IDateTimeZoneProvider _zones;

    /// <summary>Searches by a set of time zones.</summary>
    /// <param name="zones">The zones; those that NodaTime carries when null.</param>
    public SlotSearch(IDateTimeZoneProvider? zones = null) => _zones = zones ?? DateTimeZoneProviders.Tzdb;

    /// <summary>Ranks the starts of one session.</summary>
    /// <param name="query">For whom, when and how long.</param>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The best starts; when nothing fits, what removed everything.</returns>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>.</exception>
    /// <exception cref="ArgumentException">The options have faults; the message names all of them.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public SlotFindings Find(SlotQuery query, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var places = new SlotPlaces(query, ReloadableZones.Snapshot(_zones));
        var sieve = new SlotSieve(places);
        var sweep = new SlotSweep(places);
        var tally = new SlotTally(places.Grid.Starts);
        sieve.RefuseWithoutNotice();
        for (int place = 0; place < places.Who.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SlotInstitution who = places.Who[place];
            sweep.Read(place);
            if (place == 0)
            {
                sieve.RefuseForHost(sweep.Flags);
            }

            if (who.MustBeInHours)
            {
                sieve.RefuseOutsideHours(sweep.Flags, who);
            }

            tally.Add(sweep, who.Heads);
            progress?.Report((place + 1.0) / places.Who.Length);
        }

        tally.Close();
        int[] best = new SlotRanking(tally, query.Options.Order).Best(sieve, places.Grid.Starts, query.Options.Take);
        return new(places.Grid.Starts, sieve.Fitting, [.. best.Select(s => new Slot(places, places.Grid.At(s), tally.Of(s)))], sieve.Report());
    }

    /// <summary>
    /// Finds the best repetitions of a session: held one to three times, each institution attends the sitting that is better for it, and the sums over all institutions
    /// are the least by <see cref="SlotOptions.Order"/>. Who must be in hours needs to be so at one sitting.
    /// </summary>
    /// <param name="query">For whom, when and how long; <see cref="SlotOptions.SittingsWithin"/> says how far apart.</param>
    /// <param name="sittings">How often it is held, 1 to 3. Two are sought among all pairs, three among all triples: a triple of a week takes well under a second, of a quarter without <see cref="SlotOptions.SittingsWithin"/> minutes.</param>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The best plan, exactly; of equal ones the earliest. Without sittings when so many do not fit.</returns>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>.</exception>
    /// <exception cref="ArgumentException">The options have faults, or they rank by <see cref="SlotCriterion.WorstInstitution"/>, which is no sum over institutions; or there are more than 32 million pairs of a start and an institution.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public SittingPlan FindSittings(SlotQuery query, int sittings, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(sittings, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sittings, 3);
        var places = new SlotPlaces(query, ReloadableZones.Snapshot(_zones));
        if (places.Options.Order.Contains(SlotCriterion.WorstInstitution))
        {
            throw new ArgumentException("Sittings are ranked by sums over institutions; take WorstInstitution out of the order.", nameof(query));
        }

        // What the host can hold is one sieve; the other also tells what those who must be in hours leave of single sittings.
        SlotSieve held = new(places), single = new(places);
        var sweep = new SlotSweep(places);
        held.RefuseWithoutNotice();
        single.RefuseWithoutNotice();
        sweep.Read(0);
        held.RefuseForHost(sweep.Flags);
        single.RefuseForHost(sweep.Flags);
        var keys = new SittingKeys(places, [.. Enumerable.Range(0, places.Grid.Starts).Where(held.Fits)]);
        for (int place = 0; place < places.Who.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sweep.Read(place);
            keys.Fill(place, sweep);
            if (places.Who[place].MustBeInHours)
            {
                single.RefuseOutsideHours(sweep.Flags, places.Who[place]);
            }
        }

        long within = query.Options.SittingsWithin is { } apart ? (long)(apart / Duration.FromSeconds(SlotGrid.SecondsOfQuarter)) : int.MaxValue;
        int[]? best = new SittingSearch(keys, places.Grid.Session, within).Run(sittings, progress, cancellationToken);
        if (best is null || !keys.AllWhoMustAreInHours(best))
        {
            return new(sittings, [], [], places.Grid.Starts, held.Fitting, single.Report());
        }

        Instant[] starts = [.. best.Select(c => places.Grid.At(keys.Candidates[c]))];
        ImmutableArray<SittingChoice> choices =
        [
            .. Enumerable.Range(0, places.Who.Length).Select(place => (place, choice: keys.BestFor(place, best)))
                .Select(x => new SittingChoice(x.choice, places.At(x.place, starts[x.choice]))),
        ];
        return new(sittings, [.. starts.Select(s => new Slot(places, s, places.ScoreAt(s)))], choices, places.Grid.Starts, held.Fitting, single.Report());
    }

    /// <summary>
    /// Finds a start for each window of a series, so that what people bear in the end is shared: the sum over all people of its square is made small, within the caps.
    /// A local optimum with a bound; see <see cref="SeriesPlan"/>.
    /// </summary>
    /// <param name="query">For whom, when, and how evenly.</param>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The plan; without sessions when a window has no start that fits.</returns>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>.</exception>
    /// <exception cref="ArgumentException">The options or the caps have faults, or there are more than 32 million pairs of a start and an institution.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public SeriesPlan FindSeries(SeriesQuery query, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.ThrowIfInvalid();
        var places = new SlotPlaces(query.Session, ReloadableZones.Snapshot(_zones));
        var sieve = new SlotSieve(places);
        var sweep = new SlotSweep(places);
        sieve.RefuseWithoutNotice();
        sweep.Read(0);
        sieve.RefuseForHost(sweep.Flags);
        for (int place = 0; place < places.Who.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (places.Who[place].MustBeInHours)
            {
                sweep.Read(place);
                sieve.RefuseOutsideHours(sweep.Flags, places.Who[place]);
            }
        }

        int[][] windows = [.. query.Windows.Select(places.StartsIn).Select(starts => starts.Where(sieve.Fits).ToArray())];
        if (windows.Any(w => w.Length == 0))
        {
            return new(query, [], [], default, default, 0, [.. query.Windows.Where((_, w) => windows[w].Length == 0)], sieve.Report());
        }

        var costs = new SeriesCosts(places, windows, query.CarriedOver);
        for (int place = 0; place < places.Who.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sweep.Read(place);
            costs.Fill(place, sweep);
            progress?.Report(0.5 * (place + 1) / places.Who.Length);
        }

        var search = new SeriesSearch(costs, query.MostAboveLeast, query.MostNights, done => progress?.Report(done), cancellationToken);
        SeriesChoice choice = search.Run();
        double bound = search.LowerBound(choice);
        progress?.Report(1);
        return new(
            query, [.. choice.Rows.Select((row, w) => places.Grid.At(windows[w][row - costs.Offsets[w]])).Select(start => new Slot(places, start, places.ScoreAt(start)))],
            SeriesReport.Shares(places, costs, choice), SeriesReport.Figures(costs, choice), SeriesReport.Figures(costs, search.Cheapest), bound, [], sieve.Report());
    }
}
