using System.Globalization;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Coq;
using GrpoVerified.Proving.Statements;

// emit-coq OUT FILE...: one Coq file for each certificate, and on stdout a line "name leaves".
// emit-coq --formulas FILE: the formulas of the theory, proofs/coq/theories/Generated.v.
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: emit-coq OUT-FOLDER CERTIFICATE... | emit-coq --formulas FILE");
    return 2;
}

if (args[0] == "--formulas")
{
    File.WriteAllText(args[1], CoqFormulas.Write());
    return 0;
}

foreach (var file in args.Skip(1))
{
    try
    {
        var certificate = CertificateReader.ReadFile(file);
        var name = "c_" + string.Concat(certificate.Name.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        File.WriteAllText(Path.Combine(args[0], name + ".v"), CoqEmitter.Emit(certificate));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {certificate.Proof.LeafCount}"));
    }
    catch (Exception fault) when (fault is CertificateFormatException or IOException or UnauthorizedAccessException or KeyNotFoundException)
    {
        Console.Error.WriteLine($"{file}: {fault.Message}");
        return 2;
    }
}

return 0;
