using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace GrpoVerified.Analyzers.CodeFixes;

/// <summary>Base of the fixes that replace the reported expression by another.</summary>
public abstract class ReplaceExpressionFix : CodeFixProvider
{
    private readonly string _id;
    private readonly string _title;

    private protected ReplaceExpressionFix(string id, string title)
    {
        _id = id;
        _title = title;
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds => [_id];

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax reported && Replace(reported, diagnostic) is { } text)
            {
                context.RegisterCodeFix(CodeAction.Create(_title, _ => Task.FromResult(Apply(context.Document, root, reported, text)), _id), diagnostic);
            }
        }
    }

    /// <summary>The text of the new expression, or null where the fix would be ambiguous.</summary>
    private protected abstract string? Replace(ExpressionSyntax reported, Diagnostic diagnostic);

    private static Document Apply(Document document, SyntaxNode root, ExpressionSyntax reported, string text)
    {
        var replacement = SyntaxFactory.ParseExpression(text);
        var needsParentheses = replacement is BinaryExpressionSyntax && reported is not BinaryExpressionSyntax;
        var written = needsParentheses ? SyntaxFactory.ParenthesizedExpression(replacement) : replacement;
        return document.WithSyntaxRoot(root.ReplaceNode(reported, written.WithTriviaFrom(reported).WithAdditionalAnnotations(Formatter.Annotation)));
    }
}
