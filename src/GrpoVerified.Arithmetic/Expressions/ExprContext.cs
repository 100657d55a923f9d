namespace GrpoVerified.Arithmetic;

/// <summary>Exact parameters as constants of expressions.</summary>
public sealed class ExprContext : IArithmeticContext<Expr>
{
    private ExprContext()
    {
    }

    /// <summary>The only instance.</summary>
    public static ExprContext Instance { get; } = new();

    /// <inheritdoc/>
    public Expr Enclose(Rational value) => Expr.FromRational(value);
}
