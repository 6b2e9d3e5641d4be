using System.Diagnostics;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>
/// What a decision costs does not follow the size of the book. Counted twice: in what is allocated, since every step leaves a way back, and in the least time of many,
/// which a look at each of 20,000 registrations would multiply.
/// </summary>
public sealed class RegistrationBookCost
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_decision_takes_no_more_steps_in_a_larger_book(bool toTheLine)
    {
        var (small, shortest) = CostOfADecision(100, toTheLine);
        var (large, longest) = CostOfADecision(20_000, toTheLine);

        ((double)large / small).Should().BeInRange(0.5, 1.5, "{0} bytes in a book of 100 and {1} in one of 20,000", small, large);
        (longest / shortest).Should().BeLessThan(4, "{0} in a book of 100 and {1} in one of 20,000", shortest, longest);
    }

    private static (long Bytes, TimeSpan Time) CostOfADecision(int registrations, bool toTheLine)
    {
        var book = new Registrar(SeatPlan.OnlineOnly(toTheLine ? registrations / 2 : registrations * 2).WithTotal(registrations * 2).With(Quota.ForEachMission(registrations)));
        for (int i = 0; i < registrations; i++)
        {
            book.Register($"p{i}", from: i % 2 == 0 ? Registrar.Washington : Registrar.Paris, priority: i % 97);
        }

        RegistrationRequest request = book.Request("one more", from: Registrar.Paris);
        RegistrationCircumstances circumstances = book.Circumstances;
        var id = RegistrationId.New();
        (long bytes, TimeSpan time) = (long.MaxValue, TimeSpan.MaxValue);
        for (int run = 0; run < 3_000; run++)
        {
            (long before, long began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            book.Book.Register(id, request, circumstances);
            TimeSpan took = Stopwatch.GetElapsedTime(began);
            (bytes, time) = (Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before), took < time ? took : time);
        }

        return (bytes, time);
    }
}
