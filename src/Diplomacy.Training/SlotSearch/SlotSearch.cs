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
        var places = new SlotPlaces(query, _zones);
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
}
