using GrpoVerified.Cli.Ledger;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary>A test that runs Python; elsewhere it is skipped and says why. In CI it is never skipped.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
        => Skip = Environment.GetEnvironmentVariable("CI") is "true" || CoqRun.OnPath("python3") is not null ? null : "python3 is not on the PATH";
}
