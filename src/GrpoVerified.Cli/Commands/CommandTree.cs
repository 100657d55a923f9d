using System.CommandLine;
using GrpoVerified.Cli.Manual;

namespace GrpoVerified.Cli.Commands;

/// <summary>All verbs.</summary>
internal static class CommandTree
{
    /// <summary>Every verb and what builds it, in the order of the help.</summary>
    public static IReadOnlyList<(string Name, Func<CommandContext, Command> Build)> Verbs { get; } =
    [
        ("verify", VerifyCommand.Build),
        ("claims", ClaimsCommand.Build),
        ("explain", ExplainCommand.Build),
        ("prove", ProveCommand.Build),
        ("iterate", IterateCommand.Build),
        ("fixed-points", FixedPointsCommand.Build),
        ("regime", RegimeCommand.Build),
        ("phase-map", PhaseMapCommand.Build),
        ("policy", PolicyCommand.Build),
        ("advantages", AdvantagesCommand.Build),
        ("check-certificate", CheckCertificateCommand.Build),
        ("conformance", ConformanceCommand.Build),
        ("infer-profile", InferProfileCommand.Build),
        ("audit", AuditCommand.Build),
        ("oracle", OracleCommand.Build),
        ("merge", MergeCommand.Build),
        ("report", ReportCommand.Build),
        ("vectors", VectorsCommand.Build),
        ("completions", CompletionsCommand.Build),
        ("manual", ManualCommand.Build),
    ];

    /// <summary>The root command with every verb.</summary>
    public static RootCommand Build(CommandContext context) => Build(context, Verbs);

    /// <summary>The root command for one command line: where it begins with a verb, no other verb is built, which shortens the start.</summary>
    public static RootCommand BuildFor(string[] args, CommandContext context)
    {
        var first = args.Length > 0 ? args[0] : string.Empty;
        foreach (var verb in Verbs)
        {
            if (string.Equals(verb.Name, first, StringComparison.Ordinal))
            {
                return Build(context, [verb]);
            }
        }

        return Build(context);
    }

    private static RootCommand Build(CommandContext context, IReadOnlyList<(string Name, Func<CommandContext, Command> Build)> verbs)
    {
        var root = new RootCommand("Certified values and verdicts for the success-probability dynamics of GRPO.");
        foreach (var verb in verbs)
        {
            root.Add(verb.Build(context));
        }

        HelpWithExample.Use(root);
        return root;
    }
}
