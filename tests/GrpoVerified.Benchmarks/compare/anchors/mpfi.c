/* MPFI: intervals with MPFR endpoints. */
#include <mpfi.h>
#include "anchor.h"

static mpfi_t x[POINTS], out[POINTS], odds, minus_inverse_beta, eps;
static long prec;

static void quotient(mpfi_t r, long a, unsigned long b)
{
    mpfi_set_si(r, a);
    mpfi_div_ui(r, r, b);
}

static int prepare_h(long bits)
{
    static int initialised;
    prec = bits;
    for (int k = 0; k < POINTS + 3; k++)
    {
        mpfi_ptr two[2] = {k < POINTS ? x[k] : k == POINTS ? odds : k == POINTS + 1 ? minus_inverse_beta : eps, k < POINTS ? out[k] : NULL};
        for (int j = 0; j < 2; j++)
            if (two[j])
            {
                if (initialised)
                    mpfi_clear(two[j]);
                mpfi_init2(two[j], bits);
            }
    }
    initialised = 1;
    for (int k = 0; k < POINTS; k++)
        quotient(x[k], k + 1, 257);
    quotient(odds, 7, 3);
    quotient(minus_inverse_beta, -2, 1);
    quotient(eps, 1, 1000);
    return 1;
}

/* MPFI has no reciprocal root; it falls, so the directed MPFR functions at swapped ends enclose tightly. */
static void reciprocal_sqrt(mpfi_t r)
{
    mpfr_rec_sqrt(&r->left, &r->left, MPFR_RNDU);
    mpfr_rec_sqrt(&r->right, &r->right, MPFR_RNDD);
    mpfr_swap(&r->left, &r->right);
}

static void run_h(long n)
{
    for (long i = 0; i < n; i++)
    {
        int k = POINT(i);
        mpfi_ptr r = out[k];
        mpfi_ui_sub(r, 1, x[k]);
        mpfi_mul(r, r, x[k]);
        mpfi_add(r, r, eps);
        reciprocal_sqrt(r);
        mpfi_mul(r, r, minus_inverse_beta);
        mpfi_exp(r, r);
        mpfi_mul(r, r, odds);
        mpfi_add_ui(r, r, 1);
        mpfi_inv(r, r);
    }
}

static void value_h(void)
{
    run_h(POINTS);
    mpfr_t middle;
    mpfr_init2(middle, prec + 2);
    mpfi_mid(middle, out[SHOWN]);
    mpfr_printf("%.*Re", digits_of(prec), middle);
    mpfr_clear(middle);
}

int main(void)
{
    static const struct workload table[] = {{"h", prepare_h, run_h, value_h}};
    return answer_requests(table, 1);
}
