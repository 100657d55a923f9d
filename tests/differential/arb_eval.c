/* Reference evaluator on Arb (FLINT's ball arithmetic, arb.h).
   Reads lines  "op precision m1 e1 [m2 e2 ...]"  where each argument is the exact number m*2^e,
   m a hexadecimal integer with optional sign, e a decimal integer; writes for each line
   "m e n k": the result lies in [m*2^e, n*2^k]; "nan" when Arb gives no finite answer.
   An empty line flushes the output. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arb.h>

#define MAX_ARGS 4

static arb_t x[MAX_ARGS], y, t, u;

static void omega(arb_t z, const arb_t p, const arb_t eps, slong prec)
{
    /* 1/sqrt(p (1 - p) + eps) */
    arb_sub_ui(t, p, 1, prec);
    arb_neg(t, t);
    arb_mul(t, t, p, prec);
    arb_add(t, t, eps, prec);
    arb_rsqrt(z, t, prec);
}

static int evaluate(const char *op, slong prec)
{
    if (!strcmp(op, "add")) arb_add(y, x[0], x[1], prec);
    else if (!strcmp(op, "sub")) arb_sub(y, x[0], x[1], prec);
    else if (!strcmp(op, "mul")) arb_mul(y, x[0], x[1], prec);
    else if (!strcmp(op, "div")) arb_div(y, x[0], x[1], prec);
    else if (!strcmp(op, "sqrt")) arb_sqrt(y, x[0], prec);
    else if (!strcmp(op, "rsqrt")) arb_rsqrt(y, x[0], prec);
    else if (!strcmp(op, "sqr")) arb_sqr(y, x[0], prec);
    else if (!strcmp(op, "exp")) arb_exp(y, x[0], prec);
    else if (!strcmp(op, "expm1")) arb_expm1(y, x[0], prec);
    else if (!strcmp(op, "log")) arb_log(y, x[0], prec);
    else if (!strcmp(op, "log1p")) arb_log1p(y, x[0], prec);
    else if (!strcmp(op, "sinh")) arb_sinh(y, x[0], prec);
    else if (!strcmp(op, "cosh")) arb_cosh(y, x[0], prec);
    else if (!strcmp(op, "asinh")) arb_asinh(y, x[0], prec);
    else if (!strcmp(op, "atanh")) arb_atanh(y, x[0], prec);
    else if (!strcmp(op, "sin")) arb_sin(y, x[0], prec);
    else if (!strcmp(op, "cos")) arb_cos(y, x[0], prec);
    else if (!strcmp(op, "atan")) arb_atan(y, x[0], prec);
    else if (!strcmp(op, "logistic"))
    {
        arb_neg(t, x[0]);
        arb_exp(t, t, prec);
        arb_add_ui(t, t, 1, prec);
        arb_inv(y, t, prec);
    }
    else if (!strcmp(op, "omega")) omega(y, x[0], x[1], prec);
    else if (!strcmp(op, "h"))
    {
        /* arguments p, r, beta, eps: 1/(1 + (1 - r)/r exp(-omega(p)/beta)) */
        omega(y, x[0], x[3], prec);
        arb_div(y, y, x[2], prec);
        arb_neg(y, y);
        arb_exp(y, y, prec);
        arb_sub_ui(u, x[1], 1, prec);
        arb_neg(u, u);
        arb_div(u, u, x[1], prec);
        arb_mul(y, y, u, prec);
        arb_add_ui(y, y, 1, prec);
        arb_inv(y, y, prec);
    }
    else return 0;
    return 1;
}

static void print_arf(const arf_t a, fmpz_t man, fmpz_t exp)
{
    char *s;
    arf_get_fmpz_2exp(man, exp, a);
    s = fmpz_get_str(NULL, 16, man);
    fputs(s, stdout);
    flint_free(s);
    putchar(' ');
    s = fmpz_get_str(NULL, 10, exp);
    fputs(s, stdout);
    flint_free(s);
}

int main(void)
{
    char *line = NULL;
    size_t size = 0;
    fmpz_t man, exp;
    arf_t lower, upper;
    int i;
    fmpz_init(man);
    fmpz_init(exp);
    arf_init(lower);
    arf_init(upper);
    for (i = 0; i < MAX_ARGS; i++) arb_init(x[i]);
    arb_init(y);
    arb_init(t);
    arb_init(u);
    while (getline(&line, &size, stdin) > 0)
    {
        char *save, *op, *word;
        slong prec;
        int n = 0;
        op = strtok_r(line, " \n", &save);
        if (op == NULL)
        {
            fflush(stdout);
            continue;
        }
        word = strtok_r(NULL, " \n", &save);
        prec = word == NULL ? 0 : atol(word);
        while (n < MAX_ARGS && (word = strtok_r(NULL, " \n", &save)) != NULL)
        {
            char *e = strtok_r(NULL, " \n", &save);
            if (e == NULL || fmpz_set_str(man, word, 16) != 0 || fmpz_set_str(exp, e, 10) != 0)
            {
                fprintf(stderr, "arb_eval: unreadable argument\n");
                return 2;
            }
            arf_set_fmpz_2exp(arb_midref(x[n]), man, exp);
            mag_zero(arb_radref(x[n]));
            n++;
        }
        if (!evaluate(op, prec))
        {
            fprintf(stderr, "arb_eval: unknown operation %s\n", op);
            return 2;
        }
        if (!arb_is_finite(y)) puts("nan");
        else
        {
            arb_get_interval_arf(lower, upper, y, prec + 30);
            print_arf(lower, man, exp);
            putchar(' ');
            print_arf(upper, man, exp);
            putchar('\n');
        }
    }
    fflush(stdout);
    return 0;
}
