using System.Globalization;
using System.Text.Json;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Tests.Proofs;

/// <summary>Random texts never crash <c>prove</c>; verdicts on random claims agree with balls at exact points, computed here from the tree that made the text.</summary>
/// <remarks>GRPOVERIFIED_CLAIMS sets the number of random claims.</remarks>
public sealed class ClaimFuzz : IDisposable
{
    private const int Bits = 200;

    private static readonly int Claims = int.TryParse(Environment.GetEnvironmentVariable("GRPOVERIFIED_CLAIMS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 120;

    private static readonly string[] Tokens =
    [
        "p", "q", "p_ref", "h", "exp", "log", "sqrt", "iterate", "derivative", "kl", "fixed_point_low", "max", "pow", "foo", "0", "1", "1/3", "0.1", "1e-6", "1e9", "7f", "0x1", "(", "(", ")", ")", ",",
        "+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!=", "&&", "||", "!", "=", "=>", ".", ";", "[", "]", "{", "}", "\"", "'", "new", "typeof", "is", "as", "await", "??", "?", ":", "#if", "//", "@", "$", "\\", "é", "\u0000", "\U0001F600", " ",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CommandLine Prove(string claim, string ranges, int budget)
        => CommandLine.Run("prove", claim, "--for", ranges, "--format", "json", "--threads", "1", "--budget", budget.ToString(CultureInfo.InvariantCulture), "--out", Path.Combine(_folder, "claim.cert.json"));

    [Fact]
    public void Random_tokens_give_one_line_or_a_verdict()
    {
        var random = new Random(20261130);
        for (var n = 0; n < 3000; n++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : string.Empty, Enumerable.Range(0, random.Next(1, 12)).Select(_ => Tokens[random.Next(Tokens.Length)]));
            var inRanges = random.Next(4) == 0;
            var run = inRanges ? Prove("p > 0", text, 1) : Prove(text, "p in [1/4,3/4], q in (0,1)", 1);
            if (run.ExitCode == ExitCode.Usage)
            {
                Assert.True(run.Error.StartsWith("error: ", StringComparison.Ordinal) && run.Error.TrimEnd('\n').Split('\n').Length == 1, $"{text}: {run.Error}");
            }
            else
            {
                Assert.True(run.ExitCode is ExitCode.Holds or ExitCode.Refuted or ExitCode.Inconclusive, $"{text}: exit code {run.ExitCode}, {run.Error}");
            }
        }
    }

    [Fact]
    public void Verdicts_on_random_claims_agree_with_balls_at_exact_points()
    {
        var random = new Random(4);
        var verdicts = new Dictionary<string, int>(StringComparer.Ordinal) { ["proved"] = 0, ["refuted"] = 0, ["inconclusive"] = 0 };
        for (var n = 0; n < Claims; n++)
        {
            var (left, right) = (Term.Random(random, 3), Term.Random(random, 2));
            var relation = random.Next(5) switch { 0 => "==", 1 => "<", 2 => "<=", 3 => ">", _ => ">=" };
            var claim = $"{left.Text} {relation} {right.Text}";
            var run = Prove($"({left.Text}) {relation} ({right.Text})", "x in [-1,2], y in [1/2,3]", 200);
            Assert.True(run.ExitCode is ExitCode.Holds or ExitCode.Refuted or ExitCode.Inconclusive, $"{claim}: exit code {run.ExitCode}, {run.Error}");
            var report = run.Json();
            var verdict = report.GetProperty("verdict").GetString()!;
            verdicts[verdict]++;
            if (verdict == "proved")
            {
                for (var i = 0; i < 40; i++)
                {
                    var at = (X: new Rational(random.Next(-60, 121), 60), Y: new Rational(random.Next(30, 181), 60));
                    Assert.True(Holds(left, right, relation, at) is not false, $"{claim} is proved and false at {at}");
                }
            }
            else if (verdict == "refuted")
            {
                var point = report.GetProperty("counterexample");
                Assert.True(Holds(left, right, relation, (Coordinate(point, "x"), Coordinate(point, "y"))) is not true, $"{claim} is refuted where it holds, at {point}");
            }
        }

        Assert.True(verdicts["proved"] > Claims / 10 && verdicts["refuted"] > Claims / 10, string.Join(", ", verdicts));
    }

    // A variable that does not occur may have any value.
    private static Rational Coordinate(JsonElement point, string name)
        => point.TryGetProperty(name, out var value) && Rational.TryParse(value.GetString(), out var q, out _) ? q : Rational.One;

    // Null where the balls do not decide.
    private static bool? Holds(Term left, Term right, string relation, (Rational X, Rational Y) at)
    {
        var d = left.Value(at) - right.Value(at);
        return relation switch
        {
            "==" => Ball.ContainsZero(d) ? null : false,
            "<" => d.IsNegative ? true : d.IsPositive ? false : null,
            "<=" => d.IsPositive ? false : d.IsNegative ? true : null,
            ">" => d.IsPositive ? true : d.IsNegative ? false : null,
            _ => d.IsNegative ? false : d.IsPositive ? true : null,
        };
    }

    /// <summary>A term with its text and its value, neither made by the code under test. Every operation is defined everywhere.</summary>
    private sealed record Term(string Text, Func<(Rational X, Rational Y), Ball> Value)
    {
        public static Term Random(Random random, int depth)
        {
            if (depth == 0 || random.Next(5) == 0)
            {
                var q = new Rational(random.Next(-9, 10), random.Next(1, 8));
                return random.Next(3) switch
                {
                    0 => new("x", at => Ball.FromRational(at.X, Bits)),
                    1 => new("y", at => Ball.FromRational(at.Y, Bits)),
                    _ => new($"({q})", _ => Ball.FromRational(q, Bits)),
                };
            }

            var (a, b) = (Random(random, depth - 1), Random(random, depth - 1));
            return random.Next(8) switch
            {
                0 => Of($"({a.Text} + {b.Text})", a, b, (u, v) => u + v),
                1 => Of($"({a.Text} - {b.Text})", a, b, (u, v) => u - v),
                2 => Of($"({a.Text} * {b.Text})", a, b, (u, v) => u * v),
                3 => Of($"square({a.Text})", a, a, (u, _) => u * u),
                4 => Of($"exp(-square({a.Text}))", a, a, (u, _) => Ball.Exp(-(u * u))),
                5 => Of($"sqrt(1 + square({a.Text}))", a, a, (u, _) => Ball.Sqrt(Ball.FromRational(Rational.One, Bits) + (u * u))),
                6 => Of($"({a.Text} / (1 + square({b.Text})))", a, b, (u, v) => u / (Ball.FromRational(Rational.One, Bits) + (v * v))),
                _ => Of($"(-{a.Text})", a, a, (u, _) => -u),
            };
        }

        private static Term Of(string text, Term a, Term b, Func<Ball, Ball, Ball> operation)
            => new(text, at => operation(a.Value(at), b.Value(at)));
    }
}
