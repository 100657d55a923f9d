/* MPFR: correctly rounded floats; the result of the chain is not certified. */
#include <mpfr.h>
#include "anchor.h"

static mpfr_t x[POINTS], out[POINTS], odds, minus_inverse_beta, eps;
static long prec;

static void ready(mpfr_t r, int initialised)
{
    if (initialised)
        mpfr_set_prec(r, prec);
    else
        mpfr_init2(r, prec);
}

static int prepare_h(long bits)
{
    static int initialised;
    prec = bits;
    for (int k = 0; k < POINTS; k++)
    {
        ready(x[k], initialised), ready(out[k], initialised);
        mpfr_set_si(x[k], k + 1, MPFR_RNDN);
        mpfr_div_ui(x[k], x[k], 257, MPFR_RNDN);
    }
    ready(odds, initialised), ready(minus_inverse_beta, initialised), ready(eps, initialised);
    mpfr_set_si(odds, 7, MPFR_RNDN), mpfr_div_ui(odds, odds, 3, MPFR_RNDN);
    mpfr_set_si(minus_inverse_beta, -2, MPFR_RNDN);
    mpfr_set_si(eps, 1, MPFR_RNDN), mpfr_div_ui(eps, eps, 1000, MPFR_RNDN);
    initialised = 1;
    return 1;
}

static void run_h(long n)
{
    for (long i = 0; i < n; i++)
    {
        int k = POINT(i);
        mpfr_ptr r = out[k];
        mpfr_ui_sub(r, 1, x[k], MPFR_RNDN);
        mpfr_mul(r, r, x[k], MPFR_RNDN);
        mpfr_add(r, r, eps, MPFR_RNDN);
        mpfr_rec_sqrt(r, r, MPFR_RNDN);
        mpfr_mul(r, r, minus_inverse_beta, MPFR_RNDN);
        mpfr_exp(r, r, MPFR_RNDN);
        mpfr_mul(r, r, odds, MPFR_RNDN);
        mpfr_add_ui(r, r, 1, MPFR_RNDN);
        mpfr_ui_div(r, 1, r, MPFR_RNDN);
    }
}

static void value_h(void)
{
    run_h(POINTS);
    mpfr_printf("%.*Re", digits_of(prec), out[SHOWN]);
}

int main(void)
{
    static const struct workload table[] = {{"h", prepare_h, run_h, value_h}};
    return answer_requests(table, 1);
}
