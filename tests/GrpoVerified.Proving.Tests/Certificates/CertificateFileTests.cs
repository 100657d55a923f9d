using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tests.Certificates;

public sealed class CertificateFileTests
{
    private static readonly Expr P = Expr.Variable("p");

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<int> Steps => [.. Enumerable.Range(0, All().Count)];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Reading_what_was_written_gives_the_same_bytes(int i)
    {
        var certificate = new Certificate("X1-sample", "X1", "a < b, β", Positive(), All()[i]);
        var bytes = CertificateWriter.Write(certificate);
        var again = CertificateReader.Read(bytes);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(CertificateWriter.Write(again)));
        Assert.Equal(certificate.Statement.Lines, again.Statement.Lines);
        Assert.Equal(All()[i].LeafCount, again.Proof.LeafCount);
    }

    [Fact]
    public void The_sample_holds_every_kind_of_step()
        => Assert.Equal(
            typeof(ProofStep).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ProofStep))).Select(t => t.Name).Order(StringComparer.Ordinal),
            All().Select(s => s.GetType().Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("\"step\": \"sign\"", "\"step\": \"guess\"", "no step of the format")]
    [InlineData("\"step\": \"sign\"", "\"step\": \"sign\", \"x\": 1", "unknown key \"x\"")]
    [InlineData("\"version\": 1", "\"version\": 2", "version 1")]
    [InlineData("forall p in [0, 1]", "forall p in [0, 2]", "hash")]
    [InlineData("v1 = add v0 v0", "v1 = add v0 v1", "not an earlier step")]
    [InlineData("\"claim\": \"X1\",", "", "\"claim\" is missing")]
    [InlineData("\"claim\": \"X1\",", "\"claim\": \"X1\", \"claim\": \"X2\",", "stands twice")]
    [InlineData("forall p in [0, 1]", "forall p in [1, 0]", "is empty")]
    [InlineData("show v1 > 0", "show v1 < 0", "not of the form")]
    public void A_malformed_file_is_refused_with_one_line(string old, string replacement, string message)
    {
        var text = Encoding.UTF8.GetString(CertificateWriter.Write(new("X1-sample", "X1", "sample", Positive(), new SignStep())));
        Assert.Contains(old, text, StringComparison.Ordinal);
        var fault = Assert.Throws<CertificateFormatException>(() => CertificateReader.Read(Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal))));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void The_hash_is_of_the_statement_as_it_is_written()
    {
        // A step that nothing uses: the same statement, in other words.
        var lines = Positive().Lines.ToList();
        lines.Insert(lines.Count - 1, $"v{lines.Count - 2} = num 7");
        var text = Encoding.UTF8.GetString(CertificateWriter.Write(new("X1-sample", "X1", "sample", Positive(), new SignStep())));
        var changed = text
            .Replace(",\n  \"show v1 > 0\"", $",\n  \"{lines[^2]}\",\n  \"show v1 > 0\"", StringComparison.Ordinal)
            .Replace(Positive().Hash, Statement.HashOf(lines), StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        var read = CertificateReader.Read(Encoding.UTF8.GetBytes(changed));
        Assert.Equal(Statement.HashOf(lines), read.StatementHash);
        Assert.Equal(Positive(), read.Statement);
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\"forall", "\"\\u0066orall")]
    [InlineData("\"hash\": ", "\"hash\"\t:\n")]
    public void White_space_and_escapes_of_JSON_change_no_line_of_the_statement(string old, string by)
    {
        var text = Encoding.UTF8.GetString(CertificateWriter.Write(new("X1-sample", "X1", "sample", Positive(), new SignStep())));
        var changed = text.Replace(old, by, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        var read = CertificateReader.Read(Encoding.UTF8.GetBytes(changed));
        Assert.Equal(Positive().Hash, read.StatementHash);
        Assert.Equal(Positive(), read.Statement);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData(" ")]
    [InlineData("\t")]
    public void A_line_with_something_at_its_end_is_another_line_with_another_hash_and_no_line_of_a_statement(string end)
    {
        for (var i = 0; i < Positive().Lines.Count; i++)
        {
            var lines = Positive().Lines.ToArray();
            lines[i] += end;
            Assert.NotEqual(Positive().Hash, Statement.HashOf(lines));
            var text = Encoding.UTF8.GetString(CertificateWriter.Write(new("X1-sample", "X1", "sample", Positive(), new SignStep())));
            var changed = text.Replace($"\"{Positive().Lines[i]}\"", JsonSerializer.Serialize(lines[i], Relaxed), StringComparison.Ordinal);
            Assert.NotEqual(text, changed);
            Refused(changed);
            Refused(changed.Replace(Positive().Hash, Statement.HashOf(lines), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_byte_order_mark_and_a_hash_in_capitals_are_refused()
    {
        var bytes = CertificateWriter.Write(new("X1-sample", "X1", "sample", Positive(), new SignStep()));
        Assert.Throws<CertificateFormatException>(() => CertificateReader.Read(Encoding.UTF8.GetPreamble().Concat(bytes).ToArray()));
        Refused(Encoding.UTF8.GetString(bytes).Replace(Positive().Hash, Positive().Hash.ToUpperInvariant(), StringComparison.Ordinal));
    }

    [Fact]
    public void An_orbit_statement_survives_the_file()
    {
        var statement = new OrbitStatement("p", new Rational(1, 200), (Expr.FromInteger(3) * P) - P, 2, Extent.Closed(0, 1));
        var again = CertificateReader.Read(CertificateWriter.Write(new("X", null, "t", statement, new SignStep())));
        Assert.Equal(statement, again.Statement);
        Assert.Null(again.Claim);
    }

    [Fact]
    public void A_statement_about_a_cycle_point_survives_the_file()
    {
        var statement = new UniqueCycleStatement("p", (Expr.FromInteger(3) * P) - P, 2, Extent.Closed(0, 1), Extent.Closed(-3, -2));
        Assert.Equal(statement, CertificateReader.Read(CertificateWriter.Write(new("X", null, "t", statement, new SignStep()))).Statement);
    }

    [Theory]
    [InlineData("iterate p q")]
    [InlineData("map v9")]
    [InlineData("show unique-cycle 0 in [0, 1] slope [-3, -2]")]
    [InlineData("show unique-cycle 2 in [0, 1) slope [-3, -2]")]
    [InlineData("show unique-cycle 2 in [0, 1] slope [-3, inf)")]
    [InlineData("show unique-cycle 2 in [0, 1]")]
    [InlineData("show cycle 2 in [0, 1]")]
    public void A_malformed_statement_about_a_map_is_refused(string line)
    {
        var lines = new UniqueCycleStatement("p", (Expr.FromInteger(3) * P) - P, 2, Extent.Closed(0, 1), Extent.Closed(-3, -2)).Lines.ToList();
        lines[line.StartsWith("iterate", StringComparison.Ordinal) ? 0 : line.StartsWith("map", StringComparison.Ordinal) ? lines.Count - 2 : lines.Count - 1] = line;
        Assert.Throws<CertificateFormatException>(() => StatementReader.Read(lines));
    }

    private static void Refused(string text) => Assert.DoesNotContain('\n', Assert.Throws<CertificateFormatException>(() => CertificateReader.Read(Encoding.UTF8.GetBytes(text))).Message);

    private static QuantifiedStatement Positive()
        => QuantifiedStatement.Show([new("p", Extent.Closed(0, 1))], P + P, Relation.Positive);

    private static List<ProofStep> All()
    {
        var sign = new SignStep();
        return
        [
            sign,
            new IdentityStep(),
            new TreeStep(60, "AB.*x."),
            new CutStep("p", new(1, 2), sign, sign),
            new HaveStep(new(P * P, Relation.NonNegative), sign, sign),
            new RewriteStep(P / Expr.FromInteger(2), sign),
            new MonotoneStep(sign),
            new VaryStep("p", TowardLower: false, sign, sign),
            new ChangeStep("p", "t", new(SubstitutionKind.Affine, 2, new(-1, 3)), new ChangeStep("t", "u", new(SubstitutionKind.Exp), sign)),
            new AbstractStep(P, "s", new(Endpoint.Open(0), Endpoint.Infinite), sign, null, sign),
            new AbsStep(sign, sign),
            new MinimumStep(sign, sign),
            new MaximumStep(LeftSide: false, sign),
            new SquareStep(sign, sign),
            new ContradictionStep(1, sign),
            new WitnessStep([new("p", new(1, 3))], sign),
            new BracketStep(Rising: true, sign, sign, sign, null),
            new OrbitStep(120, 15, Extent.Closed(0, new(1, 7)), new(1, 2), "A.."),
            new NewtonStep(120, "A.."),
        ];
    }
}
