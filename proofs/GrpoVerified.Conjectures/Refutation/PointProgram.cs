using System.Numerics;

namespace GrpoVerified.Conjectures.Refutation;

/// <summary>
/// Evaluates the fourteen operations of the certificate format at a point: rational parts exactly, the rest in balls,
/// so that "defined" and "equal to 0" can be certain.
/// </summary>
internal static class PointProgram
{
    // Beyond this size an exact number is rounded into a ball.
    private const int MostExactBits = 4096;

    /// <summary>The value of each step.</summary>
    /// <param name="steps">A program in basic operations.</param>
    /// <param name="variables">A value for every variable.</param>
    /// <param name="precision">Working precision in bits.</param>
    public static PointValue[] Evaluate(IReadOnlyList<ExprInstruction> steps, IReadOnlyDictionary<string, PointValue> variables, int precision)
    {
        var values = new PointValue[steps.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var step = steps[i];
            values[i] = step.Kind switch
            {
                ExprKind.Number => PointValue.Of(step.Number),
                ExprKind.Variable => variables[step.Name!],
                _ when step.Right >= 0 => Binary(step.Kind, values[step.Left], values[step.Right], precision),
                _ => Unary(step.Kind, values[step.Left], precision),
            };
        }

        return values;
    }

    private static PointValue Binary(ExprKind kind, PointValue a, PointValue b, int precision)
    {
        if (a.IsUndefined || b.IsUndefined)
        {
            return a.IsUndefined ? a : b;
        }

        if (kind == ExprKind.Divide && b.Sign is not (1 or -1))
        {
            return b.Sign == 0 ? PointValue.Undefined("a divisor is 0") : PointValue.Unknown;
        }

        if (!a.IsDefined || !b.IsDefined)
        {
            return PointValue.Unknown;
        }

        if (a.Exact is { } x && b.Exact is { } y && Size(x) + Size(y) <= MostExactBits)
        {
            return PointValue.Of(kind switch
            {
                ExprKind.Add => x + y,
                ExprKind.Subtract => x - y,
                ExprKind.Multiply => x * y,
                ExprKind.Divide => x / y,
                ExprKind.Min => Rational.Min(x, y),
                ExprKind.Max => Rational.Max(x, y),
                _ => throw NoOperation(kind),
            });
        }

        if (kind is ExprKind.Multiply or ExprKind.Divide && (a.Sign == 0 || (kind == ExprKind.Multiply && b.Sign == 0)))
        {
            return PointValue.Of(Rational.Zero);
        }

        var (u, v) = (a.At(precision), b.At(precision));
        return PointValue.Of(kind switch
        {
            ExprKind.Add => u + v,
            ExprKind.Subtract => u - v,
            ExprKind.Multiply => u * v,
            ExprKind.Divide => u / v,
            ExprKind.Min => Ball.Min(u, v),
            ExprKind.Max => Ball.Max(u, v),
            _ => throw NoOperation(kind),
        });
    }

    private static PointValue Unary(ExprKind kind, PointValue a, int precision)
    {
        if (!a.IsDefined)
        {
            return a;
        }

        return kind switch
        {
            ExprKind.Negate => a.Exact is { } x ? PointValue.Of(-x) : PointValue.Of(-a.At(precision)),
            ExprKind.Abs => a.Exact is { } x ? PointValue.Of(x.Abs()) : PointValue.Of(Ball.Abs(a.At(precision))),
            ExprKind.Square => a.Exact is { } x && Size(x) <= MostExactBits / 2 ? PointValue.Of(x * x) : PointValue.Of(Ball.Square(a.At(precision))),
            ExprKind.Exp => a.Sign == 0 ? PointValue.Of(Rational.One) : PointValue.Of(Ball.Exp(a.At(precision))),
            ExprKind.Log => Log(a, precision),
            ExprKind.Sqrt => Sqrt(a, precision),
            _ => throw NoOperation(kind),
        };
    }

    private static PointValue Log(PointValue a, int precision) => a switch
    {
        { Sign: 0 } => PointValue.Undefined("the operand of a logarithm is 0"),
        { Sign: < 0 } => PointValue.Undefined("the operand of a logarithm is negative"),
        { Exact: { } x } when x == Rational.One => PointValue.Of(Rational.Zero),
        { Sign: > 0 } => PointValue.Of(Ball.Log(a.At(precision))),
        _ => PointValue.Unknown,
    };

    private static PointValue Sqrt(PointValue a, int precision) => a switch
    {
        { Sign: < 0 } => PointValue.Undefined("the operand of a square root is negative"),
        { Exact: { } x } when Root(x) is { } root => PointValue.Of(root),
        { Sign: > 0 } => PointValue.Of(Ball.Sqrt(a.At(precision))),
        _ => PointValue.Unknown,
    };

    // The rational root of a square of a rational, or null.
    private static Rational? Root(Rational x)
        => Root(x.Numerator) is { } numerator && Root(x.Denominator) is { } denominator ? new Rational(numerator, denominator) : null;

    private static BigInteger? Root(BigInteger n)
    {
        if (n.IsZero)
        {
            return n;
        }

        // Newton's iteration from above, in integers.
        var root = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (n / root)) >> 1;
            if (next >= root)
            {
                return root * root == n ? root : null;
            }

            root = next;
        }
    }

    private static long Size(Rational x) => x.Numerator.GetBitLength() + x.Denominator.GetBitLength();

    private static InvalidOperationException NoOperation(ExprKind kind) => new($"{kind} is not an operation of the certificate format.");
}
