using System.Security.Cryptography;

namespace GrpoVerified.Cli.Readers;

/// <summary>
/// The set of group ids seen, as keyed fingerprints of 103 bits in open addressing: 12 bytes per slot, at most 4/5 full.
/// It is cut into parts that grow one at a time by 5/4, so that growing needs little room beside the set itself.
/// </summary>
/// <remarks>
/// Two different ids share a fingerprint with probability below n²/2^104 for n ids (10 million ids: 10^-17) whatever the
/// ids are, because the key is random; a caller that can read its input again confirms a hit exactly.
/// </remarks>
internal sealed class FingerprintSet
{
    private const int Parts = 256;

    private readonly Part[] _parts = new Part[Parts];
    private readonly ulong _key0;
    private readonly ulong _key1;

    /// <summary>An empty set.</summary>
    public FingerprintSet()
    {
        Span<byte> key = stackalloc byte[16];
        RandomNumberGenerator.Fill(key);
        _key0 = BitConverter.ToUInt64(key);
        _key1 = BitConverter.ToUInt64(key[8..]);
    }

    /// <summary>Number of ids in the set.</summary>
    public long Count { get; private set; }

    /// <summary>Adds an id; false if its fingerprint was there already.</summary>
    public bool Add(ReadOnlySpan<byte> id)
    {
        var hash = SipHash.Compute(id, _key0, _key1);
        var high = (ulong)(hash >> 64);
        var low = (uint)(ulong)hash | 1u;
        var part = (int)((ulong)hash >> 56);
        if (!_parts[part].Add(high, low))
        {
            return false;
        }

        Count++;
        return true;
    }

    private struct Part
    {
        private ulong[]? _high;
        private uint[]? _low;
        private int _count;

        public bool Add(ulong high, uint low)
        {
            _high ??= new ulong[16];
            _low ??= new uint[16];
            if ((_count + 1) * 5L > _low.Length * 4L)
            {
                Grow();
            }

            if (!Insert(_high!, _low!, high, low))
            {
                return false;
            }

            _count++;
            return true;
        }

        // Linear probing; the low word is odd, so zero marks an empty slot.
        private static bool Insert(ulong[] highs, uint[] lows, ulong high, uint low)
        {
            var slot = (int)Math.BigMul(high, (ulong)lows.Length, out _);
            while (lows[slot] != 0)
            {
                if (lows[slot] == low && highs[slot] == high)
                {
                    return false;
                }

                slot = slot + 1 == lows.Length ? 0 : slot + 1;
            }

            highs[slot] = high;
            lows[slot] = low;
            return true;
        }

        private void Grow()
        {
            var size = (_low!.Length * 5 / 4) + 16;
            var highs = new ulong[size];
            var lows = new uint[size];
            for (var i = 0; i < _low.Length; i++)
            {
                if (_low[i] != 0)
                {
                    Insert(highs, lows, _high![i], _low[i]);
                }
            }

            _high = highs;
            _low = lows;
        }
    }
}
