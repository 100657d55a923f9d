using System.Security.Cryptography;

namespace GrpoVerified.Cli.Readers;

/// <summary>
/// The set of group ids seen, as keyed fingerprints of 96 bits and more. Extendible hashing: pages of fixed size, a full
/// page splits in two, so that growing makes one page and no garbage. 10 million ids take about 200 MB.
/// </summary>
/// <remarks>
/// Two different ids share a fingerprint with probability below n²/2^97 for n ids (10 million ids: 10^-15) whatever the
/// ids are, because the key is random; a caller that can read its input again confirms a hit exactly.
/// </remarks>
internal sealed class FingerprintSet
{
    private const int PageSize = 512;

    private readonly ulong _key0;
    private readonly ulong _key1;
    private Page[] _directory = [new Page(0)];
    private int _depth;

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
        var low = (uint)hash;
        var page = PageOf(high);
        if (page.Contains(high, low))
        {
            return false;
        }

        while (page.Count == PageSize)
        {
            Split(page, high);
            page = PageOf(high);
        }

        page.Add(high, low);
        Count++;
        return true;
    }

    private Page PageOf(ulong high) => _directory[_depth == 0 ? 0 : (int)(high >> (64 - _depth))];

    private void Split(Page page, ulong high)
    {
        if (page.Depth == _depth)
        {
            var doubled = new Page[2 * _directory.Length];
            for (var i = 0; i < doubled.Length; i++)
            {
                doubled[i] = _directory[i >> 1];
            }

            _directory = doubled;
            _depth++;
        }

        // The page keeps the entries whose next bit is 0; the upper half of its stretch of the directory gets the new page.
        var stretch = 1 << (_depth - page.Depth);
        var first = (int)(high >> (64 - _depth)) & -stretch;
        Array.Fill(_directory, page.SplitOff(), first + (stretch / 2), stretch / 2);
    }

    private sealed class Page(int depth)
    {
        private readonly uint[] _low = new uint[PageSize];
        private readonly ulong[] _high = new ulong[PageSize];

        /// <summary>Number of leading hash bits that all entries share.</summary>
        public int Depth { get; private set; } = depth;

        public int Count { get; private set; }

        public bool Contains(ulong high, uint low)
        {
            for (var from = 0; ;)
            {
                var hit = _low.AsSpan(from, Count - from).IndexOf(low);
                if (hit < 0)
                {
                    return false;
                }

                if (_high[from + hit] == high)
                {
                    return true;
                }

                from += hit + 1;
            }
        }

        public void Add(ulong high, uint low)
        {
            _low[Count] = low;
            _high[Count] = high;
            Count++;
        }

        // Moves the entries whose next bit is 1 to a new page; leaves no garbage behind.
        public Page SplitOff()
        {
            var bit = 63 - Depth;
            Depth++;
            var ones = new Page(Depth);
            var kept = 0;
            for (var i = 0; i < Count; i++)
            {
                if ((_high[i] >> bit & 1) != 0)
                {
                    ones.Add(_high[i], _low[i]);
                    continue;
                }

                _high[kept] = _high[i];
                _low[kept] = _low[i];
                kept++;
            }

            Count = kept;
            return ones;
        }
    }
}
