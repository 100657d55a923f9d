namespace GrpoVerified.Cli.Oracle;

/// <summary>Lines of bytes up to a limit; the rest of a longer line is skipped, never held.</summary>
internal sealed class BoundedLineReader(Stream stream, int limit)
{
    private readonly byte[] _buffer = new byte[limit + 2];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The current line without its line break; empty if it was too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the current line was longer than the limit.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether another whole line has already arrived.</summary>
    public bool HasNext => _buffer.AsSpan(_start, _end - _start).Contains((byte)'\n');

    /// <summary>Moves to the next line; false at the end.</summary>
    public bool Read()
    {
        IsTooLong = false;
        Line = default;
        for (var scanned = 0; ;)
        {
            var hit = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (hit >= 0 || (_ended && _end > _start))
            {
                var length = hit >= 0 ? scanned + hit : _end - _start;
                Take(length);
                _start = Math.Min(_end, _start + length + 1);
                return true;
            }

            if (_ended)
            {
                return IsTooLong;
            }

            scanned = _end - _start;
            if (scanned > limit)
            {
                IsTooLong = true;
                _start = _end;
                scanned = 0;
            }

            Fill();
        }
    }

    private void Take(int length)
    {
        if (IsTooLong || length > limit)
        {
            IsTooLong = true;
            return;
        }

        var line = _buffer.AsMemory(_start, length);
        Line = length > 0 && line.Span[^1] == '\r' ? line[..^1] : line;
    }

    private void Fill()
    {
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
        var got = stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = got == 0;
        _end += got;
    }
}
