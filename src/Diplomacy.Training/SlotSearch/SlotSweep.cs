using System.Collections.Immutable;
using System.Numerics;
using NodaTime.TimeZones;

namespace Diplomacy.Training;

/// <summary>
/// Reads one institution after another: walks the intervals of its zone once, lays out its quarters day by day, and slides the session over them. Nothing is
/// converted quarter by quarter; that is what makes a year of 200 zones quick.
/// </summary>
/// <remarks>The buffers are used again for the next institution. Not for several threads.</remarks>
internal sealed class SlotSweep
{
    private static readonly LocalDate s_epoch = new(1970, 1, 1);
    private readonly SlotPlaces _places;
    private readonly byte[] _costs;
    private readonly byte[] _flags;
    private readonly byte[] _windowFlags;
    private readonly ushort[] _windowCosts;
    private readonly List<(int From, int To)> _clockChanges = [];
    private readonly Dictionary<ImmutableArray<WorkingInterval>, DayQuarters> _days = [];

    internal SlotSweep(SlotPlaces places)
    {
        _places = places;
        int padded = Padded(places.Grid.Starts);
        _windowFlags = new byte[padded];
        _windowCosts = new ushort[padded];
        _costs = new byte[padded + places.Grid.Session];
        _flags = new byte[padded + places.Grid.Session];
    }

    /// <summary>For every start, what the session touches at the institution that was read. Padded to whole vectors.</summary>
    internal ReadOnlySpan<byte> Flags => _windowFlags;

    /// <summary>For every start, what the session costs one person of the institution that was read. Padded to whole vectors.</summary>
    internal ReadOnlySpan<ushort> Costs => _windowCosts;

    /// <summary>The starts near a change of the clocks, from included, to excluded, in order and apart.</summary>
    internal IReadOnlyList<(int From, int To)> ClockChanges => _clockChanges;

    internal static int Padded(int starts) => (starts + Vector<byte>.Count - 1) / Vector<byte>.Count * Vector<byte>.Count;

    /// <summary>Reads an institution; 0 is the host.</summary>
    internal void Read(int place)
    {
        SlotGrid grid = _places.Grid;
        if (grid.Starts == 0)
        {
            return;
        }

        LayOut(_places.Who[place], _places.Zones[place], place == 0 ? _places.Options.HostHours : null);
        Slide(grid.Session);
        FindClockChanges(_places.Zones[place]);
    }

    private void LayOut(SlotInstitution who, DateTimeZone zone, WorkingInterval? hostHours)
    {
        SlotGrid grid = _places.Grid;
        WorkingTime workingTime = who.Institution.WorkingTime;
        _days.Clear();
        int at = 0, phase = -1;
        while (at < grid.Quarters)
        {
            // A quarter is judged in its middle, where no boundary between bands can lie.
            long middle = ((grid.First + at) * SlotGrid.SecondsOfQuarter) + (SlotGrid.SecondsOfQuarter / 2);
            ZoneInterval interval = zone.GetZoneInterval(Instant.FromUnixTimeSeconds(middle));
            int until = grid.Quarters;
            if (interval.HasEnd)
            {
                long left = interval.End.ToUnixTimeSeconds() - middle;
                until = (int)Math.Min(until, at + ((left + SlotGrid.SecondsOfQuarter - 1) / SlotGrid.SecondsOfQuarter));
            }

            (long day, long second) = Math.DivRem(middle + interval.WallOffset.Seconds, NodaConstants.SecondsPerDay);
            if (second < 0)
            {
                (day, second) = (day - 1, second + NodaConstants.SecondsPerDay);
            }

            int index = (int)(second / SlotGrid.SecondsOfQuarter), now = (int)(second % SlotGrid.SecondsOfQuarter);
            if (now != phase)
            {
                phase = now;
                _days.Clear();
            }

            for (LocalDate date = s_epoch.PlusDays((int)day); at < until; date = date.PlusDays(1), index = 0)
            {
                ImmutableArray<WorkingInterval> hours = workingTime.HoursOn(date, who.StatusOn(date));
                if (!_days.TryGetValue(hours, out DayQuarters? quarters))
                {
                    _days[hours] = quarters = DayQuarters.Of(hours, phase, _places.Options.Costs, hostHours);
                }

                int count = Math.Min(DayQuarters.Count - index, until - at);
                quarters.Costs.AsSpan(index, count).CopyTo(_costs.AsSpan(at));
                quarters.Flags.AsSpan(index, count).CopyTo(_flags.AsSpan(at));
                at += count;
            }
        }
    }

    /// <summary>Sums the costs and joins the flags of all quarters of a session, for every start.</summary>
    private void Slide(int session)
    {
        int width = Vector<byte>.Count;
        for (int s = 0; s < _windowFlags.Length; s += width)
        {
            ReadOnlySpan<byte> costs = _costs.AsSpan(s, width + session - 1), flags = _flags.AsSpan(s, width + session - 1);
            Vector<byte> joined = default;
            Vector<ushort> low = default, high = default;
            for (int q = 0; q < session; q++)
            {
                joined |= new Vector<byte>(flags[q..]);
                Vector.Widen(new Vector<byte>(costs[q..]), out Vector<ushort> l, out Vector<ushort> h);
                low += l;
                high += h;
            }

            joined.CopyTo(_windowFlags, s);
            low.CopyTo(_windowCosts, s);
            high.CopyTo(_windowCosts, s + (width / 2));
        }
    }

    private void FindClockChanges(DateTimeZone zone)
    {
        _clockChanges.Clear();
        SlotGrid grid = _places.Grid;
        foreach (Instant change in _places.ClockChanges(zone, grid.At(0), grid.At(grid.Starts - 1)))
        {
            int from = (int)Math.Clamp(grid.IndexFrom(change - _places.NearClockChange), 0, grid.Starts);
            int to = (int)Math.Clamp(grid.IndexFrom(change + _places.NearClockChange + Duration.Epsilon), 0, grid.Starts);
            if (_clockChanges.Count > 0 && from <= _clockChanges[^1].To)
            {
                _clockChanges[^1] = (_clockChanges[^1].From, to);
            }
            else if (from < to)
            {
                _clockChanges.Add((from, to));
            }
        }
    }
}
