using GrpoVerified.Cli.Ledger;

namespace GrpoVerified.Cli.Tests;

/// <summary>A test that runs a program of the machine; where it is missing the test is skipped and says why. In CI it is never skipped.</summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    /// <param name="program">The program's name.</param>
    public ToolFactAttribute(string program)
        => Skip = Environment.GetEnvironmentVariable("CI") is "true" || CoqRun.OnPath(program) is not null ? null : $"{program} is not on the PATH";
}
