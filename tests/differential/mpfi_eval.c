/* Reference evaluator on MPFI (intervals with MPFR endpoints). Same protocol as arb_eval.c:
   reads "op precision m1 e1 [m2 e2 ...]", exact arguments m*2^e in hexadecimal and decimal;
   writes "m e n k", the result lies in [m*2^e, n*2^k], or "nan". An empty line flushes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <gmp.h>
#include <mpfr.h>
#include <mpfi.h>

#define MAX_ARGS 4

static mpfi_t x[MAX_ARGS], y, t, u;

static void omega(mpfi_ptr z, mpfi_srcptr p, mpfi_srcptr eps)
{
    /* 1/sqrt(p (1 - p) + eps) */
    mpfi_ui_sub(t, 1, p);
    mpfi_mul(t, t, p);
    mpfi_add(t, t, eps);
    mpfi_sqrt(t, t);
    mpfi_inv(z, t);
}

static int evaluate(const char *op)
{
    if (!strcmp(op, "add")) mpfi_add(y, x[0], x[1]);
    else if (!strcmp(op, "sub")) mpfi_sub(y, x[0], x[1]);
    else if (!strcmp(op, "mul")) mpfi_mul(y, x[0], x[1]);
    else if (!strcmp(op, "div")) mpfi_div(y, x[0], x[1]);
    else if (!strcmp(op, "sqrt")) mpfi_sqrt(y, x[0]);
    else if (!strcmp(op, "rsqrt"))
    {
        mpfi_sqrt(t, x[0]);
        mpfi_inv(y, t);
    }
    else if (!strcmp(op, "sqr")) mpfi_sqr(y, x[0]);
    else if (!strcmp(op, "exp")) mpfi_exp(y, x[0]);
    else if (!strcmp(op, "expm1")) mpfi_expm1(y, x[0]);
    else if (!strcmp(op, "log")) mpfi_log(y, x[0]);
    else if (!strcmp(op, "log1p")) mpfi_log1p(y, x[0]);
    else if (!strcmp(op, "sinh")) mpfi_sinh(y, x[0]);
    else if (!strcmp(op, "cosh")) mpfi_cosh(y, x[0]);
    else if (!strcmp(op, "asinh")) mpfi_asinh(y, x[0]);
    else if (!strcmp(op, "atanh")) mpfi_atanh(y, x[0]);
    else if (!strcmp(op, "sin")) mpfi_sin(y, x[0]);
    else if (!strcmp(op, "cos")) mpfi_cos(y, x[0]);
    else if (!strcmp(op, "atan")) mpfi_atan(y, x[0]);
    else if (!strcmp(op, "logistic"))
    {
        mpfi_neg(t, x[0]);
        mpfi_exp(t, t);
        mpfi_add_ui(t, t, 1);
        mpfi_inv(y, t);
    }
    else if (!strcmp(op, "omega")) omega(y, x[0], x[1]);
    else if (!strcmp(op, "h"))
    {
        /* arguments p, r, beta, eps: 1/(1 + (1 - r)/r exp(-omega(p)/beta)) */
        omega(y, x[0], x[3]);
        mpfi_div(y, y, x[2]);
        mpfi_neg(y, y);
        mpfi_exp(y, y);
        mpfi_ui_sub(u, 1, x[1]);
        mpfi_div(u, u, x[1]);
        mpfi_mul(y, y, u);
        mpfi_add_ui(y, y, 1);
        mpfi_inv(y, y);
    }
    else return 0;
    return 1;
}

static void print_fr(mpfr_srcptr a, mpz_t man)
{
    long e;
    if (mpfr_zero_p(a))
    {
        fputs("0 0", stdout);
        return;
    }
    e = mpfr_get_z_2exp(man, a);
    mpz_out_str(stdout, 16, man);
    printf(" %ld", e);
}

int main(void)
{
    char *line = NULL;
    size_t size = 0;
    mpz_t man;
    mpfr_t value;
    int i;
    mpz_init(man);
    mpfr_init2(value, 53);
    mpfr_set_emin(mpfr_get_emin_min());
    mpfr_set_emax(mpfr_get_emax_max());
    for (i = 0; i < MAX_ARGS; i++) mpfi_init2(x[i], 53);
    mpfi_init2(y, 53);
    mpfi_init2(t, 53);
    mpfi_init2(u, 53);
    while (getline(&line, &size, stdin) > 0)
    {
        char *save, *op, *word;
        long prec;
        int n = 0;
        op = strtok_r(line, " \n", &save);
        if (op == NULL)
        {
            fflush(stdout);
            continue;
        }
        word = strtok_r(NULL, " \n", &save);
        prec = word == NULL ? 2 : atol(word);
        while (n < MAX_ARGS && (word = strtok_r(NULL, " \n", &save)) != NULL)
        {
            char *e = strtok_r(NULL, " \n", &save);
            size_t bits;
            if (e == NULL || mpz_set_str(man, word, 16) != 0)
            {
                fprintf(stderr, "mpfi_eval: unreadable argument\n");
                return 2;
            }
            bits = mpz_sizeinbase(man, 2);
            mpfr_set_prec(value, bits < 2 ? 2 : (mpfr_prec_t) bits);
            mpfr_set_z_2exp(value, man, atol(e), MPFR_RNDN);
            mpfi_set_prec(x[n], mpfr_get_prec(value));
            mpfi_set_fr(x[n], value);
            n++;
        }
        mpfi_set_prec(y, prec);
        mpfi_set_prec(t, prec);
        mpfi_set_prec(u, prec);
        if (!evaluate(op))
        {
            fprintf(stderr, "mpfi_eval: unknown operation %s\n", op);
            return 2;
        }
        if (mpfi_nan_p(y) || !mpfi_bounded_p(y)) puts("nan");
        else
        {
            print_fr(&y->left, man);
            putchar(' ');
            print_fr(&y->right, man);
            putchar('\n');
        }
    }
    fflush(stdout);
    return 0;
}
