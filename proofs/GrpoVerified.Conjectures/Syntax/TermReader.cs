using GrpoVerified.Conjectures.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Conjectures.Syntax;

/// <summary>Reads terms: exact numbers, variables, + − × ÷, and calls of the functions of the list.</summary>
/// <remarks>A name is looked up in <see cref="FunctionTable"/> and nowhere else; there is no way from here to code that runs.</remarks>
internal sealed class TermReader(string part)
{
    // The certificate format refuses numbers of more than 20,000 digits; this leaves room for what a proof computes.
    private const int MostBits = 33_000;

    private readonly SortedSet<FixedPointPlace> _fixedPoints = [];

    /// <summary>Which text is read, for messages.</summary>
    public string Part => part;

    /// <summary>The fixed points that occurred so far.</summary>
    public IReadOnlyCollection<FixedPointPlace> FixedPoints => _fixedPoints;

    /// <summary>Records that a fixed point occurs and gives its variable.</summary>
    public Expr FixedPoint(FixedPointPlace place)
    {
        _fixedPoints.Add(place);
        return Expr.Variable(FixedPointNames.Of(place));
    }

    /// <summary>The expression of a term.</summary>
    public Expr Read(ExpressionSyntax node) => node switch
    {
        ParenthesizedExpressionSyntax inner => Read(inner.Expression),
        LiteralExpressionSyntax number when number.IsKind(SyntaxKind.NumericLiteralExpression) => Expr.FromRational(Number(number)),
        IdentifierNameSyntax name => Variable(name),
        PrefixUnaryExpressionSyntax sign when sign.IsKind(SyntaxKind.UnaryMinusExpression) => Minus(Read(sign.Operand)),
        PrefixUnaryExpressionSyntax sign when sign.IsKind(SyntaxKind.UnaryPlusExpression) => Read(sign.Operand),
        BinaryExpressionSyntax binary => Binary(binary),
        InvocationExpressionSyntax call => Call(call),
        _ => throw Unsupported(node),
    };

    /// <summary>A fault at a node.</summary>
    public ConjectureException Fault(string fact, SyntaxNode node, string action) => new(fact, part, node.SpanStart, action);

    private static Expr Minus(Expr x) => x.Kind == ExprKind.Number ? Expr.FromRational(-x.Number) : -x;

    private Expr Binary(BinaryExpressionSyntax node)
    {
        if (node.Kind() is not (SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression))
        {
            throw Unsupported(node);
        }

        var a = Read(node.Left);
        var b = Read(node.Right);
        if (node.IsKind(SyntaxKind.DivideExpression) && b.Kind == ExprKind.Number && b.Number.IsZero)
        {
            throw Fault("division by zero", node.Right, "a divisor is not the number 0");
        }

        if (a.Kind == ExprKind.Number && b.Kind == ExprKind.Number)
        {
            return Expr.FromRational(Bounded(Exact(node.Kind(), a.Number, b.Number), node));
        }

        return node.Kind() switch
        {
            SyntaxKind.AddExpression => a + b,
            SyntaxKind.SubtractExpression => a - b,
            SyntaxKind.MultiplyExpression => a * b,
            _ => a / b,
        };
    }

    private static Rational Exact(SyntaxKind kind, Rational a, Rational b) => kind switch
    {
        SyntaxKind.AddExpression => a + b,
        SyntaxKind.SubtractExpression => a - b,
        SyntaxKind.MultiplyExpression => a * b,
        _ => a / b,
    };

    private Rational Number(LiteralExpressionSyntax node)
    {
        var text = node.Token.Text.Replace("_", string.Empty, StringComparison.Ordinal);
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || text.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
        {
            throw Fault($"{ConjectureText.Quote(text)} is not a decimal number", node, "write decimal digits");
        }

        if (text.Length > 0 && char.IsAsciiLetter(text[^1]))
        {
            throw Fault($"{ConjectureText.Quote(text)} has a type suffix", node, "drop it; every number is exact");
        }

        return Rational.TryParse(text, out var value, out var error)
            ? Bounded(value, node)
            : throw Fault(error, node, "write an exact number such as 0.1 or 1/3");
    }

    private Rational Bounded(Rational value, ExpressionSyntax node)
        => value.Numerator.GetBitLength() > MostBits || value.Denominator.GetBitLength() > MostBits
            ? throw Fault("a number of more than about 10,000 digits", node, "use numbers of fewer digits")
            : value;

    private Expr Variable(IdentifierNameSyntax node)
    {
        var name = node.Identifier.Text;
        if (FunctionTable.Find(name) is { } function)
        {
            throw Fault($"{name} is a function", node, $"write {function.Usage}");
        }

        if (name is "inf" or "oo" or "infinity")
        {
            throw Fault($"'{name}' is not a number", node, "infinities stand in ranges only");
        }

        return name.Length <= ConjectureText.LongestName && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? Expr.Variable(name)
            : throw Fault($"{ConjectureText.Quote(name)} cannot name a variable", node, "use an ASCII letter, then letters, digits and underscores (64 at most), such as p_ref");
    }

    private Expr Call(InvocationExpressionSyntax node)
    {
        if (node.Expression is not IdentifierNameSyntax name)
        {
            throw Unsupported(node.Expression);
        }

        if (FunctionTable.Find(name.Identifier.Text) is not { } function)
        {
            throw Fault(
                $"unknown function {ConjectureText.Quote(name.Identifier.Text)}",
                node,
                $"{FunctionTable.Suggest(name.Identifier.Text)}known are {FunctionTable.Names}; nothing else is ever called");
        }

        var arguments = node.ArgumentList.Arguments;
        foreach (var argument in arguments)
        {
            if (argument.NameColon is not null || !argument.RefKindKeyword.IsKind(SyntaxKind.None))
            {
                throw Fault($"{ConjectureText.Quote(argument.ToString())} is not a plain argument", argument, $"write {function.Usage}");
            }
        }

        if (arguments.Count < function.LeastArguments || arguments.Count > function.MostArguments)
        {
            throw Fault(FormattableString.Invariant($"{function.Name} has {arguments.Count} arguments here"), node, $"write {function.Usage}");
        }

        return function.Apply(new FunctionCall(this, function, node, [.. arguments.Select(a => a.Expression)]));
    }

    private ConjectureException Unsupported(ExpressionSyntax node) => node switch
    {
        MemberAccessExpressionSyntax member => Fault($"{ConjectureText.Quote(member.ToString())} is a member access, which is not part of the language", member, "write exp(x), sqrt(x) and the like without a type in front"),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.ExclusiveOrExpression } power => Fault("'^' is not a power in C#", power, "write pow(x, 3) or square(x)"),
        BinaryExpressionSyntax binary => Fault($"'{binary.OperatorToken.Text}' cannot stand inside a term", binary, "terms have + - * / and the functions of the list; comparisons are joined by && at the top"),
        LiteralExpressionSyntax literal => Fault($"{ConjectureText.Quote(literal.ToString())} is not a number", literal, "write an exact number such as 0.1 or 1/3"),
        GenericNameSyntax => Fault("'<' and '>' read like a generic name here", node, "put each comparison in parentheses"),
        _ => Fault($"{ConjectureText.Quote(node.ToString())} is not part of the language", node, "terms are made of numbers, variables, + - * /, and the functions of the list"),
    };
}
