namespace Diplomacy.Training.Tests.Registrations;

/// <summary>What a decision costs does not follow the size of the book. Counted in what is allocated: every step of a decision leaves a way back, so that more steps allocate more.</summary>
public sealed class RegistrationBookCost
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_decision_takes_no_more_steps_in_a_larger_book(bool toTheLine)
    {
        long small = CostOfADecision(100, toTheLine);
        long large = CostOfADecision(20_000, toTheLine);

        small.Should().BePositive();
        ((double)large / small).Should().BeInRange(0.5, 1.5, "{0} bytes in a book of 100 and {1} in one of 20,000", small, large);
    }

    private static long CostOfADecision(int registrations, bool toTheLine)
    {
        var book = new Registrar(SeatPlan.OnlineOnly(toTheLine ? registrations / 2 : registrations * 2).WithTotal(registrations * 2).With(Quota.ForEachMission(registrations)));
        for (int i = 0; i < registrations; i++)
        {
            book.Register($"p{i}", from: i % 2 == 0 ? Registrar.Washington : Registrar.Paris, priority: i % 97);
        }

        RegistrationRequest request = book.Request("one more", from: Registrar.Paris);
        RegistrationCircumstances circumstances = book.Circumstances;
        var id = RegistrationId.New();
        long least = long.MaxValue;
        for (int run = 0; run < 20; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            book.Book.Register(id, request, circumstances);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
