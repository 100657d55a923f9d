namespace GrpoVerified.Cli.Tests.Dynamics;

public sealed class DomainTests
{
    private static readonly string[] Verbs = ["iterate", "fixed-points", "regime"];

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-1/10")]
    [InlineData("1.0000000000000000000000000001")]
    public void A_reference_outside_the_open_interval_names_claim_B7(string pRef)
    {
        foreach (var verb in Verbs)
        {
            CommandLine.Run(verb, "--p-ref", pRef, "--beta", "1", "--epsilon", "0.1").IsOneLineUsageError("p_ref", "B7");
        }
    }

    [Theory]
    [InlineData("beta", "--beta", "0")]
    [InlineData("beta", "--beta", "-1")]
    [InlineData("epsilon", "--epsilon", "-1e-9")]
    [InlineData("alpha", "--alpha", "0", "--variant", "two-kl")]
    [InlineData("alpha", "--alpha", "3/2", "--variant", "two-kl")]
    [InlineData("alpha", "--variant", "two-kl")]
    [InlineData("alpha", "--alpha", "1/2")]
    [InlineData("clip-low", "--clip-low", "0", "--clip-high", "1")]
    [InlineData("clip-low", "--clip-low", "1.5", "--clip-high", "1")]
    [InlineData("clip-high", "--clip-low", "0.2", "--clip-high", "0")]
    [InlineData("clip-high", "--clip-low", "0.2")]
    [InlineData("--group-size", "--group-size", "1")]
    [InlineData("--group-size", "--group-size", "8.5")]
    [InlineData("--variant", "--variant", "mirrored")]
    [InlineData("--normalisation", "--normalisation", "none")]
    [InlineData("--std", "--std", "none")]
    [InlineData("NaN", "--beta", "NaN")]
    [InlineData("the denominator is zero", "--beta", "1/0")]
    [InlineData("nothing to read", "--beta", "")]
    [InlineData("junk", "--beta", "junk")]
    [InlineData("exponent", "--beta", "1e999999999999")]
    public void A_parameter_outside_its_domain_is_one_line(string part, params string[] options)
    {
        foreach (var verb in Verbs)
        {
            var given = options.ToList();
            foreach (var (name, value) in new[] { ("--p-ref", "1/10"), ("--beta", "1"), ("--epsilon", "1/1000") })
            {
                if (!given.Contains(name))
                {
                    given.AddRange([name, value]);
                }
            }

            CommandLine.Run([verb, .. given]).IsOneLineUsageError(part);
        }
    }

    [Theory]
    [InlineData("--p-ref", "--beta", "1", "--epsilon", "0")]
    [InlineData("--beta", "--p-ref", "1/2", "--epsilon", "0")]
    [InlineData("--epsilon", "--p-ref", "1/2", "--beta", "1")]
    public void A_missing_parameter_is_named(string missing, params string[] given)
    {
        foreach (var verb in Verbs)
        {
            CommandLine.Run([verb, .. given]).IsOneLineUsageError($"option '{missing}' is missing");
        }
    }
}
