using GrpoVerified.Benchmarks.Compare;
using GrpoVerified.Checking;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>Checking one certificate with many leaves, beside Coq on the same certificate (GRPOVERIFIED_COQ_FILES: KEEP of check-with-coq).</summary>
internal static class CertificateWork
{
    public const string Workload = "certificate";
    private const string Name = "F15-criterion";

    private static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    public static OwnWork Checker()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Root, "proofs", "certificates", Name + ".cert.json"));
        return new(
            "checker",
            count =>
            {
                for (; count > 0; count--)
                {
                    _ = CertificateChecker.Check(bytes);
                }
            },
            () => CertificateChecker.Check(bytes).IsAccepted ? "1" : "0");
    }

    /// <summary>coqc on the certificate as a theorem: its start and the loading of the libraries are part of the time.</summary>
    public static IMeasured? Coq()
        => Environment.GetEnvironmentVariable("GRPOVERIFIED_COQ_FILES") is { Length: > 0 } folder && File.Exists(Path.Combine(folder, Name + ".v"))
            ? new ProcessWork("Coq", certified: true, "coqc", "-w", "none", "-Q", Path.Combine(Root, "proofs", "coq", "theories"), "GrpoProofs", Path.Combine(folder, Name + ".v")) { Known = "1" }
            : null;
}
