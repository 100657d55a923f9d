namespace GrpoVerified.Checking.Proofs;

/// <summary>Steps about cycles of a map: k images of an interval, one after the other, with the slopes of the iterate; it is never nested.</summary>
internal sealed class CycleSteps(Step step, Statement statement, Terms terms, Bisection bisection, Budget budget)
{
    private readonly int _bits = step.Whole("precision", 16, 4096);

    /// <summary>An <c>orbit</c> step: an orbit enters a box which f^k maps into itself with slopes of size below 1, and which the images before leave.</summary>
    public void Orbit()
    {
        step.Keys("step", "precision", "enter", "box", "slope", "tree");
        var enter = step.Whole("enter", 0, 1_000_000);
        var box = RealInterval.Closed(step.Text("box"));
        var slope = Rational.Parse(step.Text("slope"));
        var (a, b) = box.Ends;
        Refusal.If(!statement.Target.Contains(a) || !statement.Target.Contains(b), "the box does not lie in the interval of the statement");
        Refusal.If(slope.Sign < 0 || slope.CompareTo(Rational.One) >= 0, "the slope is not in [0, 1)");
        Check(box, RealInterval.Between(-slope, slope), back: true);
        Refusal.If(!Map().Iterate(statement.Start, enter).IsInside(box), $"x_{enter} is not shown to lie in the box");
    }

    /// <summary>A <c>newton</c> step: f^k has slopes m away from 1 on [a, b], and Newton's step from the centre, c - (f^k(c) - c)/(m - 1), stays inside.</summary>
    public void Newton()
    {
        step.Keys("step", "precision", "tree");
        Check(statement.Target, statement.Slopes, back: false);
        var ((a, b), (low, high), half) = (statement.Target.Ends, statement.Slopes.Ends, new Rational(1, 2));
        var distance = low.CompareTo(Rational.One) > 0 ? low - Rational.One : Rational.One - high;
        Refusal.If(distance.Sign <= 0, "the slopes contain 1");

        var (centre, reach) = ((a + b) * half, distance * ((b - a) * half));
        Refusal.If(!Map().Iterate(centre, statement.Period).IsInside(RealInterval.Between(centre - reach, centre + reach)), "Newton's step from the centre is not shown to stay in the interval");
    }

    private Tape Map() => new(terms, statement.Domain, _bits, budget, statement.Goal.Term);

    // On every leaf: images 1 to k - 1 lie outside of the box, the slopes of f^k among the stated ones, and image k in the box where it must come back.
    private void Check(RealInterval box, RealInterval slopes, bool back)
    {
        var map = Map();
        foreach (var leaf in bisection.Walk(step.Text("tree"), statement.Domain.Set(0, box), "."))
        {
            var (x, product) = (leaf.Box[0].Enclosure(_bits), Enclosure.One);
            for (var j = 1; j <= statement.Period; j++)
            {
                (x, var slope) = map.Image(x);
                product = Enclosure.Multiply(product, slope, _bits);
                Refusal.If(j < statement.Period && !x.IsApart(box), $"image {j} of the leaf at letter {leaf.Place} is not shown to lie outside of the box");
            }

            Refusal.If(!product.IsInside(slopes) || (back && !x.IsInside(box)), $"the leaf at letter {leaf.Place} is not shown to have the stated slopes or to come back to the box");
        }
    }
}
