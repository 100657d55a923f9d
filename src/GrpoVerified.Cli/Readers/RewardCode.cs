using System.Numerics;

namespace GrpoVerified.Cli.Readers;

/// <summary>Compact bytes of an exact reward: two for 0 or 1.</summary>
internal static class RewardCode
{
    private const byte General = 0xFF;

    /// <summary>Appends a reward.</summary>
    public static void Write(Spool spool, ExactDecimal reward)
    {
        if (reward.IsSmall && reward.Scale is >= 0 and < General)
        {
            spool.Write([(byte)reward.Scale]);
            spool.WriteVarint(ZigZag(reward.Small));
            return;
        }

        var mantissa = reward.Mantissa.ToByteArray();
        spool.Write([General]);
        spool.WriteVarint(ZigZag(reward.Scale));
        spool.WriteVarint((ulong)mantissa.Length);
        spool.Write(mantissa);
    }

    /// <summary>Reads a reward.</summary>
    public static ExactDecimal Read(SpoolReader reader)
    {
        var scale = reader.ReadByte();
        if (scale != General)
        {
            return ExactDecimal.Create(UnZigZag(reader.ReadVarint()), scale);
        }

        var exponent = (int)UnZigZag(reader.ReadVarint());
        return ExactDecimal.Create(new BigInteger(reader.ReadBytes((int)reader.ReadVarint())), exponent);
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static long UnZigZag(ulong code) => (long)(code >> 1) ^ -(long)(code & 1);
}
