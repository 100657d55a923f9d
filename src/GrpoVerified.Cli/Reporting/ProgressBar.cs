using Spectre.Console;

namespace GrpoVerified.Cli.Reporting;

/// <summary>A progress bar on standard error, only where that is a terminal.</summary>
internal static class ProgressBar
{
    /// <summary>Runs a job that reports how many of its units are done.</summary>
    public static T Run<T>(CommandContext context, string title, int units, Func<IProgress<int>?, T> job)
    {
        if (!context.ErrorIsTerminal)
        {
            return job(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        return console.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask(Markup.Escape(title), maxValue: Math.Max(1, units));
            return job(new Sink(task));
        });
    }

    private sealed class Sink(ProgressTask task) : IProgress<int>
    {
        // Reports arrive from several threads and may overtake each other.
        public void Report(int value)
        {
            lock (task)
            {
                task.Value = Math.Max(task.Value, value);
            }
        }
    }
}
