using System.CommandLine;
using GrpoVerified.Cli.Manual;

namespace GrpoVerified.Cli.Commands;

/// <summary>All verbs.</summary>
internal static class CommandTree
{
    /// <summary>The root command with every verb.</summary>
    public static RootCommand Build(CommandContext context)
    {
        var root = new RootCommand("Certified values and verdicts for the success-probability dynamics of GRPO.");
        root.Add(VerifyCommand.Build(context));
        root.Add(ClaimsCommand.Build(context));
        root.Add(ExplainCommand.Build(context));
        root.Add(ProveCommand.Build(context));
        root.Add(IterateCommand.Build(context));
        root.Add(FixedPointsCommand.Build(context));
        root.Add(RegimeCommand.Build(context));
        root.Add(PhaseMapCommand.Build(context));
        root.Add(PolicyCommand.Build(context));
        root.Add(AdvantagesCommand.Build(context));
        root.Add(CheckCertificateCommand.Build(context));
        root.Add(ConformanceCommand.Build(context));
        root.Add(InferProfileCommand.Build(context));
        root.Add(AuditCommand.Build(context));
        root.Add(OracleCommand.Build(context));
        root.Add(MergeCommand.Build(context));
        root.Add(ReportCommand.Build(context));
        root.Add(VectorsCommand.Build(context));
        root.Add(CompletionsCommand.Build(context));
        root.Add(ManualCommand.Build(context));
        HelpWithExample.Use(root);
        return root;
    }
}
