using System.Text.Encodings.Web;
using System.Text.Json;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Certificates;

/// <summary>Writes certificates: the same bytes for the same certificate, on every machine.</summary>
public static class CertificateWriter
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = true,
            IndentSize = 1,
            NewLine = "\n",
            MaxDepth = 10_000,

            // The comparison signs of the statement stay readable; nothing here is put into HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            json.WriteStartObject();
            json.WriteString("format", Certificate.Format);
            json.WriteNumber("version", Certificate.Version);
            json.WriteString("name", certificate.Name);
            json.WriteString("claim", certificate.Claim);
            json.WriteString("title", certificate.Title);
            WriteStrings(json, "statement", certificate.Statement.Lines);
            json.WriteString("hash", certificate.Statement.Hash);
            WriteStep(json, "proof", certificate.Proof);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Writes the file <c>NAME.cert.json</c> into the folder and returns its path.</summary>
    public static string WriteFile(Certificate certificate, string folder)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var path = Path.Combine(folder, certificate.Name + Certificate.Extension);
        File.WriteAllBytes(path, Write(certificate));
        return path;
    }

    internal static void WriteStep(Utf8JsonWriter json, string key, ProofStep step)
    {
        json.WriteStartObject(key);
        json.WriteString("step", step.Name);
        switch (step)
        {
            case TreeStep tree:
                json.WriteNumber("precision", tree.Precision);
                json.WriteString("tree", tree.Tree);
                break;
            case CutStep cut:
                json.WriteString("axis", cut.Axis);
                json.WriteString("at", cut.At.ToString());
                WriteStep(json, "below", cut.Below);
                WriteStep(json, "above", cut.Above);
                break;
            case HaveStep have:
                WriteProgram(json, have.Fact.Expression);
                json.WriteString("sign", RelationText.Of(have.Fact.Relation));
                WriteStep(json, "proof", have.Proof);
                WriteStep(json, "then", have.Then);
                break;
            case RewriteStep rewrite:
                WriteProgram(json, rewrite.Expression);
                WriteStep(json, "then", rewrite.Then);
                break;
            case MonotoneStep monotone:
                WriteStep(json, "then", monotone.Then);
                break;
            case VaryStep vary:
                json.WriteString("axis", vary.Axis);
                json.WriteString("toward", vary.TowardLower ? "lower" : "upper");
                WriteStep(json, "slope", vary.Slope);
                WriteStep(json, "then", vary.Then);
                break;
            case ChangeStep change:
                json.WriteString("axis", change.Axis);
                json.WriteString("to", change.To);
                json.WriteString("by", change.By.Word);
                if (change.By.Kind == SubstitutionKind.Affine)
                {
                    json.WriteString("scale", change.By.Scale.ToString());
                    json.WriteString("offset", change.By.Offset.ToString());
                }

                WriteStep(json, "then", change.Then);
                break;
            case AbstractStep part:
                WriteProgram(json, part.Part);
                json.WriteString("as", part.As);
                json.WriteString("interval", part.Extent.ToString());
                WriteOptional(json, "lower", part.Lower);
                WriteOptional(json, "upper", part.Upper);
                WriteStep(json, "then", part.Then);
                break;
            default:
                WriteOther(json, step);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteOther(Utf8JsonWriter json, ProofStep step)
    {
        switch (step)
        {
            case AbsStep abs:
                WriteStep(json, "minus", abs.Minus);
                WriteStep(json, "plus", abs.Plus);
                break;
            case MinimumStep minimum:
                WriteStep(json, "left", minimum.Left);
                WriteStep(json, "right", minimum.Right);
                break;
            case MaximumStep maximum:
                json.WriteString("side", maximum.LeftSide ? "left" : "right");
                WriteStep(json, "then", maximum.Then);
                break;
            case SquareStep square:
                WriteStep(json, "nonnegative", square.NonNegative);
                WriteStep(json, "then", square.Then);
                break;
            case ContradictionStep contradiction:
                json.WriteNumber("fact", contradiction.Fact);
                WriteStep(json, "then", contradiction.Then);
                break;
            case WitnessStep witness:
                json.WriteStartObject("at");
                foreach (var (name, value) in witness.At)
                {
                    json.WriteString(name, value.ToString());
                }

                json.WriteEndObject();
                WriteStep(json, "then", witness.Then);
                break;
            case BracketStep bracket:
                json.WriteBoolean("rising", bracket.Rising);
                WriteStep(json, "defined", bracket.Defined);
                WriteStep(json, "low", bracket.Low);
                WriteStep(json, "high", bracket.High);
                WriteOptional(json, "slope", bracket.Slope);
                break;
            case NewtonStep newton:
                json.WriteNumber("precision", newton.Precision);
                json.WriteString("tree", newton.Tree);
                break;
            case OrbitStep orbit:
                json.WriteNumber("precision", orbit.Precision);
                json.WriteNumber("enter", orbit.Enter);
                json.WriteString("box", orbit.Box.ToString());
                json.WriteString("slope", orbit.Slope.ToString());
                json.WriteString("tree", orbit.Tree);
                break;
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, string key, ProofStep? step)
    {
        if (step is not null)
        {
            WriteStep(json, key, step);
        }
    }

    private static void WriteProgram(Utf8JsonWriter json, Expr expression)
        => WriteStrings(json, "program", new SharedProgram(expression).Lines);

    private static void WriteStrings(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
