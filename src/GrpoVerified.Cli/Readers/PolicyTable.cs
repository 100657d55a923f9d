using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Readers;

/// <summary>One outcome of a policy file.</summary>
/// <param name="Name">Its name, or its number in the file.</param>
/// <param name="Reference">Probability under the reference policy, exact.</param>
/// <param name="IsSuccess">Whether its reward is 1.</param>
/// <param name="Old">Probability under the old policy, or null if the file has none.</param>
/// <param name="Where">Its place in the file, for messages.</param>
internal sealed record PolicyOutcome(string Name, Rational Reference, bool IsSuccess, Rational? Old, string Where);

/// <summary>The raw texts of one record of a policy file, as its format delivers them.</summary>
/// <param name="Where">Its place in the file.</param>
/// <param name="Outcome">Name, or null.</param>
/// <param name="Probability">Text of the probability, or null if absent.</param>
/// <param name="Reward">Text of the reward, or null if absent.</param>
/// <param name="Old">Text of the old probability, or null if absent.</param>
internal sealed record PolicyRecord(string Where, string? Outcome, string? Probability, string? Reward, string? Old);

/// <summary>A finite outcome space with a reference policy and perhaps an old one, read from a file and checked.</summary>
internal static class PolicyTable
{
    private const int LargestFile = 1 << 28;

    /// <summary>The outcomes of a file: JSON, or CSV by its name.</summary>
    public static IReadOnlyList<PolicyOutcome> Read(string file, bool csv, CommandContext context)
    {
        var source = InputFile.Display(file);
        using var stream = InputFile.Open(file, context, "argument file");
        var records = csv ? CsvPolicyReader.Read(stream, source) : JsonPolicyReader.Read(ReadAll(stream, source), source);
        var outcomes = new List<PolicyOutcome>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var outcome = Check(record, outcomes.Count + 1);
            if (!names.Add(outcome.Name))
            {
                throw new UsageException($"outcome {UsageException.Quote(outcome.Name)} occurs twice", record.Where, "give every outcome its own name");
            }

            if (outcomes.Count > 0 && outcomes[0].Old is null != outcome.Old is null)
            {
                throw new UsageException("some outcomes have an old probability and some have none", record.Where, "give 'old' for every outcome or for none");
            }

            outcomes.Add(outcome);
        }

        if (outcomes.Count == 0)
        {
            throw new UsageException("the file holds no outcome", source, "write one record per outcome with probability and reward");
        }

        CheckSum(outcomes.Select(o => o.Reference), "probability", source);
        if (outcomes[0].Old is not null)
        {
            CheckSum(outcomes.Select(o => o.Old!.Value), "old", source);
        }

        return outcomes;
    }

    private static PolicyOutcome Check(PolicyRecord record, int number)
    {
        var name = record.Outcome ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var reward = Number(record.Reward, "reward", record.Where);
        if (!reward.IsZero && reward != Rational.One)
        {
            throw new UsageException($"reward is {UsageException.Quote(record.Reward!)}", record.Where, "rewards of this theory are verifiable: write 0 or 1");
        }

        return new PolicyOutcome(
            name,
            Share(record.Probability, "probability", record.Where),
            !reward.IsZero,
            record.Old is null ? null : Share(record.Old, "old", record.Where),
            record.Where);
    }

    private static Rational Share(string? text, string field, string where)
    {
        var value = Number(text, field, where);
        return value.Sign >= 0 && value <= Rational.One
            ? value
            : throw new UsageException($"{field} is {UsageException.Quote(text!)}, outside [0,1]", where, "write a probability");
    }

    private static Rational Number(string? text, string field, string where)
    {
        if (text is null)
        {
            throw new UsageException($"no field '{field}'", where, "every outcome needs a probability and a reward");
        }

        return Rational.TryParse(text, out var value, out var error) ? value : throw new UsageException($"{field}: {error}", where, "write an exact number");
    }

    private static void CheckSum(IEnumerable<Rational> shares, string field, string source)
    {
        var excess = shares.Aggregate(Rational.Zero, (sum, share) => sum + share) - Rational.One;
        if (!excess.IsZero)
        {
            var amount = Reporting.Digits.OfExact(excess.Abs(), 3);
            var exact = excess.Abs().ToString();
            throw new UsageException(
                $"the values of '{field}' sum to {(excess.Sign > 0 ? "more" : "less")} than 1 by {(exact.Length <= 40 ? exact : "about " + amount)}",
                source,
                "probabilities must sum to exactly 1: write fractions such as 1/3, or correct the last digits");
        }
    }

    private static byte[] ReadAll(Stream stream, string source)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int got; (got = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, got);
            if (memory.Length > LargestFile)
            {
                throw new UsageException($"the file is larger than {LargestFile >> 20} MiB", source, "use CSV, or group outcomes of equal reward");
            }
        }

        return memory.ToArray();
    }
}
