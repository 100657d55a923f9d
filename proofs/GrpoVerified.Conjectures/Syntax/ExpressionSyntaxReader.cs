using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrpoVerified.Conjectures.Syntax;

/// <summary>Text to the C# compiler's syntax tree of one expression. Only the parser is used: nothing is bound, compiled or run.</summary>
internal static class ExpressionSyntaxReader
{
    // Numbers are read from their text as exact rationals, so what C#'s own types cannot hold is no fault:
    // CS1021 integral constant too large, CS0594 floating-point constant outside the range.
    private static readonly HashSet<string> NoFault = new(StringComparer.Ordinal) { "CS1021", "CS0594" };

    /// <summary>The tree of a whole text.</summary>
    /// <exception cref="ConjectureException">The text is no C# expression, or too long or deep.</exception>
    public static ExpressionSyntax Read(string text, string part)
    {
        ConjectureText.RequireReasonable(text, part);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ConjectureException("there is nothing to read", part, -1, "write a comparison such as h(p) > p_ref");
        }

        var tree = SyntaxFactory.ParseExpression(text, consumeFullText: true);
        RequireShallow(tree, part);
        if (tree.DescendantTrivia(descendIntoTrivia: false).FirstOrDefault(t => t.IsKind(SyntaxKind.SkippedTokensTrivia)) is { RawKind: not 0 } skipped)
        {
            throw new ConjectureException(
                $"not a C# expression: unexpected {ConjectureText.Quote(skipped.ToString())}", part, skipped.SpanStart, "correct the text there; write one expression");
        }

        if (FirstFault(tree) is { } fault)
        {
            var position = Math.Clamp(fault.Position, 0, text.Length);
            throw new ConjectureException(
                $"not a C# expression: {fault.Message} (at {ConjectureText.Name(position < text.Length ? text[position] : '\0')})", part, position, "correct the text there");
        }

        if (tree.ContainsDirectives)
        {
            throw new ConjectureException("the text holds a preprocessor directive", part, -1, "write one C# expression");
        }

        return tree;
    }

    private static (int Position, string Message)? FirstFault(ExpressionSyntax tree)
    {
        try
        {
            return tree.GetDiagnostics()
                .Where(d => d.Severity == DiagnosticSeverity.Error && !NoFault.Contains(d.Id))
                .OrderBy(d => d.Location.SourceSpan.Start)
                .Select(d => ((int, string)?)(d.Location.SourceSpan.Start, Sentence(d.GetMessage(CultureInfo.InvariantCulture))))
                .FirstOrDefault();
        }
        catch (ArgumentOutOfRangeException)
        {
            // The parser's own list of findings fails on some texts that end inside a string or a character.
            return (tree.FullSpan.End, "unfinished text");
        }
    }

    private static string Sentence(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');

    // Later readers recurse; this walk does not.
    private static void RequireShallow(ExpressionSyntax tree, string part)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>([(tree, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > ConjectureText.MaxDepth)
            {
                throw ConjectureText.TooDeep(part, next.Node.SpanStart);
            }

            foreach (var child in next.Node.ChildNodes())
            {
                open.Push((child, next.Depth + 1));
            }
        }
    }
}
