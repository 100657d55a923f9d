using System.Globalization;
using GrpoVerified.Differential;

var count = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20260101;
var folder = Environment.GetEnvironmentVariable("GRPO_DIFFERENTIAL_PROGRAMS") ?? "tests/differential/bin";
var program = Path.Combine(folder, "arb_eval");
if (!File.Exists(program))
{
    Console.WriteLine($"SKIPPED differential test against Arb: {program} is not there; build it with 'make -C tests/differential' (needs libflint-arb-dev).");
    return 0;
}

using var arb = new Reference(program);
return await new Comparison(arb, seed).Run(count);
