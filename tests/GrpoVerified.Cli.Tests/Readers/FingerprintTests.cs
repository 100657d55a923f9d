using System.Globalization;
using System.Text;
using GrpoVerified.Cli.Readers;

namespace GrpoVerified.Cli.Tests.Readers;

public sealed class FingerprintTests
{
    // Key 00..0f, message 00..(n-1); made with: openssl mac -macopt hexkey:KEY -macopt size:16 -in FILE SIPHASH
    [Theory]
    [InlineData(0, "a3817f04ba25a8e66df67214c7550293")]
    [InlineData(1, "da87c1d86b99af44347659119b22fc45")]
    [InlineData(8, "3b62a9ba6258f5610f83e264f31497b4")]
    [InlineData(15, "5493e99933b0a8117e08ec0f97cfc3d9")]
    [InlineData(64, "1eaf077dc0d4cd3f8cad4d383658a74b")]
    public void SipHash_agrees_with_its_reference_vectors(int length, string expected)
    {
        var message = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        var hash = SipHash.Compute(message, 0x0706050403020100, 0x0f0e0d0c0b0a0908);
        byte[] bytes = [.. BitConverter.GetBytes((ulong)hash), .. BitConverter.GetBytes((ulong)(hash >> 64))];
        Assert.Equal(expected, Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void The_set_knows_what_was_added_and_nothing_else()
    {
        var set = new FingerprintSet();
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < 200_000; i++)
            {
                Assert.Equal(pass == 0, set.Add(Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture))));
            }
        }

        Assert.Equal(200_000, set.Count);
    }
}
