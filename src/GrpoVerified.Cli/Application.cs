using System.CommandLine;
using System.Globalization;
using System.Text;
using GrpoVerified.Cli.Commands;
using GrpoVerified.Theory;
using Microsoft.Win32.SafeHandles;

namespace GrpoVerified.Cli;

/// <summary>Parses a command line, runs the command, and turns every outcome into an exit code.</summary>
internal static class Application
{
    /// <summary>Set to any value, it prints the stack trace of an internal error.</summary>
    public const string TraceVariable = "GRPO_VERIFIED_TRACE";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs with the streams of the process.</summary>
    public static int RunOnConsole(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        using var input = Console.OpenStandardInput();

        // Not disposed: disposing would write again to a pipe that is found broken; Run flushes.
        var output = OpenOutput();
        using var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
        return Run(args, new CommandContext(input, output, error, !Console.IsErrorRedirected));
    }

    /// <summary>Runs with the given streams; never throws.</summary>
    public static int Run(string[] args, CommandContext context)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var code = Dispatch(args, context);
            context.Output.Flush();
            return code;
        }
        catch (UsageException e)
        {
            return Fail(context, ExitCode.Usage, e.Message);
        }
        catch (ParameterException e)
        {
            return Fail(context, ExitCode.Usage, UsageException.OneLine(e.Message));
        }
        catch (OperationCanceledException e)
        {
            return Fail(context, ExitCode.Interrupted, e is InterruptedException ? UsageException.OneLine(e.Message) : "interrupted");
        }
        catch (IOException e) when (IsBrokenPipe(e))
        {
            return ExitCode.BrokenPipe;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(context, ExitCode.Usage, UsageException.OneLine(e.Message));
        }
#pragma warning disable CA1031 // the outermost frame: whatever is left is an internal error with exit code 4
        catch (Exception e)
#pragma warning restore CA1031
        {
            var trace = Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 } ? Environment.NewLine + e : string.Empty;
            return Fail(
                context,
                ExitCode.Internal,
                $"internal error: {e.GetType().Name}: {UsageException.OneLine(e.Message)}; this is a defect of {CommandContext.ToolName} {Version}; " +
                $"set {TraceVariable}=1, run the same command again, and report both{trace}");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>Version of the tool.</summary>
    public static string Version => typeof(Application).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Runs a command line; errors are thrown.</summary>
    internal static int Dispatch(string[] args, CommandContext context)
    {
        var root = CommandTree.BuildFor(args, context);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        CommandLineErrors.ThrowIfAny(parsed);
        using var output = new StreamWriter(context.Output, Utf8, 4096, leaveOpen: true);
        return parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = output,
            Error = context.Error,
            ProcessTerminationTimeout = null,
        });
    }

    private static int Fail(CommandContext context, int code, string message)
    {
        try
        {
            context.Output.Flush();
        }
        catch (IOException)
        {
            // The reader of stdout is gone; the message on stderr still has one.
        }

        try
        {
            context.Error.WriteLine("error: " + message);
        }
        catch (IOException)
        {
            // Nobody listens; the exit code says it.
        }

        return code;
    }

    // The console's own stream swallows a broken pipe and the command would run on for nobody; a file
    // stream reports it. On a seekable file the console's stream is kept: a file stream would write at
    // its own position and break appending redirections.
    private static BufferedStream OpenOutput()
    {
        if (!OperatingSystem.IsWindows())
        {
            var file = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!file.CanSeek)
            {
                return new BufferedStream(file, 1 << 16);
            }
        }

        return new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
    }

    private static bool IsBrokenPipe(IOException e)
        => OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is 109 or 232 : e.HResult == 32;
}
