using GrpoVerified.Benchmarks.Compare;
using GrpoVerified.Benchmarks.Growth;

// Usage: GrpoVerified.Benchmarks compare ANCHORS [options]   the library beside other systems (compare/run)
//        GrpoVerified.Benchmarks growth [--quick]            how boxes and time grow (compare/growth)
//        GrpoVerified.Benchmarks [BenchmarkDotNet options]   the library by itself
return args is ["compare", var folder, .. var options]
    ? CompareCommand.Run(folder, options)
    : args is ["growth", .. var growthOptions]
    ? GrowthCommand.Run(growthOptions)
    : BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args).Any() ? 0 : 1;
