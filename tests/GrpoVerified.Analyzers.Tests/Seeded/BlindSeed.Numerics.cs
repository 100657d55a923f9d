namespace GrpoVerified.Analyzers.Tests.Seeded;

public sealed partial record BlindSeed
{
    private static IReadOnlyList<BlindSeed> Numerics =>
    [
        new("GRPO2001", "a method group over an array of decimals", false, """
            using System.Linq;
            using GrpoVerified.Arithmetic;
            public static class Grid
            {
                public static Rational[] Betas => new[] { 0.1, 0.2, 0.3 }.Select(Rational.FromDouble).ToArray();
            }
            """),
        new("GRPO2001", "a constant of the class, through a static using", false, """
            using static GrpoVerified.Arithmetic.Rational;
            public static class Defaults
            {
                private const double Epsilon = 1e-4;
                public static object Exact() => FromDouble(Epsilon);
            }
            """),
        new("GRPO2001", "a decimal made of a double quotient", false, """
            using GrpoVerified.Arithmetic;
            public static class Thirds
            {
                public static Rational Third() => Rational.FromDecimal((decimal)(1.0 / 3));
            }
            """),
        new("GRPO2002", "Where with == on balls", true, """
            using System.Collections.Generic;
            using System.Linq;
            using GrpoVerified.Arithmetic;
            public record Orbit(IReadOnlyList<Ball> Points)
            {
                public int Period() => 1 + Points.Skip(1).TakeWhile(x => x != Points[0]).Count();
            }
            """),
        new("GRPO2002", "Equals on intervals in a switch expression's guard", false, """
            using GrpoVerified.Arithmetic;
            public static class Compare
            {
                public static string Text(Interval x, Interval y) => x switch
                {
                    _ when x.Equals(y) => "the same number",
                    _ => "another number",
                };
            }
            """),
        new("GRPO2003", "the success bound by a let clause", false, """
            using System.Collections.Generic;
            using System.Linq;
            using GrpoVerified.Arithmetic;
            using GrpoVerified.Theory;
            public static class Failures
            {
                public static IEnumerable<Ball> Of(IEnumerable<Probability<Ball>> orbit)
                    => from p in orbit let success = p.Success select Ball.One - success;
            }
            """),
        new("GRPO2003", "the difference the other way round, in a local function", false, """
            using GrpoVerified.Arithmetic;
            using P = GrpoVerified.Theory.Probability<GrpoVerified.Arithmetic.Interval>;
            public class Odds
            {
                public Interval Against(P p)
                {
                    return Complement() / p.Success;

                    Interval Complement() => -(p.Success - Interval.FromInteger(1));
                }
            }
            """),
        new("GRPO2004", "static using of Math in a marked formula", true, """
            using GrpoVerified.Arithmetic;
            using static System.Math;
            public static class Factors
            {
                [Formula] public static double Omega(double p, double eps) => 1 / Sqrt((p * (1 - p)) + eps);
            }
            """),
        new("GRPO2004", "a literal in a generic record", false, """
            using GrpoVerified.Arithmetic;
            public record Step<T>(T Beta) where T : IElementary<T>
            {
                public T Scale(T x) => x * T.FromInteger((long)(1.5 * 2)) / Beta;
            }
            """),
        new("GRPO2005", "a relational pattern on the midpoint", false, """
            using GrpoVerified.Arithmetic;
            public static class Decide
            {
                public static string Regime(Interval multiplier) => multiplier.Midpoint switch { < -1 => "repelling", > 1 => "repelling", _ => "attracting" };
            }
            """),
        new("GRPO2005", "a local that holds the midpoint decides", false, """
            using System.Linq;
            using GrpoVerified.Arithmetic;
            public static class Decide
            {
                public static bool Any(Interval[] values) => values.Any(v => { var middle = v.Midpoint; return middle >= 0.5; });
            }
            """),
        new("GRPO2006", "the log ratio and its exponential in locals, as trainers write it", false, """
            using System;
            public static class Kl
            {
                public static double K3(double logRef, double log)
                {
                    var logRatio = logRef - log;
                    var ratio = Math.Exp(logRatio);
                    return ratio - logRatio - 1;
                }
            }
            """),
        new("GRPO2006", "single precision, inline, inside LINQ", false, """
            using System;
            using System.Linq;
            using static System.MathF;
            public static class Kl
            {
                public static float Mean(float[] reference, float[] policy)
                    => reference.Zip(policy, (r, p) => Exp(r - p) - (r - p) - 1f).Average();
            }
            """),
        new("GRPO2007", "the deviation in a local, epsilon added to it, in a class marked inside", true, """
            using System;
            using GrpoVerified.Theory;
            [Smoothing(EpsilonPlacement.Inside)]
            public sealed class Normaliser(double epsilon)
            {
                public double Advantage(double centred, double variance)
                {
                    var std = Math.Sqrt(variance);
                    return centred / (std + epsilon);
                }
            }
            """),
        new("GRPO2007", "the root of the sum in a record marked outside", false, """
            using GrpoVerified.Theory;
            using Real = System.Double;
            [Smoothing(EpsilonPlacement.Outside)]
            public readonly record struct Whitener(Real Smoothing)
            {
                public Real Scale(Real variance)
                {
                    Real inner = variance + Smoothing;
                    return 1 / Real.Sqrt(inner);
                }
            }
            """),
    ];
}
