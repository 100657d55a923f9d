using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <summary>A number on a tape; what it does to its parents in the reverse sweep is remembered.</summary>
internal sealed class Node(double value)
{
    public double Value { get; } = value;

    public double Adjoint { get; set; }

    /// <summary>Whether the output depends on it: what is detached gets nothing, not even 0·∞.</summary>
    public bool IsReached { get; set; }

    public Action? Pull { get; set; }
}

/// <summary>Reverse-mode differentiation in a format, each operation rounded, with the rules that autograd libraries use: the slope of a
/// clamp counts at its bounds, a minimum at a tie gives half to each side, and 0·∞ is NaN.</summary>
internal sealed class Tape(NumberFormat format)
{
    private readonly List<Node> _nodes = [];

    public Node Input(double value) => Push(value, static _ => { });

    public Node Plus(Node a, Node b) => Push(a.Value + b.Value, y => (Back(a, y.Adjoint), Back(b, y.Adjoint)));

    public Node Minus(Node a, Node b) => Push(a.Value - b.Value, y => (Back(a, y.Adjoint), Back(b, -y.Adjoint)));

    public Node Times(Node a, Node b) => Push(a.Value * b.Value, y => (Back(a, y.Adjoint * b.Value), Back(b, y.Adjoint * a.Value)));

    public Node Times(Node a, double factor) => Push(a.Value * factor, y => Back(a, y.Adjoint * factor));

    public Node Over(Node a, double divisor) => Push(a.Value / divisor, y => Back(a, y.Adjoint / divisor));

    public Node Exp(Node a) => Push(Math.Exp(a.Value), y => Back(a, y.Adjoint * y.Value));

    public Node Expm1(Node a) => Push(Accurate(a.Value), y => Back(a, y.Adjoint * format.Round(y.Value + 1)));

    public Node Abs(Node a) => Push(Math.Abs(a.Value), y => Back(a, y.Adjoint * Math.Sign(a.Value)));

    public Node Clamp(Node a, double lower, double upper)
        => Push(double.IsNaN(a.Value) ? a.Value : Math.Max(lower, Math.Min(a.Value, upper)), y => Back(a, a.Value >= lower && a.Value <= upper ? y.Adjoint : 0));

    public Node Min(Node a, Node b) => Push(Math.Min(a.Value, b.Value), y =>
    {
        Back(a, a.Value < b.Value ? y.Adjoint : a.Value == b.Value ? y.Adjoint / 2 : 0);
        Back(b, b.Value < a.Value ? y.Adjoint : a.Value == b.Value ? y.Adjoint / 2 : 0);
    });

    public Node Max(Node a, Node b) => Negative(Min(Negative(a), Negative(b)));

    public Node Negative(Node a) => Push(-a.Value, y => Back(a, -y.Adjoint));

    /// <summary>A constant from here on: nothing goes back.</summary>
    public Node Detached(Node a) => Input(a.Value);

    /// <summary>Added in a tree, as reductions on a device are.</summary>
    public Node Sum(IReadOnlyList<Node> terms)
        => terms.Count == 0 ? Input(0) : terms.Count == 1 ? terms[0] : Plus(Sum([.. terms.Take(terms.Count / 2)]), Sum([.. terms.Skip(terms.Count / 2)]));

    /// <summary>Adjoints of every number on the tape.</summary>
    public void Sweep(Node output)
    {
        (output.Adjoint, output.IsReached) = (1, true);
        for (var i = _nodes.Count - 1; i >= 0; i--)
        {
            if (_nodes[i].IsReached)
            {
                _nodes[i].Pull?.Invoke();
            }
        }
    }

    private Node Push(double value, Action<Node> pull)
    {
        var node = new Node(format.Round(value));
        node.Pull = () => pull(node);
        _nodes.Add(node);
        return node;
    }

    private Node Push<T>(double value, Func<Node, T> pull) => Push(value, y => { _ = pull(y); });

    private int Back(Node parent, double adjoint)
    {
        parent.IsReached = true;
        parent.Adjoint = format.Round(parent.Adjoint + format.Round(adjoint));
        return 0;
    }

    // Kahan's: accurate to a few ulps of double from the rounded exponential and logarithm.
    private static double Accurate(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : double.IsInfinity(u) ? u : (u - 1) * x / Math.Log(u);
    }
}
