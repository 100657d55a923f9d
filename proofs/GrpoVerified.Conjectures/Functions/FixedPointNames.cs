namespace GrpoVerified.Conjectures.Functions;

/// <summary>Names of the variables that stand for fixed points.</summary>
internal static class FixedPointNames
{
    /// <summary>The function and the variable share the name.</summary>
    public static string Of(FixedPointPlace place) => place switch
    {
        FixedPointPlace.Low => "fixed_point_low",
        FixedPointPlace.Middle => "fixed_point_middle",
        _ => "fixed_point_high",
    };

    /// <summary>Whether a name is one of them.</summary>
    public static bool IsOne(string name) => Enum.GetValues<FixedPointPlace>().Any(p => string.Equals(Of(p), name, StringComparison.Ordinal));
}
