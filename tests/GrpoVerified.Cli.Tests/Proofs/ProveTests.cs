using System.Text.Json;
using GrpoVerified.Arithmetic;
using GrpoVerified.Checking;

namespace GrpoVerified.Cli.Tests.Proofs;

/// <summary>Verdicts of <c>prove</c>: false claims refuted at a certified point, true ones proved by a certificate that is checked again here.</summary>
public sealed class ProveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-prove-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int Code, JsonElement Report) Prove(string claim, string ranges, params string[] more)
    {
        var run = CommandLine.Run(["prove", claim, "--for", ranges, "--format", "json", "--out", Path.Combine(_folder, "claim.cert.json"), .. more]);
        var report = run.Json();
        Assert.Equal(1, report.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("prove", report.GetProperty("command").GetString());
        Assert.Equal(claim, report.GetProperty("parameters").GetProperty("claim").GetString());
        return (run.ExitCode, report);
    }

    private static string? Verdict(JsonElement report) => report.GetProperty("verdict").GetString();

    private static string Value(JsonElement report, string what)
        => report.GetProperty("values").EnumerateArray().Single(v => v.GetProperty("what").GetString() == what).GetProperty("value").GetString()!;

    [Theory]
    [InlineData("h(p) >= p", "p in [0,1], p_ref in (0,1), beta in (0,inf), eps in (0,inf)")]
    [InlineData("iterate(2, p_ref) >= iterate(1, p_ref)", "p_ref in (0,1), beta in (0,inf), eps in (0,inf)")]
    [InlineData("h(1) == 1", "p_ref in [1/10,9/10], beta in [1,5], eps in [1e-6,1]")]
    [InlineData("fixed_point_high() > 99/100", "p_ref in [1/10,1/2], beta in [1,2], eps in [1/100,1]")]
    public void A_false_claim_is_refuted_at_an_exact_point_of_the_box(string claim, string ranges)
    {
        var (code, report) = Prove(claim, ranges);
        Assert.Equal(ExitCode.Refuted, code);
        Assert.Equal("refuted", Verdict(report));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("certificate").ValueKind);
        foreach (var coordinate in report.GetProperty("counterexample").EnumerateObject())
        {
            Assert.True(Rational.TryParse(coordinate.Value.GetString(), out _, out _), coordinate.Name);
        }

        Assert.NotEqual("0", Value(report, "left - right"));
    }

    // 1/(1 + (1-r)/r exp(-1/(beta sqrt(eps)))) and its distance from 1, by mpmath: r = 1/2, beta = 1, eps = 1.
    [Fact]
    public void The_value_at_the_counterexample_has_certified_digits()
    {
        var (_, report) = Prove("h(1) == 1", "p_ref = 1/2, beta = 1, eps = 1", "--digits", "25");
        Assert.Equal("0.7310585786300048792511592", Value(report, "left side"));
        Assert.Equal("-0.2689414213699951207488408", Value(report, "left - right"));
        Assert.Equal("1/2", report.GetProperty("counterexample").GetProperty("p_ref").GetString());
    }

    [Fact]
    public void An_undefined_conclusion_is_refuted_with_the_reason()
    {
        var (code, report) = Prove("1/p >= 1", "p in [0,1]");
        Assert.Equal(ExitCode.Refuted, code);
        Assert.Equal("a divisor is 0", Value(report, "not defined"));
        Assert.Equal("0", report.GetProperty("counterexample").GetProperty("p").GetString());
    }

    [Theory]
    [InlineData("square(x) + 1/10 > x / 2", "x in [-3,3]")]
    [InlineData("exp(x) > 1 + x/2", "x in [1/10,2]")]
    [InlineData("h(p) > 1/3", "p in [1/10,9/10], p_ref = 1/2, beta in [1,2], eps in [1/100,1]")]
    public void A_true_claim_is_proved_and_the_certificate_is_accepted(string claim, string ranges)
    {
        var (code, report) = Prove(claim, ranges);
        Assert.Equal(ExitCode.Holds, code);
        Assert.Equal("proved", Verdict(report));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("counterexample").ValueKind);
        var path = report.GetProperty("certificate").GetString()!;
        var check = CertificateChecker.CheckFile(path);
        Assert.True(check.IsAccepted, check.Reason);
        Assert.Equal(report.GetProperty("statements")[0].GetProperty("hash").GetString(), check.Hash);
        Assert.False(File.Exists(path + ".partial"));
    }

    // The claims on their whole open and unbounded domains.
    [Theory]
    [InlineData("h(p) > p_ref", "p in [0,1], p_ref in (0,1), beta in (0,inf), eps in (0,inf)")]
    [InlineData("abs(derivative(h_of_log_odds(x), x)) <= lipschitz()/beta", "x in (-inf,inf), p_ref in (0,1), beta in (0,inf), eps in (0,inf)")]
    [InlineData("w_plus(p) + w_minus(p) == omega(p)", "p in [0,1], eps in (0,inf)")]
    [InlineData("fixed_point_low() > p_ref", "p_ref in (0,1), beta in (0,inf), eps in (0,inf)")]
    public void A_claim_on_an_unbounded_domain_is_proved(string claim, string ranges)
    {
        var (code, report) = Prove(claim, ranges);
        Assert.Equal("proved", Verdict(report));
        Assert.Equal(ExitCode.Holds, code);
    }

    [Fact]
    public void Several_conclusions_have_a_verdict_and_a_certificate_each()
    {
        var (code, report) = Prove("x + 2 > 0 && x < 2 && 1/2 < x", "x in [-1,1]");
        Assert.Equal(ExitCode.Refuted, code);
        Assert.Equal(["proved", "proved", "refuted"], report.GetProperty("conclusions").EnumerateArray().Select(c => c.GetProperty("verdict").GetString()));
        Assert.True(File.Exists(Path.Combine(_folder, "claim_1.cert.json")));
        Assert.True(File.Exists(Path.Combine(_folder, "claim_2.cert.json")));
    }

    [Fact]
    public void A_budget_that_is_too_small_leaves_boxes_and_says_how_to_go_on()
    {
        var (code, report) = Prove("h(p) >= 6/5 * p_ref", "p in [0,1], p_ref in [1/10,1/2], beta in [1/2,2], eps in [1/10000,1]", "--budget", "10");
        Assert.Equal(ExitCode.Inconclusive, code);
        Assert.Equal("inconclusive", Verdict(report));
        Assert.NotEqual(0, report.GetProperty("remaining").GetArrayLength());
        Assert.Contains("--resume", report.GetProperty("notes").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hypotheses_are_part_of_the_statement()
    {
        var (code, report) = Prove("x * x < 1/2", "x in [-1,1]", "--given", "x < 1/2 && x > -1/2");
        Assert.Equal(ExitCode.Holds, code);
        Assert.Contains("with", report.GetProperty("statements")[0].GetProperty("statement").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_with_there_is_is_proved_or_refuted()
    {
        Assert.Equal("proved", Verdict(Prove("square(x) == 2", string.Empty, "--exists", "x in [1,2]").Report));
        Assert.Equal("refuted", Verdict(Prove("square(x) == 5", string.Empty, "--exists", "x in [1,2]").Report));
        Assert.Equal("proved", Verdict(Prove("h(p) < p && p < 1/2", "p_ref = 1/10, beta = 5, eps = 1/10", "--exists", "p in [0,1]").Report));
    }

    [Fact]
    public void The_same_command_gives_the_same_bytes_whatever_the_threads()
    {
        Prove("exp(x*y) > x*y", "x in [-1,1], y in [0,2]", "--threads", "1");
        var one = File.ReadAllBytes(Path.Combine(_folder, "claim.cert.json"));
        Prove("exp(x*y) > x*y", "x in [-1,1], y in [0,2]", "--threads", "4");
        Assert.Equal(one, File.ReadAllBytes(Path.Combine(_folder, "claim.cert.json")));
    }

    [Fact]
    public void Formats_tell_the_same_facts()
    {
        foreach (var format in new[] { "table", "markdown" })
        {
            var run = CommandLine.Run("prove", "p < 3/10", "--for", "p in [0,1]", "--format", format);
            Assert.Contains("refuted", run.Output, StringComparison.Ordinal);
            Assert.Contains("left - right", run.Output, StringComparison.Ordinal);
        }
    }
}
