namespace GrpoVerified.Cli.Proofs;

/// <summary>How a claim is to be proved.</summary>
/// <param name="Certificate">Where the certificate goes; null for a name made from the statement's hash.</param>
/// <param name="Coq">Where a Coq file goes, or null.</param>
/// <param name="Budget">Boxes to examine.</param>
/// <param name="Threads">Threads to use.</param>
/// <param name="Resume">Whether to go on with an interrupted run.</param>
internal sealed record ProofSettings(string? Certificate, string? Coq, int Budget, int Threads, bool Resume)
{
    /// <summary>The path of one of several certificates.</summary>
    /// <param name="hash">The statement's hash.</param>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="count">How many there are.</param>
    public string CertificatePath(string hash, int index, int count)
        => Certificate is null ? $"claim-{hash[..12]}{Proving.Certificates.Certificate.Extension}" : Numbered(Certificate, Proving.Certificates.Certificate.Extension, index, count);

    /// <summary>The path of one of several Coq files; null where none is wanted.</summary>
    public string? CoqPath(int index, int count) => Coq is null ? null : Numbered(Coq, ".v", index, count);

    private static string Numbered(string path, string extension, int index, int count)
        => count == 1 ? path : FormattableString.Invariant($"{path[..^extension.Length]}_{index + 1}{extension}");
}
