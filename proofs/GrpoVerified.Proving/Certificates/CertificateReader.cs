using System.Text.Json;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Certificates;

/// <summary>Reads certificates. It checks the form, not the proof: that is the work of GrpoVerified.Checking.</summary>
public static class CertificateReader
{
    private const int MaxDepth = 10_000;

    /// <summary>The certificate in a file.</summary>
    /// <exception cref="CertificateFormatException">The file is not a certificate.</exception>
    public static Certificate ReadFile(string path) => Read(File.ReadAllBytes(path));

    /// <summary>The certificate in a file's bytes.</summary>
    /// <exception cref="CertificateFormatException">The bytes are not a certificate.</exception>
    public static Certificate Read(ReadOnlyMemory<byte> bytes)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new() { MaxDepth = MaxDepth });
        }
        catch (JsonException fault)
        {
            throw new CertificateFormatException($"the certificate is not JSON: {fault.Message.ReplaceLineEndings(" ")}", fault);
        }

        using (document)
        {
            var fields = new JsonFields(document.RootElement, "the top");
            if (fields.Text("format") != Certificate.Format || fields.Integer("version") != Certificate.Version)
            {
                throw fields.Fault($"only the format {Certificate.Format}, version {Certificate.Version}, is read");
            }

            // The hash is of the lines as they stand: the same statement can be written in more than one way.
            var lines = fields.Texts("statement");
            var statement = StatementReader.Read(lines);
            var written = Statement.HashOf(lines);
            var hash = fields.Text("hash");
            if (hash != written)
            {
                throw fields.Fault($"the statement's hash is {written}, the file says {hash}");
            }

            var certificate = new Certificate(
                fields.Text("name"), fields.OptionalText("claim"), fields.Text("title"), statement, ReadStep(fields.Object("proof"), "proof"))
            {
                StatementHash = written,
            };
            fields.End();
            return certificate;
        }
    }

    internal static ProofStep ReadStep(JsonElement element, string place)
    {
        var f = new JsonFields(element, place);
        var name = f.Text("step");
        ProofStep step = name switch
        {
            "sign" => new SignStep(),
            "identity" => new IdentityStep(),
            "tree" => new TreeStep(f.Integer("precision"), f.Text("tree")),
            "cut" => new CutStep(f.Text("axis"), f.Number("at"), Sub("below"), Sub("above")),
            "have" => ReadHave(),
            "rewrite" => new RewriteStep(f.Program(), Sub("then")),
            "monotone" => new MonotoneStep(Sub("then")),
            "vary" => new VaryStep(f.Text("axis"), f.Choice("toward", "lower", true, "upper", false), Sub("slope"), Sub("then")),
            "change" => ReadChange(),
            "abstract" => new AbstractStep(f.Program(), f.Text("as"), Extent.Parse(f.Text("interval")), Optional("lower"), Optional("upper"), Sub("then")),
            "abs" => new AbsStep(Sub("minus"), Sub("plus")),
            "minimum" => new MinimumStep(Sub("left"), Sub("right")),
            "maximum" => new MaximumStep(f.Choice("side", "left", true, "right", false), Sub("then")),
            "square" => new SquareStep(Sub("nonnegative"), Sub("then")),
            "contradiction" => new ContradictionStep(f.Integer("fact"), Sub("then")),
            "witness" => ReadWitness(),
            "bracket" => new BracketStep(f.Flag("rising"), Sub("defined"), Sub("low"), Sub("high"), Optional("slope")),
            "orbit" => new OrbitStep(f.Integer("precision"), f.Integer("enter"), ReadBox(), f.Number("slope"), f.Text("tree")),
            "newton" => new NewtonStep(f.Integer("precision"), f.Text("tree")),
            _ => throw f.Fault($"\"{name}\" is no step of the format"),
        };
        f.End();
        return step;

        ProofStep Sub(string key) => ReadStep(f.Object(key), $"{place}.{key}");

        ProofStep? Optional(string key) => f.OptionalObject(key) is { } e ? ReadStep(e, $"{place}.{key}") : null;

        Extent ReadBox()
            => Extent.Parse(f.Text("box")) is { Lower: { IsFinite: true, IsClosed: true }, Upper: { IsFinite: true, IsClosed: true } } box ? box : throw f.Fault("\"box\" is not closed and bounded");

        HaveStep ReadHave()
        {
            var relation = RelationText.Parse(f.Text("sign")) ?? throw f.Fault("\"sign\" is none of >, >=, ==");
            return new(new(f.Program(), relation), Sub("proof"), Sub("then"));
        }

        ChangeStep ReadChange()
        {
            var kind = Substitution.Parse(f.Text("by")) ?? throw f.Fault("\"by\" names no transformation");
            var by = kind == SubstitutionKind.Affine ? new Substitution(kind, f.Number("scale"), f.Number("offset")) : new Substitution(kind);
            return new(f.Text("axis"), f.Text("to"), by, Sub("then"));
        }

        WitnessStep ReadWitness()
        {
            var at = f.Object("at").EnumerateObject()
                .Select(p => KeyValuePair.Create(p.Name, p.Value.ValueKind == JsonValueKind.String ? f.Number(p.Value.GetString()!, p.Name) : throw f.Fault($"\"{p.Name}\" is not a text")))
                .ToList();
            return at.DistinctBy(a => a.Key, StringComparer.Ordinal).Count() == at.Count ? new(at, Sub("then")) : throw f.Fault("\"at\" names a variable twice");
        }
    }
}
