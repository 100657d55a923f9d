using System.Text.Json;
using GrpoVerified.Arithmetic;
using GrpoVerified.Checking;

namespace GrpoVerified.Cli.Tests.Proofs;

/// <summary>Claims as users type them: the verdict, the exit code, the certificate of a proof, the point of a refutation.</summary>
public sealed class UserClaimTests : IDisposable
{
    private const string Theory = "p in [0,1], p_ref in (0,1), beta in (0,inf), eps in (0,inf)";

    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-claims-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int Code, JsonElement Report) Prove(string claim, string ranges, params string[] more)
    {
        var run = CommandLine.Run(["prove", claim, "--for", ranges, "--format", "json", "--out", Path.Combine(_folder, "claim.cert.json"), .. more]);
        return (run.ExitCode, run.Json());
    }

    [Theory]
    [InlineData("h(p) > p_ref", Theory)]
    [InlineData("abs(derivative(h_of_log_odds(x), x)) <= lipschitz()/beta", "x in (-inf,inf), p_ref in (0,1), beta in (0,inf), eps in (0,inf)")]
    [InlineData("w_plus(p) * p == w_minus(p) * (1 - p)", "p in [0,1], eps in (0,inf)")]
    [InlineData("square(p + q) == p*p + 2*p*q + q*q", "p in (-inf,inf), q in (-inf,inf)")]
    [InlineData("exp(x + y) == exp(x) * exp(y)", "x in (-inf,inf), y in (-inf,inf)")]
    [InlineData("p * (1 - p) <= 1/4", "p in (-inf,inf)")]
    [InlineData("omega(p) > 0", "p in [0,1], eps in (0,inf)")]
    [InlineData("h(p) < 1", Theory)]
    [InlineData("x / y < 11/10", "x in [0,1], y in [1,2]")]
    [InlineData("sqrt(x) < 3/2", "x in [0,2]")]
    public void A_true_claim_is_proved(string claim, string ranges)
    {
        var (code, report) = Prove(claim, ranges);
        Assert.Equal("proved", report.GetProperty("verdict").GetString());
        Assert.Equal(ExitCode.Holds, code);
        var check = CertificateChecker.CheckFile(report.GetProperty("certificate").GetString()!);
        Assert.True(check.IsAccepted, check.Reason);
    }

    // The sign of left - right at the point is certified: it contradicts the relation.
    [Theory]
    [InlineData("h(p) >= p", Theory, -1)]
    [InlineData("iterate(2, p_ref) >= iterate(1, p_ref)", "p_ref in (0,1), beta in (0,inf), eps in (0,inf)", -1)]
    [InlineData("h(1) == 1", "p_ref in [1/10,9/10], beta in [1,5], eps in [1e-6,1]", -1)]
    [InlineData("p * (1 - p) < 1/4", "p in [0,1]", 0)]
    [InlineData("exp(x) == 1 + x", "x in [1,2]", 1)]
    [InlineData("square(x) > 2", "x in [0,1]", -1)]
    [InlineData("x != y", "x in [0,1], y in [0,1]", 0)]
    [InlineData("x + y <= 1", "x in (-inf,inf), y in (-inf,inf)", 1)]
    public void A_false_claim_is_refuted_at_a_certified_point(string claim, string ranges, int sign)
    {
        var (code, report) = Prove(claim, ranges);
        Assert.Equal("refuted", report.GetProperty("verdict").GetString());
        Assert.Equal(ExitCode.Refuted, code);
        Assert.All(report.GetProperty("counterexample").EnumerateObject(), c => Assert.True(Rational.TryParse(c.Value.GetString(), out _, out _), c.Name));
        var difference = report.GetProperty("values").EnumerateArray().Single(v => v.GetProperty("what").GetString() == "left - right").GetProperty("value").GetString()!;
        Assert.True(Rational.TryParse(difference, out var value, out var error), error);
        Assert.Equal(sign, value.Sign);
    }

    [Theory]
    [InlineData("square(x) == 3", "x in [1,2]", "proved")]
    [InlineData("x > 1/2", "x in [0,1]", "proved")]
    [InlineData("exp(x) == 0", "x in [-5,5]", "refuted")]
    [InlineData("p * (1 - p) > 1/3", "p in [0,1]", "refuted")]
    public void There_is_is_decided(string claim, string exists, string verdict)
    {
        var (code, report) = Prove(claim, string.Empty, "--exists", exists);
        Assert.Equal(verdict, report.GetProperty("verdict").GetString());
        Assert.Equal(verdict == "proved" ? ExitCode.Holds : ExitCode.Refuted, code);
    }

    [Theory]
    [InlineData("h(p) >= 6/5 * p_ref", "p in [0,1], p_ref in [1/10,1/2], beta in [1/2,2], eps in [1/10000,1]")]
    [InlineData("exp(x*y) + exp(-x*y) + square(z - x*y*w) > 2 - 1/800", "x in [-1,1], y in [-1,1], z in [-1,1], w in [-1,1]")]
    public void A_spent_budget_is_no_verdict(string claim, string ranges)
    {
        var (code, report) = Prove(claim, ranges, "--budget", "3");
        Assert.Equal("inconclusive", report.GetProperty("verdict").GetString());
        Assert.Equal(ExitCode.Inconclusive, code);
        Assert.False(File.Exists(Path.Combine(_folder, "claim.cert.json")));
    }

    [Theory]
    [InlineData("foo(p) > 0", "p in [0,1]")]
    [InlineData("p > q", "p in [0,1]")]
    [InlineData("p > 0", "p in (1,1)")]
    [InlineData("p > 0", "p in [0,inf]")]
    [InlineData("p.ToString() > 0", "p in [0,1]")]
    [InlineData("Math.Exp(p) > 0", "p in [0,1]")]
    [InlineData("(x => x)(p) > 0", "p in [0,1]")]
    [InlineData("(() => 1)() > 0", "p in [0,1]")]
    [InlineData("p > \"0\"", "p in [0,1]")]
    [InlineData("p > '0'", "p in [0,1]")]
    [InlineData("(p = 1) > 0", "p in [0,1]")]
    [InlineData("p++ > 0", "p in [0,1]")]
    [InlineData("p = 1", "p in [0,1]")]
    [InlineData("p > 0 ? true : false", "p in [0,1]")]
    [InlineData("new object() == p", "p in [0,1]")]
    [InlineData("typeof(int) == p", "p in [0,1]")]
    [InlineData("p[0] > 0", "p in [0,1]")]
    [InlineData("p > 0; q > 0", "p in [0,1]")]
    [InlineData("p > 1/0", "p in [0,1]")]
    [InlineData("p > 0x10", "p in [0,1]")]
    [InlineData("p > 0.1f", "p in [0,1]")]
    [InlineData("pow(p, 101) > 0", "p in [0,1]")]
    [InlineData("iterate(51, p) > 0", Theory)]
    [InlineData("p > await q", "p in [0,1]")]
    [InlineData("$\"{p}\" == p", "p in [0,1]")]
    [InlineData("", "p in [0,1]")]
    public void What_is_no_claim_is_one_line(string claim, string ranges)
        => CommandLine.Run("prove", claim, "--for", ranges).IsOneLineUsageError("error: ");
}
