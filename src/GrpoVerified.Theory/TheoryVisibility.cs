using System.Runtime.CompilerServices;

// The fixed-width refinements are internal; their tests compare them with the formulas, the benchmarks time them alone.
[assembly: InternalsVisibleTo("GrpoVerified.Theory.Tests")]
[assembly: InternalsVisibleTo("GrpoVerified.Benchmarks")]
[assembly: InternalsVisibleTo("GrpoVerified.Differential")]
