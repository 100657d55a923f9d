using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rules;
using GrpoVerified.Properties.Suites;

namespace GrpoVerified.Cli.Conformance;

/// <summary>Rules chosen by ids, by the beginning of ids, or by strength, as in <c>T101,T2,required</c>.</summary>
internal static class RuleSelection
{
    /// <summary>Ids of the chosen rules, or null for all.</summary>
    public static IReadOnlySet<string>? Read(string? list, string option)
    {
        if (list is null)
        {
            return null;
        }

        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var rules = Matching(word).Select(r => r.Id).ToList();
            if (rules.Count == 0)
            {
                var near = NearestName.Of(word, ConformanceSuite.Rules.Select(r => r.Id).Concat(Enum.GetNames<Strength>().Select(n => n.ToLowerInvariant())));
                throw new UsageException(
                    $"no rule {UsageException.Quote(word)}", option, near is null ? "write ids such as T101, beginnings such as T1, or required, profile, advisory" : $"did you mean '{near}'?");
            }

            chosen.UnionWith(rules);
        }

        return chosen;
    }

    private static IEnumerable<TrainerRule> Matching(string word)
        => Enum.TryParse<Strength>(word, ignoreCase: true, out var strength) && !char.IsAsciiDigit(word.FirstOrDefault('0'))
            ? ConformanceSuite.Rules.Where(r => r.Strength == strength)
            : ConformanceSuite.Rules.Where(r => word.Length > 1 && r.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
