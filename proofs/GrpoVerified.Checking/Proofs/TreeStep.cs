using GrpoVerified.Checking.Expressions;
using GrpoVerified.Checking.Numbers;

namespace GrpoVerified.Checking.Proofs;

/// <summary>Proves a goal on every leaf of a bisection tree: by natural evaluation, by the mean-value form, or because a fact fails there.</summary>
internal sealed class TreeStep
{
    private readonly Terms _terms;
    private readonly Context _context;
    private readonly Budget _budget;
    private readonly int _bits;
    private readonly Tape _goal;
    private readonly Tape?[] _facts;
    private Tape? _slopes;

    private TreeStep(Terms terms, Context context, int bits, Budget budget)
    {
        (_terms, _context, _bits, _budget) = (terms, context, bits, budget);
        _goal = new Tape(terms, context.Domain, bits, budget, context.Goal.Term);
        _facts = new Tape[context.Facts.Count];
    }

    /// <summary>Checks a <c>tree</c> step.</summary>
    public static void Check(Step step, Context context, Terms terms, Bisection bisection, Budget budget)
    {
        step.Keys("step", "precision", "tree");
        var bits = step.Whole("precision", 16, 4096);
        var proof = new TreeStep(terms, context, bits, budget);
        foreach (var leaf in bisection.Walk(step.Text("tree"), context.Domain, bits, ".*x"))
        {
            var box = leaf.Enclosures;
            if (!(leaf.Kind switch
            {
                '.' => proof.Natural(box),
                '*' => proof.MeanValue(leaf.Box, box),
                _ => proof.Excluded(box),
            }))
            {
                throw new Refusal($"leaf '{leaf.Kind}' at letter {leaf.Place} of the tree does not prove the goal");
            }
        }
    }

    private bool Natural(Enclosure[] box) => _goal.Evaluate(box) && HasSign(_goal[0]);

    private bool HasSign(in Enclosure value) => value.IsDefined && _context.Goal.Relation switch
    {
        Relation.Positive => value.Lower.Sign > 0,
        Relation.NonNegative => value.Lower.Sign >= 0,
        _ => false,
    };

    // e(c) + sum of D_i(box) (X_i - c_i), with e and every D_i defined on the box.
    private bool MeanValue(Side[] sides, Enclosure[] box)
    {
        _slopes ??= new Tape(_terms, _context.Domain, _bits, _budget, [_context.Goal.Term, .. _context.Domain.Axes.Select(a => Derivative.Of(_terms, _context.Goal.Term, a.Name))]);
        var centre = Array.ConvertAll(sides, s => s.Midpoint(_bits));
        if (!_slopes.Evaluate(box) || !_goal.Evaluate(centre))
        {
            return false;
        }

        var value = _goal[0];
        for (var i = 0; i < box.Length && value.IsDefined; i++)
        {
            var term = Enclosure.Multiply(_slopes[i + 1], Enclosure.Subtract(box[i], centre[i], _bits), _bits);
            value = term.IsDefined ? Enclosure.Add(value, term, _bits) : Enclosure.None;
        }

        return HasSign(value);
    }

    // Some fact is nowhere true on the leaf.
    private bool Excluded(Enclosure[] box)
    {
        for (var i = 0; i < _facts.Length; i++)
        {
            var fact = _context.Facts[i];
            var tape = _facts[i] ??= new Tape(_terms, _context.Domain, _bits, _budget, fact.Term);
            if (tape.Evaluate(box) && fact.Relation switch
            {
                Relation.Positive => tape[0].Upper.Sign <= 0,
                Relation.NonNegative => tape[0].Upper.Sign < 0,
                _ => tape[0].Lower.Sign > 0 || tape[0].Upper.Sign < 0,
            })
            {
                return true;
            }
        }

        return false;
    }
}
