/* GMP's functions on limbs: product and square of n limbs, quotient of 2n by n limbs and root of 2n limbs (both with remainder). */
#include <gmp.h>
#include "anchor.h"

static mp_limb_t *a, *b, *numerator, *result, *rest;
static mp_size_t n, shown;

/* The operands, the same in Own/LimbWork.cs. */
static void fill(mp_limb_t *x, mp_limb_t state)
{
    for (mp_size_t i = 0; i < n; i++)
        x[i] = state = state * 6364136223846793005UL + 1442695040888963407UL;
    x[n - 1] |= (mp_limb_t) 1 << 63;
}

static mp_limb_t *room(mp_limb_t *old, mp_size_t limbs)
{
    mp_limb_t *x = realloc(old, limbs * sizeof *x);
    return x ? x : (perror("gmp"), exit(1), x);
}

static int prepare(long bits)
{
    if (bits <= 0 || bits % 64)
        return 0;
    n = bits / 64;
    a = room(a, n), b = room(b, n), numerator = room(numerator, 2 * n), result = room(result, 2 * n + 1), rest = room(rest, 2 * n);
    fill(a, 1), fill(b, 2);
    memset(numerator, 0, n * sizeof *numerator);
    return 1;
}

static int prepare_quotient(long bits)
{
    int ready = prepare(bits);
    if (ready)
        numerator[n - 1] = mpn_rshift(numerator + n, a, n, 1);
    return ready;
}

static int prepare_root(long bits)
{
    int ready = prepare(bits);
    if (ready)
        mpn_copyi(numerator + n, a, n);
    return ready;
}

static void run_product(long count) { for (shown = 2 * n; count; count--) mpn_mul_n(result, a, b, n); }
static void run_square(long count) { for (shown = 2 * n; count; count--) mpn_sqr(result, a, n); }
static void run_quotient(long count) { for (shown = n; count; count--) mpn_tdiv_qr(result, rest, 0, numerator, 2 * n, b, n); }
static void run_root(long count) { for (shown = n; count; count--) mpn_sqrtrem(result, rest, numerator, 2 * n); }

static void print_result(void)
{
    mpz_t view;
    gmp_printf("%Zd", mpz_roinit_n(view, result, shown));
}

static void value_product(void) { run_product(1), print_result(); }
static void value_square(void) { run_square(1), print_result(); }
static void value_quotient(void) { run_quotient(1), print_result(); }
static void value_root(void) { run_root(1), print_result(); }

int main(void)
{
    static const struct workload table[] = {
        {"product", prepare, run_product, value_product},
        {"square", prepare, run_square, value_square},
        {"quotient", prepare_quotient, run_quotient, value_quotient},
        {"root", prepare_root, run_root, value_root},
    };
    return answer_requests(table, 4);
}
