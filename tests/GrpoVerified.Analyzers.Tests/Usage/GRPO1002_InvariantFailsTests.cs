using GrpoVerified.Analyzers.Usage;

namespace GrpoVerified.Analyzers.Tests.Usage;

public sealed class InvariantFailsTests
{
    [Fact]
    public async Task Says_that_an_alternating_orbit_is_not_monotone_with_its_first_iterates()
    {
        var message = Assert.Single(await Verify.Fires<InvariantFailsAnalyzer>("""
            class C
            {
                [Requires(Invariant.MonotoneConvergence)]
                object M() => [|GrpoParameters.Of(Rational.Parse("1/10"), 2, Rational.Parse("1/1000"))|];
            }
            """));
        Assert.Contains("p_ref = 1/10, beta = 2, epsilon = 1/1000", message);
        Assert.Contains("p_0 = 0.1, p_1 = 0.36824", message);
    }

    [Fact]
    public async Task Says_that_a_cycling_orbit_has_no_limit()
    {
        var message = Assert.Single(await Verify.Fires<InvariantFailsAnalyzer>("""
            [Requires(Invariant.Convergence)]
            class C
            {
                private readonly GrpoParameters _hard = [|GrpoParameters.Of(Rational.Parse("1/200"), Rational.Parse("3/2"), Rational.Parse("1/1000"))|];

                public object M() => _hard;
            }
            """));
        Assert.Contains("p* = 0.0665833", message);
        Assert.Contains("F5(IV)", message);
    }

    [Fact]
    public async Task Looks_at_what_is_passed_to_a_method_or_parameter_that_requires_an_invariant()
        => Assert.Equal(3, (await Verify.Fires<InvariantFailsAnalyzer>("""
            class C
            {
                [Requires(Invariant.MonotoneConvergence)]
                static void Whole(GrpoParameters p) { }

                static void One([Requires(Invariant.MonotoneConvergence)] GrpoParameters p, GrpoParameters q) { }

                void M()
                {
                    var hard = new GrpoParameters { Reference = Rational.Parse("1/10"), Beta = 2, Epsilon = Rational.Parse("1/1000") };
                    Whole([|hard|]);
                    One([|hard.Validated()|], hard);
                    Whole([|GrpoParameters.Of(Rational.Parse("1/1000"), 1, Rational.Parse("1/100"))|]);
                }
            }
            """)).Count);

    [Fact]
    public async Task Says_that_an_absorbing_reference_is_not_amplified()
        => Assert.Contains("B7", Assert.Single(await Verify.Fires<InvariantFailsAnalyzer>("""
            class C { [Requires(Invariant.Amplification)] object M() => [|GrpoParameters.Of(1, 1, 1)|]; }
            """)));

    [Theory]
    [InlineData("MonotoneConvergence", "\"1/2\"", "\"1/100\"", "\"0\"")]
    [InlineData("MonotoneConvergence", "\"3/4\"", "\"1/2\"", "\"1/100\"")]
    [InlineData("MonotoneConvergence", "\"1/10\"", "\"1/2\"", "\"1/100\"")]
    [InlineData("Convergence", "\"1/10\"", "\"2\"", "\"1/1000\"")]
    [InlineData("Convergence", "\"1/100\"", "\"1\"", "\"1/1000\"")]
    [InlineData("Convergence", "\"1/200\"", "\"20\"", "\"1/1000\"")]
    [InlineData("Convergence", "\"1/10000\"", "\"1/100\"", "\"0\"")]
    [InlineData("Amplification", "\"1/1000000\"", "\"1\"", "\"0\"")]
    public Task Is_silent_where_the_invariant_holds_or_is_not_refuted(string invariant, string pRef, string beta, string epsilon)
        => Verify.Silent<InvariantFailsAnalyzer>($$"""
            class C { [Requires(Invariant.{{invariant}})] object M() => GrpoParameters.Of(Rational.Parse({{pRef}}), Rational.Parse({{beta}}), Rational.Parse({{epsilon}})); }
            """);

    [Theory]
    [InlineData("object M() => GrpoParameters.Of(Rational.Parse(\"1/10\"), 2, Rational.Parse(\"1/1000\"));")]
    [InlineData("[Requires(Invariant.MonotoneConvergence)] object M(Rational beta) => GrpoParameters.Of(Rational.Parse(\"1/10\"), beta, Rational.Parse(\"1/1000\"));")]
    [InlineData("[Requires(Invariant.MonotoneConvergence)] object M() => new GrpoParameters { Reference = Rational.Parse(\"1/10\"), Beta = 2, Epsilon = Rational.Parse(\"1/1000\"), Regulariser = Regulariser.Mirror };")]
    [InlineData("[Requires(Invariant.MonotoneConvergence)] object? M() => Record.Exception(() => GrpoParameters.Of(Rational.Parse(\"1/10\"), 2, Rational.Parse(\"1/1000\")));")]
    [InlineData("[Requires(Invariant.Convergence)] object M() => 1;")]
    public Task Is_silent_where_nothing_is_required_or_the_map_is_unknown(string member)
        => Verify.Silent<InvariantFailsAnalyzer>($"class C {{ {member} }}");
}
