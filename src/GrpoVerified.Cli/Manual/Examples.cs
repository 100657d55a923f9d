namespace GrpoVerified.Cli.Manual;

/// <summary>One example for each verb, as typed in a shell. The tests run every one, in this order, in one folder; each ends with exit code 0.</summary>
internal static class Examples
{
    private const string Sweep = "phase-map --p-ref 1/10,1/2 --beta 1:2:3 --out map.csv";

    private static readonly (string Verb, string[] Lines)[] Table =
    [
        ("verify", ["grpo-verified verify --only D2,G11"]),
        ("claims", ["grpo-verified claims --format json"]),
        ("explain", ["grpo-verified explain D2"]),
        ("prove", ["grpo-verified prove \"h(p) > p_ref\" --for \"p in [0,1], p_ref in (0,1), beta in (0,inf), eps in (0,inf)\" --out mine.cert.json"]),
        ("check-certificate", ["grpo-verified check-certificate mine.cert.json"]),
        ("iterate", ["grpo-verified iterate --p-ref 3/4 --beta 1/2 --epsilon 1/100 --steps 3 --plot orbit.svg"]),
        ("fixed-points", ["grpo-verified fixed-points --p-ref 1/10 --beta 1 --epsilon 1/1000 --digits 50"]),
        ("regime", ["grpo-verified regime --p-ref 1/200 --beta 3/2 --epsilon 1/1000"]),
        ("phase-map", ["grpo-verified phase-map --p-ref 1/10,1/2 --beta 1:2:3 --plot map.svg"]),
        ("policy", ["printf 'outcome,probability,reward\\na,1/4,1\\nb,3/4,0\\n' > outcomes.csv", "grpo-verified policy outcomes.csv --beta 1 --epsilon 1/1000"]),
        ("advantages", ["grpo-verified advantages --rewards 1,0,0,1 --std sample --epsilon-placement outside --epsilon 1e-4"]),
        ("conformance init", ["grpo-verified conformance init --language python"]),
        ("infer-profile", ["grpo-verified infer-profile -- python3 my_trainer.py"]),
        ("conformance", ["grpo-verified conformance --profile trl --cases 20 -- python3 my_trainer.py"]),
        ("audit", ["echo '{\"group\":1,\"reward\":1,\"advantage\":0.5} {\"group\":1,\"reward\":0,\"advantage\":-0.5}' | tr ' ' '\\n' > log.jsonl", "grpo-verified audit log.jsonl --profile trl-dr-grpo"]),
        ("oracle", ["echo '{\"quantity\":\"success-map\",\"p\":\"1/10\",\"p_ref\":\"1/10\",\"beta\":1,\"epsilon\":\"1/1000\"}' | grpo-verified oracle"]),
        ("merge", [$"for i in 1 2; do grpo-verified {Sweep} --shard $i/2; done", "grpo-verified merge map.csv.shard-*-of-2 --out map.csv --format csv"]),
        ("report", ["grpo-verified report --out report.html"]),
        ("vectors", ["grpo-verified vectors --out golden"]),
        ("completions", ["grpo-verified completions bash > grpo-verified.bash", ". ./grpo-verified.bash"]),
        ("manual", ["grpo-verified manual > grpo-verified.1"]),
    ];

    /// <summary>All verbs that have one, in the order in which the examples can be run.</summary>
    public static IEnumerable<string> Verbs => Table.Select(e => e.Verb);

    /// <summary>The lines of a verb's example; empty where there is none.</summary>
    public static IReadOnlyList<string> Of(string verb) => Table.FirstOrDefault(e => string.Equals(e.Verb, verb, StringComparison.Ordinal)).Lines ?? [];
}
