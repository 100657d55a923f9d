using System.Globalization;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Coq;
using GrpoVerified.Proving.Statements;

// emit-coq OUT FILE...: a Coq file for each certificate, and on stdout a line "file module leaves" for each.
// emit-coq --batch N OUT FILE...: Coq files of N certificates each. A folder stands for all certificates in it.
// Exit 2 when a certificate cannot be read; the others are written all the same.
// emit-coq --formulas FILE: the formulas of the theory, proofs/coq/theories/Generated.v.
if (args is ["--formulas", var target])
{
    File.WriteAllText(target, CoqFormulas.Write());
    return 0;
}

var size = 0;
var rest = args is ["--batch", var n, ..] && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size > 0 ? args[2..] : args;
if (rest.Length < 2 || rest[0].StartsWith('-'))
{
    Console.Error.WriteLine("usage: emit-coq [--batch N] OUT-FOLDER CERTIFICATE-OR-FOLDER... | emit-coq --formulas FILE");
    return 2;
}

var status = 0;
var names = new HashSet<string>(StringComparer.Ordinal);
var batch = new List<(Certificate Certificate, string Module)>();
var written = 0;
foreach (var file in rest.Skip(1).SelectMany(Certificates))
{
    try
    {
        var certificate = CertificateReader.ReadFile(file);
        _ = CoqEmitter.Emit(certificate);
        var module = CoqEmitter.ModuleName(certificate);
        if (!names.Add(module))
        {
            throw new CertificateFormatException($"another certificate has the name {module} in Coq; rename one");
        }

        batch.Add((certificate, module));
    }
    catch (Exception fault) when (fault is CertificateFormatException or IOException or UnauthorizedAccessException or KeyNotFoundException or ArgumentException)
    {
        Console.Error.WriteLine($"{file}: {fault.Message.ReplaceLineEndings(" ")}");
        status = 2;
    }

    if (batch.Count == Math.Max(size, 1))
    {
        Write();
    }
}

Write();
return status;

void Write()
{
    if (batch.Count == 0)
    {
        return;
    }

    var name = size == 0 ? batch[0].Module : string.Create(CultureInfo.InvariantCulture, $"batch_{++written:0000}");
    var text = size == 0 ? CoqEmitter.Emit(batch[0].Certificate) : CoqEmitter.EmitBatch(batch.Select(b => b.Certificate));
    File.WriteAllText(Path.Combine(rest[0], name + ".v"), text);
    foreach (var (certificate, module) in batch)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {module} {certificate.Proof.LeafCount}"));
    }

    batch.Clear();
}

static IEnumerable<string> Certificates(string path)
    => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*" + Certificate.Extension).Order(StringComparer.Ordinal) : [path];
