namespace Diplomacy.Training.AotSmoke;

/// <summary>Notes what does not hold and goes on, so that one run tells everything.</summary>
internal sealed class Expectations
{
    private int _held;
    private int _broken;

    public void That(bool holds, string what)
    {
        if (holds)
        {
            _held++;
            return;
        }

        _broken++;
        Console.Error.WriteLine($"does not hold: {what}");
    }

    public void Equal<T>(T expected, T actual, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what} (expected {expected}, found {actual})");

    public void Refused(string code, Action act, string what)
    {
        string found = "no refusal";
        try
        {
            act();
        }
        catch (TrainingRuleException refusal)
        {
            found = refusal.Rule.Code;
        }

        Equal(code, found, what);
    }

    public async Task RefusedAsync(string code, Func<Task> act, string what)
    {
        string found = "no refusal";
        try
        {
            await act();
        }
        catch (TrainingRuleException refusal)
        {
            found = refusal.Rule.Code;
        }

        Equal(code, found, what);
    }

    /// <summary>Says how it went.</summary>
    /// <returns>The exit code: 0 when everything held.</returns>
    public int Report()
    {
        Console.WriteLine(FormattableString.Invariant($"{_held} held, {_broken} broken"));
        return _broken == 0 ? 0 : 1;
    }
}
