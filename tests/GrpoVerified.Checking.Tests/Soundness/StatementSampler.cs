using System.Globalization;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Checking.Tests.Soundness;

/// <summary>Looks for a point at which a statement is certainly false, with Ball and its own reading of the lines: nothing of the checker is used.</summary>
internal sealed class StatementSampler
{
    private const int Precision = 192;

    private readonly List<(string Name, Rational? Low, bool LowClosed, Rational? High, bool HighClosed)> _axes = [];
    private readonly List<string[]> _program = [];
    private readonly List<(int Step, string Relation)> _assumptions = [];
    private readonly (int Step, string Relation)? _goal;
    private readonly int _map;
    private readonly (int Period, Rational Low, Rational High)? _cycle;

    /// <summary>Reads the lines of a <c>show</c> statement without <c>exists</c>, or about a point of a cycle; other kinds have no violation that a sample shows.</summary>
    public StatementSampler(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(l => l.Split(' ')))
        {
            switch (words[0])
            {
                case "forall":
                    var (low, high) = (words[3], words[4]);
                    _axes.Add((words[1], End(low[1..^1]), low[0] == '[', End(high[..^1]), high[^1] == ']'));
                    break;
                case "assume":
                    _assumptions.Add((Step(words[1]), words[2]));
                    break;
                case "show" when words.Length == 4:
                    _goal = (Step(words[1]), words[2]);
                    break;
                case "iterate":
                    _axes.Add((words[1], null, false, null, false));
                    break;
                case "map":
                    _map = Step(words[1]);
                    break;
                case "show" when words[1] == "unique-cycle":
                    _axes[0] = (_axes[0].Name, End(words[4][1..^1]), true, End(words[5][..^1]), true);
                    _cycle = (int.Parse(words[2], CultureInfo.InvariantCulture), Rational.Parse(words[7][1..^1]), Rational.Parse(words[8][..^1]));
                    break;
                case ['v', ..]:
                    _program.Add(words[2..]);
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>A point at which all assumptions certainly hold and the conclusion certainly does not; null if none was found.</summary>
    public string? Violation(Random random, int samples)
    {
        if (_cycle is { } cycle)
        {
            return CycleViolation(cycle.Period, cycle.Low, cycle.High, random, samples);
        }

        for (var i = 0; i < samples && _goal is not null; i++)
        {
            var point = _axes.ToDictionary(a => a.Name, a => Pick(a, random, i), StringComparer.Ordinal);
            var values = Evaluate(name => Ball.FromRational(point[name], Precision));
            if (_assumptions.TrueForAll(a => values[a.Step] is { Known: true } v && Holds(v.Value, a.Relation).IsCertain)
                && (values[_goal.Value.Step] is { Undefined: true } || (values[_goal.Value.Step] is { Known: true } g && Holds(g.Value, _goal.Value.Relation).IsRefuted)))
            {
                return string.Join(", ", point.Select(p => $"{p.Key} = {p.Value}"));
            }
        }

        return null;
    }

    // Two points between which the iterate has another slope, one that comes back too early, or ends at which the displacement has the same sign.
    private string? CycleViolation(int period, Rational low, Rational high, Random random, int samples)
    {
        var (slope1, slope2) = (Ball.FromRational(low, Precision), Ball.FromRational(high, Precision));
        var (a, b) = (Ball.FromRational(_axes[0].Low!.Value, Precision), Ball.FromRational(_axes[0].High!.Value, Precision));
        if (Iterate(a, period, a, b) is { } first && Iterate(b, period, a, b) is { } last && Ball.Less(Ball.Zero, (first - a) * (last - b)).IsCertain)
        {
            return "the ends";
        }

        for (var i = 0; i < samples; i++)
        {
            var (x, y) = (Pick(_axes[0], random, i), Pick(_axes[0], random, i + 1));
            if (Iterate(Ball.FromRational(x, Precision), period, a, b) is not { } fx || Iterate(Ball.FromRational(y, Precision), period, a, b) is not { } fy)
            {
                return $"{x} or {y}";
            }

            var (rise, run) = (fy - fx, Ball.FromRational(y - x, Precision));
            if (y > x && (Ball.Less(rise, slope1 * run).IsCertain || Ball.Less(slope2 * run, rise).IsCertain))
            {
                return $"{x} and {y}";
            }
        }

        return null;
    }

    // Null where an iterate is certainly undefined, or comes back to [a, b] before the last.
    private Ball? Iterate(Ball x, int period, Ball a, Ball b)
    {
        for (var j = 1; j <= period; j++)
        {
            var value = Evaluate(_ => x)[_map];
            if (value.Undefined || (j < period && value.Known && Ball.Less(a, value.Value).IsCertain && Ball.Less(value.Value, b).IsCertain))
            {
                return null;
            }

            x = value.Known ? value.Value : Ball.WholeLine;
        }

        return x;
    }

    private static Truth Holds(Ball value, string relation) => relation switch
    {
        ">" => Ball.Less(Ball.Zero, value),
        ">=" => Ball.LessOrEqual(Ball.Zero, value),
        _ => Ball.ContainsZero(value) ? value.IsExact ? Truth.True : Truth.Undecided : Truth.False,
    };

    private static int Step(string word) => int.Parse(word.AsSpan(1), CultureInfo.InvariantCulture);

    private static Rational? End(string text) => text.EndsWith("inf", StringComparison.Ordinal) ? null : Rational.Parse(text);

    private static Rational Pick((string Name, Rational? Low, bool LowClosed, Rational? High, bool HighClosed) axis, Random random, int i)
    {
        Rational[] steps = [new(1, 1000), new(1, 3), 1, 2, 10, 1000];
        if (axis.Low is { } a && axis.High is { } b)
        {
            return i % 4 == 0 && axis.LowClosed ? a : i % 4 == 1 && axis.HighClosed ? b : a == b ? a : a + ((b - a) * new Rational(random.Next(1, 512), 512));
        }

        var step = steps[random.Next(steps.Length)];
        return axis.Low is { } low ? i % 4 == 0 && axis.LowClosed ? low : low + step
            : axis.High is { } high ? i % 4 == 0 && axis.HighClosed ? high : high - step
            : random.Next(3) switch { 0 => Rational.Zero, 1 => step, _ => -step };
    }

    private (Ball Value, bool Known, bool Undefined)[] Evaluate(Func<string, Ball> point)
    {
        var values = new (Ball Value, bool Known, bool Undefined)[_program.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var words = _program[i];
            var operands = words[0] is "num" or "var" ? [] : words[1..].Select(w => values[Step(w)]).ToArray();
            if (Array.Exists(operands, o => !o.Known))
            {
                values[i] = (default, false, Array.Exists(operands, o => o.Undefined));
                continue;
            }

            var a = operands.Length > 0 ? operands[0].Value : default;
            var b = operands.Length > 1 ? operands[1].Value : default;
            values[i] = words[0] switch
            {
                "num" => Known(Ball.FromRational(Rational.Parse(words[1]), Precision)),
                "var" => Known(point(words[1])),
                "add" => Known(a + b),
                "sub" => Known(a - b),
                "mul" => Known(a * b),
                "div" => !Ball.ContainsZero(b) ? Known(a / b) : (default, false, b.IsExact),
                "min" => Known(Ball.Min(a, b)),
                "max" => Known(Ball.Max(a, b)),
                "neg" => Known(-a),
                "square" => Known(Ball.Square(a)),
                "abs" => Known(Ball.Abs(a)),
                "exp" => Ball.Less(Ball.Abs(a), Ball.FromInteger(1_000_000)).IsCertain ? Known(Ball.Exp(a)) : (default, false, false),
                "sqrt" => Ball.LessOrEqual(Ball.Zero, a) is { IsCertain: true } ? Known(Ball.Sqrt(a)) : (default, false, Ball.Less(a, Ball.Zero).IsCertain),
                _ => Ball.Less(Ball.Zero, a) is { IsCertain: true } ? Known(Ball.Log(a)) : (default, false, Ball.LessOrEqual(a, Ball.Zero).IsCertain),
            };
        }

        return values;

        static (Ball, bool, bool) Known(Ball value) => value.IsFinite ? (value, true, false) : (default, false, false);
    }
}
