using System.Globalization;

namespace GrpoVerified.Analyzers.Claims;

/// <summary>The claims of the catalogue; a test compares them with GrpoVerified.Claims, to which an analyzer has no reference.</summary>
internal static class ClaimIds
{
    private static readonly Dictionary<char, int> Largest = new()
    {
        ['A'] = 10,
        ['B'] = 7,
        ['C'] = 7,
        ['D'] = 11,
        ['E'] = 6,
        ['F'] = 16,
        ['G'] = 11,
        ['H'] = 15,
        ['I'] = 3,
        ['J'] = 17,
        ['K'] = 6,
        ['L'] = 12,
        ['M'] = 4,
    };

    /// <summary>Every id, in order.</summary>
    public static IEnumerable<string> All => Largest.SelectMany(g => Enumerable.Range(1, g.Value).Select(n => g.Key + n.ToString(CultureInfo.InvariantCulture)));

    public static bool Exists(string id)
        => id.Length > 1
            && Largest.TryGetValue(id[0], out var largest)
            && int.TryParse(id.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= largest
            && id[1] != '0';

    public static string Remedy(string id)
        => id.Length > 0 && Largest.TryGetValue(char.ToUpperInvariant(id[0]), out var largest)
            ? $"group {char.ToUpperInvariant(id[0])} has {char.ToUpperInvariant(id[0])}1 to {char.ToUpperInvariant(id[0])}{largest}"
            : "the groups are A to M";
}
