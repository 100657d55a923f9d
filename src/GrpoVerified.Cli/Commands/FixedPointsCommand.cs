using System.CommandLine;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>fixed-points</c>: all fixed points, proved complete, with multiplier and stability.</summary>
internal sealed class FixedPointsCommand : DynamicsCommand
{
    private FixedPointsCommand(Command command, CommandContext context)
        : base(command, context)
    {
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("fixed-points", "All fixed points in (0,1], each proved to exist and to be alone in its enclosure.");
        _ = new FixedPointsCommand(command, context);
        return command;
    }

    /// <inheritdoc/>
    protected override Figure Draw(GrpoParameters parameters) => DynamicsFigures.FixedPoints(parameters);

    /// <inheritdoc/>
    protected override (IReadOnlyList<Section> Sections, int ExitCode) Find(GrpoParameters parameters, int digits)
    {
        var found = FixedPointSet.Find(parameters);
        var rows = found.Points.Select(point => Row(point, digits)).ToList();
        List<Section> sections =
        [
            new Field("complete", "complete", Value.Boolean(found.IsComplete)),
            new Rows("fixedPoints", "fixed points", ["p", "q", "multiplier", "stability"], rows),
        ];
        if (found.Reason is { } reason)
        {
            sections.Add(new Field("reason", "reason", Value.Text(reason)));
        }

        var certain = rows.TrueForAll(row => row.All(cell => cell is not Value.NoValue));
        if (!certain)
        {
            sections.Add(new Notes([Digits.AbsentNote]));
        }

        return (sections, found.IsComplete && certain ? ExitCode.Holds : ExitCode.Inconclusive);
    }

    private static IReadOnlyList<Value> Row(FixedPoint point, int digits)
    {
        // p and q come from one evaluation, which is most of the work at many digits.
        var known = new Dictionary<int, Probability<Ball>>();
        Probability<Ball> At(int bits) => known.TryGetValue(bits, out var p) ? p : known[bits] = point.Probability(bits);
        return
        [
            Digits.Of(bits => At(bits).Success, digits),
            Digits.Of(bits => At(bits).Failure, digits),
            Digits.Of(point.Multiplier, digits),
            Value.Text(ContractWords.Of(point.Stability)),
        ];
    }
}
