namespace GrpoVerified.Arithmetic;

/// <summary>Exact parameters as constants with zero derivative.</summary>
/// <typeparam name="T">The arithmetic of the components.</typeparam>
/// <param name="inner">The context of the components.</param>
public sealed class DualContext<T>(IArithmeticContext<T> inner) : IArithmeticContext<Dual<T>>
    where T : IElementary<T>
{
    /// <inheritdoc/>
    public Dual<T> Enclose(Rational value) => Dual<T>.Constant(inner.Enclose(value));
}

/// <summary>Exact parameters as constants with zero derivatives.</summary>
/// <typeparam name="T">The arithmetic of the components.</typeparam>
/// <param name="inner">The context of the components.</param>
public sealed class JetContext<T>(IArithmeticContext<T> inner) : IArithmeticContext<Jet<T>>
    where T : IElementary<T>
{
    /// <inheritdoc/>
    public Jet<T> Enclose(Rational value) => Jet<T>.Constant(inner.Enclose(value));
}
