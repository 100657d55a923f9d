using GrpoVerified.Analyzers.Usage;

namespace GrpoVerified.Analyzers.Tests.Usage;

public sealed class ParameterOutsideDomainTests
{
    [Theory]
    [InlineData("GrpoParameters.Of([|0|], 1, 1)", "p_ref = 0")]
    [InlineData("GrpoParameters.Of([|1|], 1, 1)", "p_ref = 1")]
    [InlineData("GrpoParameters.Of([|Rational.Parse(\"3/2\")|], 1, 1)", "p_ref = 3/2")]
    [InlineData("GrpoParameters.Of([|-Rational.Parse(\"0.1\")|], 1, 1)", "p_ref = -1/10")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/2\"), [|0|], 1)", "beta = 0")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/2\"), [|Rational.FromDouble(-0.5)|], 1)", "beta = -1/2")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/2\"), 1, [|Rational.Parse(\"-1e-6\")|])", "epsilon = -1/1000000")]
    [InlineData("GrpoParameters.Of([|Rational.One / 2 + Rational.Parse(\"0.5\")|], 1, 1)", "p_ref = 1")]
    [InlineData("GrpoParameters.Of(epsilon: 0, beta: 1, pRef: [|2|])", "p_ref = 2")]
    [InlineData("new GrpoParameters { Reference = [|2|], Beta = 1, Epsilon = 0 }", "p_ref = 2")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/2\"), 1, 0) with { Alpha = [|2|] }", "alpha = 2")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/2\"), 1, 0) with { GroupSize = [|1|] }", "group size = 1")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/2\"), 1, 0) with { Clip = new ClipRange([|0|], 1) }", "clip-low = 0")]
    [InlineData("EffectiveWeight.Variance(1, [|1|], GroupDeviation.Sample)", "group size = 1")]
    public async Task Fires_on_a_constant_outside(string expression, string fact)
        => Assert.Contains(fact, Assert.Single(await Verify.Fires<ParameterOutsideDomainAnalyzer>($"class C {{ object M() => {expression}; }}")));

    [Theory]
    [InlineData("GrpoParameters.Of(easy ? [|1|] : Rational.Parse(\"1/2\"), 1, 0)")]
    [InlineData("GrpoParameters.Of(level switch { 0 => Rational.Parse(\"1/2\"), 1 => [|Rational.Zero|], _ => x ?? Rational.Parse(\"1/3\") }, 1, 0)")]
    [InlineData("GrpoParameters.Of(x ?? [|Rational.One|], 1, 0)")]
    public async Task Fires_on_the_branch_that_is_outside(string expression)
        => Assert.Single(await Verify.Fires<ParameterOutsideDomainAnalyzer>($"class C {{ object M(bool easy, int level, Rational? x) => {expression}; }}"));

    [Theory]
    [InlineData("GrpoParameters.Of(easy ? Rational.Parse(\"1/3\") : Rational.Parse(\"1/2\"), 1, 0)")]
    [InlineData("GrpoParameters.Of(level switch { 0 => Rational.Parse(\"1/2\"), _ => throw new ArgumentException() }, 1, 0)")]
    [InlineData("GrpoParameters.Of(x ?? Rational.Parse(\"1/2\"), 1, 0)")]
    public Task Is_silent_where_every_branch_is_inside(string expression)
        => Verify.Silent<ParameterOutsideDomainAnalyzer>($"class C {{ object M(bool easy, int level, Rational? x) => {expression}; }}");

    [Fact]
    public async Task Follows_constants_fields_and_variables_assigned_once()
        => Assert.Equal(4, (await Verify.Fires<ParameterOutsideDomainAnalyzer>("""
            class C
            {
                private const int Zero = 0;
                private static readonly Rational Two = Rational.Parse("2");
                private static Rational Three { get; } = 3;

                object M()
                {
                    var negative = -Rational.One;
                    return (GrpoParameters.Of([|Zero|], [|negative|], 1), GrpoParameters.Of([|Two|], 1, 1), GrpoParameters.Of([|Three|], 1, 1));
                }
            }
            """)).Count);

    [Theory]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/10\"), 1, 0)")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"0.999999\"), Rational.Parse(\"1e-9\"), Rational.Zero)")]
    [InlineData("GrpoParameters.Of(x, x, x)")]
    [InlineData("GrpoParameters.Of(x - x, 1, 0)")]
    [InlineData("GrpoParameters.Of(Rational.Parse(text), 1, 0)")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/2\"), 1, 0) with { Alpha = 1, GroupSize = 2 }")]
    [InlineData("GrpoParameters.Of(Rational.Parse(\"1/2\"), 1, 0) with { GroupSize = null }")]
    [InlineData("Other.Of(0, 0, 0)")]
    [InlineData("Record.Exception(() => GrpoParameters.Of(0, 1, 1))")]
    [InlineData("Assert.Throws<ParameterException>(() => GrpoParameters.Of(0, 1, 1).Validated())")]
    [InlineData("new ClipRange(1, 1)")]
    [InlineData("Rational.Parse(\"0\")")]
    public Task Is_silent_inside_the_domain_where_the_value_is_unknown_or_where_failure_is_expected(string expression)
        => Verify.Silent<ParameterOutsideDomainAnalyzer>($$"""
            class C { object? M(Rational x, string text) => {{expression}}; }
            static class Other { public static object Of(int pRef, int beta, int epsilon) => (pRef, beta, epsilon); }
            """);

    [Theory]
    [InlineData("var p = Rational.Zero; p = x;")]
    [InlineData("var p = Rational.Zero; if (x > 1) { p = x; }")]
    [InlineData("var p = Rational.Zero; Rational.TryParse(\"1/2\", out p, out _);")]
    [InlineData("var p = Rational.Zero; void Set() => p = x; Set();")]
    [InlineData("var p = Rational.Zero; (p, _) = (x, x);")]
    public Task Is_silent_when_the_variable_is_assigned_again(string statements)
        => Verify.Silent<ParameterOutsideDomainAnalyzer>($$"""class C { object M(Rational x) { {{statements}} return GrpoParameters.Of(p, 1, 1); } }""");

    [Fact]
    public Task Is_silent_when_a_constructor_assigns_the_field_again()
        => Verify.Silent<ParameterOutsideDomainAnalyzer>("""
            class C
            {
                private readonly Rational _p = 0;

                public C(Rational p) => _p = p;

                object M() => GrpoParameters.Of(_p, 1, 1);
            }
            """);
}
