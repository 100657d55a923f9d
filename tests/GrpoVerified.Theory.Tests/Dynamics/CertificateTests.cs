using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>
/// Certificates of attracting cycles, checked again by a small routine of its own: hardware intervals, the map and its derivative
/// written out by hand, nothing of the library's dynamics.
/// </summary>
public sealed class CertificateTests
{
    /// <summary>p_ref, β, ε, clip radius (0: none), period.</summary>
    public static TheoryData<string, string, string, string, int> Cycles => new()
    {
        { "1/200", "3/2", "1/1000", "0", 2 },
        { "1/1000", "1", "1/100", "0", 2 },
        { "1/500", "2", "0", "0", 2 },
        { "1/2500", "2/3", "1/100", "0", 3 },
        { "1/110", "1", "0", "3/10", 2 },
        { "1/125", "1", "0", "1/2", 2 },
    };

    [Theory]
    [MemberData(nameof(Cycles))]
    public void Trapping_box_is_confirmed_by_hand_written_intervals(string reference, string beta, string epsilon, string clip, int period)
    {
        var map = new Map(Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon), Rational.Parse(clip));
        var cycle = Find(reference, beta, epsilon, clip);
        Assert.Equal(period, cycle.Period);
        Assert.Equal(period, cycle.Box.Boxes.Count);

        // Pieces of the box: each maps strictly inside the box after k steps, and the slope there is below 1.
        var box = Outward(cycle.Box.Boxes[0]);
        var images = Enumerable.Range(0, period + 1).Select(_ => Interval.Empty).ToArray();
        foreach (var piece in Pieces(box, 512))
        {
            var x = piece;
            var slope = Interval.One;
            for (var i = 0; i < period; i++)
            {
                images[i] = images[i].IsEmpty ? x : Interval.Hull(images[i], x);
                slope *= map.Slope(x);
                x = map.Next(x);
            }

            images[period] = images[period].IsEmpty ? x : Interval.Hull(images[period], x);
            Assert.True(Interval.Less(Interval.Abs(slope), Interval.One).IsCertain, $"slope {slope} on {piece}");
        }

        Assert.True(Interval.IsInterior(images[period], Inward(cycle.Box.Boxes[0])), $"{images[period]} is not inside {box}");
        for (var i = 0; i < period; i++)
        {
            for (var j = i + 1; j < period; j++)
            {
                Assert.False(Interval.Overlap(images[i], images[j]), $"images {i} and {j} meet: {images[i]}, {images[j]}");
            }
        }
    }

    // At eight times the precision of the certificate's first attempt.
    [Theory]
    [MemberData(nameof(Cycles))]
    public void Orbit_of_the_reference_is_in_the_box_at_the_entry_step(string reference, string beta, string epsilon, string clip, int period)
    {
        _ = period;
        var cycle = Find(reference, beta, epsilon, clip);
        var precise = Orbit.LogOdds(BoundParameters<Ball>.Bind(cycle.Parameters, new BallContext(1024)), cycle.EntryStep).Last();
        Assert.True(Ball.IsInterior(precise, cycle.Box.Boxes[0]), $"{precise} is not in {cycle.Box.Boxes[0]}");
    }

    [Theory]
    [MemberData(nameof(Cycles))]
    public void Points_of_the_cycle_map_to_one_another_and_the_multiplier_is_below_one(string reference, string beta, string epsilon, string clip, int period)
    {
        var cycle = Find(reference, beta, epsilon, clip);
        var points = cycle.LogOdds(200);
        var bound = BoundParameters<Ball>.Bind(cycle.Parameters, new BallContext(300));
        for (var i = 0; i < period; i++)
        {
            Assert.True(Ball.Overlap(bound.Next(points[i]), points[(i + 1) % period]));
            Assert.True(points[i].RelativeAccuracyBits >= 190);
        }

        Assert.True(Ball.Less(Ball.Abs(cycle.Multiplier(200)), Ball.One).IsCertain);
    }

    // A control: a box around a repelling fixed point, or with a wrong period, is refused.
    [Theory]
    [InlineData(-2.64, 0.01, 1)]
    [InlineData(-3.89, 0.01, 3)]
    [InlineData(-3.89, 2, 2)]
    public void Wrong_boxes_are_refused(double centre, double radius, int period)
        => Assert.Null(TrappingBox.TryCertify(GrpoParameters.Of(new(1, 200), new(3, 2), new(1, 1000)), centre, radius, period));

    private static AttractingCycle Find(string reference, string beta, string epsilon, string clip)
    {
        var parameters = GrpoParameters.Of(Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon));
        var e = Rational.Parse(clip);
        return Regime.Classify(e.IsZero ? parameters : parameters with { Clip = new ClipRange(e, e) }).Cycle!;
    }

    private static IEnumerable<Interval> Pieces(Interval box, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (a, b) = (box.Lower + (box.Width * i / count), box.Lower + (box.Width * (i + 1) / count));
            yield return new Interval(i == 0 ? box.Lower : a, i == count - 1 ? box.Upper : Math.BitIncrement(b));
        }
    }

    private static Interval Outward(Ball x) => new(x.LowerBound(200).ToRational().ToDoubleDown(), x.UpperBound(200).ToRational().ToDoubleUp());

    private static Interval Inward(Ball x) => new(x.LowerBound(200).ToRational().ToDoubleUp(), x.UpperBound(200).ToRational().ToDoubleDown());

    /// <summary>x ↦ x₀ + Ω/β, or its clipped form, in log-odds; claims C2, C7, J3 in their published form (l, u, not odds).</summary>
    private sealed class Map(Rational reference, Rational beta, Rational epsilon, Rational clip)
    {
        private readonly Interval _x0 = Interval.Log(Interval.FromRational(reference / (Rational.One - reference)));
        private readonly Interval _beta = Interval.FromRational(beta);
        private readonly Interval _eps = Interval.FromRational(epsilon);
        private readonly Interval _e = Interval.FromRational(clip);

        public Interval Next(Interval x)
        {
            var free = _x0 + (Omega(x) / _beta);
            if (clip.IsZero)
            {
                return free;
            }

            // min(free, max(l, min(x₀ + w_mid/β, max(u, x₀)))) with p < 1/2: lo = c₊ = (1+e)p, hi = c₋ = p + e(1−p), w_mid = w₋.
            var p = Interval.Logistic(x);
            Assert.True(p.Upper < 0.5);
            var lower = LogOdds((Interval.One + _e) * p);
            var upper = LogOdds(p + (_e * (Interval.One - p)));
            var middle = _x0 + (p * Omega(x) / _beta);
            return Interval.Min(free, Interval.Max(lower, Interval.Min(middle, Interval.Max(upper, _x0))));
        }

        public Interval Slope(Interval x)
        {
            var free = Interval.Sinh(x / Interval.FromInteger(2)) / (_beta * Cube(Interval.Sqrt(Interval.One + (Interval.FromInteger(4) * _eps * Interval.Square(Interval.Cosh(x / Interval.FromInteger(2)))))));
            if (clip.IsZero)
            {
                return free;
            }

            // Stuck at l(x): d/dx logit((1+e)p) = (1−p)/(1−(1+e)p).
            var p = Interval.Logistic(x);
            var stuck = (Interval.One - p) / (Interval.One - ((Interval.One + _e) * p));
            var target = LogOdds((Interval.One + _e) * p);
            var image = _x0 + (Omega(x) / _beta);
            var middle = _x0 + (p * Omega(x) / _beta);
            Assert.True(Interval.Less(middle, target).IsCertain, "the middle regime would need its own slope");
            return Interval.Less(image, target).IsCertain ? free : Interval.Less(target, image).IsCertain ? stuck : Interval.Hull(free, stuck);
        }

        private Interval Omega(Interval x) => Interval.FromInteger(2) * Interval.Cosh(x / Interval.FromInteger(2))
            / Interval.Sqrt(Interval.One + (Interval.FromInteger(4) * _eps * Interval.Square(Interval.Cosh(x / Interval.FromInteger(2)))));

        private static Interval Cube(Interval x) => x * x * x;

        private static Interval LogOdds(Interval p) => Interval.Log(p / (Interval.One - p));
    }
}
