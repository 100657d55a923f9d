using GrpoVerified.Differential;

// Usage: GrpoVerified.Differential [evaluations [seed]]; the programs of tests/differential are built beforehand.
if (!Arguments.TryRead(args, out var count, out var seed))
{
    Console.Error.WriteLine("usage: GrpoVerified.Differential [evaluations [seed]], both whole numbers, the first positive");
    return 2;
}

var folder = Environment.GetEnvironmentVariable("GRPO_DIFFERENTIAL_PROGRAMS") ?? Path.Combine("tests", "differential", "bin");
var references = new List<Reference>();
try
{
    foreach (var (program, library, package) in new[] { ("arb_eval", "Arb", "libflint-arb-dev"), ("mpfi_eval", "MPFI", "libmpfi-dev") })
    {
        var path = Path.Combine(folder, program);
        if (File.Exists(path))
        {
            references.Add(new Reference(path));
        }
        else
        {
            Console.WriteLine($"SKIPPED: differential test against {library}: no {path}; install {package} and run 'make -C tests/differential'");
        }
    }

    return references.Count == 0 ? 0 : await new Comparison(references, seed).Run(count);
}
finally
{
    references.ForEach(r => r.Dispose());
}
