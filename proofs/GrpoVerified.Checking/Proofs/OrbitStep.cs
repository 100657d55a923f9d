namespace GrpoVerified.Checking.Proofs;

/// <summary>An orbit that enters a cycle of boxes, each mapped into the next, with slopes whose product is below 1: it tends to a cycle.</summary>
internal static class OrbitStep
{
    /// <summary>Checks an <c>orbit</c> step.</summary>
    public static void Check(Step step, Statement statement, Terms terms, Bisection bisection, Budget budget)
    {
        step.Keys("step", "precision", "enter", "boxes", "slopes", "trees");
        var bits = step.Whole("precision", 16, 4096);
        var enter = step.Whole("enter", 0, 1_000_000);
        var boxes = step.Texts("boxes").Select(RealInterval.Parse).ToList();
        var slopes = step.Texts("slopes").Select(Rational.Parse).ToList();
        var trees = step.Texts("trees");
        var k = statement.Period;
        Refusal.If(
            boxes.Count != k || slopes.Count != k || trees.Count != k || boxes.Exists(b => !b.IsClosedAndBounded) || slopes.Exists(s => s.Sign < 0),
            $"a cycle of period {k} takes as many closed bounded boxes, non-negative slopes and trees");

        Refusal.If(
            !statement.Target.Contains(boxes[0].Lower.At!.Value) || !statement.Target.Contains(boxes[0].Upper.At!.Value),
            "box 0 does not lie in the interval of the statement");

        var ordered = boxes.OrderBy(b => b.Lower.At!.Value).ToList();
        Refusal.If(ordered.Zip(ordered.Skip(1)).Any(p => p.First.Upper.At!.Value.CompareTo(p.Second.Lower.At!.Value) >= 0), "two boxes meet");

        Refusal.If(slopes.Aggregate(Rational.One, (x, y) => x * y).CompareTo(Rational.One) >= 0, "the product of the slopes is not below 1");

        for (var j = 0; j < k; j++)
        {
            var domain = statement.Domain.Set(0, boxes[j]);
            foreach (var leaf in bisection.Walk(trees[j], domain, "."))
            {
                if (!Maps(leaf, domain, statement.Goal.Term, slopes[j], boxes[(j + 1) % k], terms, bits, budget))
                {
                    throw new Refusal($"the leaf at letter {leaf.Place} of tree {j} is not mapped into the next box with the stated slope");
                }
            }
        }

        Enter(statement, boxes[0], enter, terms, bits, budget);
    }

    // On the leaf f is defined, |f'| is at most the slope, and f(leaf) lies in the target.
    private static bool Maps(Leaf leaf, Domain domain, int map, Rational slope, RealInterval target, Terms terms, int bits, Budget budget)
    {
        var whole = new Tape(terms, domain, bits, budget, map);
        var x = leaf.Box[0].Enclosure(bits);
        if (!whole.Evaluate([x]))
        {
            return false;
        }

        var f = Resolved(map, whole, terms);
        var tape = new Tape(terms, domain, bits, budget, f, Derivative.Of(terms, f, domain.Axes[0].Name));
        if (!tape.Evaluate([x]) || !tape[1].IsInside(-slope, slope))
        {
            return false;
        }

        var (low, high) = (target.Lower.At!.Value, target.Upper.At!.Value);
        var (natural, derivative) = (tape[0], tape[1]);
        var centre = leaf.Box[0].Midpoint(bits);
        if (natural.IsInside(low, high) || !tape.Evaluate([centre]))
        {
            return natural.IsInside(low, high);
        }

        var change = Enclosure.Multiply(derivative, Enclosure.Subtract(x, centre, bits), bits);
        return change.IsDefined && Enclosure.Add(tape[0], change, bits).IsInside(low, high);
    }

    // The map with every min, max and abs that the enclosures on the leaf decide, or whose operands are the same, replaced by its operand: the same function there.
    private static int Resolved(int map, Tape tape, Terms terms)
    {
        var images = new Dictionary<int, int>();
        foreach (var t in terms.Parts(map))
        {
            var term = terms[t];
            var (a, b) = (images.GetValueOrDefault(term.Left), images.GetValueOrDefault(term.Right));
            images[t] = term.Operation switch
            {
                Operation.Abs when tape.Part(term.Left).Lower.Sign >= 0 => a,
                Operation.Abs when tape.Part(term.Left).Upper.Sign <= 0 => terms.Of(Operation.Neg, a),
                Operation.Min or Operation.Max when a == b => a,
                Operation.Min or Operation.Max when AtMost(tape.Part(term.Left), tape.Part(term.Right)) => term.Operation == Operation.Min ? a : b,
                Operation.Min or Operation.Max when AtMost(tape.Part(term.Right), tape.Part(term.Left)) => term.Operation == Operation.Min ? b : a,
                _ => term.IsUnary ? terms.Of(term.Operation, a) : term.IsBinary ? terms.Of(term.Operation, a, b) : t,
            };
        }

        return images[map];
    }

    private static bool AtMost(in Enclosure a, in Enclosure b) => Dyadic.Compare(a.Upper, b.Lower) <= 0;

    private static void Enter(Statement statement, RealInterval box, int steps, Terms terms, int bits, Budget budget)
    {
        var tape = new Tape(terms, statement.Domain, bits, budget, statement.Goal.Term);
        var x = Enclosure.Of(statement.Start, statement.Start, bits);
        for (var n = 0; n < steps; n++)
        {
            x = tape.Evaluate([x]) ? tape[0] : throw new Refusal($"the map is not defined on the enclosure of x_{n}");
        }

        Refusal.If(!x.IsInside(box.Lower.At!.Value, box.Upper.At!.Value), $"x_{steps} is not shown to lie in box 0");
    }
}
