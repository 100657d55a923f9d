namespace GrpoVerified.Conjectures.Functions;

/// <summary>A function that claims may use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Meaning">What it is, in plain text, with the parameters it takes from the context.</param>
/// <param name="LeastArguments">Fewest arguments.</param>
/// <param name="MostArguments">Most arguments.</param>
/// <param name="Apply">The expression of a call.</param>
internal sealed record Function(string Name, string Usage, string Meaning, int LeastArguments, int MostArguments, Func<FunctionCall, Expr> Apply)
{
    /// <summary>For a function of one term, what it does to an expression.</summary>
    public Func<Expr, Expr>? Step { get; private init; }

    /// <summary>A function of one term.</summary>
    public static Function Of(string name, string argument, string meaning, Func<Expr, Expr> apply)
        => new(name, $"{name}({argument})", meaning, 1, 1, call => apply(call.Term(0))) { Step = apply };

    /// <summary>A function of two terms.</summary>
    public static Function Of(string name, string arguments, string meaning, Func<Expr, Expr, Expr> apply)
        => new(name, $"{name}({arguments})", meaning, 2, 2, call => apply(call.Term(0), call.Term(1)));
}
