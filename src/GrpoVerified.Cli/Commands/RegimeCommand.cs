using System.CommandLine;
using GrpoVerified.Cli.Reporting;
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
    protected override (IReadOnlyList<Section> Sections, int ExitCode) Find(GrpoParameters parameters, int digits)
    {
        var regime = Regime.Classify(parameters);
        var cycle = regime.Cycle is { } attractor && regime.Kind == RegimeKind.Cycle
            ? Enumerable.Range(0, attractor.Period).Select(i => Digits.Of(bits => attractor.Points(bits)[i].Success, digits)).ToList()
            : [];
        var limit = regime.Limit;
        List<Section> sections =
        [
            new Field("regime", "regime", Value.Text(DynamicsWords.Of(regime.Kind))),
            new Field("limit", "limit", limit is null ? Value.None : Digits.Of(bits => limit(bits).Success, digits)),
            new Field("limitFailure", "1 - limit", limit is null ? Value.None : Digits.Of(bits => limit(bits).Failure, digits)),
            new Field("period", "period", regime.Period is { } period ? Value.Integer(period) : Value.None),
            new Field("cycle", "cycle", Value.List(cycle)),
            new Field("reason", "reason", Value.Text(regime.Reason)),
        ];
        return (sections, regime.Kind == RegimeKind.Undecided ? ExitCode.Inconclusive : ExitCode.Holds);
    }
}
