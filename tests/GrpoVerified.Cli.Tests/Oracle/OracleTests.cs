using System.Text;
using System.Text.Json;
using GrpoVerified.Cli.Oracle;
using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Oracle;

public sealed class OracleTests
{
    private static readonly string[] Codes =
    [
        "syntax", "too-long", "unknown-quantity", "unknown-parameter", "missing-parameter", "bad-parameter", "domain", "undecided", "internal",
    ];

    private static JsonElement[] Ask(byte[] requests)
    {
        var run = CommandLine.RunWith(requests, "oracle");
        Assert.Equal(ExitCode.Holds, run.ExitCode);
        Assert.Empty(run.Error);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static JsonElement Ask(string request) => Assert.Single(Ask(Encoding.UTF8.GetBytes(request + "\n")));

    private static string Code(string request) => Ask(request).GetProperty("error").GetProperty("code").GetString()!;

    // Digits from reference/dynamics.py and from the reference values of the catalogue (mpmath).
    [Theory]
    [InlineData("""{"id":1,"quantity":"success-map","p":"1/10","p_ref":0.1,"beta":1,"epsilon":1e-3,"digits":40}""", "0.7535698527872919254368398640547386542121")]
    [InlineData("""{"id":1,"quantity":"iterate","n":1,"p_ref":"0.1","beta":1,"epsilon":"1/1000","digits":40}""", "0.7535698527872919254368398640547386542121")]
    [InlineData("""{"id":1,"quantity":"next","p":"1/10","p_ref":"0.1","beta":1,"epsilon":"1/1000","digits":40}""", "0.7535698527872919254368398640547386542121")]
    [InlineData("""{"id":1,"quantity":"partition","p_ref":"1/10","p_old":"1/10","beta":1,"epsilon":"1/1000","digits":40}""", "2.621690703633155050226388665631899188311")]
    [InlineData("""{"id":1,"quantity":"omega","p":"1/10","epsilon":0,"digits":20}""", "3.3333333333333333333")]
    [InlineData("""{"id":1,"quantity":"whitening-factor","p":"1/10","p_ref":"1/10","beta":1,"epsilon":0,"group_size":8,"digits":40}""", "2.327689052107175079664891927099615398395")]
    public void Values_agree_with_another_tool(string request, string expected)
        => Assert.Equal(expected, Ask(request).GetProperty("value").GetString());

    [Fact]
    public void Ids_come_back_as_they_went()
    {
        Assert.Equal("\"a\\u0022b\"", Ask("""{"id":"a\u0022b","quantity":"k1","log_ratio":1}""").GetProperty("id").GetRawText().Replace("\\\"", "\\u0022", StringComparison.Ordinal));
        Assert.Equal("1.50", Ask("""{"quantity":"k1","log_ratio":1,"id":1.50}""").GetProperty("id").GetRawText());
        Assert.Equal(JsonValueKind.Null, Ask("""{"quantity":"k1","log_ratio":1}""").GetProperty("id").ValueKind);
    }

    [Theory]
    [InlineData("", "syntax")]
    [InlineData("nonsense", "syntax")]
    [InlineData("[1]", "syntax")]
    [InlineData("""{"id":1,"quantity":"k1","log_ratio":1""", "syntax")]
    [InlineData("""{"id":1,"quantity":"k1","log_ratio":1,"log_ratio":2}""", "syntax")]
    [InlineData("""{"id":"\ud800","quantity":"k1","log_ratio":1}""", "syntax")]
    [InlineData("""{"id":{},"quantity":"k1","log_ratio":1}""", "bad-parameter")]
    [InlineData("""{"id":1}""", "missing-parameter")]
    [InlineData("""{"id":1,"quantity":7}""", "bad-parameter")]
    [InlineData("""{"id":1,"quantity":"omga","p":0.5,"epsilon":0}""", "unknown-quantity")]
    [InlineData("""{"id":1,"quantity":"omega","p":0.5}""", "missing-parameter")]
    [InlineData("""{"id":1,"quantity":"omega","p":0.5,"epsilon":0,"beta":1}""", "unknown-parameter")]
    [InlineData("""{"id":1,"quantity":"omega","p":true,"epsilon":0}""", "bad-parameter")]
    [InlineData("""{"id":1,"quantity":"omega","p":"NaN","epsilon":0}""", "bad-parameter")]
    [InlineData("""{"id":1,"quantity":"omega","p":1e400,"epsilon":0}""", "domain")]
    [InlineData("""{"id":1,"quantity":"omega","p":0.5,"epsilon":1e999999999}""", "bad-parameter")]
    [InlineData("""{"id":1,"quantity":"omega","p":2,"epsilon":0}""", "domain")]
    [InlineData("""{"id":1,"quantity":"omega","p":0.5,"epsilon":-1}""", "domain")]
    [InlineData("""{"id":1,"quantity":"omega","p":0.5,"epsilon":1,"digits":0}""", "domain")]
    [InlineData("""{"id":1,"quantity":"omega","p":0.5,"epsilon":1,"digits":1000000}""", "domain")]
    [InlineData("""{"id":1,"quantity":"omega","p":0,"epsilon":0}""", "undecided")]
    [InlineData("""{"id":1,"quantity":"regime","p_ref":1,"beta":1,"epsilon":0}""", "domain")]
    [InlineData("""{"id":1,"quantity":"policy","probabilities":["1/3","1/3"],"rewards":[0,1],"beta":1,"epsilon":0}""", "domain")]
    public void Errors_are_answers_with_a_code(string request, string code) => Assert.Equal(code, Code(request));

    [Fact]
    public void An_overlong_line_is_skipped_and_the_next_is_answered()
    {
        foreach (var length in new[] { OracleSession.LongestLine - 1, OracleSession.LongestLine, OracleSession.LongestLine + 1, (3 * OracleSession.LongestLine) + 17 })
        {
            var answers = Ask([.. Enumerable.Repeat((byte)' ', length), (byte)'\n', .. """{"id":2,"quantity":"k1","log_ratio":1}"""u8]);
            Assert.Equal(2, answers.Length);
            Assert.Equal(length > OracleSession.LongestLine ? "too-long" : "syntax", answers[0].GetProperty("error").GetProperty("code").GetString());
            Assert.Equal("1", answers[1].GetProperty("value").GetString());
        }
    }

    [Fact]
    public void Ten_thousand_fuzzed_lines_give_ten_thousand_answers()
    {
        var fuzz = new OracleFuzz(20_261_121);
        using var requests = new MemoryStream();
        for (var i = 0; i < 10_000; i++)
        {
            requests.Write(fuzz.Line());
            requests.WriteByte((byte)'\n');
        }

        var answers = Ask(requests.ToArray());
        Assert.Equal(10_000, answers.Length);
        var values = 0;
        foreach (var answer in answers)
        {
            Assert.True(answer.TryGetProperty("id", out _));
            if (answer.TryGetProperty("error", out var error))
            {
                Assert.Contains(error.GetProperty("code").GetString(), Codes);
                Assert.True(error.GetProperty("code").GetString() is not "internal", error.GetProperty("message").GetString());
                Assert.DoesNotContain('\n', error.GetProperty("message").GetString()!);
            }
            else
            {
                values++;
            }
        }

        // The fuzz must reach the formulas, not only the parser.
        Assert.InRange(values, 1_000, 9_000);
    }

    [Fact]
    public void The_documents_name_every_quantity_and_every_code()
    {
        var protocol = File.ReadAllText(Repository.PathOf("docs/oracle-protocol.md"));
        var schema = File.ReadAllText(Repository.PathOf("docs/oracle.schema.json"));
        foreach (var name in OracleSession.Quantities.Keys)
        {
            Assert.Contains("`" + name + "`", protocol, StringComparison.Ordinal);
            Assert.Contains("\"" + name + "\"", schema, StringComparison.Ordinal);
        }

        foreach (var code in Codes)
        {
            Assert.Contains("`" + code + "`", protocol, StringComparison.Ordinal);
            Assert.Contains("\"" + code + "\"", schema, StringComparison.Ordinal);
        }
    }
}
