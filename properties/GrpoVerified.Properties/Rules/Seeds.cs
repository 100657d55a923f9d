using FsCheck;

namespace GrpoVerified.Properties.Rules;

/// <summary>Seeds that are the same on every machine and run.</summary>
internal static class Seeds
{
    /// <summary>The seed of a rule: its name, changed by the seed of the run.</summary>
    public static ulong Of(string name, ulong runSeed) => Hash(name) ^ (runSeed == 0 ? 0 : Mix(runSeed));

    /// <summary>The generator's state for one case.</summary>
    public static Rnd Case(ulong seed, int index) => new(Mix(seed + (ulong)index), Mix(seed ^ 0x9E3779B97F4A7C15UL) | 1);

    // FNV-1a, 64 bits.
    private static ulong Hash(string text)
        => text.Aggregate(14695981039346656037UL, (hash, c) => unchecked((hash ^ c) * 1099511628211UL));

    // The finaliser of SplitMix64.
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
