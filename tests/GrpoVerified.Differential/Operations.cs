using GrpoVerified.Arithmetic;
using Lanes = GrpoVerified.Arithmetic.Vectors.IntervalLanes<GrpoVerified.Arithmetic.Vectors.DoubleLanes4>;

namespace GrpoVerified.Differential;

/// <summary>An operation under test: its name in the protocol, its domain, and its evaluation in both enclosing arithmetics.</summary>
/// <param name="Name">The name the reference programs know.</param>
/// <param name="Arguments">Where arguments are drawn from.</param>
/// <param name="InBalls">The evaluation under test in balls.</param>
/// <param name="InIntervals">The evaluation under test in intervals of doubles; null where there is none.</param>
/// <param name="InLanes">The same in intervals side by side; null where those go through <paramref name="InIntervals"/>.</param>
internal sealed record Operation(string Name, Domain[] Arguments, Func<Ball[], Ball> InBalls, Func<Interval[], Interval>? InIntervals, Func<Lanes[], Lanes>? InLanes = null);

/// <summary>The catalogue of operations.</summary>
internal static class Operations
{
    public static readonly Operation[] All =
    [
        new("add", [Domain.Real, Domain.Real], a => a[0] + a[1], a => a[0] + a[1], a => a[0] + a[1]),
        new("sub", [Domain.Real, Domain.Real], a => a[0] - a[1], a => a[0] - a[1], a => a[0] - a[1]),
        new("mul", [Domain.Real, Domain.Real], a => a[0] * a[1], a => a[0] * a[1], a => a[0] * a[1]),
        new("div", [Domain.Real, Domain.Real], a => a[0] / a[1], a => a[0] / a[1], a => a[0] / a[1]),
        new("sqr", [Domain.Real], a => Ball.Square(a[0]), a => Interval.Square(a[0]), a => Lanes.Square(a[0])),
        new("sqrt", [Domain.Positive], a => Ball.Sqrt(a[0]), a => Interval.Sqrt(a[0]), a => Lanes.Sqrt(a[0])),
        new("rsqrt", [Domain.Positive], a => Ball.ReciprocalSqrt(a[0]), a => Interval.ReciprocalSqrt(a[0]), a => Lanes.ReciprocalSqrt(a[0])),
        new("exp", [Domain.Moderate], a => Ball.Exp(a[0]), a => Interval.Exp(a[0]), a => Lanes.Exp(a[0])),
        new("expm1", [Domain.Moderate], a => Ball.Expm1(a[0]), a => Interval.Expm1(a[0])),
        new("log", [Domain.Positive], a => Ball.Log(a[0]), a => Interval.Log(a[0])),
        new("log1p", [Domain.AboveMinusOne], a => Ball.Log1p(a[0]), a => Interval.Log1p(a[0])),
        new("sinh", [Domain.Moderate], a => Ball.Sinh(a[0]), a => Interval.Sinh(a[0])),
        new("cosh", [Domain.Moderate], a => Ball.Cosh(a[0]), a => Interval.Cosh(a[0])),
        new("asinh", [Domain.Real], a => Ball.Asinh(a[0]), a => Interval.Asinh(a[0])),
        new("atanh", [Domain.UnitBall], a => Ball.Atanh(a[0]), a => Interval.Atanh(a[0])),
        new("sin", [Domain.Moderate], a => Ball.Sin(a[0]), null),
        new("cos", [Domain.Moderate], a => Ball.Cos(a[0]), null),
        new("atan", [Domain.Real], a => Ball.Atan(a[0]), null),
        new("logistic", [Domain.Moderate], a => Ball.Logistic(a[0]), a => Interval.Logistic(a[0])),
        new("omega", [Domain.Probability, Domain.Parameter], a => Omega(a[0], a[1]), a => Omega(a[0], a[1]), a => Omega(a[0], a[1])),
        new("h", [Domain.Probability, Domain.Probability, Domain.Parameter, Domain.Parameter], a => Next(a[0], a[1], a[2], a[3]), a => Next(a[0], a[1], a[2], a[3]), a => Next(a[0], a[1], a[2], a[3])),
    ];

    // Ω(p) = 1/√(p(1 − p) + ε).
    private static T Omega<T>(T p, T eps)
        where T : IElementary<T>
        => T.ReciprocalSqrt((p * (T.One - p)) + eps);

    // h(p) = 1/(1 + (1 − r)/r · exp(−Ω(p)/β)).
    private static T Next<T>(T p, T r, T beta, T eps)
        where T : IElementary<T>
        => T.One / (T.One + ((T.One - r) / r * T.Exp(-(Omega(p, eps) / beta))));
}
