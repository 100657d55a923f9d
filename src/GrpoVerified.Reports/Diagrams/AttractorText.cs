using GrpoVerified.Arithmetic;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>Certified digits for hover texts.</summary>
internal static class AttractorText
{
    /// <summary>Fifteen digits, or the words that there are none.</summary>
    public static string Digits(Func<int, Ball> enclose, int digits = 15)
        => Certified.Digits(enclose, digits, 8192).Text ?? "no certain digits";
}
