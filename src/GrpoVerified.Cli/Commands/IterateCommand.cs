using System.CommandLine;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>iterate</c>: certified iterates p_0 = p_ref, p_1, …, with 1 − p_n beside each.</summary>
internal sealed class IterateCommand : DynamicsCommand
{
    private const int MostSteps = 1_000_000;
    private const int MostBits = 1 << 22;

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
    protected override (IReadOnlyList<Section> Sections, int ExitCode) Find(GrpoParameters parameters, int digits)
    {
        var rows = new (string? P, string? Q)[_count + 1];
        rows[0] = (CertifiedText.OfExact(parameters.Reference, digits), CertifiedText.OfExact(Rational.One - parameters.Reference, digits));
        var decided = 1;

        // An orbit can lose digits at every step (|h'| > 1): all of it again at twice the precision until the last step is decided.
        for (var bits = CertifiedText.BitsFor(digits) + 64; decided <= _count && bits <= MostBits; bits *= 2)
        {
            var n = 0;
            foreach (var p in Orbit.Enclose(parameters, _count, bits))
            {
                if (n >= decided)
                {
                    rows[n] = (CertifiedText.TryRound(p.Success, digits), CertifiedText.TryRound(p.Failure, digits));
                    if (rows[n].P is null || rows[n].Q is null)
                    {
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
            sections.Add(new Notes([$"the digits of step {decided} are not certain at {MostBits} bits; later steps are left out"]));
        }

        return (sections, decided <= _count ? ExitCode.Inconclusive : ExitCode.Holds);
    }
}
