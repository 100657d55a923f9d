using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>The update map and its derivative in log-odds, over balls, at any precision.</summary>
internal static class UpdateDerivative
{
    /// <summary>x ↦ (T(x), T′(x)) of the unclipped update T.</summary>
    public static Func<Ball, Dual<Ball>> Unclipped(GrpoParameters parameters, int precision)
    {
        var bound = Differentiable(parameters, precision);
        return x => bound.NextUnclipped(Dual<Ball>.Variable(x));
    }

    /// <summary>x ↦ (T(x), T′(x)) of the update T, clipped if the parameters say so; at a kink the hull of the one-sided slopes.</summary>
    public static Func<Ball, Dual<Ball>> Full(GrpoParameters parameters, int precision)
    {
        var bound = Differentiable(parameters, precision);
        return x => bound.Next(Dual<Ball>.Variable(x));
    }

    /// <summary>
    /// x ↦ φ(x) and φ′(x), φ(x) = x − x₀ − Ω/(αβ), whose zeros are the fixed points (α &gt; 0).
    /// </summary>
    public static EnclosedFunction Residual(GrpoParameters parameters)
        => precision =>
        {
            var bound = Differentiable(parameters, precision);
            return x =>
            {
                var variable = Dual<Ball>.Variable(x);
                return (variable - bound.NextUnclipped(variable)) / bound.AnchorWeight;
            };
        };

    private static BoundParameters<Dual<Ball>> Differentiable(GrpoParameters parameters, int precision)
        => BoundParameters<Ball>.Bind(parameters, new BallContext(precision))
            .Select(r => Dual<Ball>.Constant(Ball.FromRational(r, precision)), Dual<Ball>.Constant);
}
