using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>
/// A fixed point of h from scratch: Newton's method in doubles, then chord steps in fixed width; the last one is an
/// interval Newton step whose image lies inside its argument. Theorem BX7 in docs/formulas.md.
/// </summary>
internal readonly struct ChordSolver
{
    // The second derivative is bounded on this neighbourhood of the seed.
    private const double Neighbourhood = 1.0 / (1 << 30);

    private readonly SmallFraction _epsilon;
    private readonly SmallFraction _inverseBeta;
    private readonly SmallFraction _odds;

    public ChordSolver(SmallFraction epsilon, SmallFraction inverseBeta, SmallFraction odds)
    {
        _epsilon = epsilon;
        _inverseBeta = inverseBeta;
        _odds = odds;
    }

    /// <summary>A fixed point to about 64 (one step) or 132 (two steps) bits in three limbs.</summary>
    public bool TrySolve(int steps, out Fixed3 p, out double radius) => TrySolve(steps, out p, out radius, out _);

    /// <summary>A fixed point to about 228 bits.</summary>
    public bool TrySolve(out Fixed4 p, out double radius) => TrySolve(out p, out radius, out _);

    /// <summary>A fixed point to about 354 bits.</summary>
    public bool TrySolve(out Fixed6 p, out double radius)
    {
        p = default;
        if (!TrySolve(out Fixed4 head, out radius, out var chord))
        {
            return false;
        }

        (p.L2, p.L3, p.L4, p.L5) = (head.L0, head.L1, head.L2, head.L3);
        return TryRefine(ref chord, ref p, 3, out radius);
    }

    private bool TrySolve(int steps, out Fixed3 p, out double radius, out Chord chord)
    {
        p = default;
        chord = default;
        radius = double.PositiveInfinity;
        if (!TrySeed(out var seed))
        {
            return false;
        }

        p.L2 = (ulong)(long)(seed * 9223372036854775808.0) << 1;
        chord = new Chord(seed);
        return TryRefine(ref chord, ref p, steps, out radius);
    }

    private bool TrySolve(out Fixed4 p, out double radius, out Chord chord)
    {
        p = default;
        if (!TrySolve(2, out Fixed3 head, out radius, out chord))
        {
            return false;
        }

        (p.L1, p.L2, p.L3) = (head.L0, head.L1, head.L2);
        return TryRefine(ref chord, ref p, 2, out radius);
    }

    // Newton on x₀ + Ω/β − x in log-odds. Nothing rests on it.
    private bool TrySeed(out double p)
    {
        var (eps, inverseBeta, odds) = (_epsilon.ToDouble(), _inverseBeta.ToDouble(), _odds.ToDouble());
        var x0 = -Math.Log(odds);
        var x = x0;
        for (var i = 0; i < 60; i++)
        {
            p = 1 / (1 + Math.Exp(-x));
            var s = p * (1 - p);
            var g = inverseBeta / Math.Sqrt(s + eps);
            var slope = -0.5 * g * (1 - (2 * p)) * s / (s + eps);
            var step = (x0 + g - x) / (1 - slope);
            x += step;
            if (Math.Abs(step) <= 1e-8 * (1 + Math.Abs(x)))
            {
                p = 1 / (1 + Math.Exp(-x));
                return p is > 1e-6 and < 1 - 1e-6;
            }
        }

        p = double.NaN;
        return false;
    }

    private bool TryRefine<T>(ref Chord chord, ref T p, int steps, out double radius)
        where T : struct, IFixedWidth<T>
    {
        radius = double.PositiveInfinity;
        var residual = new FixedResidual<T>(_epsilon, _inverseBeta, _odds);
        for (var i = 0; i < steps; i++)
        {
            if (!residual.TryEvaluate(in p, out var value, out var negative, out var product, out var error)
                || (chord.Slope == 0 && !chord.TryTake(product, _epsilon.ToDouble(), _inverseBeta.ToDouble())))
            {
                return false;
            }

            // p* = p − f/f′(ξ), f′ < 0 here or not: the slope carries its sign.
            var f = FixedWidth.ToDouble(in value);
            if (!chord.TryBound(f, error, out radius))
            {
                return false;
            }

            var step = f / chord.Slope;
            FixedWidth.AddDouble(ref p, negative ? step : -step);
            chord.Travel(Math.Abs(step) + (2 * FixedConstants<T>.Ulp));
            radius += 2 * FixedConstants<T>.Ulp;
        }

        return true;
    }

    // The slope of the residual at the seed, and what it can differ by.
    private struct Chord(double seed)
    {
        // The argument differs from the seed by at most this; the seed has 53 bits, the first argument 64 places.
        private double _travelled = 1.0 / (1L << 62);
        private double _second;
        private double _slopeError;

        /// <summary>The slope, or 0 before it is taken.</summary>
        public double Slope { get; private set; }

        // f′ = −1 − w(1 − p u′), f″ = w(2u′ + p u″ − p u′²), w = R e^(−u).
        public bool TryTake(double product, double eps, double inverseBeta)
        {
            var p = seed;
            var q = 1 - p;
            var s = (p * q) + eps;
            var bias = q - p;
            var omega2 = 1 / s;
            var cube = inverseBeta * omega2 * Math.Sqrt(omega2);
            var w = product / p;
            Slope = -1 - (w * (1 + (0.5 * p * bias * cube)));
            _slopeError = 1e-14 * (1 + w + (1 / p)) * (1 + cube);

            // Upper bounds over |p' − p| ≤ 2^−30; s changes by less than that.
            var least = s - (2 * Neighbourhood);
            if (!(least > 1e-4) || product > 1)
            {
                return false;
            }

            omega2 = 1 / least;
            cube = inverseBeta * omega2 * Math.Sqrt(omega2);
            var first = 0.5 * cube;
            var second = cube * (1 + (0.75 * omega2));
            w = (product + 1e-9) / (p - Neighbourhood) * (1 + (4 * first * Neighbourhood));
            _second = 1.001 * w * ((2 * first) + second + (first * first));
            return first < 1e6 && Slope != 0;
        }

        // Existence and uniqueness within 4(|f| + e)/|slope| of the argument, and the error of the chord step.
        public readonly bool TryBound(double f, double error, out double radius)
        {
            var slope = Math.Abs(Slope);
            var reach = 4 * (f + error) / slope;
            var difference = _slopeError + (_second * (_travelled + reach));
            var least = slope - difference;
            radius = 1.01 * ((error / least) + (f / slope * ((difference / least) + 4e-15)));
            return reach + _travelled < Neighbourhood / 2 && difference <= slope / 2;
        }

        public void Travel(double distance) => _travelled += 1.01 * distance;
    }
}
