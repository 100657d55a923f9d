using System.Globalization;
using System.Text;

namespace GrpoVerified.Proving.Search;

/// <summary>
/// One of several parts of a branch and bound. All parts do the first levels, until these have <see cref="Width"/> boxes; of those, each has
/// every n-th, with all that is below.
/// </summary>
/// <param name="Index">Which, from 0.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct Share(int Index, int Count)
{
    /// <summary>Ending of the checkpoint's key for the levels that all parts do.</summary>
    public const string Common = "/common";

    /// <summary>Ending of the checkpoint's key for the boxes of one part.</summary>
    public const string Own = "/own";

    /// <summary>Boxes of a level from which on the parts go apart.</summary>
    public int Width => Math.Max(1024, 4 * Count);

    /// <summary>The checkpoint of the whole from those of all parts, in order.</summary>
    /// <param name="parts">For each part the decisions of each key.</param>
    /// <exception cref="FormatException">The parts contradict each other.</exception>
    public static IReadOnlyDictionary<string, string> Together(IReadOnlyList<IReadOnlyDictionary<string, string>> parts)
    {
        var whole = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in parts.SelectMany(p => p.Keys).Where(k => !k.EndsWith(Own, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            var first = parts[0].GetValueOrDefault(key);
            if (first is null || parts.Any(p => !string.Equals(p.GetValueOrDefault(key), first, StringComparison.Ordinal)))
            {
                throw new FormatException("the parts decide the same boxes differently");
            }

            if (!key.EndsWith(Common, StringComparison.Ordinal))
            {
                whole.TryAdd(key, first);
                continue;
            }

            var goal = key[..^Common.Length];
            whole[goal] = Tree(first, [.. parts.Select(p => p.GetValueOrDefault(goal + Own) ?? string.Empty)]);
        }

        return whole;
    }

    // Within a part, boxes stand in the order in which the whole meets them: each box takes the next decision of the part it belongs to.
    private static string Tree(string common, IReadOnlyList<string> own)
    {
        var text = new StringBuilder(common);
        var open = new Queue<int>();
        var boxes = 1 + (2 * common.Count(char.IsAsciiLetterUpper)) - common.Length;
        for (var i = 0; i < boxes; i++)
        {
            open.Enqueue(i % own.Count);
        }

        var taken = new int[own.Count];
        while (open.TryDequeue(out var part) && taken[part] < own[part].Length)
        {
            var decision = own[part][taken[part]++];
            text.Append(decision);
            if (char.IsAsciiLetterUpper(decision))
            {
                open.Enqueue(part);
                open.Enqueue(part);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index + 1}/{Count}");
}
