using GrpoVerified.Analyzers.Numerics;

namespace GrpoVerified.Analyzers.Tests.Numerics;

public sealed class SmoothingPlacementTests
{
    [Theory]
    [InlineData("Inside", "x / ([|Math.Sqrt(v) + eps|])", "inside")]
    [InlineData("Inside", "x / ([|std + eps|])", "inside")]
    [InlineData("Inside", "x / ([|eps + stdDeviation|])", "inside")]
    [InlineData("Outside", "x / [|Math.Sqrt(v + eps)|]", "outside")]
    [InlineData("Outside", "x * [|Math.ReciprocalSqrtEstimate(epsilon + v)|]", "outside")]
    public async Task Fires_on_the_other_form(string placement, string expression, string word)
        => Assert.Contains($"smoothing {word}", Assert.Single(await Verify.Fires<SmoothingPlacementAnalyzer>(Code(placement, expression))));

    [Theory]
    [InlineData("[Smoothing(EpsilonPlacement.Outside)] static double M(double v, double eps) { var inner = v + eps; return 1 / [|Math.Sqrt(inner)|]; }")]
    [InlineData("[Smoothing(EpsilonPlacement.Inside)] static double M(double v, double eps) { var root = Math.Sqrt(v); return 1 / ([|root + eps|]); }")]
    public async Task Follows_a_variable(string member) => Assert.Single(await Verify.Fires<SmoothingPlacementAnalyzer>($"class C {{ {member} }}"));

    [Theory]
    [InlineData("[Smoothing(EpsilonPlacement.Inside)] static double M(double v, double eps) { var inner = v + eps; return 1 / Math.Sqrt(inner); }")]
    [InlineData("[Smoothing(EpsilonPlacement.Outside)] static double M(double v, double eps) { var root = Math.Sqrt(v); return 1 / (root + eps); }")]
    [InlineData("[Smoothing(EpsilonPlacement.Outside)] static double M(double v, double x) { var inner = v + x; return 1 / Math.Sqrt(inner); }")]
    public Task Is_silent_on_a_variable_of_the_marked_form(string member) => Verify.Silent<SmoothingPlacementAnalyzer>($"class C {{ {member} }}");

    [Theory]
    [InlineData("Outside", "x / (Math.Sqrt(v) + eps)")]
    [InlineData("Outside", "x / (std + eps)")]
    [InlineData("Inside", "x / Math.Sqrt(v + eps)")]
    [InlineData("Inside", "x + eps")]
    [InlineData("Inside", "Math.Sqrt(v) + x")]
    [InlineData("Outside", "Math.Sqrt(v + x)")]
    [InlineData("Outside", "Math.Abs(v + eps)")]
    [InlineData("Inside", "v + eps")]
    public Task Is_silent_on_the_marked_form_and_on_other_sums(string placement, string expression)
        => Verify.Silent<SmoothingPlacementAnalyzer>(Code(placement, expression));

    [Fact]
    public Task Is_silent_without_a_mark()
        => Verify.Silent<SmoothingPlacementAnalyzer>("static class C { static double A(double v, double eps) => Math.Sqrt(v) + eps; static double B(double v, double eps) => Math.Sqrt(v + eps); }");

    private static string Code(string placement, string expression)
        => $"[Smoothing(EpsilonPlacement.{placement})] static class C {{ public static double M(double x, double v, double std, double stdDeviation, double eps, double epsilon) => {expression}; }}";
}
