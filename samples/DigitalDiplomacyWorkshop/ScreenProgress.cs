using Spectre.Console;

namespace DigitalDiplomacyWorkshop;

/// <summary>Progress bars on the screen.</summary>
internal static class ScreenProgress
{
    /// <summary>Does something for each item, counting them.</summary>
    internal static Task CountAsync<T>(this IAnsiConsole screen, string title, IReadOnlyList<T> items, Func<T, int, Task> each) =>
        screen.CountAsync(title, items.Count, async progress =>
        {
            for (int i = 0; i < items.Count; i++)
            {
                await each(items[i], i);
                progress.Report(i + 1);
            }
        });

    /// <summary>Does something that reports how far it is.</summary>
    internal static async Task CountAsync(this IAnsiConsole screen, string title, int total, Func<IProgress<int>, Task> work)
    {
        if (!screen.Profile.Capabilities.Interactive || !screen.Profile.Capabilities.Ansi)
        {
            // A bar cannot move in a log, and would stop short of its end there: one line says that all is done.
            await work(new Progress<int>());
            screen.WriteLine(FormattableString.Invariant($"{title}: {total} of {total}, 100 %"));
            return;
        }

        await screen.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask(title, maxValue: Math.Max(1, total));
                await work(new Counter(bar));
                bar.Value = bar.MaxValue;
            });
    }

    /// <summary>Moves the bar at once, from whichever thread reports; the largest count wins.</summary>
    private sealed class Counter(ProgressTask bar) : IProgress<int>
    {
        private readonly Lock _gate = new();

        public void Report(int value)
        {
            lock (_gate)
            {
                bar.Value = Math.Max(bar.Value, value);
            }
        }
    }
}
