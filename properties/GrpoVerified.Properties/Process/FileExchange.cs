using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rules;
using GrpoVerified.Properties.Suites;

namespace GrpoVerified.Properties.Process;

/// <summary>What came of a round with files.</summary>
/// <param name="Results">Results, once nothing is pending; empty before.</param>
/// <param name="Pending">Requests that wait for an answer.</param>
/// <param name="Requests">Requests in the file.</param>
/// <param name="RequestsFile">Where the requests are.</param>
/// <param name="AnswersFile">Where answers are expected.</param>
public sealed record FileRound(IReadOnlyList<RuleResult> Results, int Pending, int Requests, string RequestsFile, string AnswersFile);

/// <summary>Tries an implementation that cannot be started from here: requests are written to a file, and answers are read back, round by round.</summary>
/// <remarks>
/// Round by round because some rules build one request from the answer to another. The first round asks for the description only. A
/// counterexample is the case as generated: shrinking would take a round for every step.
/// </remarks>
public static class FileExchange
{
    /// <summary>One round: reads what is answered, writes what is asked, and judges once every request has its answer.</summary>
    /// <param name="directory">The folder of requests.jsonl and answers.jsonl.</param>
    /// <param name="profile">The convention it is judged against.</param>
    /// <param name="settings">How much is run.</param>
    /// <param name="cancellation">Ends the round between two cases.</param>
    /// <exception cref="TrainerCommandException">The description cannot be read.</exception>
    public static FileRound Run(string directory, TrainerProfile profile, SuiteSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var trainer = FileTrainer.Open(directory);
        var pending = trainer.IsDescribed ? 0 : 1;
        var results = new List<RuleResult>();
        if (trainer.IsDescribed)
        {
            foreach (var rule in ConformanceSuite.Rules.Where(r => settings.Rules?.Contains(r.Id) ?? true))
            {
                if (rule.ReasonToSkip(trainer.Description, profile) is null)
                {
                    pending += Ask(trainer, rule, profile, settings, cancellation);
                }
            }
        }

        if (pending == 0)
        {
            results.AddRange(ConformanceSuite.Run(trainer, profile, settings with { MaxShrinkSteps = 0 }, cancellation));
        }

        trainer.WriteRequests();
        return new(results, pending, trainer.Count, trainer.RequestsFile, trainer.AnswersFile);
    }

    // Each case alone, so that one waiting case does not hold up the others; returns how many wait.
    private static int Ask(FileTrainer trainer, TrainerRule rule, TrainerProfile profile, SuiteSettings settings, CancellationToken cancellation)
    {
        var waiting = 0;
        var seed = Seeds.Of(rule.Name, settings.Seed);
        for (var k = 0; k < settings.Cases; k++)
        {
            try
            {
                _ = rule.Run(trainer, profile, settings with { Replay = new ReplayPoint(rule.Id, seed, k), MaxShrinkSteps = 0 }, cancellation);
            }
            catch (AnswerPendingException)
            {
                waiting++;
            }
        }

        return waiting;
    }
}
