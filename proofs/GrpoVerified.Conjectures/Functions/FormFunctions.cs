using GrpoVerified.Conjectures.Syntax;

namespace GrpoVerified.Conjectures.Functions;

/// <summary>Forms whose arguments are not all terms: iterates, fixed points, derivatives.</summary>
internal static class FormFunctions
{
    /// <summary>Most steps of an iterate.</summary>
    public const int MostSteps = 50;

    /// <summary>Most steps of a program.</summary>
    public const int MostInstructions = 20_000;

    private static readonly HashSet<string> ParametersOfFixedPoints = new(StringComparer.Ordinal) { "p_ref", "beta", "eps" };

    public static IReadOnlyList<Function> All { get; } =
    [
        new("iterate", "iterate(n, p) or iterate(n, p, map)", "n steps (0 to 50) of h, or of the named map, from p", 2, 3, Iterate),
        new("fixed_point_low", "fixed_point_low()", "the lowest fixed point of h in [0,1]", 0, 0, call => call.Terms.FixedPoint(FixedPointPlace.Low)),
        new("fixed_point_middle", "fixed_point_middle()", "the middle one of three fixed points of h", 0, 0, call => call.Terms.FixedPoint(FixedPointPlace.Middle)),
        new("fixed_point_high", "fixed_point_high()", "the highest fixed point of h in [0,1]", 0, 0, call => call.Terms.FixedPoint(FixedPointPlace.High)),
        new("derivative", "derivative(f, x)", "the formula of the derivative of the term f in the variable x", 2, 2, Derivative),
    ];

    private static Expr Iterate(FunctionCall call)
    {
        var map = SuccessMaps.Maps[0];
        if (call.Arguments.Count == 3)
        {
            var name = call.Name(2, "the name of a map");
            map = SuccessMaps.Maps.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal))
                ?? throw call.Terms.Fault($"{ConjectureText.Quote(name)} is not a map", call.Arguments[2], $"maps are {string.Join(", ", SuccessMaps.Maps.Select(m => m.Name))}");
        }

        var steps = call.Integer(0, 0, MostSteps);
        var value = call.Term(1);
        for (var i = 0; i < steps; i++)
        {
            value = map.Step!(value);
        }

        return Bounded(value, call);
    }

    private static Expr Derivative(FunctionCall call)
    {
        var variable = call.Name(1, "the variable of differentiation");
        if (FunctionTable.Find(variable) is not null)
        {
            throw call.Terms.Fault($"{variable} is a function", call.Arguments[1], "differentiate in a variable");
        }

        var term = call.Term(0);
        if (term.FreeVariables.FirstOrDefault(FixedPointNames.IsOne) is { } point && ParametersOfFixedPoints.Contains(variable))
        {
            throw call.Terms.Fault(
                $"{point}() depends on {variable} in a way that no formula here states", call.Node, "fixed points are variables with the hypothesis h(x) == x; differentiate that by hand");
        }

        if (Differentiation.Kink(term, variable) is { } kink)
        {
            throw call.Terms.Fault($"{kink} of a term with {variable} has no derivative everywhere", call.Node, "state the claim for each side of the kink");
        }

        return Bounded(Differentiation.Of(term, variable), call);
    }

    private static Expr Bounded(Expr value, FunctionCall call)
        => value.Program.Instructions.Count <= MostInstructions
            ? value
            : throw call.Terms.Fault(FormattableString.Invariant($"the formula has more than {MostInstructions} steps"), call.Node, "state a smaller claim");
}
