using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Process;

/// <summary>A running program that answers a line with a line; it is never waited for longer than told.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int MaxLine = 1 << 26;
    private const int KeptErrors = 2000;

    private readonly System.Diagnostics.Process _process;
    private readonly BlockingCollection<string?> _lines = new();
    private readonly StringBuilder _errors = new();
    private string? _ending;

    private ChildProcess(System.Diagnostics.Process process)
    {
        _process = process;
        Start(ReadLines);
        Start(ReadErrors);
    }

    /// <summary>Starts a program.</summary>
    /// <exception cref="TrainerCommandException">It cannot be started.</exception>
    public static ChildProcess Start(TrainerCommand command)
    {
        var start = new ProcessStartInfo(command.File)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return new(System.Diagnostics.Process.Start(start)!);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new TrainerCommandException($"the program {AnswerJson.Quote(command.File)} cannot be started: {e.Message}", e);
        }
    }

    /// <summary>Sends a line and waits for one.</summary>
    /// <exception cref="TrainerFaultException">It ended, or did not answer in time.</exception>
    public string Ask(string line, TimeSpan timeout)
    {
        // A child that does not read fills the pipe: the write must not block for ever either.
        var write = Task.Run(() =>
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        });
        if (_lines.TryTake(out var answer, timeout) && answer is not null)
        {
            return answer;
        }

        _ = write.ContinueWith(static t => _ = t.Exception, TaskContinuationOptions.OnlyOnFaulted);
        if (!_lines.IsCompleted && answer is null && _ending is null)
        {
            throw new TrainerFaultException(TrainerFault.Timeout, FormattableString.Invariant($"no answer within {timeout.TotalSeconds:0.###} s"));
        }

        _process.WaitForExit(1000);
        var code = _process.HasExited ? FormattableString.Invariant($"with exit code {_process.ExitCode}") : "by closing its output";
        throw new TrainerFaultException(TrainerFault.Crash, $"the program ended {code}{_ending}{LastError()}");
    }

    /// <summary>Ends the program and what it started.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        try
        {
            if (!_process.WaitForExit(200))
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit(2000);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended between the question and the kill.
        }

        _process.Dispose();
    }

    private static void Start(Action read) => new Thread(() => read()) { IsBackground = true, Name = "conformance child" }.Start();

    private void ReadLines()
    {
        var line = new StringBuilder();
        try
        {
            var buffer = new char[1 << 14];
            for (int got; (got = _process.StandardOutput.Read(buffer)) > 0;)
            {
                for (var rest = buffer.AsSpan(0, got); rest.Length > 0;)
                {
                    var end = rest.IndexOf('\n');
                    line.Append(end < 0 ? rest : rest[..end]);
                    if (line.Length > MaxLine)
                    {
                        _ending = FormattableString.Invariant($" after a line of more than {MaxLine} characters");
                        return;
                    }

                    if (end < 0)
                    {
                        break;
                    }

                    _lines.Add(line.ToString().TrimEnd('\r'));
                    line.Clear();
                    rest = rest[(end + 1)..];
                }
            }

            _ending = line.Length > 0 ? $" in the middle of a line: {AnswerJson.Quote(line.ToString())}" : string.Empty;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or ObjectDisposedException)
        {
            _ending = string.Empty;
        }
        finally
        {
            _ending ??= string.Empty;
            _lines.CompleteAdding();
        }
    }

    private void ReadErrors()
    {
        try
        {
            var buffer = new char[4096];
            for (int got; (got = _process.StandardError.Read(buffer)) > 0;)
            {
                lock (_errors)
                {
                    _errors.Append(buffer, 0, got);
                    if (_errors.Length > KeptErrors)
                    {
                        _errors.Remove(0, _errors.Length - KeptErrors);
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or ObjectDisposedException)
        {
            // The program is gone.
        }
    }

    private string LastError()
    {
        // Its last words may still be on the way.
        for (var i = 0; i < 20; i++)
        {
            lock (_errors)
            {
                var last = _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
                if (last is not null)
                {
                    return "; it last said " + AnswerJson.Quote(last);
                }
            }

            Thread.Sleep(5);
        }

        return string.Empty;
    }
}
