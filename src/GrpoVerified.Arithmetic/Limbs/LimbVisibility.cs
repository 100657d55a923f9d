using System.Runtime.CompilerServices;

// The kernels are internal; their tests compare them with System.Numerics.BigInteger.
[assembly: InternalsVisibleTo("GrpoVerified.Arithmetic.Tests")]
[assembly: InternalsVisibleTo("GrpoVerified.Benchmarks")]
