namespace GrpoVerified.Arithmetic;

/// <content>What can be asked of an expression.</content>
public sealed partial class Expr
{
    /// <summary>
    /// The canonical text: the straight-line program, one line for each distinct subexpression, operands before their use and
    /// left before right. Equal trees have equal texts and different trees different ones. The format is given in docs/arithmetic.md.
    /// </summary>
    public string CanonicalText => Program.Text;

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="CanonicalText"/>, 64 lower-case hexadecimal digits.</summary>
    public string StatementHash => Program.Hash;

    /// <summary>The names of the variables that occur, in ordinal order.</summary>
    public IReadOnlyList<string> FreeVariables
        => [.. Program.Instructions.Where(i => i.Kind == ExprKind.Variable).Select(i => i.Name!).Order(StringComparer.Ordinal)];

    /// <summary>The value under an assignment, in any arithmetic; each distinct subexpression is evaluated once.</summary>
    /// <typeparam name="T">The arithmetic.</typeparam>
    /// <param name="variables">A value for every free variable.</param>
    /// <param name="constants">
    /// Turns the rational constants into values; without it they are quotients of integers in <typeparamref name="T"/>.
    /// </param>
    /// <exception cref="ArgumentException">A free variable has no value.</exception>
    public T Evaluate<T>(IReadOnlyDictionary<string, T> variables, IArithmeticContext<T>? constants = null)
        where T : IElementary<T>
        => Program.Evaluate(variables, constants);

    /// <summary>The expression with variables replaced, all at once; variables that are not named stay.</summary>
    public Expr Substitute(IReadOnlyDictionary<string, Expr> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        var all = FreeVariables.ToDictionary(n => n, n => replacements.TryGetValue(n, out var e) ? e : Variable(n), StringComparer.Ordinal);
        return Program.Evaluate(all, ExprContext.Instance);
    }

    /// <summary>C-like text such as <c>1 / (1 + exp(-x))</c>, parentheses where the tree needs them.</summary>
    /// <remarks>For reading. A subexpression of more than 4000 characters is shown as <c>…</c>; <see cref="CanonicalText"/> is complete.</remarks>
    public override string ToString() => InfixWriter.Write(this);

    /// <summary>The formula as LaTeX, for mathematics mode. Parts that would exceed 4000 characters are shown as <c>\cdots</c>.</summary>
    public string ToLatex() => LatexWriter.Write(this);
}
