using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Tests.SlotSearching;

public sealed class SittingsAgainstEnumeration
{
    private static readonly SlotCriterion[] s_sums = [.. Enum.GetValues<SlotCriterion>().Where(c => c != SlotCriterion.WorstInstitution)];

    [Fact]
    public void The_best_sittings_are_the_best_of_all_choices() =>
        Gen.Select(SlotQueries.Any(mostDays: 3, mostQuarters: 10), Gen.Int[1, 3], Gen.Shuffle(s_sums), Gen.Int[0, 5], Gen.OneOf<int>(0, 6, 30, 400), Gen.OneOf<int>(1, 1000, 30_000 / 4)).Sample((query, count, order, criteria, within, factor) =>
        {
            // Many people at a place force the criteria into several numbers.
            query = new(Times(query.Host, factor), query.Days, query.Length, query.Institutions.Select(i => Times(i, factor)))
            {
                NotBefore = query.NotBefore,
                Options = query.Options with { Order = [.. order[..criteria]], SittingsWithin = within == 0 ? null : Duration.FromMinutes(15 * within) },
            };
            BruteForceSlot[] held = [.. BruteForceSlots.Of(query).Where(s => !s.TooSoon && !s.OutsideHostHours && !s.HostRests)];
            if (held.Length > (count == 3 ? 45 : 300))
            {
                return;
            }

            SittingPlan plan = new SlotSearch().FindSittings(query, count);

            (Instant[] Starts, long[][] Keys)? best = Best(query, held, count, within == 0 ? int.MaxValue : within);
            plan.Fitting.Should().Be(held.Length);
            plan.Sittings.Select(s => s.Start).Should().Equal(best?.Starts ?? []);
            if (best is { } expected)
            {
                plan.Choices.Select(c => c.Sitting).Should().Equal(expected.Keys[0].Select(c => (int)c));
                plan.Choices.Select(c => c.Local.Start.ToInstant()).Should().Equal(plan.Choices.Select(c => plan.Sittings[c.Sitting].Start));
                expected.Keys[1].Skip(1).Should().Equal(query.Options.Order.Select(c => (long)plan.Score.Of(c)));
            }
        }, iter: 150);

    [Fact]
    public void One_sitting_is_the_best_slot() =>
        SlotQueries.Any(mostDays: 6).Sample(query =>
        {
            // A single sitting asks of those who must be in hours what a slot asks of them.
            SlotFindings found = new SlotSearch().Find(query);
            SittingPlan plan = new SlotSearch().FindSittings(query, 1);

            plan.Sittings.Select(s => (s.Start, s.Score)).Should().Equal(found.Slots.Take(1).Select(s => (s.Start, s.Score)));
            plan.Filters.Should().BeEquivalentTo(found.Filters);
        }, iter: 100);

    private static SlotInstitution Times(SlotInstitution who, int factor) =>
        new(who.Institution, Math.Min(who.Heads * factor, 39_000), who.Holidays) { MustBeInHours = who.MustBeInHours };

    /// <summary>Every choice, each institution at the sitting whose digits are less; of equal choices the earliest. The keys are the choice of each institution and the sums.</summary>
    private static (Instant[] Starts, long[][] Keys)? Best(SlotQuery query, BruteForceSlot[] held, int count, int within)
    {
        SlotInstitution[] all = [query.Host, .. query.Institutions];
        long[][][] digits = [.. held.Select(s => all.Select(who => Digits(query, who, s)).ToArray())];
        (Instant[] Starts, long[][] Keys)? best = null;
        Visit([]);
        return best;

        void Visit(int[] chosen)
        {
            if (chosen.Length == count)
            {
                int[] sittings = [.. all.Select((_, p) => chosen.Select((c, i) => (c, i)).Aggregate((x, y) => digits[y.c][p].AsSpan().SequenceCompareTo(digits[x.c][p]) < 0 ? y : x).i)];
                long[] sums = [.. Enumerable.Range(0, query.Options.Order.Length + 1).Select(d => all.Select((_, p) => digits[chosen[sittings[p]]][p][d]).Sum())];
                if (sums[0] == 0 && (best is null || sums.AsSpan().SequenceCompareTo(best.Value.Keys[1]) < 0))
                {
                    best = ([.. chosen.Select(c => held[c].Start)], [[.. sittings.Select(s => (long)s)], sums]);
                }

                return;
            }

            for (int next = chosen.Length == 0 ? 0 : chosen[^1] + 1; next < held.Length; next++)
            {
                bool fits = chosen.Length == 0
                    || (held[next].Start - held[chosen[^1]].Start >= query.Length && (held[next].Start - held[chosen[0]].Start).TotalMinutes / 15 <= within);
                if (fits)
                {
                    Visit([.. chosen, next]);
                }
            }
        }
    }

    private static long[] Digits(SlotQuery query, SlotInstitution who, BruteForceSlot slot)
    {
        SlotScore alone = BruteForceSlots.Score(query, slot.Start, new SlotInstitution(who.Institution, who.Heads, who.Holidays));
        return [slot.NotInHours.Contains(who.Institution.Code) ? 1 : 0, .. query.Options.Order.Select(c => (long)alone.Of(c))];
    }
}
