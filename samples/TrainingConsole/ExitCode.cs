namespace TrainingConsole;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    internal const int Done = 0;
    internal const int RefusedOrNotFound = 1;
    internal const int BadUsageOrInput = 2;

    /// <summary>Told, and somebody has to decide about it.</summary>
    internal const int DecisionNeeded = 3;
}
