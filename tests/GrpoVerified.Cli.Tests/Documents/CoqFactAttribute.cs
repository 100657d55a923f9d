using GrpoVerified.Cli.Ledger;
using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Documents;

/// <summary>A test that needs Coq and the compiled theories of proofs/coq; elsewhere it is skipped and says why. In CI it is never skipped.</summary>
internal sealed class CoqFactAttribute : FactAttribute
{
    public CoqFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") is "true")
        {
            return;
        }

        Skip = CoqRun.OnPath("coqc") is null ? "coqc is not on the PATH"
            : !File.Exists(Repository.PathOf("proofs/coq/theories/Certificates/Reading.vo")) ? "proofs/coq is not compiled; run make -C proofs/coq"
            : null;
    }
}
