namespace GrpoVerified.Arithmetic;

/// <summary>A prime p below 2^30 with p − 1 divisible by 2^22, and the roots of unity its transforms use.</summary>
/// <remarks>
/// A factor w comes with ⌊2^32·w/p⌋: then x·w − ⌊x·⌊2^32 w/p⌋/2^32⌋·p lies in [0, 2p) for every x below 2^32 (theorem LT2 in docs/formulas.md).
/// The residues modulo x^s − r(j) split into those modulo x^(s/2) − r(2j) and x^(s/2) − r(2j + 1), r(2j + 1) = −r(2j).
/// </remarks>
internal sealed class TransformPrime
{
    private readonly Lock _gate = new();
    private readonly uint _generator;
    private Factor[] _roots = [];
    private Factor[] _inverses = [];

    private TransformPrime(uint p, uint generator)
    {
        P = p;
        _generator = generator;

        // Newton's iteration modulo 2^32, from 3 bits.
        var inverse = p;
        for (var i = 0; i < 4; i++)
        {
            inverse *= 2 - (p * inverse);
        }

        InverseModuloWord = inverse;
        Half = this[(p + 1) / 2];
        Word96 = Power((uint)((1UL << 32) % p), 3);
    }

    /// <summary>The three in use, in decreasing order; their product is above 2^89.5.</summary>
    public static TransformPrime[] All { get; } = [new(998244353, 3), new(985661441, 3), new(943718401, 7)];

    /// <summary>The prime.</summary>
    public uint P { get; }

    /// <summary>1/p modulo 2^32.</summary>
    public uint InverseModuloWord { get; }

    /// <summary>½ modulo p.</summary>
    public Factor Half { get; }

    /// <summary>2^96 modulo p.</summary>
    public uint Word96 { get; }

    /// <summary>w with its quotient.</summary>
    public Factor this[ulong w]
    {
        get
        {
            w %= P;
            return new((uint)w, (uint)((w << 32) / P));
        }
    }

    /// <summary>a·b modulo p.</summary>
    public uint Multiply(uint a, uint b) => (uint)((ulong)a * b % P);

    /// <summary>1/a modulo p.</summary>
    public uint Inverse(uint a) => Power(a, P - 2);

    /// <summary>a^n modulo p.</summary>
    public uint Power(uint a, uint n)
    {
        var result = 1U;
        for (; n != 0; n >>= 1, a = Multiply(a, a))
        {
            result = (n & 1) != 0 ? Multiply(result, a) : result;
        }

        return result;
    }

    /// <summary>r(2j) and its inverses for j below count.</summary>
    public void Roots(int count, out Factor[] roots, out Factor[] inverses)
    {
        lock (_gate)
        {
            if (_roots.Length < count)
            {
                (_roots, _inverses) = Table(count);
            }

            (roots, inverses) = (_roots, _inverses);
        }
    }

    // r(2(2^k + j)) = r(2j)·w with w of order 2^(k+2).
    private (Factor[] Roots, Factor[] Inverses) Table(int count)
    {
        var roots = new Factor[count];
        var inverses = new Factor[count];
        roots[0] = inverses[0] = this[1];
        for (int size = 1, log = 2; size < count; size *= 2, log++)
        {
            var w = Power(_generator, (P - 1) >> log);
            var inverse = Inverse(w);
            for (var j = 0; j < size && size + j < count; j++)
            {
                roots[size + j] = this[Multiply(roots[j].Value, w)];
                inverses[size + j] = this[Multiply(inverses[j].Value, inverse)];
            }
        }

        return (roots, inverses);
    }

    /// <summary>A factor and its quotient ⌊2^32·Value/p⌋.</summary>
    internal readonly record struct Factor(uint Value, uint Quotient);
}
