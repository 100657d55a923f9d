using System.CommandLine;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>regime</c>: what the orbit of p_ref does in the long run, certified.</summary>
internal sealed class RegimeCommand : DynamicsCommand
{
    private RegimeCommand(Command command, CommandContext context)
        : base(command, context)
    {
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("regime", "The long-run behaviour of p_n from p_0 = p_ref: a limit, a cycle that is never left, or undecided.");
        _ = new RegimeCommand(command, context);
        return command;
    }

    /// <inheritdoc/>
    protected override Figure Draw(GrpoParameters parameters) => DynamicsFigures.LongRun(parameters);

    /// <inheritdoc/>
    protected override (IReadOnlyList<Section> Sections, int ExitCode) Find(GrpoParameters parameters, int digits)
    {
        var regime = Regime.Classify(parameters);
        var attractor = regime.Kind == RegimeKind.Cycle ? regime.Cycle : null;
        List<Value> cycle = attractor is null
            ? []
            : [.. Enumerable.Range(0, attractor.Period).Select(i => Digits.Of(bits => attractor.Points(bits)[i].Success, digits))];
        List<Value> limit = regime.Limit is { } at
            ? [Digits.Of(bits => at(bits).Success, digits), Digits.Of(bits => at(bits).Failure, digits)]
            : [];
        List<Section> sections =
        [
            new Field("regime", "regime", Value.Text(ContractWords.Of(regime.Kind))),
            new Field("limit", "limit", limit.Count > 0 ? limit[0] : Value.None),
            new Field("limitFailure", "1 - limit", limit.Count > 0 ? limit[1] : Value.None),
            new Field("period", "period", regime.Period is { } period ? Value.Integer(period) : Value.None),
            new Field("cycle", "cycle", Value.List(cycle)),
            new Field("reason", "reason", Value.Text(regime.Reason)),
        ];
        if (attractor is not null)
        {
            sections.Add(Certificate(attractor));
        }

        var certain = cycle.Concat(limit).All(number => number is not Value.NoValue);
        if (!certain)
        {
            sections.Add(new Notes([Digits.AbsentNote]));
        }

        return (sections, certain && regime.Kind != RegimeKind.Undecided ? ExitCode.Holds : ExitCode.Inconclusive);
    }

    // What a reader needs to check the cycle again: the box J in log-odds, exactly, and where the orbit of p_ref enters it.
    private static Field Certificate(AttractingCycle cycle)
    {
        var box = cycle.Box.Boxes[0];
        return new Field("certificate", "trapping box", Value.Record(
            ("logOddsLower", Value.Text(box.LowerBound(box.Precision).ToRational().ToString())),
            ("logOddsUpper", Value.Text(box.UpperBound(box.Precision).ToRational().ToString())),
            ("slopeLower", Value.Text(Bound(cycle.Box.Slope.LowerBound(53)))),
            ("slopeUpper", Value.Text(Bound(cycle.Box.Slope.UpperBound(53)))),
            ("entryStep", Value.Integer(cycle.EntryStep))));
    }

    private static string Bound(BigFloat bound) => bound.ToRational().ToString();
}
