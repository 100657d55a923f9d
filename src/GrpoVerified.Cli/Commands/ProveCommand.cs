using System.CommandLine;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Proofs;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Cli.Shards;
using GrpoVerified.Conjectures;
using GrpoVerified.Proving.Certificates;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>prove CLAIM --for RANGES</c>: the user's own claim, proved with a certificate, refuted at a certified point, or left open.</summary>
internal sealed class ProveCommand
{
    private const int MostBoxes = 1_000_000_000;

    private readonly CommandContext _context;
    private readonly Argument<string> _claim = new("claim") { Description = "Comparisons of C# terms joined by &&, as in \"h(p) > p_ref\"." };
    private readonly Option<string?> _for = ExactOption.Create("--for", "ranges", "Range of every variable, as in \"p in [0,1], p_ref in (0,1), beta in (0,inf), eps = 1/1000\".");
    private readonly Option<string?> _given = ExactOption.Create("--given", "hypotheses", "What is assumed, comparisons joined by &&.");
    private readonly Option<string?> _exists = ExactOption.Create("--exists", "ranges", "Variables quantified by 'there is' (the others by 'for all').");
    private readonly Option<string?> _out = ExactOption.Create("--out", "file", "The certificate, FILE.cert.json (default claim-HASH.cert.json in the current folder).");
    private readonly Option<string?> _coq = ExactOption.Create("--emit-coq", "file", "Also write a Coq file that checks the certificate again.");
    private readonly Option<string?> _budget = ExactOption.Create("--budget", "boxes", "Boxes to examine before giving up (default 200000).");
    private readonly Option<string?> _threads = ExactOption.Create("--threads", "n", "Threads (default: one per processor); the result does not depend on them.");
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with an interrupted run of the same command." };
    private readonly Option<string?> _shard = Shard.Option();
    private readonly FormatOption _format;

    private ProveCommand(Command command, CommandContext context)
    {
        _context = context;
        command.Add(_claim);
        foreach (var option in (Option[])[_for, _given, _exists, _out, _coq, _budget, _threads, _resume, _shard])
        {
            command.Add(option);
        }

        _format = new FormatOption(command, withDigits: true);
        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("prove", "Your own claim: proved with a certificate, refuted at a certified point, or left open.");
        _ = new ProveCommand(command, context);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var text = parsed.GetValue(_claim)!;
        var digits = _format.ReadDigits(parsed);
        var format = _format.Read(parsed);
        var settings = new ProofSettings(
            CertificatePath(parsed),
            CoqPath(parsed),
            ExactOption.ReadInteger(parsed, _budget, 1, MostBoxes, 200_000),
            ExactOption.ReadInteger(parsed, _threads, 1, 1024, Environment.ProcessorCount),
            parsed.GetValue(_resume));
        List<(string, Value)> parameters =
        [
            ("claim", Value.Text(text)), ("for", Value.Text(parsed.GetValue(_for))), ("given", Value.Text(parsed.GetValue(_given))),
            ("exists", Value.Text(parsed.GetValue(_exists))), ("budget", Value.Integer(settings.Budget)), ("digits", Value.Integer(digits)),
        ];
        try
        {
            var conjecture = ConjectureReader.Read(text, parsed.GetValue(_for) ?? string.Empty, parsed.GetValue(_given), parsed.GetValue(_exists));
            if (Shard.Read(parsed, _shard) is { } shard)
            {
                return ShardReport.Run(_context, parsed, shard, settings.Certificate, ProofShards.Fact(conjecture), file => ProofShards.Run(_context, conjecture, settings, shard, file), format);
            }

            var outcomes = new ProofRun(_context, conjecture, settings).Run();
            var used = parameters.Where(p => p.Item2 is not Value.NoValue).ToList();
            ReportWriter.Write(new Report("prove", used, ProofReport.Sections(conjecture, outcomes, digits)), format, _context.Output);
            return outcomes.Any(o => o.Verdict == ProofVerdict.Refuted) ? ExitCode.Refuted
                : outcomes.All(o => o.Verdict == ProofVerdict.Proved) ? ExitCode.Holds
                : ExitCode.Inconclusive;
        }
        catch (ConjectureException e)
        {
            throw new UsageException(e.Fact, Place(e), e.Action);
        }
    }

    private static string Place(ConjectureException e) => e.Part switch
    {
        "the ranges" => e.Place.Replace("the ranges", "option --for", StringComparison.Ordinal),
        "the hypotheses" => e.Place.Replace("the hypotheses", "option --given", StringComparison.Ordinal),
        "the ranges of 'exists'" => e.Place.Replace("the ranges of 'exists'", "option --exists", StringComparison.Ordinal),
        _ => e.Place,
    };

    private string? CertificatePath(ParseResult parsed)
    {
        if (parsed.GetValue(_out) is not { } path)
        {
            return null;
        }

        var name = Path.GetFileName(path);
        if (!name.EndsWith(Certificate.Extension, StringComparison.Ordinal) || name.Length == Certificate.Extension.Length)
        {
            throw new UsageException($"{UsageException.Quote(path)} is not the name of a certificate", "option --out", $"end it in {Certificate.Extension}, as in my-claim{Certificate.Extension}");
        }

        OutputFolder.Require(path, "option --out");
        return path;
    }

    private string? CoqPath(ParseResult parsed)
    {
        if (parsed.GetValue(_coq) is not { } path)
        {
            return null;
        }

        if (!path.EndsWith(".v", StringComparison.Ordinal))
        {
            throw new UsageException($"{UsageException.Quote(path)} is not the name of a Coq file", "option --emit-coq", "end it in .v");
        }

        OutputFolder.Require(path, "option --emit-coq");
        return path;
    }
}
