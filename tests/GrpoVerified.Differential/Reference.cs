using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Differential;

/// <summary>A running reference program: lines of exact arguments in, lines of exact enclosures out.</summary>
internal sealed class Reference : IDisposable
{
    private readonly Process _process;

    public Reference(string program)
    {
        Name = Path.GetFileName(program);
        _process = Process.Start(new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException($"{program} does not start.");
    }

    public string Name { get; }

    /// <summary>The enclosures [lower, upper] of the questions, null where the reference gives none.</summary>
    public async Task<(BigFloat Lower, BigFloat Upper)?[]> Ask(IReadOnlyList<string> questions)
    {
        var writing = Task.Run(async () =>
        {
            foreach (var question in questions)
            {
                await _process.StandardInput.WriteAsync(question);
                await _process.StandardInput.WriteAsync('\n');
            }

            await _process.StandardInput.WriteAsync('\n');
            await _process.StandardInput.FlushAsync();
        });
        var answers = new (BigFloat, BigFloat)?[questions.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var line = await _process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidDataException($"{Name} stopped at: {questions[i]}");
            answers[i] = Parse(line);
        }

        await writing;
        return answers;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(10_000);
        _process.Dispose();
    }

    /// <summary>An exact number as the two words of the protocol.</summary>
    public static string Format(BigFloat x)
    {
        var (mantissa, exponent) = x.ToIntegerAndExponent();
        var digits = BigInteger.Abs(mantissa).ToString("x", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(mantissa.Sign < 0 ? "-" : string.Empty)}{digits} {exponent}");
    }

    // "m e n k" for [m·2^e, n·2^k].
    private static (BigFloat Lower, BigFloat Upper)? Parse(string line)
    {
        if (string.Equals(line, "nan", StringComparison.Ordinal))
        {
            return null;
        }

        var words = line.Split(' ');
        return (Number(words[0], words[1]), Number(words[2], words[3]));
    }

    private static BigFloat Number(string mantissa, string exponent)
    {
        var negative = mantissa.StartsWith('-');
        var value = BigInteger.Parse("0" + mantissa.TrimStart('-'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return BigFloat.FromInteger(negative ? -value : value)
            .ScaleByPowerOfTwo(long.Parse(exponent, CultureInfo.InvariantCulture));
    }
}
