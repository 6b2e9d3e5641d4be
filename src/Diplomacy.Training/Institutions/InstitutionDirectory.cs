using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>All institutions, by code. One directory, one stream.</summary>
public sealed class InstitutionDirectory : Aggregate, IAggregate<InstitutionDirectory>
{
    private InstitutionDirectory(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The directory's stream, <c>institutions</c>.</summary>
    public static StreamId StreamOf { get; } = StreamId.Of("institutions");

    /// <summary>The institutions, ordered by code. An immutable picture of this version.</summary>
    public ImmutableSortedDictionary<InstitutionCode, Institution> All { get; private set; } = ImmutableSortedDictionary<InstitutionCode, Institution>.Empty;

    /// <inheritdoc/>
    public static InstitutionDirectory Begin(StreamId stream) => new(stream);

    /// <summary>Adds an institution. Adding it again with the same particulars changes nothing.</summary>
    /// <param name="institution">Its particulars.</param>
    /// <param name="zones">The zones in which its zone must be known.</param>
    /// <param name="now">When.</param>
    /// <returns>The institution as it stands in the directory.</returns>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>, <c>institution.code-is-new</c>.</exception>
    public Decision<Institution> Add(Institution institution, IDateTimeZoneProvider zones, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckAdd(institution, zones));
        return All.ContainsKey(institution.Code)
            ? Decision.Of(institution)
            : Decision.Of(institution, new InstitutionAdded(now, institution));
    }

    /// <summary>Which rules an addition would break; see <see cref="Add"/>.</summary>
    /// <param name="institution">Its particulars.</param>
    /// <param name="zones">The zones in which its zone must be known.</param>
    public IReadOnlyList<TrainingRule> CheckAdd(Institution institution, IDateTimeZoneProvider zones)
    {
        var unmet = new List<TrainingRule>(CheckZone(institution, zones));
        if (All.TryGetValue(institution.Code, out Institution? known) && known != institution)
        {
            unmet.Add(InstitutionRules.CodeIsNew.Broken(("institution", institution.Code.ToString())));
        }

        return unmet;
    }

    /// <summary>Adds several institutions, all or none.</summary>
    /// <param name="institutions">Their particulars.</param>
    /// <param name="zones">The zones in which their zones must be known.</param>
    /// <param name="now">When.</param>
    /// <returns>How many were new.</returns>
    /// <exception cref="TrainingRuleException">Every broken rule of every institution, together.</exception>
    public Decision<int> AddAll(IReadOnlyCollection<Institution> institutions, IDateTimeZoneProvider zones, Instant now)
    {
        ArgumentNullException.ThrowIfNull(institutions);
        var unmet = new List<TrainingRule>();
        var adding = new Dictionary<InstitutionCode, Institution>();
        foreach (Institution institution in institutions)
        {
            unmet.AddRange(CheckAdd(institution, zones));
            if (adding.TryGetValue(institution.Code, out Institution? twin) && twin != institution)
            {
                unmet.Add(InstitutionRules.CodeIsNew.Broken(("institution", institution.Code.ToString())));
            }

            adding[institution.Code] = institution;
        }

        TrainingRuleException.ThrowIfAny(unmet);
        TrainingEvent[] events = [.. adding.Values.Where(i => !All.ContainsKey(i.Code)).Select(i => new InstitutionAdded(now, i))];
        return Decision.Of(events.Length, events);
    }

    /// <summary>Changes an institution's particulars; the code stays. Changing nothing is accepted and records nothing.</summary>
    /// <param name="institution">Its particulars from now on.</param>
    /// <param name="zones">The zones in which its zone must be known.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>institution.is-known</c>, <c>institution.zone-is-known</c>.</exception>
    public Decision<Institution> Change(Institution institution, IDateTimeZoneProvider zones, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckChange(institution, zones));
        return All[institution.Code] == institution
            ? Decision.Of(institution)
            : Decision.Of(institution, new InstitutionChanged(now, institution));
    }

    /// <summary>Which rules a change would break; see <see cref="Change"/>.</summary>
    /// <param name="institution">Its particulars from now on.</param>
    /// <param name="zones">The zones in which its zone must be known.</param>
    public IReadOnlyList<TrainingRule> CheckChange(Institution institution, IDateTimeZoneProvider zones)
    {
        var unmet = new List<TrainingRule>(CheckZone(institution, zones));
        if (!All.ContainsKey(institution.Code))
        {
            unmet.Insert(0, InstitutionRules.IsKnown.Broken(("institution", institution.Code.ToString())));
        }

        return unmet;
    }

    private protected override void When(TrainingEvent happened) => All = happened switch
    {
        InstitutionAdded added => All.SetItem(added.Institution.Code, added.Institution),
        InstitutionChanged changed => All.SetItem(changed.Institution.Code, changed.Institution),
        _ => All,
    };

    private static IEnumerable<TrainingRule> CheckZone(Institution institution, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(zones);
        if (zones.GetIanaZoneOrNull(institution.ZoneId) is null)
        {
            yield return InstitutionRules.ZoneIsKnown.Broken(
                ("institution", institution.Code.ToString()), ("zone", institution.ZoneId), ("version", zones.VersionId));
        }
    }
}
