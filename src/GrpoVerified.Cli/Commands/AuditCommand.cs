using System.CommandLine;
using System.Globalization;
using GrpoVerified.Cli.Conformance;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Properties.Auditing;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.Drawing;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>audit</c>: the advantages in a trainer's own rollout log, against a profile.</summary>
internal sealed class AuditCommand
{
    private const int GroupsForOthers = 200;

    private readonly CommandContext _context;
    private readonly Argument<string> _file = new("file") { Description = "Rollout log, JSON Lines; '-' reads standard input." };
    private readonly Option<string?> _profile = ExactOption.Create("--profile", "name", "Convention the run claims (see infer-profile).");
    private readonly Option<string?> _dtype = ExactOption.Create("--dtype", "float32|float64|bfloat16|float16", "Format the trainer computed advantages in (default float32).");
    private readonly Option<string?> _groupField = ExactOption.Create("--group-field", "name", "Field with the id of the group (default group).");
    private readonly Option<string?> _rewardField = ExactOption.Create("--reward-field", "name", "Field with the reward (default reward).");
    private readonly Option<string?> _advantageField = ExactOption.Create("--advantage-field", "name", "Field with the advantage (default advantage).");
    private readonly Option<string?> _worst = ExactOption.Create("--worst", "n", "How many of the worst deviations are listed (default 10).");
    private readonly FindingFormat _format;
    private readonly PlotOption _plot;

    private AuditCommand(Command command, CommandContext context)
    {
        _context = context;
        ProfileName.Offer(_profile, withInfer: false);
        command.Add(_file);
        foreach (var option in new[] { _profile, _dtype, _groupField, _rewardField, _advantageField, _worst })
        {
            command.Add(option);
        }

        _format = new FindingFormat(command);
        _plot = new PlotOption(command);
        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("audit", "The advantages in a trainer's own rollout log, streamed, against a profile; the worst deviations in ulps.");
        _ = new AuditCommand(command, context);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var format = _format.Read(parsed);
        var profile = ProfileName.Read(
            parsed.GetValue(_profile) ?? throw new UsageException("no profile", CommandContext.ToolName + " audit", $"add --profile with one of {string.Join(", ", NamedProfiles.Names)}"), "option --profile");
        if (LogAudit.ReasonNotAuditable(profile) is { } reason)
        {
            throw new UsageException(reason, "option --profile", "choose a profile with group statistics");
        }

        var dtype = NumberFormat.Find(ExactOption.ReadWord(parsed, _dtype, "float32", "float64", "bfloat16", "float16"))!;
        var file = parsed.GetValue(_file)!;
        using var stream = InputFile.Open(file, _context, "argument file");
        var log = new AuditLog(stream, InputFile.Display(file), parsed.GetValue(_groupField) ?? "group", parsed.GetValue(_rewardField) ?? "reward", parsed.GetValue(_advantageField) ?? "advantage");
        var tally = new AuditTally(profile, dtype.DType, ExactOption.ReadInteger(parsed, _worst, 1, 100_000, 10));
        var interrupted = ProgressBar.Run(_context, "auditing", 1, (_, cancellation) =>
        {
            foreach (var group in log.Groups())
            {
                tally.Add(group);
                if (cancellation.IsCancellationRequested)
                {
                    return true;
                }
            }

            return false;
        }, keepsWork: true);

        _plot.Write(parsed, tally.Draw);
        List<(string, Value)> parameters =
        [
            ("file", Value.Text(InputFile.Display(file))), ("profile", Value.Text(profile.Name)), ("dtype", Value.Text(dtype.Name)),
        ];
        FindingFormat.Write(format, new Report("audit", parameters, [.. tally.Sections(), .. interrupted ? [new Notes(["interrupted: later groups were not read"])] : Array.Empty<Section>()]), tally.Findings(file), $"{InputFile.Display(file)} against {profile.Name}", _context.Output);
        return interrupted ? ExitCode.Interrupted : tally.Deviations > 0 ? ExitCode.Refuted : ExitCode.Holds;
    }

    /// <summary>What an audit has seen so far: counts, the worst deviations, and which other profiles fit where this one does not.</summary>
    private sealed class AuditTally(TrainerProfile profile, DType dtype, int keep)
    {
        private readonly LogAudit _audit = new(profile, dtype);
        private readonly PriorityQueue<(AuditGroup Group, LoggedDeviation Deviation), (double Ulps, long Line)> _worst = new();
        private readonly List<LogAudit> _others = [.. NamedProfiles.All.Where(p => p != profile && LogAudit.ReasonNotAuditable(p) is null).Select(p => new LogAudit(p, dtype))];
        private readonly HashSet<string> _fitting = [.. NamedProfiles.All.Where(p => p != profile && LogAudit.ReasonNotAuditable(p) is null).Select(p => p.Name)];
        private long _groups;
        private long _rollouts;
        private long _deviatingGroups;
        private double _largestAllowed;

        public long Deviations { get; private set; }

        public void Add(AuditGroup group)
        {
            _groups++;
            _rollouts += group.Rewards.Count;
            var logged = new LoggedGroup([.. group.Rewards.Select(_audit.Reward)], group.Advantages, group.HalfUnits);
            var deviations = _audit.Judge(logged, out var allowed);
            _largestAllowed = Math.Max(_largestAllowed, allowed);
            if (deviations.Count == 0)
            {
                return;
            }

            Deviations += deviations.Count;
            if (_deviatingGroups++ < GroupsForOthers)
            {
                _fitting.RemoveWhere(name => _others.Find(o => string.Equals(o.Profile, name, StringComparison.Ordinal))!.Judge(logged, out _).Count > 0);
            }

            foreach (var deviation in deviations)
            {
                // The smallest leaves; of equal ones the first in the log stays.
                _worst.Enqueue((group, deviation), (deviation.Ulps, -group.Lines[deviation.Index]));
                if (_worst.Count > keep)
                {
                    _worst.Dequeue();
                }
            }
        }

        public IEnumerable<Section> Sections()
        {
            yield return new Field("profile", "profile", Value.Text(profile.Name));
            yield return new Field("profileVersion", "describes", Value.Text(profile.Version));
            yield return new Rows(
                "deviations", "worst deviations", ["line", "group", "sample", "reward", "expected", "allowedLower", "allowedUpper", "logged", "ulps"], Worst().Select(w => (IReadOnlyList<Value>)
                [
                    Value.Integer(w.Group.Lines[w.Deviation.Index]), Value.Text(w.Group.Id), Value.Integer(w.Deviation.Index), Number(w.Group.Rewards[w.Deviation.Index]),
                    Value.Text(w.Deviation.Expected), Number(w.Deviation.Lower), Number(w.Deviation.Upper), Number(w.Deviation.Observed), Value.Text(Ulps(w.Deviation.Ulps)),
                ]));
            yield return new Field("summary", "summary", Value.Record(
                ("groups", Value.Integer(_groups)), ("rollouts", Value.Integer(_rollouts)), ("deviations", Value.Integer(Deviations)),
                ("deviatingGroups", Value.Integer(_deviatingGroups)), ("largestAllowedUlps", Value.Text(Ulps(_largestAllowed)))));
            if (Deviations > 0)
            {
                yield return new Field("fitting", "profiles that fit the deviating groups", Value.List(_fitting.Order(StringComparer.Ordinal).Select(Value.Text)));
            }
        }

        public Figure Draw()
            => AuditDiagram.Of(profile.Name, string.Create(CultureInfo.InvariantCulture, $"{Deviations} deviations in {_rollouts} rollouts"), [.. Worst().Select(w => new LoggedPoint(
                double.TryParse(w.Deviation.Expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected) ? expected : double.NaN, w.Deviation.Observed, Fact(w)))]);

        public IReadOnlyList<Finding> Findings(string file)
            => Deviations == 0
                ? [new("audit", $"logged advantages follow {profile.Name}", true, FindingState.Passed, string.Empty, string.Empty)]
                : [.. Worst().Select(w => new Finding(
                    "audit", $"logged advantages follow {profile.Name}", true, FindingState.Failed, Fact(w), Fact(w), InputFile.IsStandardInput(file) ? null : file, w.Group.Lines[w.Deviation.Index]))];

        private static string Fact((AuditGroup Group, LoggedDeviation Deviation) w)
            => FormattableString.Invariant($"group {w.Group.Id}, sample {w.Deviation.Index}: logged {w.Deviation.Observed:R}, expected {w.Deviation.Expected}, {Ulps(w.Deviation.Ulps)} ulps away");

        private IEnumerable<(AuditGroup Group, LoggedDeviation Deviation)> Worst()
            => _worst.UnorderedItems.OrderByDescending(i => i.Priority).Select(i => i.Element);

        private static Value Number(double x) => double.IsNaN(x) ? Value.Text("NaN") : Value.Text(x.ToString("R", CultureInfo.InvariantCulture));

        private static string Ulps(double x) => double.IsInfinity(x) ? "infinite" : x.ToString(x < 1e6 ? "0.##" : "0.##e+0", CultureInfo.InvariantCulture);
    }
}
