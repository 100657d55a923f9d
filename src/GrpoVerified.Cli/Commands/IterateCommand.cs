using System.CommandLine;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>iterate</c>: certified iterates p_0 = p_ref, p_1, …, with 1 − p_n beside each.</summary>
internal sealed class IterateCommand : DynamicsCommand
{
    private const int MostSteps = 1_000_000;
    private const long SmallestExponent = 1L << 60;

    private readonly Option<string?> _steps = ExactOption.Create("--steps", "n", "How many steps (default 10).");
    private int _count;

    private IterateCommand(Command command, CommandContext context)
        : base(command, context)
        => command.Add(_steps);

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("iterate", "Certified iterates p_n of the success probability, with 1 - p_n to full relative precision.");
        _ = new IterateCommand(command, context);
        return command;
    }

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, Value Value)> ReadOwn(ParseResult parsed)
    {
        _count = ExactOption.ReadInteger(parsed, _steps, 0, MostSteps, 10);
        return [("steps", Value.Integer(_count))];
    }

    /// <inheritdoc/>
    protected override Figure Draw(GrpoParameters parameters) => DynamicsFigures.Iterates(parameters, _count);

    /// <inheritdoc/>
    protected override (IReadOnlyList<Section> Sections, int ExitCode) Find(GrpoParameters parameters, int digits)
    {
        var rows = new (string? P, string? Q)[_count + 1];
        rows[0] = (Digits.OfExact(parameters.Reference, digits), Digits.OfExact(Rational.One - parameters.Reference, digits));
        var decided = 1;
        var vanishes = false;

        // An orbit can lose digits at every step (|h'| > 1): all of it again at twice the precision until the last step is decided.
        for (var bits = Digits.Bits(digits); decided <= _count && !vanishes && bits <= MostBits(digits); bits *= 2)
        {
            var n = 0;
            foreach (var p in Orbit.Enclose(parameters, _count, bits))
            {
                if (n >= decided)
                {
                    rows[n] = (Digits.TryOf(p.Success, digits), Digits.TryOf(p.Failure, digits));
                    if (rows[n].P is null || rows[n].Q is null)
                    {
                        vanishes = Vanishes(p.Failure);
                        break;
                    }

                    decided++;
                }

                n++;
            }
        }

        var known = rows.Take(decided)
            .Select((row, n) => (IReadOnlyList<Value>)[Value.Integer(n), Value.Text(row.P), Value.Text(row.Q)])
            .ToList();
        List<Section> sections = [new Rows("steps", "steps", ["n", "p", "q"], known)];
        if (decided <= _count)
        {
            sections.Add(new Notes([vanishes
                ? $"from step {decided} on 1 - p_n is positive and below 2^-{SmallestExponent}: beyond the range of digits, left out"
                : $"the digits of step {decided} are not certain at {MostBits(digits)} bits; it and later steps are left out"]));
        }

        return (sections, decided <= _count ? ExitCode.Inconclusive : ExitCode.Holds);
    }

    // An orbit may lose a bit or two at every step.
    private int MostBits(int digits) => (int)Math.Min(1L << 22, (4L * (Digits.Bits(digits) + _count)) + 16_384);

    // Super-exponential escape at epsilon 0 leaves every number format behind; more bits would not help.
    private static bool Vanishes(Ball q) => Ball.ContainsZero(q) && q.AbsUpper.Exponent < -SmallestExponent;
}
