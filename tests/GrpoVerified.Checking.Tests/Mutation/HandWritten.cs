namespace GrpoVerified.Checking.Tests.Mutation;

/// <summary>Certificates written by hand, one at least for every rule: what the mutants start from, beside those of the repository.</summary>
internal static class HandWritten
{
    private const string Parabola = "forall x in [0, 1]\nv0 = var x\nv1 = num 1\nv2 = sub v1 v0\nv3 = mul v0 v2\n";

    /// <summary>Name, statement, proof (single quotes for double ones).</summary>
    public static (string Name, string Statement, string Proof)[] All { get; } =
    [
        ("sign", Parabola + "show v3 >= 0", "{'step':'sign'}"),
        ("tree", Parabola.Replace("[0, 1]", "[1/4, 3/4]", StringComparison.Ordinal) + "v4 = num 1/16\nv5 = sub v3 v4\nshow v5 > 0", "{'step':'tree','precision':30,'tree':'AA..A*.'}"),
        ("tree-two", "forall x in [-1, 1]\nforall y in [1/2, 2]\nv0 = var x\nv1 = var y\nv2 = mul v0 v1\nv3 = exp v2\nv4 = num 1/10\nv5 = sub v3 v4\nassume v0 >= 0\nshow v5 > 0", "{'step':'tree','precision':60,'tree':'AB.A..A.B..'}"),
        ("tree-excluded", "forall x in [-1, 1]\nv0 = var x\nv1 = num 1/2\nv2 = add v0 v1\nassume v0 >= 0\nshow v2 > 0", "{'step':'tree','precision':30,'tree':'AAxAx..'}"),
        ("cut", Parabola + "show v3 >= 0", "{'step':'cut','axis':'x','at':'1/3','below':{'step':'sign'},'above':{'step':'tree','precision':40,'tree':'A..'}}"),
        ("have", "forall x in (-inf, inf)\nv0 = var x\nv1 = num 2\nv2 = mul v1 v0\nv3 = mul v0 v0\nv4 = add v3 v2\nv5 = num 1\nv6 = add v4 v5\nshow v6 >= 0", "{'step':'have','program':['v0 = var x','v1 = num 1','v2 = add v0 v1','v3 = square v2'],'sign':'>=','proof':{'step':'sign'},'then':{'step':'rewrite','program':['v0 = var x','v1 = num 1','v2 = add v0 v1','v3 = square v2'],'then':{'step':'sign'}}}"),
        ("identity", "forall x in (0, 1]\nforall y in (0, 1]\nv0 = var x\nv1 = var y\nv2 = div v0 v1\nv3 = sqrt v2\nv4 = square v3\nv5 = mul v4 v1\nv6 = sub v5 v0\nshow v6 == 0", "{'step':'identity'}"),
        ("monotone", "forall x in [1, 2]\nv0 = var x\nv1 = num 1/2\nv2 = log v0\nv3 = log v1\nv4 = sub v2 v3\nshow v4 > 0", "{'step':'monotone','then':{'step':'sign'}}"),
        ("vary", "forall x in [1, inf)\nv0 = var x\nv1 = log v0\nshow v1 >= 0", "{'step':'vary','axis':'x','toward':'lower','slope':{'step':'sign'},'then':{'step':'tree','precision':30,'tree':'.'}}"),
        ("change", "forall p in [1/2, 1)\nv0 = var p\nv1 = num 1/2\nv2 = sub v0 v1\nshow v2 >= 0", "{'step':'change','axis':'p','to':'o','by':'odds','then':{'step':'rewrite','program':['v0 = var o','v1 = num 1','v2 = sub v0 v1','v3 = add v0 v1','v4 = num 2','v5 = mul v4 v3','v6 = div v2 v5'],'then':{'step':'sign'}}}"),
        ("change-affine", "forall p in [2, 5]\nv0 = var p\nv1 = num 2\nv2 = sub v0 v1\nshow v2 >= 0", "{'step':'change','axis':'p','to':'t','by':'affine','scale':'3','offset':'2','then':{'step':'tree','precision':30,'tree':'.'}}"),
        ("abstract", Parabola + "v4 = num 1/3\nv5 = sub v4 v3\nshow v5 > 0", "{'step':'abstract','program':['v0 = var x','v1 = num 1','v2 = sub v1 v0','v3 = mul v0 v2'],'as':'s','interval':'(-inf, 1/4]','upper':{'step':'rewrite','program':['v0 = var x','v1 = num 1/2','v2 = sub v0 v1','v3 = square v2'],'then':{'step':'sign'}},'then':{'step':'sign'}}"),
        ("abs", "forall x in [-1, 1]\nv0 = var x\nv1 = num 2\nv2 = abs v0\nv3 = sub v1 v2\nshow v3 > 0", "{'step':'abs','minus':{'step':'sign'},'plus':{'step':'sign'}}"),
        ("minimum", "forall x in [1, 2]\nv0 = var x\nv1 = num 3\nv2 = min v0 v1\nv3 = num -1\nv4 = max v2 v3\nshow v4 > 0", "{'step':'maximum','side':'left','then':{'step':'minimum','left':{'step':'sign'},'right':{'step':'sign'}}}"),
        ("square", "forall x in [0, inf)\nv0 = var x\nv1 = num 1\nv2 = add v1 v0\nv3 = add v2 v0\nv4 = sqrt v3\nv5 = sub v2 v4\nshow v5 >= 0", "{'step':'square','nonnegative':{'step':'sign'},'then':{'step':'rewrite','program':['v0 = var x','v1 = square v0'],'then':{'step':'sign'}}}"),
        ("contradiction", "forall x in [1, 2]\nv0 = var x\nv1 = neg v0\nassume v1 > 0\nassume v0 > 0\nshow v1 == 0", "{'step':'contradiction','fact':0,'then':{'step':'sign'}}"),
        ("witness", "forall x in [0, 1]\nexists y in [0, 2)\nv0 = var x\nv1 = var y\nv2 = sub v1 v0\nshow v2 > 0", "{'step':'witness','at':{'y':'3/2'},'then':{'step':'sign'}}"),
        ("bracket", "exists x in [1, 2]\nv0 = var x\nv1 = square v0\nv2 = num 2\nv3 = sub v1 v2\nunique-root v3", "{'step':'bracket','rising':true,'defined':{'step':'sign'},'low':{'step':'tree','precision':30,'tree':'.'},'high':{'step':'tree','precision':30,'tree':'.'},'slope':{'step':'sign'}}"),
        ("orbit", "orbit x from 1/2\nv0 = var x\nv1 = num 1\nv2 = sub v1 v0\nv3 = mul v0 v2\nv4 = num 16/5\nv5 = mul v4 v3\nmap v5\nshow cycle 2 in [1/2, 3/5]", "{'step':'orbit','precision':60,'enter':10,'box':'[51/100, 13/25]','slope':'1/4','tree':'A..'}"),
        ("newton", "iterate x\nv0 = var x\nv1 = num 1\nv2 = sub v1 v0\nv3 = mul v0 v2\nv4 = num 18/5\nv5 = mul v4 v3\nmap v5\nshow unique-cycle 2 in [173/200, 7/8] slope [-5/2, -6/5]", "{'step':'newton','precision':60,'tree':'AA..A..'}"),
        ("newton-kink", "iterate x\nv0 = var x\nv1 = num 1/2\nv2 = sub v0 v1\nv3 = abs v2\nv4 = num 1\nv5 = sub v4 v3\nv6 = min v5 v4\nmap v6\nshow unique-cycle 1 in [5/8, 1] slope [-1, -1]", "{'step':'newton','precision':30,'tree':'A..'}"),
    ];
}
