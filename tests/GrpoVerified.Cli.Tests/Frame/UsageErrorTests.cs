namespace GrpoVerified.Cli.Tests.Frame;

public sealed class UsageErrorTests
{
    [Fact]
    public void No_command_is_one_line() => CommandLine.Run().IsOneLineUsageError("no command", "--help");

    [Fact]
    public void A_mistyped_command_names_the_nearest()
        => CommandLine.Run("advntages").IsOneLineUsageError("unknown command 'advntages'", "did you mean 'advantages'");

    [Fact]
    public void A_mistyped_option_names_the_nearest()
        => CommandLine.Run("advantages", "--reward", "1,0").IsOneLineUsageError("unknown option '--reward'", "did you mean '--rewards'");

    [Fact]
    public void A_mistyped_word_names_the_nearest()
        => CommandLine.Run("advantages", "--rewards", "1,0", "--std", "populaton").IsOneLineUsageError("--std", "did you mean 'population'");

    [Fact]
    public void An_option_without_value_is_one_line()
        => CommandLine.Run("advantages", "--rewards").IsOneLineUsageError("'--rewards' needs a value");

    [Fact]
    public void An_option_given_twice_is_one_line()
        => CommandLine.Run("advantages", "--rewards", "1", "--rewards", "0").IsOneLineUsageError("'--rewards' is given more than once");

    [Fact]
    public void Digits_out_of_range_are_one_line()
    {
        foreach (var digits in new[] { "0", "-3", "1.5", "1e9", "ten", "NaN" })
        {
            CommandLine.Run("advantages", "--rewards", "1,0", "--digits", digits).IsOneLineUsageError("--digits");
        }
    }

    [Fact]
    public void Control_characters_of_the_input_do_not_break_the_line()
        => CommandLine.Run("advantages", "--rewards", "1,\n\u001b[31m2").IsOneLineUsageError("--rewards, entry 2 of 2");

    [Fact]
    public void An_internal_error_is_one_line_and_exit_code_4()
    {
        var run = CommandLine.RunInto(new FailingStream(new InvalidOperationException("broken\nhere")), "claims");
        Assert.Equal(ExitCode.Internal, run.ExitCode);
        Assert.StartsWith("error: internal error: InvalidOperationException: broken\\u000ahere;", run.Error, StringComparison.Ordinal);
        Assert.Contains(Application.TraceVariable, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Help_is_no_error()
    {
        var help = CommandLine.Run("advantages", "--help");
        Assert.Equal(ExitCode.Holds, help.ExitCode);
        Assert.Contains("--epsilon-placement", help.Output, StringComparison.Ordinal);
        Assert.Empty(help.Error);
    }
}
