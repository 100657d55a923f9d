using System.Globalization;

namespace GrpoVerified.Differential;

/// <summary>The command line.</summary>
internal static class Arguments
{
    public static bool TryRead(string[] args, out long count, out int seed)
    {
        count = 1_000_000;
        seed = 20_260_101;
        return args.Length <= 2
            && (args.Length < 1 || (long.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0))
            && (args.Length < 2 || int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out seed));
    }
}
