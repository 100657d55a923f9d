using GrpoVerified.Benchmarks.Compare;
using GrpoVerified.Checking;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Coq;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>Checking one certificate with many leaves, beside Coq on the same certificate.</summary>
internal static class CertificateWork
{
    /// <summary>The name of a workload is this and the certificate's.</summary>
    public const string Workload = "certificate-";

    /// <summary>A tree of few dear leaves, and the largest tree.</summary>
    public static readonly string[] Names = ["F15-criterion", "L04-under-amplifies-8"];

    private static readonly string Proofs = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "proofs"));

    public static OwnWork Checker(string name)
    {
        var bytes = File.ReadAllBytes(PathOf(name));
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

    /// <summary>coqc on the certificate as a theorem: its start and the loading of the libraries are part of the time. Null with the reason if it cannot run.</summary>
    public static (IMeasured? System, string Reason) Coq(string name)
    {
        var theories = Path.Combine(Proofs, "coq", "theories");
        if (!File.Exists(Path.Combine(theories, "Certificates", "Reading.vo")))
        {
            return (null, "the theories that certificates need are not compiled; run proofs/certificates/check-with-coq first");
        }

        var certificate = CertificateReader.Read(File.ReadAllBytes(PathOf(name)));
        var file = Path.Combine(Directory.CreateTempSubdirectory("grpo-verified-").FullName, CoqEmitter.ModuleName(certificate) + ".v");
        File.WriteAllText(file, CoqEmitter.Emit(certificate));
        return (new ProcessWork("Coq", certified: true, "coqc", "-w", "none", "-Q", theories, "GrpoProofs", file) { Known = "1" }, string.Empty);
    }

    private static string PathOf(string name) => Path.Combine(Proofs, "certificates", name + ".cert.json");
}
