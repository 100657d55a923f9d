namespace GrpoVerified.Cli.Readers;

/// <summary>
/// Cuts a stream of bytes into records, one buffer at a time: lines, or CSV records whose quoted fields
/// may hold line breaks. A byte order mark at the start and the carriage return of CRLF are dropped.
/// </summary>
internal sealed class RecordReader
{
    private readonly Stream _stream;
    private readonly string _source;
    private readonly bool _quoted;
    private readonly int _longest;
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _scanned;
    private int _end;
    private long _nextLine = 1;
    private bool _ended;
    private bool _atStart = true;

    /// <summary>A reader over the stream.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="source">Name of the input for messages.</param>
    /// <param name="quoted">Whether line breaks between double quotes belong to the record.</param>
    /// <param name="longest">Longest record accepted, in bytes.</param>
    public RecordReader(Stream stream, string source, bool quoted, int longest)
    {
        _stream = stream;
        _source = source;
        _quoted = quoted;
        _longest = longest;
    }

    /// <summary>Line, counted from 1, on which the current record starts.</summary>
    public long Line { get; private set; }

    /// <summary>Bytes of the current record, valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Record => _buffer.AsSpan(RecordStart, RecordLength);

    /// <summary>Whether the current record was ended by the end of the input instead of a line break.</summary>
    public bool EndsWithoutNewline { get; private set; }

    private int RecordStart { get; set; }

    private int RecordLength { get; set; }

    /// <summary>An input error on the current record.</summary>
    public UsageException Error(string fact, string action) => ErrorAt(Line, fact, action);

    /// <summary>Moves to the next record; false at the end of the input.</summary>
    public bool Read()
    {
        var inQuotes = false;
        var lines = 0;
        while (true)
        {
            var end = FindEnd(ref inQuotes, ref lines);
            if (end >= 0)
            {
                Take(end, 1, lines);
                return true;
            }

            if (_ended)
            {
                if (inQuotes)
                {
                    throw ErrorAt(_nextLine, "the input ends inside a quoted field", "close the double quote or repair the truncated file");
                }

                if (_start == _end)
                {
                    return false;
                }

                Take(_end, 0, lines);
                return true;
            }

            Fill();
        }
    }

    private UsageException ErrorAt(long line, string fact, string action)
        => new(fact, FormattableString.Invariant($"{_source} line {line}"), action);

    private void Take(int end, int breakLength, int linesInside)
    {
        Line = _nextLine;
        EndsWithoutNewline = breakLength == 0;
        RecordStart = _start;
        RecordLength = end - _start;
        if (RecordLength > 0 && _buffer[end - 1] == '\r')
        {
            RecordLength--;
        }

        _nextLine += linesInside + 1;
        _start = end + breakLength;
        _scanned = _start;
    }

    private int FindEnd(ref bool inQuotes, ref int lines)
    {
        while (_scanned < _end)
        {
            var rest = _buffer.AsSpan(_scanned, _end - _scanned);
            var hit = _quoted ? rest.IndexOfAny((byte)'"', (byte)'\n') : rest.IndexOf((byte)'\n');
            if (hit < 0)
            {
                _scanned = _end;
                return -1;
            }

            _scanned += hit + 1;
            if (rest[hit] == '"')
            {
                inQuotes = !inQuotes;
            }
            else if (inQuotes)
            {
                lines++;
            }
            else
            {
                return _scanned - 1;
            }
        }

        return -1;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _scanned -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_end >= _longest)
            {
                throw ErrorAt(
                    _nextLine,
                    FormattableString.Invariant($"the record is longer than {_longest >> 20} MiB"),
                    "split the record, or check that the file has line breaks and closed quotes");
            }

            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, _longest));
        }

        var got = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = got == 0;
        _end += got;
        if (_atStart && (_end >= 3 || _ended))
        {
            _atStart = false;
            SkipByteOrderMark();
        }
    }

    private void SkipByteOrderMark()
    {
        var head = _buffer.AsSpan(0, _end);
        if (head.StartsWith("\uFEFF"u8))
        {
            _start = 3;
            _scanned = 3;
        }
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw ErrorAt(1, "the input is UTF-16", "convert it to UTF-8");
        }
        else if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw ErrorAt(1, "the input is compressed (gzip)", "decompress it first, for example 'gzip -dc FILE | grpo-verified advantages -'");
        }
    }
}
