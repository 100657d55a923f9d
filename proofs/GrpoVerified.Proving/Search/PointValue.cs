using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>The value of an expression at an exact point, in balls of growing precision.</summary>
internal static class PointValue
{
    /// <summary>The most bits that are tried.</summary>
    public const int MaxPrecision = 2048;

    /// <summary>An enclosure of the value; null where some part may be undefined.</summary>
    public static Ball? Enclose(Expr expression, IReadOnlyDictionary<string, Rational> point, int precision)
        => Enclose(expression, name => Ball.FromRational(point[name], precision), precision);

    /// <summary>An enclosure over a ball in the place of the one variable; null where some part may be undefined.</summary>
    public static Ball? Enclose(Expr expression, Ball x, int precision)
        => Enclose(expression, _ => x, precision);

    private static Ball? Enclose(Expr expression, Func<string, Ball> variable, int precision)
    {
        var steps = expression.Program.Instructions;
        var values = new Ball[steps.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var step = steps[i];
            var a = step.Left < 0 ? Ball.Zero : values[step.Left];
            var b = step.Right < 0 ? Ball.Zero : values[step.Right];
            if ((step.Kind == ExprKind.Divide && Ball.ContainsZero(b))
                || (step.Kind == ExprKind.Sqrt && !Ball.LessOrEqual(Ball.Zero, a).IsCertain)
                || (step.Kind == ExprKind.Log && !a.IsPositive))
            {
                return null;
            }

            values[i] = step.Kind switch
            {
                ExprKind.Number => Ball.FromRational(step.Number, precision),
                ExprKind.Variable => variable(step.Name!),
                ExprKind.Add => a + b,
                ExprKind.Subtract => a - b,
                ExprKind.Multiply => a * b,
                ExprKind.Divide => a / b,
                ExprKind.Negate => -a,
                ExprKind.Square => Ball.Square(a),
                ExprKind.Sqrt => Ball.Sqrt(a),
                ExprKind.Exp => Ball.Exp(a),
                ExprKind.Log => Ball.Log(a),
                ExprKind.Abs => Ball.Abs(a),
                ExprKind.Min => Ball.Min(a, b),
                _ => Ball.Max(a, b),
            };
            if (!values[i].IsFinite)
            {
                return null;
            }
        }

        return values[^1];
    }

    /// <summary>Whether the value certainly has the sign (true), certainly not (false), or is undecided at every precision tried.</summary>
    public static (bool? Holds, Ball Value, int Precision) Decide(Expr expression, Relation relation, IReadOnlyDictionary<string, Rational> point)
    {
        var value = Ball.WholeLine;
        for (var precision = 96; precision <= MaxPrecision; precision *= 2)
        {
            if (Enclose(expression, point, precision) is not { } x)
            {
                continue;
            }

            value = x;
            if (x.IsPositive || x.IsNegative)
            {
                return (relation != Relation.Zero && x.IsPositive, x, precision);
            }

            if (x.IsExact)
            {
                return (relation != Relation.Positive, x, precision);
            }
        }

        return (null, value, MaxPrecision);
    }
}
