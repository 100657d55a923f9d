using System.Diagnostics;
using System.Globalization;
using GrpoVerified.Arithmetic;
using GrpoVerified.Benchmarks.Compare;
using GrpoVerified.Benchmarks.Own;
using GrpoVerified.Benchmarks.Reporting;
using GrpoVerified.Proving.Search;

namespace GrpoVerified.Benchmarks.Growth;

/// <summary><c>growth [--quick]</c>: how boxes grow as the margin of a claim shrinks, and time with the boxes, with a grid and with threads.</summary>
/// <remarks>Growth with the bits is under the table of <c>compare</c>.</remarks>
internal static class GrowthCommand
{
    // The least value of h(p) − p_ref on the box of BoxWork lies at p = 1/2, p_ref = 99/100, β = 5, ε = 1.
    private static readonly Rational Least = Rational.Parse(BoxWork.GainAt(new(1, 2), new(99, 100), new(5, 1), Rational.One, 100));

    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(a => a != "--quick"))
        {
            Console.Error.WriteLine($"error: {arguments.First(a => a != "--quick")} is not understood; usage: compare/growth [--quick]");
            return 2;
        }

        var quick = arguments.Count > 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}; {Machine.Kind()}. Exponent: of the last column's quantity between this line and the one above.\n"));
        Margins(quick ? 2 : 11);
        Threads(8, quick ? 1 : 100);
        return Grid(quick ? [20, 40] : [250, 500, 1000, 2000]);
    }

    /// <summary>log(y₁/y₀)/log(x₁/x₀).</summary>
    public static double Exponent(double x0, double y0, double x1, double y1) => Math.Log(y1 / y0) / Math.Log(x1 / x0);

    /// <summary>The goal h(p) − p_ref &gt; m − δ, m its least value on the box, δ = 2^−k/1000.</summary>
    public static Proving.Goals.Goal WithMargin(int k) => BoxWork.Above(Least - (Rational.Pow(2, -k) / 1000));

    private static void Margins(int count)
    {
        Console.WriteLine("| h − p_ref > least value − δ, δ | ns a box, one thread | boxes | exponent in 1/δ |\n|---|---:|---:|---:|");
        var before = 0L;
        for (var k = 0; k < count; k++)
        {
            _ = BoxWork.Run(WithMargin(0));
            var start = CpuClock.Thread();
            var boxes = BoxWork.Run(WithMargin(k)).Boxes;
            var time = (CpuClock.Thread() - start) / boxes;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| 10^−3/2^{k} | {time:0} | {boxes} | {(before == 0 ? string.Empty : Exponent(1, before, 2, boxes).ToString("0.00", CultureInfo.InvariantCulture))} |"));
            before = boxes;
        }

        Console.WriteLine();
    }

    private static void Threads(int k, int searches)
    {
        Console.WriteLine("| threads of branch and bound | boxes | seconds | processor seconds |\n|---:|---:|---:|---:|");
        foreach (var threads in new[] { 1, 2 })
        {
            long Search() => TreeSearch.Run(WithMargin(k), long.MaxValue / 2, new(new() { Threads = threads }, default)).Boxes;
            Search();
            var (clock, start) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var boxes = Enumerable.Range(0, searches).Sum(_ => Search());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {threads} | {boxes} | {clock.Elapsed.TotalSeconds:0.00} | {(Environment.CpuUsage.TotalTime - start).TotalSeconds:0.00} |"));
        }

        Console.WriteLine();
    }

    private static int Grid(IReadOnlyList<int> sizes)
    {
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "src", "GrpoVerified.Cli", "bin", "Release", "net10.0", "grpo-verified"));
        if (!File.Exists(program))
        {
            Console.Error.WriteLine($"error: {program} is missing; build src/GrpoVerified.Cli in Release");
            return 2;
        }

        Console.WriteLine("| cells of phase-map | processors | seconds | processor seconds | exponent |\n|---:|---:|---:|---:|---:|");
        foreach (var processors in new[] { 1, 2 })
        {
            var (size, before) = (0, 0.0);
            foreach (var cells in sizes)
            {
                var (seconds, time) = PhaseMap(program, cells, processors);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {cells} | {processors} | {seconds:0.00} | {time:0.00} | {(size == 0 ? string.Empty : Exponent(size, before, cells, time).ToString("0.00", CultureInfo.InvariantCulture))} |"));
                (size, before) = (cells, time);
            }
        }

        return 0;
    }

    // A map of cells/10 by 10, the whole process.
    private static (double Seconds, double Processor) PhaseMap(string program, int cells, int processors)
    {
        string[] arguments = ["phase-map", "--p-ref", $"1/1000:1/2:{cells / 10}:log", "--beta", "1/2:5:10", "--epsilon", "1/1000", "--format", "csv"];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture);
        var (clock, before) = (Stopwatch.StartNew(), CpuClock.Children());
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        process.WaitForExit();
        return process.ExitCode is 0 or 3 && lines > cells
            ? (clock.Elapsed.TotalSeconds, (CpuClock.Children() - before) / 1e9)
            : throw new InvalidDataException($"{program} wrote {lines} lines for {cells} cells and ended with exit code {process.ExitCode}");
    }
}
