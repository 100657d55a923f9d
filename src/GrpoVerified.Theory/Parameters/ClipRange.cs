using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory;

/// <summary>Clip range of the importance ratio: [1 − Low, 1 + High].</summary>
/// <param name="Low">e_lo, 0 &lt; e_lo ≤ 1.</param>
/// <param name="High">e_hi &gt; 0.</param>
public readonly record struct ClipRange(Rational Low, Rational High);
