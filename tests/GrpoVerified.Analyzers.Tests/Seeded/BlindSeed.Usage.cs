namespace GrpoVerified.Analyzers.Tests.Seeded;

public sealed partial record BlindSeed
{
    private static IReadOnlyList<BlindSeed> Usage =>
    [
        new("GRPO1001", "a with-expression sets beta to 0", true, """
            using GrpoVerified.Theory;
            public static class Sweep
            {
                public static GrpoParameters WithoutPenalty(GrpoParameters basis) => basis with { Beta = 0 };
            }
            """),
        new("GRPO1001", "a local function, a static using and a local for p_ref = 0", true, """
            using GrpoVerified.Arithmetic;
            using static GrpoVerified.Theory.GrpoParameters;
            public class Start
            {
                public object Run()
                {
                    object Hard()
                    {
                        var never = Rational.Zero;
                        return Of(never, 1, Rational.One);
                    }

                    return Hard();
                }
            }
            """),
        new("GRPO1001", "a target-typed new with p_ref = 3/2", true, """
            using GrpoVerified.Arithmetic;
            using GrpoVerified.Theory;
            public record Experiment(string Name)
            {
                private static readonly Rational Easy = new(3, 2);
                public GrpoParameters Parameters { get; } = new() { Reference = Easy, Beta = Rational.One, Epsilon = Rational.Parse("1e-4") };
            }
            """),
        new("GRPO1001", "an alias of the clip range with a lower width of 0", true, """
            using Clip = GrpoVerified.Theory.ClipRange;
            using GrpoVerified.Arithmetic;
            public static class Ranges
            {
                public static Clip HigherOnly => new(0, Rational.Parse("0.28"));
            }
            """),
        new("GRPO1001", "one arm of a switch expression is p_ref = 1", false, """
            using GrpoVerified.Arithmetic;
            using GrpoVerified.Theory;
            public static class Levels
            {
                public static GrpoParameters Of(string level)
                    => GrpoParameters.Of(level switch { "hard" => new Rational(1, 100), "easy" => Rational.One, _ => new Rational(1, 2) }, 1, 0);
            }
            """),
        new("GRPO1001", "a group of one, from a constant", true, """
            using GrpoVerified.Theory;
            public static class Groups
            {
                private const int Rollouts = 1;
                public static GrpoParameters Single(GrpoParameters p) => p with { GroupSize = Rollouts, Deviation = GroupDeviation.Sample };
            }
            """),
        new("GRPO1002", "LINQ over steps inside a type that relies on monotone convergence", true, """
            using System.Linq;
            using GrpoVerified.Arithmetic;
            using GrpoVerified.Theory;
            [Requires(Invariant.MonotoneConvergence)]
            public record Curve(int Steps)
            {
                public object[] Parameters => Enumerable.Range(0, Steps).Select(_ => (object)new GrpoParameters { Reference = new(1, 10), Beta = 2, Epsilon = new(1, 1000) }).ToArray();
            }
            """),
        new("GRPO1002", "an argument for a parameter that requires convergence cycles", true, """
            using GrpoVerified.Arithmetic;
            using GrpoVerified.Theory;
            public static class Report
            {
                private static string Limit([Requires(Invariant.Convergence)] GrpoParameters parameters) => $"tends to a limit: {parameters}";

                public static string Hard()
                {
                    GrpoParameters parameters = new() { Reference = new Rational(1, 200), Beta = new Rational(3, 2), Epsilon = Rational.Parse("0.001") };
                    return Limit(parameters);
                }
            }
            """),
        new("GRPO1003", "a collection of unnormalised weights in a read-only field", false, """
            using GrpoVerified.Arithmetic;
            using GrpoVerified.Theory.Policies;
            public static class Toy
            {
                private static readonly Rational[] Weights = { 1, 1, 2 };
                public static OutcomeSpace Space() => new(Weights, [true, false, false]);
            }
            """),
        new("GRPO1003", "a List<Rational> of decimals that sum to 0.99", false, """
            using System.Collections.Generic;
            using GrpoVerified.Arithmetic;
            using static GrpoVerified.Arithmetic.Rational;
            using Space = GrpoVerified.Theory.Policies.OutcomeSpace;
            public static class Toy
            {
                public static Space Thirds()
                {
                    var policy = new List<Rational> { Parse("0.33"), Parse("0.33"), Parse("0.33") };
                    return new Space(policy, new[] { true, false, true });
                }
            }
            """),
        new("GRPO1004", "an alias of the deviation and a local for the moments of one reward", true, """
            using GrpoVerified.Arithmetic;
            using GrpoVerified.Theory.Groups;
            using D = GrpoVerified.Theory.GroupDeviation;
            public static class Single
            {
                public static Rational Spread(Rational reward)
                {
                    var moments = GroupMoments.Of(new[] { reward });
                    return moments.Variance(D.Sample);
                }
            }
            """),
        new("GRPO1004", "a list initialiser with one reward", false, """
            using System.Collections.Generic;
            using GrpoVerified.Arithmetic;
            using GrpoVerified.Theory;
            using GrpoVerified.Theory.Groups;
            public static class Single
            {
                public static Rational Spread() => GroupMoments.Of(new List<Rational> { Rational.One }).Variance(deviation: GroupDeviation.Sample);
            }
            """),
    ];
}
