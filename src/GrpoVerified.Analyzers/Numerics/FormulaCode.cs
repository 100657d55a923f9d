using Microsoft.CodeAnalysis;

namespace GrpoVerified.Analyzers.Numerics;

/// <summary>Code that is a formula: marked so, or generic over an arithmetic with a result in that arithmetic.</summary>
internal static class FormulaCode
{
    public static bool Contains(ISymbol? symbol, GrpoSymbols symbols)
    {
        for (; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, symbols.Formula))
                || (symbol is IMethodSymbol method && method.TypeParameters.Any(t => IsArithmetic(t, symbols) && Mentions(method.ReturnType, t))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArithmetic(ITypeParameterSymbol parameter, GrpoSymbols symbols)
        => parameter.ConstraintTypes.OfType<INamedTypeSymbol>()
            .Any(c => SymbolEqualityComparer.Default.Equals(c.OriginalDefinition, symbols.Arithmetic)
                || c.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, symbols.Arithmetic)));

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter)
        => SymbolEqualityComparer.Default.Equals(type, parameter)
            || (type is INamedTypeSymbol named && named.TypeArguments.Any(a => Mentions(a, parameter)));
}
