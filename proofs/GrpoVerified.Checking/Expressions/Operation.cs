namespace GrpoVerified.Checking.Expressions;

/// <summary>The operations of a program.</summary>
internal enum Operation
{
    Num,
    Var,
    Neg,
    Square,
    Sqrt,
    Exp,
    Log,
    Abs,
    Add,
    Sub,
    Mul,
    Div,
    Min,
    Max,
}

/// <summary>What a goal or a fact says of its expression.</summary>
internal enum Relation
{
    Positive,
    NonNegative,
    Zero,
}

/// <summary>An expression, by its number in <see cref="Terms"/>, and a relation to 0.</summary>
internal readonly record struct Judgement(int Term, Relation Relation);
