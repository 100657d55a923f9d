using GrpoVerified.Benchmarks.Compare;

// Usage: GrpoVerified.Benchmarks compare ANCHORS [options]   the library beside other systems (compare/run)
//        GrpoVerified.Benchmarks [BenchmarkDotNet options]   the library by itself
return args is ["compare", var folder, .. var options]
    ? CompareCommand.Run(folder, options)
    : BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args).Any() ? 0 : 1;
