using GrpoVerified.Analyzers.Numerics;

namespace GrpoVerified.Analyzers.Tests.Numerics;

public sealed class PlatformMathInFormulaTests
{
    [Theory]
    [InlineData("[Formula] public static double F(double x) => [|Math.Exp(x)|];")]
    [InlineData("[Formula] public static double F(double x) => x * [|0.5|];")]
    [InlineData("[Formula] public static double F(double x) => [|double.Log(x)|];")]
    [InlineData("public static T F<T>(T x) where T : IElementary<T> => x * T.FromInteger((long)[|Math.Sqrt(4)|]);")]
    [InlineData("public static T F<T>(T x) where T : IArithmetic<T> => Of(x, [|1e-6|]); static T Of<T>(T x, double y) => x;")]
    [InlineData("public static Probability<T> F<T>(T x) where T : IElementary<T> { double Local() => [|2.5|]; return Local() > 1 ? Probability<T>.FromSuccess(x) : default; }")]
    public async Task Fires_on_platform_mathematics_and_floating_literals_in_formulas(string member)
        => Assert.Single(await Verify.Fires<PlatformMathInFormulaAnalyzer>($"static class C {{ {member} }}"));

    [Fact]
    public async Task Methods_of_a_type_that_is_generic_over_an_arithmetic_are_formulas()
        => Assert.Equal(2, (await Verify.Fires<PlatformMathInFormulaAnalyzer>("""
            record Step<T>(T Beta) where T : IElementary<T>
            {
                public T Scale(T x) => x * T.FromInteger((long)[|2.5|]);
                public Probability<T> Next(T x) => Probability<T>.FromSuccess(T.FromInteger((long)[|Math.Exp(0)|]));
                public double Width => 0.5;
                public bool IsSmall(double x) => x < 1e-3;
            }
            """)).Count);

    [Fact]
    public async Task A_marked_class_is_a_formula_throughout()
        => Assert.Equal(2, (await Verify.Fires<PlatformMathInFormulaAnalyzer>(
            "[Formula] static class C { static double A(double x) => [|Math.Sqrt(x)|]; static float B(float x) => x + [|1f|]; }")).Count);

    [Theory]
    [InlineData("public static double F(double x) => Math.Exp(x) * 0.5;")]
    [InlineData("public static T F<T>(T x) where T : IElementary<T> => T.Exp(x) / T.FromInteger(3);")]
    [InlineData("public static T F<T>(T x, int n) where T : IElementary<T> => T.Pow(x, Math.Max(n, 0));")]
    [InlineData("public static double F<T>(T x) where T : IEnclosure<T> => T.IsFinite(x) ? 0.5 : Math.Sqrt(2);")]
    [InlineData("public static T F<T>(T x) where T : System.Numerics.INumber<T> => Of(x, Math.Sqrt(0.5)); static T Of<T>(T x, double y) => x;")]
    [InlineData("[Formula] public static Rational F(Rational x) => x * x / 3;")]
    [InlineData("[Formula] public static int F(int x) => Math.Abs(x);")]
    [InlineData("public static bool F<T>(IEnumerable<T> xs) => xs.Count() > 0.5;")]
    public Task Is_silent_outside_formulas_and_on_exact_constants(string member)
        => Verify.Silent<PlatformMathInFormulaAnalyzer>($"static class C {{ {member} }}");
}
