using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Keeps, for every start, which filter refused it first and how many did.</summary>
internal sealed class SlotSieve
{
    private readonly List<(SlotFilterKind Kind, SlotInstitution? Who, TrainingTextOf Text, int Refused)> _filters = [];
    private readonly SlotPlaces _places;
    private readonly short[] _first;
    private readonly short[] _count;

    internal SlotSieve(SlotPlaces places)
    {
        _places = places;
        _first = new short[places.Grid.Starts];
        _count = new short[places.Grid.Starts];
    }

    private delegate TrainingText TrainingTextOf(int refused, TrainingText effect);

    internal bool Fits(int start) => _count[start] == 0;

    internal int Fitting => _count.AsSpan().Count((short)0);

    /// <summary>Refuses the starts before the earliest one that is asked for.</summary>
    internal void RefuseWithoutNotice()
    {
        if (_places.Query.NotBefore is not { } notBefore)
        {
            return;
        }

        int until = (int)Math.Clamp(_places.Grid.IndexFrom(notBefore), 0, _first.Length);
        short number = Begin();
        for (int s = 0; s < until; s++)
        {
            Refuse(s, number);
        }

        _filters.Add((SlotFilterKind.Notice, null, (refused, effect) => SlotRules.FilterNotice.With(
            ("refused", refused), ("notBefore", notBefore.InZone(_places.Zones[0]).LocalDateTime), ("effect", effect)), until));
    }

    /// <summary>Refuses what the host does not hold, from what the sweep read of it.</summary>
    internal void RefuseForHost(ReadOnlySpan<byte> flags)
    {
        SlotInstitution host = _places.Who[0];
        string code = host.Institution.Code.ToString(), hours = _places.Options.HostHours.ToString();
        RefuseWhere(flags, QuarterFlags.OutsideHostHours, SlotFilterKind.HostHours, host, (refused, effect) => SlotRules.FilterHostHours.With(
            ("refused", refused), ("hours", hours), ("institution", code), ("effect", effect)));
        if (!_places.Options.HostOnRestDays)
        {
            RefuseWhere(flags, QuarterFlags.HostRests, SlotFilterKind.HostRests, host, (refused, effect) => SlotRules.FilterHostRests.With(
                ("refused", refused), ("institution", code), ("effect", effect)));
        }
    }

    /// <summary>Refuses what is not wholly in the hours of an institution that must be in hours, from what the sweep read of it.</summary>
    internal void RefuseOutsideHours(ReadOnlySpan<byte> flags, SlotInstitution who)
    {
        string code = who.Institution.Code.ToString();
        RefuseWhere(flags, QuarterFlags.OutsideHours, SlotFilterKind.MustBeInHours, who, (refused, effect) => SlotRules.FilterMustAttend.With(
            ("refused", refused), ("institution", code), ("effect", effect)));
    }

    internal ImmutableArray<SlotFilter> Report()
    {
        int starts = _first.Length, left = starts;
        int[] first = new int[_filters.Count], alone = new int[_filters.Count];
        for (int s = 0; s < starts; s++)
        {
            if (_count[s] > 0)
            {
                first[_first[s]]++;
                alone[_first[s]] += _count[s] == 1 ? 1 : 0;
            }
        }

        var report = ImmutableArray.CreateBuilder<SlotFilter>(_filters.Count);
        for (int f = 0; f < _filters.Count; f++)
        {
            var (kind, who, text, refused) = _filters[f];
            left -= first[f];
            TrainingText effect = refused == starts ? SlotRules.EffectAll.With() : SlotRules.EffectAlone.With(("only", alone[f]));
            report.Add(new(kind, who?.Institution.Code, starts, refused, alone[f], left, text(refused, effect)));
        }

        return report.MoveToImmutable();
    }

    private void RefuseWhere(ReadOnlySpan<byte> flags, QuarterFlags flag, SlotFilterKind kind, SlotInstitution who, TrainingTextOf text)
    {
        short number = Begin();
        int refused = 0;
        for (int s = 0; s < _first.Length; s++)
        {
            if ((flags[s] & (byte)flag) != 0)
            {
                Refuse(s, number);
                refused++;
            }
        }

        _filters.Add((kind, who, text, refused));
    }

    private short Begin() => (short)_filters.Count;

    private void Refuse(int start, short filter)
    {
        if (_count[start]++ == 0)
        {
            _first[start] = filter;
        }
    }
}
