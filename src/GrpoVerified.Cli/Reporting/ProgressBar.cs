using System.Runtime.InteropServices;
using Spectre.Console;

namespace GrpoVerified.Cli.Reporting;

/// <summary>A progress bar on standard error, only where that is a terminal.</summary>
internal static class ProgressBar
{
    /// <summary>Runs a job that reports how many of its units are done.</summary>
    /// <param name="context">Where progress goes.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="units">How many there are.</param>
    /// <param name="job">The job.</param>
    /// <param name="keepsWork">Whether a stopped job keeps what it finished, so that it must be asked even where nothing is drawn.</param>
    /// <remarks>The first Ctrl-C asks the job to stop, so that the terminal is left in order; the second ends the process.</remarks>
    public static T Run<T>(CommandContext context, string title, int units, Func<IProgress<int>?, CancellationToken, T> job, bool keepsWork = false)
    {
        if (!context.ErrorIsTerminal && !keepsWork)
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

        // A batch system asks with SIGTERM.
        using var terminated = keepsWork
            ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, e =>
            {
                e.Cancel = !interrupted.IsCancellationRequested;
                interrupted.Cancel();
            })
            : null;
        try
        {
            if (!context.ErrorIsTerminal)
            {
                return job(null, interrupted.Token);
            }

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
