namespace GrpoVerified.Checking.Proofs;

/// <summary>Proves a goal on every leaf of a bisection tree: by natural evaluation, by the mean-value form, or because a fact fails there.</summary>
internal static class TreeStep
{
    // Most leaves need few bits. Those that do not are evaluated again, with the precision of the certificate.
    private const int FewBits = 30;

    /// <summary>Checks a <c>tree</c> step.</summary>
    public static void Check(Step step, Context context, Terms terms, Bisection bisection, Budget budget)
    {
        step.Keys("step", "precision", "tree");
        var bits = step.Whole("precision", 16, 4096);
        var few = new Leaves(terms, context, Math.Min(bits, FewBits), budget);
        var all = new Leaves(terms, context, bits, budget);
        foreach (var leaf in bisection.Walk(step.Text("tree"), context.Domain, ".*x"))
        {
            if (!few.Prove(leaf) && !all.Prove(leaf))
            {
                throw new Refusal($"leaf '{leaf.Kind}' at letter {leaf.Place} of the tree does not prove the goal");
            }
        }
    }

    /// <summary>Evaluates leaves with one precision.</summary>
    private sealed class Leaves(Terms terms, Context context, int bits, Budget budget)
    {
        private readonly Tape?[] _facts = new Tape[context.Facts.Count];
        private Tape? _goal;
        private Tape? _slopes;

        private Tape Goal => _goal ??= new Tape(terms, context.Domain, bits, budget, context.Goal.Term);

        private Tape Slopes => _slopes ??= new Tape(
            terms, context.Domain, bits, budget, [context.Goal.Term, .. context.Domain.Axes.Select(a => Derivative.Of(terms, context.Goal.Term, a.Name))]);

        public bool Prove(Leaf leaf)
        {
            var box = Array.ConvertAll(leaf.Box, s => s.Enclosure(bits));
            return leaf.Kind switch
            {
                '.' => Goal.Evaluate(box) && HasSign(Goal[0]),
                '*' => MeanValue(box, Array.ConvertAll(leaf.Box, s => s.Midpoint(bits))),
                _ => Enumerable.Range(0, _facts.Length).Any(i => Excludes(i, box)),
            };
        }

        // An enclosure proves no equality.
        private bool HasSign(in Enclosure value)
            => value.IsDefined && context.Goal.Relation != Relation.Zero && (value.Signs() & ~SignTable.Of(context.Goal.Relation)) == 0;

        // e(c) + sum of D_i(box) (X_i - c_i), with e and every D_i defined on the box.
        private bool MeanValue(Enclosure[] box, Enclosure[] centre)
        {
            if (!Slopes.Evaluate(box) || !Goal.Evaluate(centre))
            {
                return false;
            }

            var value = Goal[0];
            for (var i = 0; i < box.Length; i++)
            {
                value = Enclosure.Add(value, Enclosure.Multiply(Slopes[i + 1], Enclosure.Subtract(box[i], centre[i], bits), bits), bits);
            }

            return HasSign(value);
        }

        // The fact is nowhere true on the leaf.
        private bool Excludes(int i, Enclosure[] box)
        {
            var tape = _facts[i] ??= new Tape(terms, context.Domain, bits, budget, context.Facts[i].Term);
            return tape.Evaluate(box) && (tape[0].Signs() & SignTable.Of(context.Facts[i].Relation)) == 0;
        }
    }
}
