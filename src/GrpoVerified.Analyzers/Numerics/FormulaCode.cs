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
                || (symbol is IMethodSymbol method && TypeParametersAround(method).Any(t => Mentions(method.ReturnType, t) && IsArithmetic(t, symbols))))
            {
                return true;
            }
        }

        return false;
    }

    // A method's own type parameters, and those of the types it stands in.
    private static IEnumerable<ITypeParameterSymbol> TypeParametersAround(IMethodSymbol method)
    {
        IEnumerable<ITypeParameterSymbol> found = method.TypeParameters;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            found = found.Concat(type.TypeParameters);
        }

        return found;
    }

    private static bool IsArithmetic(ITypeParameterSymbol parameter, GrpoSymbols symbols)
        => parameter.ConstraintTypes.OfType<INamedTypeSymbol>()
            .Any(c => SymbolEqualityComparer.Default.Equals(c.OriginalDefinition, symbols.Arithmetic)
                || c.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, symbols.Arithmetic)));

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter)
        => SymbolEqualityComparer.Default.Equals(type, parameter)
            || (type is INamedTypeSymbol named && named.TypeArguments.Any(a => Mentions(a, parameter)));
}
