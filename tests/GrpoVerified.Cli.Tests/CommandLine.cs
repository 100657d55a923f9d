using System.Text;
using System.Text.Json;

namespace GrpoVerified.Cli.Tests;

/// <summary>Runs the tool inside the test's process.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static CommandLine Run(params string[] args) => RunWith(string.Empty, args);

    public static CommandLine RunWith(string input, params string[] args) => RunWith(Encoding.UTF8.GetBytes(input), args);

    public static CommandLine RunInto(Stream output, params string[] args)
    {
        using var stderr = new StringWriter();
        var code = Application.Run(args, new CommandContext(Stream.Null, output, stderr, ErrorIsTerminal: false));
        return new CommandLine(code, string.Empty, stderr.ToString());
    }

    public static CommandLine RunWith(byte[] input, params string[] args)
    {
        using var stdin = new MemoryStream(input);
        using var stdout = new MemoryStream();
        using var stderr = new StringWriter();
        var code = Application.Run(args, new CommandContext(stdin, stdout, stderr, ErrorIsTerminal: false));
        return new CommandLine(code, Encoding.UTF8.GetString(stdout.ToArray()), stderr.ToString());
    }

    /// <summary>The output as JSON; the command must have succeeded.</summary>
    public JsonElement Json()
    {
        Assert.True(Error.Length == 0, Error);
        return JsonDocument.Parse(Output).RootElement;
    }

    /// <summary>Asserts that the command failed with exit code 2 and one line on stderr, which has the given parts.</summary>
    public void IsOneLineUsageError(params string[] parts)
    {
        Assert.Equal(Cli.ExitCode.Usage, ExitCode);
        Assert.StartsWith("error: ", Error, StringComparison.Ordinal);
        Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.EndsWith("\n", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        foreach (var part in parts)
        {
            Assert.Contains(part, Error, StringComparison.Ordinal);
        }
    }
}
