namespace GrpoVerified.Proving.Algebra;

/// <summary>A polynomial outgrew the limits of the certificate format; the search then tries something else.</summary>
internal sealed class AlgebraLimitException() : Exception("A polynomial has more than 20,000 monomials.");
