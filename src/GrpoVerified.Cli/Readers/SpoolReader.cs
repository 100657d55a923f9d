namespace GrpoVerified.Cli.Readers;

/// <summary>Reads a spool from its start.</summary>
internal sealed class SpoolReader
{
    private readonly Spool _spool;
    private byte[] _buffer = [];
    private long _position;
    private int _at;
    private int _end;

    /// <summary>A reader at the start of the spool.</summary>
    public SpoolReader(Spool spool, int bufferSize = 1 << 14)
    {
        _spool = spool;
        _buffer = new byte[(int)Math.Clamp(spool.Length, 16, bufferSize)];
    }

    /// <summary>Whether everything was read.</summary>
    public bool AtEnd => _at == _end && _position == _spool.Length;

    /// <summary>The next byte.</summary>
    public byte ReadByte()
    {
        if (_at == _end)
        {
            Need(1);
        }

        return _buffer[_at++];
    }

    /// <summary>The next integer written by <see cref="Spool.WriteVarint"/>.</summary>
    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>The next bytes, valid until the next call.</summary>
    public ReadOnlySpan<byte> ReadBytes(int length)
    {
        Need(length);
        var bytes = _buffer.AsSpan(_at, length);
        _at += length;
        return bytes;
    }

    private void Need(int length)
    {
        if (_end - _at >= length)
        {
            return;
        }

        Buffer.BlockCopy(_buffer, _at, _buffer, 0, _end - _at);
        _end -= _at;
        _at = 0;
        if (length > _buffer.Length)
        {
            Array.Resize(ref _buffer, length);
        }

        while (_end < length)
        {
            var got = _spool.ReadAt(_position, _buffer.AsSpan(_end));
            if (got == 0)
            {
                throw new EndOfStreamException("A temporary file is shorter than what was written to it.");
            }

            _position += got;
            _end += got;
        }
    }
}
