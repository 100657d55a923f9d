using static GrpoVerified.Checking.Tests.CertificateText;

namespace GrpoVerified.Checking.Tests;

/// <summary>Every rule: an example that it proves, and examples that it must refuse.</summary>
public sealed class StepTests
{
    private const string Parabola = """
        forall x in [0, 1]
        v0 = var x
        v1 = num 1
        v2 = sub v1 v0
        v3 = mul v0 v2
        """;

    private const string Half = """
        forall x in [0, 1]
        v0 = var x
        v1 = num 1/2
        v2 = sub v0 v1
        v3 = square v2
        v4 = sub v0 v3
        """;

    [Fact]
    public void Sign_uses_the_exact_ends_of_intervals()
    {
        Accepts(Parabola + "\nshow v3 >= 0", "{'step':'sign'}");
        Refuses(Parabola + "\nshow v3 > 0", "{'step':'sign'}", "signs of the goal");
        Accepts(Parabola.Replace("[0, 1]", "(0, 1)", StringComparison.Ordinal) + "\nshow v3 > 0", "{'step':'sign'}");
        Refuses(Parabola.Replace("[0, 1]", "(0, 1]", StringComparison.Ordinal) + "\nshow v3 > 0", "{'step':'sign'}", "signs of the goal");
        Refuses(Parabola.Replace("[0, 1]", "[0, 2]", StringComparison.Ordinal) + "\nshow v3 >= 0", "{'step':'sign'}", "signs of the goal");
    }

    [Fact]
    public void Sign_refuses_what_may_be_undefined()
    {
        Refuses("forall x in [0, 1]\nv0 = var x\nv1 = div v0 v0\nshow v1 >= 0", "{'step':'sign'}", "divisor may be 0");
        Refuses("forall x in [-1, 1]\nv0 = var x\nv1 = sqrt v0\nshow v1 >= 0", "{'step':'sign'}", "operand of a sqrt");
        Refuses("forall x in [0, 1]\nv0 = var x\nv1 = log v0\nv2 = square v1\nshow v2 >= 0", "{'step':'sign'}", "operand of a log");
        Accepts("forall x in (0, 1]\nv0 = var x\nv1 = log v0\nv2 = square v1\nshow v2 >= 0", "{'step':'sign'}");
    }

    [Fact]
    public void Sign_uses_facts_also_negated_and_exchanged()
    {
        const string Two = "forall x in (-inf, inf)\nforall y in (-inf, inf)\nv0 = var x\nv1 = var y\nv2 = sub v0 v1\nv3 = sub v1 v0\nv4 = neg v0\n";
        Accepts(Two + "assume v2 > 0\nshow v2 > 0", "{'step':'sign'}");
        Accepts(Two + "v5 = neg v3\nassume v2 > 0\nshow v5 > 0", "{'step':'sign'}");
        Refuses(Two + "assume v2 > 0\nshow v3 > 0", "{'step':'sign'}", "signs of the goal");
        Accepts(Two + "v5 = square v0\nassume v4 > 0\nshow v5 > 0", "{'step':'sign'}");
        Accepts(Two + "assume v0 > 0\nassume v4 > 0\nshow v3 == 0", "{'step':'sign'}");
        Refuses(Two + "assume v4 >= 0\nshow v0 >= 0", "{'step':'sign'}", "signs of the goal");
    }

    [Fact]
    public void Tree_proves_on_leaves_naturally_or_by_the_mean_value_form()
    {
        // x - (x - 1/2)^2 at 0 is -1/4: not provable; x - (x-1/2)^2 + 1 is.
        const string Shifted = Half + "\nv5 = num 1\nv6 = add v4 v5\nshow v6 > 0";
        Accepts(Shifted, "{'step':'tree','precision':30,'tree':'.'}");
        Accepts(Parabola.Replace("[0, 1]", "[1/4, 3/4]", StringComparison.Ordinal) + "\nv4 = num 1/16\nv5 = sub v3 v4\nshow v5 > 0", "{'step':'tree','precision':30,'tree':'A**'}");
        Refuses(Half + "\nshow v4 > 0", "{'step':'tree','precision':30,'tree':'A..'}", "leaf '.' at letter 1");
        Refuses(Half + "\nshow v4 == 0", "{'step':'tree','precision':30,'tree':'.'}", "leaf '.'");
    }

    [Fact]
    public void Trees_must_be_complete_trees_of_the_domain()
    {
        const string Shifted = Half + "\nv5 = num 1\nv6 = add v4 v5\nshow v6 > 0";
        Refuses(Shifted, "{'step':'tree','precision':30,'tree':'A.'}", "ends before");
        Refuses(Shifted, "{'step':'tree','precision':30,'tree':'A...'}", "comes after its end");
        Refuses(Shifted, "{'step':'tree','precision':30,'tree':''}", "ends before");
        Refuses(Shifted, "{'step':'tree','precision':30,'tree':'B..'}", "neither a leaf nor a variable");
        Refuses(Shifted, "{'step':'tree','precision':30,'tree':'a..'}", "neither a leaf nor a variable");
        Refuses(Shifted, "{'step':'tree','precision':15,'tree':'.'}", "whole number from 16 to 4096");
        Refuses(Shifted, "{'step':'tree','precision':30,'tree':'" + new string('A', 1001) + "'}", "deeper than 1000");
        Refuses(Shifted.Replace("[0, 1]", "[0, inf)", StringComparison.Ordinal), "{'step':'tree','precision':30,'tree':'.'}", "bounded domain");
    }

    [Fact]
    public void The_mean_value_form_needs_a_derivative()
    {
        const string Root = "forall x in [0, 1]\nv0 = var x\nv1 = sqrt v0\nv2 = num 1\nv3 = add v1 v2\nshow v3 > 0";
        Accepts(Root, "{'step':'tree','precision':30,'tree':'.'}");
        Refuses(Root, "{'step':'tree','precision':30,'tree':'*'}", "leaf '*'");
        Refuses("forall x in [-1, 1]\nv0 = var x\nv1 = abs v0\nv2 = num 1\nv3 = add v1 v2\nshow v3 > 0", "{'step':'tree','precision':30,'tree':'*'}", "has no derivative");
    }

    [Fact]
    public void A_leaf_is_excluded_only_by_a_fact_that_fails_on_all_of_it()
    {
        const string Text = "forall x in [-1, 1]\nv0 = var x\nv1 = num 1/2\nv2 = add v0 v1\nassume v0 >= 0\nshow v2 > 0";
        Refuses(Text, "{'step':'tree','precision':30,'tree':'Ax.'}", "leaf 'x'"); // at 0 the fact holds
        Accepts(Text, "{'step':'tree','precision':30,'tree':'AAxAx..'}");
        Refuses(Text, "{'step':'tree','precision':30,'tree':'x'}", "leaf 'x'");
    }

    [Fact]
    public void A_fact_about_one_of_several_variables_excludes()
        => Accepts("forall x in [0, 1]\nforall y in [-1, 0]\nv0 = var x\nv1 = var y\nassume v1 > 0\nshow v0 > 0", "{'step':'tree','precision':30,'tree':'x'}");

    [Fact]
    public void Cut_is_strictly_inside()
    {
        Accepts(Parabola + "\nshow v3 >= 0", "{'step':'cut','axis':'x','at':'1/3','below':{'step':'sign'},'above':{'step':'sign'}}");
        Refuses(Parabola + "\nshow v3 >= 0", "{'step':'cut','axis':'x','at':'1','below':{'step':'sign'},'above':{'step':'sign'}}", "strictly inside");
        Refuses(Parabola + "\nshow v3 >= 0", "{'step':'cut','axis':'y','at':'1/3','below':{'step':'sign'},'above':{'step':'sign'}}", "no variable 'y'");
        Refuses(Parabola + "\nshow v3 > 0", "{'step':'cut','axis':'x','at':'1/3','below':{'step':'sign'},'above':{'step':'sign'}}", "signs of the goal", "proof.below");
    }

    [Fact]
    public void Have_adds_only_what_is_proved()
    {
        const string Sum = "forall x in (-inf, inf)\nv0 = var x\nv1 = num 2\nv2 = mul v1 v0\nv3 = mul v0 v0\nv4 = add v3 v2\nv5 = num 1\nv6 = add v4 v5\nshow v6 >= 0";
        const string Fact = "'program':['v0 = var x','v1 = num 1','v2 = add v0 v1','v3 = square v2']";
        Accepts(Sum, "{'step':'have'," + Fact + ",'sign':'>=','proof':{'step':'sign'},'then':{'step':'rewrite'," + Fact + ",'then':{'step':'sign'}}}");
        Refuses(Sum, "{'step':'have'," + Fact + ",'sign':'>','proof':{'step':'sign'},'then':{'step':'sign'}}", "signs of the goal", "proof.proof");
        Refuses(Sum, "{'step':'have','program':['v0 = var z'],'sign':'>','proof':{'step':'sign'},'then':{'step':'sign'}}", "no variable 'z'");
    }

    [Fact]
    public void Rewrite_needs_the_same_normal_form_and_a_defined_goal()
    {
        const string Cancel = "forall x in (0, 1]\nv0 = var x\nv1 = div v0 v0\nshow v1 > 0";
        Accepts(Cancel, "{'step':'rewrite','program':['v0 = num 1'],'then':{'step':'sign'}}");
        Refuses(Cancel, "{'step':'rewrite','program':['v0 = num 2'],'then':{'step':'sign'}}", "different normal forms");
        Refuses(Cancel.Replace("(0", "[0", StringComparison.Ordinal), "{'step':'rewrite','program':['v0 = num 1'],'then':{'step':'sign'}}", "divisor may be 0");
        Refuses("forall x in [0, 1]\nv0 = var x\nshow v0 >= 0", "{'step':'rewrite','program':['v0 = var x','v1 = square v0','v2 = div v1 v0'],'then':{'step':'sign'}}", "divisor may be 0", "proof.then");
    }

    [Fact]
    public void Identity_knows_roots_exponentials_and_logarithms()
    {
        Accepts("forall x in [0, 1]\nv0 = var x\nv1 = sqrt v0\nv2 = mul v1 v1\nv3 = sub v2 v0\nshow v3 == 0", "{'step':'identity'}");
        Accepts("forall x in [0, 1]\nv0 = var x\nv1 = exp v0\nv2 = neg v0\nv3 = exp v2\nv4 = mul v1 v3\nv5 = num 1\nv6 = sub v4 v5\nshow v6 == 0", "{'step':'identity'}");
        Accepts("forall x in (0, 1]\nforall y in [0, 1]\nv0 = var x\nv1 = var y\nv2 = log v0\nv3 = add v1 v2\nv4 = exp v3\nv5 = exp v1\nv6 = mul v5 v0\nv7 = sub v4 v6\nshow v7 == 0", "{'step':'identity'}");
        Accepts("forall x in [0, 1]\nv0 = var x\nv1 = exp v0\nv2 = log v1\nv3 = sub v2 v0\nshow v3 == 0", "{'step':'identity'}");
        Accepts("forall x in (0, 1]\nforall y in (0, 1]\nv0 = var x\nv1 = var y\nv2 = div v0 v1\nv3 = sqrt v2\nv4 = square v3\nv5 = mul v4 v1\nv6 = sub v5 v0\nshow v6 >= 0", "{'step':'identity'}");
        Refuses("forall x in [0, 1]\nv0 = var x\nv1 = square v0\nv2 = sqrt v1\nv3 = sub v2 v0\nv4 = square v3\nshow v3 == 0", "{'step':'identity'}", "not an identity");
        Refuses(Parabola + "\nshow v3 == 0", "{'step':'identity'}", "not an identity");
        Refuses("forall x in [0, 1]\nv0 = var x\nv1 = sub v0 v0\nshow v1 > 0", "{'step':'identity'}", "not an identity");
    }

    [Fact]
    public void Monotone_takes_increasing_functions_off_on_their_domain()
    {
        const string Logs = "forall x in [1, 2]\nv0 = var x\nv1 = num 1/2\nv2 = log v0\nv3 = log v1\nv4 = sub v2 v3\nshow v4 > 0";
        Accepts(Logs, "{'step':'monotone','then':{'step':'sign'}}");
        Refuses(Logs.Replace("num 1/2", "num -1", StringComparison.Ordinal), "{'step':'monotone','then':{'step':'sign'}}", "leave the domain");
        Refuses(Logs.Replace("log v0", "exp v0", StringComparison.Ordinal), "{'step':'monotone','then':{'step':'sign'}}", "not of the form");
        Refuses(Logs.Replace("v4 > 0", "v4 == 0", StringComparison.Ordinal), "{'step':'monotone','then':{'step':'sign'}}", "does not prove an equality");
        Refuses("forall x in [0, 2]\nv0 = var x\nv1 = num -1\nv2 = sqrt v0\nv3 = sqrt v1\nv4 = sub v2 v3\nshow v4 > 0", "{'step':'monotone','then':{'step':'sign'}}", "leave the domain");
    }

    [Fact]
    public void Vary_shrinks_an_axis_to_the_end_where_the_goal_is_smallest()
    {
        const string Log = "forall x in [1, inf)\nv0 = var x\nv1 = log v0\nshow v1 >= 0";
        const string Proof = "{'step':'vary','axis':'x','toward':'lower','slope':{'step':'sign'},'then':{'step':'rewrite','program':['v0 = num 0'],'then':{'step':'sign'}}}";
        Refuses(Log, Proof, "different normal forms", "proof.then"); // log x has no normal form 0, only log 1 has
        Accepts(Log, "{'step':'vary','axis':'x','toward':'lower','slope':{'step':'sign'},'then':{'step':'tree','precision':30,'tree':'.'}}");
        Refuses(Log.Replace(">= 0", "== 0", StringComparison.Ordinal), Proof, "does not prove an equality");
        Refuses(Log, Proof.Replace("lower", "upper", StringComparison.Ordinal), "not closed and finite");
        Refuses("forall x in [1, 2]\nv0 = var x\nv1 = log v0\nshow v1 >= 0", Proof.Replace("lower", "upper", StringComparison.Ordinal), "signs of the goal", "proof.slope");
        Refuses("forall x in [1, inf)\nv0 = var x\nv1 = log v0\nassume v0 > 0\nshow v1 >= 0", Proof, "a fact contains the variable");
        Refuses("forall x in [1, 2]\nv0 = var x\nv1 = abs v0\nshow v1 >= 0", Proof, "has no derivative");
    }

    [Fact]
    public void Change_takes_exact_substitutions_only_where_they_cover_the_interval()
    {
        static string On(string range) => $"forall p in {range}\nv0 = var p\nv1 = num 1\nv2 = sub v1 v0\nv3 = num 2\nv4 = add v2 v3\nv5 = square v4\nshow v5 >= 0";
        static string By(string by) => $"{{'step':'change','axis':'p','to':'t','by':'{by}','then':{{'step':'sign'}}}}";
        foreach (var (by, good, bad) in new[]
        {
            ("reciprocal", "(0, 2]", "[0, 2]"), ("reciprocal", "[2, inf)", "(-inf, 0)"), ("reciprocal", "(0, inf)", "[-1, 1]"),
            ("odds", "[0, 1)", "[0, 1]"), ("odds", "(0, 1/2]", "(-1, 1/2]"),
            ("log-odds", "(0, 1)", "[0, 1)"), ("log-odds", "[1/2, 1)", "[1/3, 1)"), ("log-odds", "(0, 1/2]", "(0, 2)"),
            ("exp", "(0, inf)", "[0, inf)"), ("exp", "[1, inf)", "[2, inf)"), ("exp", "(0, 1]", "(0, 2]"),
            ("square", "[0, inf)", "(-inf, inf)"), ("square", "[1/4, 9]", "[1/4, 8]"), ("square", "[4, 9]", "(-4, 9]"),
        })
        {
            Accepts(On(good), By(by));
            Assert.False(Check(Of(On(bad), By(by))).IsAccepted, $"{by} on {bad}");
        }

        Accepts(On("(-inf, 3]"), By("complement"));
        Accepts(On("(-inf, 3]"), "{'step':'change','axis':'p','to':'p','by':'affine','scale':'3','offset':'-1/2','then':{'step':'sign'}}");
        Refuses(On("(-inf, 3]"), "{'step':'change','axis':'p','to':'t','by':'affine','scale':'-3','offset':'0','then':{'step':'sign'}}", "scale is not positive");
        Refuses(On("(0, 3]"), By("cosine"), "no change of variable");
        Refuses(On("(0, 3]"), By("reciprocal").Replace("'to':'t'", "'to':'9'", StringComparison.Ordinal), "is not a name");
    }

    [Fact]
    public void Change_maps_the_ends_exactly()
    {
        // p(1-p) with p = 1/(1+exp(-t)), t in [0, inf): still p <= 1/2 is out of reach, p >= 1/2 provable only from t >= 0.
        const string Text = "forall p in [1/2, 1)\nv0 = var p\nv1 = num 1/2\nv2 = sub v0 v1\nshow v2 >= 0";
        const string Then = "{'step':'change','axis':'p','to':'o','by':'odds','then':{'step':'rewrite','program':['v0 = var o','v1 = num 1','v2 = sub v0 v1','v3 = add v0 v1','v4 = num 2','v5 = mul v4 v3','v6 = div v2 v5'],'then':{'step':'sign'}}}";
        Accepts(Text, Then);
        Refuses(Text.Replace("[1/2", "[1/3", StringComparison.Ordinal), Then, "signs of the goal", "proof.then.then");
        Refuses(Text.Replace(">= 0", "> 0", StringComparison.Ordinal), Then, "signs of the goal", "proof.then.then");
    }

    [Fact]
    public void Abstract_replaces_a_part_by_a_variable_with_proved_bounds()
    {
        // With s = x(1-x) in [0, 1/4]: 1/3 - s > 0.
        const string Text = Parabola + "\nv4 = num 1/3\nv5 = sub v4 v3\nshow v5 > 0";
        const string Part = "'program':['v0 = var x','v1 = num 1','v2 = sub v1 v0','v3 = mul v0 v2'],'as':'s'";
        const string Upper = "{'step':'rewrite','program':['v0 = var x','v1 = num 1/2','v2 = sub v0 v1','v3 = square v2'],'then':{'step':'sign'}}";
        Accepts(Text, "{'step':'abstract'," + Part + ",'interval':'[0, 1/4]','lower':{'step':'rewrite','program':['v0 = var x','v1 = num 1','v2 = sub v1 v0','v3 = mul v0 v2'],'then':{'step':'sign'}},'upper':" + Upper + ",'then':{'step':'sign'}}");
        Accepts(Text, "{'step':'abstract'," + Part + ",'interval':'(-inf, 1/4]','upper':" + Upper + ",'then':{'step':'sign'}}");
        Refuses(Text, "{'step':'abstract'," + Part + ",'interval':'(-inf, 1/5]','upper':" + Upper + ",'then':{'step':'sign'}}", "different normal forms", "proof.upper");
        Refuses(Text, "{'step':'abstract'," + Part + ",'interval':'(-inf, 1/4]','then':{'step':'sign'}}", "belongs to a finite end");
        Refuses(Text, "{'step':'abstract'," + Part.Replace("'s'", "'x'", StringComparison.Ordinal) + ",'interval':'(-inf, inf)','then':{'step':'sign'}}", "is taken");
        Refuses(Text, "{'step':'abstract'," + Part + ",'interval':'(-inf, inf)','then':{'step':'sign'}}", "signs of the goal", "proof.then");
    }

    [Fact]
    public void Abs_minimum_and_maximum_split_into_their_operands()
    {
        const string Abs = "forall x in [-1, 1]\nv0 = var x\nv1 = num 2\nv2 = abs v0\nv3 = sub v1 v2\nshow v3 > 0";
        Accepts(Abs, "{'step':'abs','minus':{'step':'sign'},'plus':{'step':'sign'}}");
        Refuses(Abs.Replace("num 2", "num 1", StringComparison.Ordinal), "{'step':'abs','minus':{'step':'sign'},'plus':{'step':'sign'}}", "signs of the goal", "proof.minus");
        Refuses(Abs.Replace("> 0", "== 0", StringComparison.Ordinal), "{'step':'abs','minus':{'step':'sign'},'plus':{'step':'sign'}}", "does not prove an equality");

        const string Min = "forall x in [1, 2]\nv0 = var x\nv1 = num 0\nv2 = min v0 v1\nshow v2 >= 0";
        Accepts(Min, "{'step':'minimum','left':{'step':'sign'},'right':{'step':'sign'}}");
        Refuses(Min.Replace(">= 0", "> 0", StringComparison.Ordinal), "{'step':'minimum','left':{'step':'sign'},'right':{'step':'sign'}}", "signs of the goal", "proof.right");

        var max = Min.Replace("min", "max", StringComparison.Ordinal).Replace(">=", ">", StringComparison.Ordinal);
        Accepts(max, "{'step':'maximum','side':'left','then':{'step':'sign'}}");
        Refuses(max, "{'step':'maximum','side':'right','then':{'step':'sign'}}", "signs of the goal", "proof.then");
        Refuses(max.Replace("v2 > 0", "v2 == 0", StringComparison.Ordinal), "{'step':'maximum','side':'right','then':{'step':'sign'}}", "does not prove an equality");
        Refuses("forall x in [-1, 2]\nv0 = var x\nv1 = num 1\nv2 = log v0\nv3 = max v2 v1\nshow v3 > 0", "{'step':'maximum','side':'right','then':{'step':'sign'}}", "operand of a log");
    }

    [Fact]
    public void Square_compares_squares_of_a_nonnegative_left_side()
    {
        // 1 + x >= sqrt(1 + 2x), x >= 0: squares differ by x².
        const string Text = "forall x in [0, inf)\nv0 = var x\nv1 = num 1\nv2 = add v1 v0\nv3 = add v2 v0\nv4 = sqrt v3\nv5 = sub v2 v4\nshow v5 >= 0";
        const string Then = "{'step':'rewrite','program':['v0 = var x','v1 = square v0'],'then':{'step':'sign'}}";
        Accepts(Text, "{'step':'square','nonnegative':{'step':'sign'},'then':" + Then + "}");
        Refuses(Text.Replace("[0, inf)", "[-2, inf)", StringComparison.Ordinal), "{'step':'square','nonnegative':{'step':'sign'},'then':" + Then + "}", "signs of the goal", "proof.nonnegative");
        Refuses(Text.Replace(">= 0", "== 0", StringComparison.Ordinal), "{'step':'square','nonnegative':{'step':'sign'},'then':" + Then + "}", "does not prove an equality");
    }

    [Fact]
    public void Contradiction_refutes_a_fact_from_the_others()
    {
        const string Text = "forall x in [1, 2]\nv0 = var x\nv1 = neg v0\nassume v1 > 0\nassume v0 > 0\nshow v1 == 0";
        Accepts(Text, "{'step':'contradiction','fact':0,'then':{'step':'sign'}}");
        Refuses(Text, "{'step':'contradiction','fact':2,'then':{'step':'sign'}}", "there is no fact 2");
        Refuses(Text.Replace("v1 > 0", "v1 == 0", StringComparison.Ordinal), "{'step':'contradiction','fact':0,'then':{'step':'sign'}}", "an equality is not refuted");

        // A fact must not refute itself.
        Refuses("forall x in [-1, 1]\nv0 = var x\nv1 = neg v0\nassume v0 >= 0\nshow v1 > 0", "{'step':'contradiction','fact':0,'then':{'step':'sign'}}", "signs of the goal", "proof.then");
    }

    [Fact]
    public void Witness_gives_a_value_for_every_existential_variable()
    {
        const string Text = "forall x in [0, 1]\nexists y in [0, 2)\nv0 = var x\nv1 = var y\nv2 = sub v1 v0\nshow v2 > 0";
        Accepts(Text, "{'step':'witness','at':{'y':'3/2'},'then':{'step':'sign'}}");
        Refuses(Text, "{'step':'witness','at':{'y':'2'},'then':{'step':'sign'}}", "not in its interval");
        Refuses(Text, "{'step':'witness','at':{'y':'1'},'then':{'step':'sign'}}", "signs of the goal", "proof.then");
        Refuses(Text, "{'step':'witness','at':{},'then':{'step':'sign'}}", "no key 'y'");
        Refuses(Text, "{'step':'witness','at':{'x':'1','y':'1'},'then':{'step':'sign'}}", "unknown key 'x'");
        Refuses(Text, "{'step':'sign'}", "is proved by the step 'witness'");
    }

    [Fact]
    public void Bracket_proves_a_root_and_that_it_is_the_only_one()
    {
        const string Text = "exists x in [1, 2]\nv0 = var x\nv1 = square v0\nv2 = num 2\nv3 = sub v1 v2\n";
        const string Ends = "'rising':true,'defined':{'step':'sign'},'low':{'step':'tree','precision':30,'tree':'.'},'high':{'step':'tree','precision':30,'tree':'.'}";
        Accepts(Text + "root v3", "{'step':'bracket'," + Ends + "}");
        Accepts(Text + "unique-root v3", "{'step':'bracket'," + Ends + ",'slope':{'step':'sign'}}");
        Refuses(Text + "unique-root v3", "{'step':'bracket'," + Ends + "}", "no key 'slope'");
        Refuses(Text + "root v3", "{'step':'bracket'," + Ends.Replace("true", "false", StringComparison.Ordinal) + "}", "leaf '.'", "proof.low");
        Refuses(Text.Replace("[1, 2]", "[-2, 2]", StringComparison.Ordinal) + "root v3", "{'step':'bracket'," + Ends + "}", "leaf '.'", "proof.low");
        Refuses(Text.Replace("[1, 2]", "[1, 2)", StringComparison.Ordinal) + "root v3", "{'step':'bracket'," + Ends + "}", "closed bounded interval");
        Refuses(Text.Replace("[1, 2]", "[0, 2]", StringComparison.Ordinal) + "unique-root v3", "{'step':'bracket'," + Ends + ",'slope':{'step':'sign'}}", "signs of the goal", "proof.slope");
        Refuses("exists x in [-1, 1]\nv0 = var x\nv1 = num 1\nv2 = div v1 v0\nroot v2", "{'step':'bracket'," + Ends + "}", "divisor may be 0", "proof.defined");
    }

    [Fact]
    public void Orbit_proves_convergence_to_a_fixed_point_and_to_a_cycle()
    {
        // x -> x/2 + 1/4 from 0 tends to 1/2.
        const string Fixed = "orbit x from 0\nv0 = var x\nv1 = num 1/2\nv2 = mul v0 v1\nv3 = num 1/4\nv4 = add v2 v3\nmap v4\nshow cycle 1 in [1/3, 2/3]";
        const string Proof = "{'step':'orbit','precision':60,'enter':3,'box':'[2/5, 3/5]','slope':'1/2','tree':'.'}";
        Accepts(Fixed, Proof);
        Refuses(Fixed, Proof.Replace("'enter':3", "'enter':2", StringComparison.Ordinal), "not shown to lie in the box");
        Refuses(Fixed, Proof.Replace("'1/2'", "'1/3'", StringComparison.Ordinal), "the stated slopes");
        Refuses(Fixed, Proof.Replace("'1/2'", "'1'", StringComparison.Ordinal), "not in [0, 1)");
        Refuses(Fixed, Proof.Replace("'1/2'", "'-1/2'", StringComparison.Ordinal), "not in [0, 1)");
        Refuses(Fixed, Proof.Replace("[2/5, 3/5]", "[2/5, 3/5)", StringComparison.Ordinal), "closed and bounded");
        Refuses(Fixed, Proof.Replace("[2/5, 3/5]", "[2/5, 7/10]", StringComparison.Ordinal), "does not lie in the interval");
        Refuses(Fixed, Proof.Replace("[2/5, 3/5]", "[11/20, 3/5]", StringComparison.Ordinal), "come back to the box");
        Refuses(Fixed.Replace("cycle 1", "cycle 2", StringComparison.Ordinal), Proof, "outside of the box");

        // x -> 3.2 x (1 - x) has an attracting cycle of period 2 at 0.5130..., 0.7995...
        const string Logistic = "orbit x from 1/2\nv0 = var x\nv1 = num 1\nv2 = sub v1 v0\nv3 = mul v0 v2\nv4 = num 16/5\nv5 = mul v4 v3\nmap v5\nshow cycle 2 in [1/2, 3/5]";
        const string Two = "{'step':'orbit','precision':60,'enter':10,'box':'[51/100, 13/25]','slope':'1/4','tree':'A..'}";
        Accepts(Logistic, Two);
        Refuses(Logistic, Two.Replace("13/25", "52/100", StringComparison.Ordinal), "not a reduced rational");
        Refuses(Logistic.Replace("cycle 2", "cycle 1", StringComparison.Ordinal), Two, "the stated slopes");
        Refuses(Logistic.Replace("cycle 2", "cycle 4", StringComparison.Ordinal), Two, "image 2 of the leaf");
    }

    [Fact]
    public void Newton_proves_one_fixed_point_or_cycle_point_also_where_it_repels()
    {
        // x -> 3.6 x (1 - x): the fixed point 13/18 has the slope -8/5, the points of the 2-cycle 0.8696... and 0.4081... have -1.76.
        const string Map = "iterate x\nv0 = var x\nv1 = num 1\nv2 = sub v1 v0\nv3 = mul v0 v2\nv4 = num 18/5\nv5 = mul v4 v3\nmap v5\n";
        const string Fixed = Map + "show unique-cycle 1 in [18/25, 73/100] slope [-17/10, -3/2]";
        const string Proof = "{'step':'newton','precision':60,'tree':'.'}";
        Accepts(Fixed, Proof);
        Refuses(Fixed.Replace("-3/2]", "-8/5]", StringComparison.Ordinal), Proof, "the stated slopes");
        Refuses(Fixed.Replace("-3/2]", "1]", StringComparison.Ordinal), Proof, "contain 1");
        Refuses(Fixed.Replace("[18/25, 73/100] slope [-17/10", "[73/100, 37/50] slope [-9/5", StringComparison.Ordinal), Proof, "Newton's step");
        Refuses(Map + "show unique-cycle 2 in [18/25, 73/100] slope [2, 3]", "{'step':'newton','precision':60,'tree':'A..'}", "image 1 of the leaf");
        const string Two = Map + "show unique-cycle 2 in [173/200, 7/8] slope [-23/10, -6/5]";
        Accepts(Two, "{'step':'newton','precision':60,'tree':'AA..A..'}");
        Refuses(Two, "{'step':'newton','precision':60,'tree':'AA..A.'}", "the tree ends before");
        Refuses(Two.Replace("cycle 2", "cycle 1", StringComparison.Ordinal), Proof, "the stated slopes");
        Refuses(Two, Proof.Replace("newton", "orbit", StringComparison.Ordinal), "is proved by the step 'newton'");

        // A point of an interval of one point: Newton's step stays there only where it is exact.
        Accepts("iterate x\nv0 = var x\nv1 = neg v0\nmap v1\nshow unique-cycle 1 in [0, 0] slope [-1, -1]", Proof);
    }

    [Fact]
    public void The_minima_of_a_clipped_map_have_the_slope_of_the_smaller_operand_or_of_both()
    {
        // x -> min(x/2 + 1/4, 2) is x/2 + 1/4 near 1/2.
        const string Clipped = "orbit x from 0\nv0 = var x\nv1 = num 1/2\nv2 = mul v0 v1\nv3 = num 1/4\nv4 = add v2 v3\nv5 = num 2\nv6 = min v4 v5\nv7 = abs v6\nmap v7\nshow cycle 1 in [1/3, 2/3]";
        const string Proof = "{'step':'orbit','precision':60,'enter':3,'box':'[2/5, 3/5]','slope':'1/2','tree':'.'}";
        Accepts(Clipped, Proof);

        // With the kink at the fixed point the slopes are 0 to 1/2.
        Accepts(Clipped.Replace("num 2", "num 1/2", StringComparison.Ordinal), Proof);
        Refuses(Clipped.Replace("num 2", "num 1/2", StringComparison.Ordinal), Proof.Replace("'slope':'1/2'", "'slope':'1/3'", StringComparison.Ordinal), "the stated slopes");

        // x -> 1 - |x| has one slope on [1/4, 1], and -1 to 1 on both sides of 0.
        Accepts("iterate x\nv0 = var x\nv1 = abs v0\nv2 = neg v1\nv3 = num 1\nv4 = add v2 v3\nmap v4\nshow unique-cycle 1 in [1/4, 1] slope [-1, -1]", "{'step':'newton','precision':60,'tree':'.'}");
        Refuses("iterate x\nv0 = var x\nv1 = abs v0\nv2 = neg v1\nv3 = num 1\nv4 = add v2 v3\nmap v4\nshow unique-cycle 1 in [-1/2, 1] slope [-1, 1/2]", "{'step':'newton','precision':60,'tree':'.'}", "the stated slopes");
    }

    [Fact]
    public void Orbit_statements_take_no_other_step()
        => Refuses("orbit x from 0\nv0 = var x\nmap v0\nshow cycle 1 in [0, 1]", "{'step':'sign'}", "is proved by the step 'orbit'");
}
