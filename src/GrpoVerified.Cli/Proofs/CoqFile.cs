using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Coq;

namespace GrpoVerified.Cli.Proofs;

/// <summary>A certificate as a Coq file.</summary>
internal static class CoqFile
{
    /// <summary>Writes the file and returns its path.</summary>
    public static string Write(Certificate certificate, string path)
    {
        File.WriteAllText(path, CoqEmitter.Emit(certificate));
        return path;
    }
}
