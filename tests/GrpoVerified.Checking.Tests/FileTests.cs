using System.Text;
using System.Text.Json.Nodes;
using static GrpoVerified.Checking.Tests.CertificateText;

namespace GrpoVerified.Checking.Tests;

/// <summary>The file around the proof, and the limits: one clear line for every wrong input, never an exception.</summary>
public sealed class FileTests
{
    private const string Statement = "forall x in [0, 1]\nv0 = var x\nshow v0 >= 0";
    private const string Sign = "{'step':'sign'}";

    private static readonly string Good = Of(Statement, Sign);

    [Fact]
    public void An_accepted_certificate_says_what_it_shows()
    {
        var result = Accepts("forall x in (0, 1]\nforall y in [-1/2, inf)\nv0 = var x\nv1 = var y\nv2 = exp v1\nv3 = mul v0 v2\nassume v1 >= 0\nshow v3 > 0", Sign);
        Assert.Equal("for all x in (0, 1], y in [-1/2, inf) with y >= 0: x*exp(y) > 0", result.Statement);
        Assert.Equal((1, 0), (result.Steps, result.Leaves));
        Assert.Equal("example", result.Name);
        Assert.Equal(Hash(Lines(Statement)), Check(Good).Hash);
    }

    [Theory]
    [InlineData("exists x in [1, 2]\nv0 = var x\nunique-root v0", "there is exactly one x in [1, 2] such that x = 0")]
    [InlineData("orbit x from 1/7\nv0 = var x\nmap v0\nshow cycle 2 in [0, 1]", "the orbit x -> x from 1/7 tends to a cycle of period 2 with a point in [0, 1]")]
    [InlineData("iterate x\nv0 = var x\nmap v0\nshow unique-cycle 2 in [0, 1] slope [-3, -2]", "the map x -> x has exactly one point of period 2 in [0, 1], iterate 2 has slopes in [-3, -2] there")]
    [InlineData("forall x in [0, 1]\nexists y in [0, 1]\nv0 = var y\nshow v0 > 0", "for all x in [0, 1] there is y in [0, 1] such that y > 0")]
    public void Statements_are_put_into_words(string statement, string words) => Assert.Equal(words, Check(Of(statement, Sign)).Statement);

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"format\":\"other\"}", "not a certificate")]
    [InlineData("{\"format\":\"grpo-verified-certificate\",\"format\":\"grpo-verified-certificate\"}", "not JSON")]
    [InlineData("{\"format\":\"\\ud800\"}", "not valid Unicode")]
    public void What_is_no_certificate_is_unreadable_or_refused(string text, string reason)
    {
        var result = Check(text);
        Assert.False(result.IsAccepted);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Reason);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_and_a_byte_order_mark_are_unreadable()
    {
        Assert.False(CertificateChecker.Check(new byte[] { (byte)'{', 0xFF, (byte)'}' }).IsReadable);
        Assert.False(CertificateChecker.Check(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Good)).ToArray()).IsReadable);
    }

    [Theory]
    [InlineData("\",\"", "\",\r\n\"")]
    [InlineData("\"forall", "\"\\u0066orall")]
    public void White_space_and_escapes_of_JSON_change_no_line_of_the_statement(string old, string by)
    {
        var text = Good.Replace(old, by, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);
        Assert.True(Check(text).IsAccepted, Check(text).Reason);
        Assert.Equal(Check(Good).Hash, Check(text).Hash);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData(" ")]
    [InlineData("\t")]
    public void A_line_with_something_at_its_end_is_no_line_of_a_statement_even_with_its_own_hash(string end)
    {
        var lines = Lines(Statement).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            var changed = lines.ToArray();
            changed[i] += end;
            Assert.NotEqual(Hash(lines), Hash(changed));
            Assert.Equal("statement", Check(Of(changed, JsonNode.Parse("{\"step\":\"sign\"}")!)).Place);
        }
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "version")]
    [InlineData("\"version\":1", "\"version\":\"1\"", "version")]
    [InlineData("\"version\":1", "\"version\":1,\"extra\":1", "unknown key 'extra'")]
    [InlineData("\"version\":1", "\"version\":1,\"\\ud800\":1", "")] // half a character as a key: by the reader or by us
    [InlineData("\"step\":\"sign\"", "\"step\":\"sign\",\"lower?\":1", "unknown key 'lower?'")]
    [InlineData("\"title\":\"An example\",", "", "no key 'title'")]
    [InlineData("\"claim\":null", "\"claim\":7", "'claim'")]
    [InlineData("\"claim\":null", "\"claim\":\"seven\"", "an id such as C7")]
    [InlineData("[0, 1]", "[0, 2]", "has the hash")]
    [InlineData("\"step\":\"sign\"", "\"step\":\"sign\",\"note\":\"\"", "unknown key 'note'")]
    [InlineData("\"step\":\"sign\"", "\"step\":\"magic\"", "no step 'magic'")]
    [InlineData("\"step\":\"sign\"", "\"stop\":\"sign\"", "'step' is missing")]
    [InlineData("\"step\":\"sign\"", "\"step\":\"\\ud800\"", "not valid Unicode")]
    [InlineData("{\"step\":\"sign\"}", "[]", "'proof' is missing or not of kind object")]
    public void One_change_to_the_file_is_named(string old, string changed, string reason)
    {
        var text = Good.Replace(old, changed, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);
        var result = Check(text);
        Assert.False(result.IsAccepted);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("forall x in [1, 0]\nv0 = var x\nshow v0 >= 0", "empty interval")]
    [InlineData("forall x in [1, 1)\nv0 = var x\nshow v0 >= 0", "empty interval")]
    [InlineData("forall x in [0, inf]\nv0 = var x\nshow v0 >= 0", "infinite end is open")]
    [InlineData("forall x in [0,1]\nv0 = var x\nshow v0 >= 0", "not a line such as")]
    [InlineData("forall x in [0, 2/4]\nv0 = var x\nshow v0 >= 0", "not a reduced rational")]
    [InlineData("forall x in [0, 4/1]\nv0 = var x\nshow v0 >= 0", "not a reduced rational")]
    [InlineData("forall x in [-0, 1]\nv0 = var x\nshow v0 >= 0", "not a rational")]
    [InlineData("forall x in [0, 01]\nv0 = var x\nshow v0 >= 0", "not a rational")]
    [InlineData("forall x in [0, 1e3]\nv0 = var x\nshow v0 >= 0", "not a rational")]
    [InlineData("forall x in [0, 1/-2]\nv0 = var x\nshow v0 >= 0", "not a reduced rational")]
    [InlineData("forall x in [0, 1]\nforall x in [0, 1]\nv0 = var x\nshow v0 >= 0", "is taken")]
    [InlineData("forall inf in [0, 1]\nv0 = var inf\nshow v0 >= 0", "is not a name")]
    [InlineData("forall x in [0, 1]\nv0 = var y\nshow v0 >= 0", "no variable 'y'")]
    [InlineData("forall x in [0, 1]\nv1 = var x\nshow v1 >= 0", "is not step v0")]
    [InlineData("forall x in [0, 1]\nv0 = neg v0\nshow v0 >= 0", "is not an earlier step")]
    [InlineData("forall x in [0, 1]\nv0 = var x\nv1 = neg v00\nshow v1 >= 0", "is not an earlier step")]
    [InlineData("forall x in [0, 1]\nv0 = var x\nv1 = cos v0\nshow v1 >= 0", "no operation 'cos'")]
    [InlineData("forall x in [0, 1]\nv0 = var x\nv1 = add v0\nshow v1 >= 0", "no operation 'add' with one operand")]
    [InlineData("forall x in [0, 1]\nv0 = var x\nshow v0 < 0", "not one of")]
    [InlineData("forall x in [0, 1]\nv0 = var x\nshow v0 >= 1", "not a conclusion")]
    [InlineData("forall x in [0, 1]\nv0 = var x", "no conclusion")]
    [InlineData("forall x in [0, 1]\nv0 = var x\nroot v0", "not a conclusion")]
    [InlineData("forall x in [0, 1]\nv0 = var x\nshow v0 >= 0\nshow v0 >= 0", "not a conclusion")]
    [InlineData("exists x in [0, 1]\nforall y in [0, 1]\nv0 = var x\nshow v0 >= 0", "empty program")]
    [InlineData("exists x in [0, 1]\nv0 = var x\nassume v0 > 0\nshow v0 >= 0", "speaks of 'forall' variables only")]
    [InlineData("orbit x from 0\nv0 = var x\nmap v0\nshow cycle 0 in [0, 1]", "not a period")]
    [InlineData("orbit x from 0\nv0 = var x\nmap v0\nshow cycle 1 in [0, 1)", "closed and bounded")]
    [InlineData("orbit x from 0\nforall y in [0, 1]\nv0 = var x\nmap v0\nshow cycle 1 in [0, 1]", "empty program")]
    [InlineData("iterate x\nv0 = var x\nmap v0\nshow unique-cycle 2 in [0, 1] slope [-3, -2)", "closed and bounded")]
    [InlineData("iterate x\nv0 = var x\nmap v0\nshow unique-cycle 2 in [0, 1]", "not a conclusion")]
    [InlineData("iterate x\nv0 = var x\nmap v0\nshow cycle 2 in [0, 1]", "not a conclusion")]
    [InlineData("orbit x from 0\nv0 = var x\nmap v0\nshow unique-cycle 2 in [0, 1] slope [-3, -2]", "not a conclusion")]
    [InlineData("iterate x\nv0 = var x\nassume v0 > 0\nmap v0\nshow unique-cycle 2 in [0, 1] slope [-3, -2]", "'forall' variables only")]
    public void Statements_are_read_strictly(string statement, string reason) => Refuses(statement, Sign, reason, "statement");

    [Fact]
    public void A_file_must_carry_its_own_name()
    {
        var folder = Directory.CreateTempSubdirectory("grpo-verified-checking");
        try
        {
            var path = Path.Combine(folder.FullName, "example.cert.json");
            File.WriteAllText(path, Good);
            Assert.True(CertificateChecker.CheckFile(path).IsAccepted);
            var other = Path.Combine(folder.FullName, "other.cert.json");
            File.Move(path, other);
            Assert.Contains("named 'example'", CertificateChecker.CheckFile(other).Reason, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Steps_nest_two_thousand_deep_and_not_deeper()
    {
        static string Nested(int depth) => string.Concat(Enumerable.Repeat("{'step':'have','program':['v0 = num 1'],'sign':'>','proof':{'step':'sign'},'then':", depth)) + Sign + new string('}', depth);
        Accepts(Statement, Nested(1000));
        Assert.Contains("steps inside each other", Check(Of(Statement, Nested(2100))).Reason, StringComparison.Ordinal);
        Assert.Contains("not JSON", Check(Good.Replace("{\"step\":\"sign\"}", new string('[', 100_000), StringComparison.Ordinal)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_grows_without_bound_is_refused()
    {
        const long Work = 200_000_000;

        // x^(2^40): exponents run away; so do normal forms.
        var squares = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"v{i} = square v{i - 1}"));
        var power = "forall x in [2, 3]\nv0 = var x\n" + squares + "\nshow v40 > 0";
        Assert.Contains("degree over 200", Check(Of(power, "{'step':'rewrite','program':['v0 = num 1'],'then':{'step':'sign'}}"), Work).Reason, StringComparison.Ordinal);
        Accepts(power, "{'step':'tree','precision':60,'tree':'.'}");
        var towers = "forall x in [2, 3]\nv0 = var x\nv1 = exp v0\nv2 = exp v1\nv3 = exp v2\nv4 = exp v3\nv5 = exp v4\nshow v5 > 0";
        Refuses(towers, "{'step':'tree','precision':60,'tree':'.'}", "leaf '.'");

        // Sums that double: exp(x + x + ...) has 2^40 factors.
        var doubled = "forall x in [2, 3]\nv0 = var x\n" + string.Join('\n', Enumerable.Range(1, 40).Select(i => $"v{i} = add v{i - 1} v{i - 1}")) + "\nv41 = exp v40\nshow v41 > 0";
        Assert.False(Check(Of(doubled, "{'step':'rewrite','program':['v0 = num 1'],'then':{'step':'sign'}}"), Work).IsAccepted);

        // A large tree at the highest precision, with a margin that few bits do not show.
        var ten40 = "1" + new string('0', 40);
        var slow = $"forall x in [2, 2{ten40[1..^1]}1/{ten40}]\nv0 = var x\nv1 = log v0\nv2 = exp v1\nv3 = sub v2 v0\nv4 = num 1/1{new string('0', 30)}\nv5 = add v3 v4\nshow v5 > 0";
        Accepts(slow, "{'step':'tree','precision':200,'tree':'A..'}");
        Assert.Contains("more work", Check(Of(slow, "{'step':'tree','precision':4096,'tree':'" + string.Concat(Enumerable.Repeat("A.", 900)) + ".'}"), Work).Reason, StringComparison.Ordinal);

        // Derivatives of derivatives.
        var vary = string.Concat(Enumerable.Repeat("{'step':'vary','axis':'x','toward':'lower','then':{'step':'sign'},'slope':", 60)) + Sign + new string('}', 60);
        var nested = "forall x in [2, 3]\nv0 = var x\nv1 = exp v0\nv2 = log v1\nv3 = div v2 v0\nv4 = exp v3\nv5 = div v4 v2\nshow v5 > 0";
        Assert.False(Check(Of(nested, vary), Work).IsAccepted);
    }

    [Fact]
    public void Long_rationals_are_refused()
    {
        Assert.Contains("rational over 20000 digits", Check(Of($"forall x in [0, {new string('9', 20_001)}]\nv0 = var x\nshow v0 >= 0", Sign)).Reason, StringComparison.Ordinal);
        var q = "1/1" + new string('0', 9_000);
        Accepts($"forall x in [0, {q}]\nv0 = var x\nshow v0 >= 0", Sign);
        var scale = string.Concat(Enumerable.Repeat($"{{'step':'change','axis':'x','to':'x','by':'affine','scale':'{q[..^1]}','offset':'{q}','then':", 30)) + Sign + new string('}', 30);
        Assert.Contains("rational over 20000 digits", Check(Of("forall x in [0, 1]\nv0 = var x\nv1 = square v0\nshow v1 >= 0", scale)).Reason, StringComparison.Ordinal);
    }
}
