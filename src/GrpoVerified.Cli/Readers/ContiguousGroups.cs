namespace GrpoVerified.Cli.Readers;

/// <summary>Groups of rollouts that stand together in the input; a group that reappears is an error.</summary>
internal static class ContiguousGroups
{
    /// <summary>The groups in order. A group is valid until the next one is asked for.</summary>
    /// <param name="rollouts">The rollouts.</param>
    /// <param name="temporaryDirectory">Where a group of millions may be spilled.</param>
    /// <param name="findEarlier">
    /// Looks through the input again for the last rollout of a group before a line: its line, or null if there is none
    /// (two ids with one fingerprint). Null when the input cannot be read again.
    /// </param>
    public static IEnumerable<RolloutGroup> Read(RolloutReader rollouts, string temporaryDirectory, Func<byte[], long, long?>? findEarlier)
    {
        using var group = new RolloutGroup(temporaryDirectory, withLines: false);
        var seen = new FingerprintSet();
        var more = rollouts.Read();
        while (more)
        {
            if (!seen.Add(rollouts.Group))
            {
                ThrowIfReappears(rollouts, findEarlier);
            }

            group.Start(rollouts.Group, rollouts.Line);
            do
            {
                group.Add(rollouts.Reward, rollouts.Line);
                more = rollouts.Read();
            }
            while (more && rollouts.Group.SequenceEqual(group.Id));
            yield return group;
        }
    }

    private static void ThrowIfReappears(RolloutReader rollouts, Func<byte[], long, long?>? findEarlier)
    {
        var id = rollouts.Group.ToArray();
        var earlier = findEarlier?.Invoke(id, rollouts.Line);
        if (findEarlier is not null && earlier is null)
        {
            return;
        }

        var name = UsageException.Quote(System.Text.Encoding.UTF8.GetString(id));
        var before = earlier is null ? "after another group" : FormattableString.Invariant($"after line {earlier}");
        throw rollouts.Error($"group {name} reappears {before}", "put the rollouts of a group together, or add --unsorted");
    }
}
