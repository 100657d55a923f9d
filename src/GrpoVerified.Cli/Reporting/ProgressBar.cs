using Spectre.Console;

namespace GrpoVerified.Cli.Reporting;

/// <summary>A progress bar on standard error, only where that is a terminal.</summary>
internal static class ProgressBar
{
    /// <summary>Runs a job that reports how many of its units are done.</summary>
    /// <remarks>The first Ctrl-C asks the job to stop, so that the terminal is left in order; the second ends the process.</remarks>
    public static T Run<T>(CommandContext context, string title, int units, Func<IProgress<int>?, CancellationToken, T> job)
    {
        if (!context.ErrorIsTerminal)
        {
            return job(null, CancellationToken.None);
        }

        using var interrupted = new CancellationTokenSource();
        ConsoleCancelEventHandler stop = (_, e) =>
        {
            e.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        };
        Console.CancelKeyPress += stop;
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
            return console.Progress().AutoClear(true).Start(progress =>
            {
                var task = progress.AddTask(Markup.Escape(title), maxValue: Math.Max(1, units));
                return job(new Sink(task), interrupted.Token);
            });
        }
        finally
        {
            Console.CancelKeyPress -= stop;
        }
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
