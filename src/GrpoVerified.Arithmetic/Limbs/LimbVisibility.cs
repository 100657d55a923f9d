using System.Runtime.CompilerServices;

// The kernels are internal; their tests compare them with System.Numerics.BigInteger.
[assembly: InternalsVisibleTo("GrpoVerified.Arithmetic.Tests")]
[assembly: InternalsVisibleTo("GrpoVerified.Benchmarks")]

// The fixed-width refinement of the success map is built from the fixed-width kernels.
[assembly: InternalsVisibleTo("GrpoVerified.Theory")]
[assembly: InternalsVisibleTo("GrpoVerified.Theory.Tests")]
