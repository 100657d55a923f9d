/* Arb: balls. "arb" runs interval Newton on h(p) - p, "arb tuned" a form with one exponential per step. */
#include <arb.h>
#include <math.h>
#include "anchor.h"

static slong prec;
static arb_t x[POINTS], out[POINTS], odds, minus_inverse_beta, eps;
static int initialised, tuned;

static void quotient(arb_t r, slong a, slong b, slong w)
{
    arb_set_si(r, a);
    arb_div_si(r, r, b, w);
}

static void print_digits(const arb_t value)
{
    char *s = arb_get_str(value, digits_of(prec), ARB_STR_NO_RADIUS | ARB_STR_MORE);
    printf("%s", s);
    flint_free(s);
}

/* The exponent -g/beta and 1/sqrt(s + eps) = g at p; returns odds * exp(-g/beta) in e. */
static void odds_of_failure(arb_t e, arb_t g, arb_t u, const arb_t p, slong w)
{
    arb_sub_ui(g, p, 1, w);
    arb_mul(g, g, p, w);
    arb_sub(g, eps, g, w);
    arb_rsqrt(g, g, w);
    arb_mul(u, g, minus_inverse_beta, w);
    arb_exp(e, u, w);
    arb_mul(e, e, odds, w);
}

/* ---- h(p), one ball at a time ---- */

static int prepare_h(long bits)
{
    prec = bits;
    if (!initialised)
    {
        for (int k = 0; k < POINTS; k++)
            arb_init(x[k]), arb_init(out[k]);
        arb_init(odds), arb_init(minus_inverse_beta), arb_init(eps);
        initialised = 1;
    }
    for (int k = 0; k < POINTS; k++)
        quotient(x[k], k + 1, 257, prec);
    quotient(odds, 7, 3, prec);
    quotient(minus_inverse_beta, -2, 1, prec);
    quotient(eps, 1, 1000, prec);
    return !tuned;
}

static void run_h(long n)
{
    for (long i = 0; i < n; i++)
    {
        int k = POINT(i);
        arb_ptr r = out[k];
        arb_sub_ui(r, x[k], 1, prec);
        arb_mul(r, r, x[k], prec);
        arb_sub(r, eps, r, prec);
        arb_rsqrt(r, r, prec);
        arb_mul(r, r, minus_inverse_beta, prec);
        arb_exp(r, r, prec);
        arb_mul(r, r, odds, prec);
        arb_add_ui(r, r, 1, prec);
        arb_inv(r, r, prec);
    }
}

static void value_h(void)
{
    run_h(POINTS);
    print_digits(out[SHOWN]);
}

/* ---- certified fixed point from scratch ---- */

#define SEED_BITS 46
static const slong cases[3][6] = {{3, 10, 5, 1, 1, 1000}, {1, 100, 2, 1, 1, 100000}, {7, 10, 20, 1, 0, 1}};
static const slong *chosen;
static arb_t root;

static double seed(void)
{
    double p0 = (double) chosen[0] / chosen[1], beta = (double) chosen[2] / chosen[3], e = (double) chosen[4] / chosen[5];
    double start = log(p0 / (1 - p0)), z = start;
    for (int i = 0; i < 60; i++)
    {
        double p = 1 / (1 + exp(-z)), s = p * (1 - p), g = 1 / sqrt(s + e);
        double step = (start + g / beta - z) / (1 + 0.5 * g * g * g * (1 - 2 * p) * s / beta);
        z += step;
        if (fabs(step) <= 4e-15 * (1 + fabs(z)))
            break;
    }
    return 1 / (1 + exp(-z));
}

static void constants(slong w)
{
    quotient(odds, chosen[1] - chosen[0], chosen[0], w);
    quotient(minus_inverse_beta, -chosen[3], chosen[2], w);
    quotient(eps, chosen[4], chosen[5], w);
}

/* Bits wanted after each step, the last one first. */
static int schedule(slong *bits)
{
    int n = 0;
    bits[n++] = prec + 4;
    while (bits[n - 1] > 2 * SEED_BITS - 12)
        bits[n] = bits[n - 1] / 2 + 6, n++;
    return n;
}

/* F = h - p at the midpoint, F' over the whole ball at half precision. */
static int newton(void)
{
    slong bits[64], w;
    int ok = 1;
    arb_t m, F, D, g, h, u, N;
    arb_init(m), arb_init(F), arb_init(D), arb_init(g), arb_init(h), arb_init(u), arb_init(N);
    arb_set_d(root, seed());
    arb_add_error_2exp_si(root, -SEED_BITS);
    for (int i = schedule(bits) - 1; i >= 0 && ok; i--)
    {
        w = bits[i] + 4;
        constants(w);
        arb_get_mid_arb(m, root);
        odds_of_failure(h, g, u, m, w);
        arb_add_ui(h, h, 1, w);
        arb_inv(h, h, w);
        arb_sub(F, h, m, w);
        w = bits[i] / 2 + 16;
        odds_of_failure(h, g, u, root, w);
        arb_add_ui(h, h, 1, w);
        arb_inv(h, h, w);
        arb_sub_ui(D, h, 1, w);
        arb_mul(D, D, h, w); /* -h(1-h) */
        arb_sqr(g, g, w);
        arb_mul(g, g, u, w); /* -g^3/beta */
        arb_mul(D, D, g, w);
        arb_mul_2exp_si(g, root, 1);
        arb_sub_ui(g, g, 1, w);
        arb_mul(D, D, g, w); /* h(1-h)(2p-1) g^3/beta */
        arb_mul_2exp_si(D, D, -1);
        arb_sub_ui(D, D, 1, w);
        arb_div(u, F, D, w);
        arb_sub(N, m, u, bits[i] + 4);
        ok = arb_contains_interior(root, N);
        arb_swap(root, N);
    }
    arb_clear(m), arb_clear(F), arb_clear(D), arb_clear(g), arb_clear(h), arb_clear(u), arb_clear(N);
    return ok && arb_rel_accuracy_bits(root) >= prec;
}

/* Second derivative of F(p) = 1 - p - p R E, E = exp(-g/beta), over X:
 *   u = (1-2p) g^3/(2 beta), E' = u E, u' = -(g^3 + (3/4)(1-2p)^2 g^5)/beta, F'' = -R E (2u + p u^2 + p u'). */
static void second_derivative(arb_t r, const arb_t X, slong w)
{
    arb_t g, E, v, cube, q, u;
    arb_init(g), arb_init(E), arb_init(v), arb_init(cube), arb_init(q), arb_init(u);
    odds_of_failure(E, g, u, X, w);
    arb_sqr(v, g, w);
    arb_mul(cube, g, v, w);
    arb_mul(cube, cube, minus_inverse_beta, w);
    arb_mul_2exp_si(q, X, 1);
    arb_sub_ui(q, q, 1, w);
    arb_mul(u, q, cube, w);
    arb_mul_2exp_si(u, u, -1);
    arb_sqr(q, q, w);
    arb_mul(q, q, v, w);
    arb_mul_ui(q, q, 3, w);
    arb_mul_2exp_si(q, q, -2);
    arb_add_ui(q, q, 1, w);
    arb_mul(q, q, cube, w);
    arb_addmul(q, u, u, w);
    arb_mul(q, q, X, w);
    arb_mul_2exp_si(u, u, 1);
    arb_add(q, q, u, w);
    arb_mul(r, q, E, w);
    arb_neg(r, r);
    arb_clear(g), arb_clear(E), arb_clear(v), arb_clear(cube), arb_clear(q), arb_clear(u);
}

/* Residual without division; F'(X) from F'(m) and a bound of F''. */
static int newton_tuned(void)
{
    slong bits[64], w, half;
    int ok = 1;
    arb_t m, F, D, F2, g, E, u, N;
    arb_init(m), arb_init(F), arb_init(D), arb_init(F2), arb_init(g), arb_init(E), arb_init(u), arb_init(N);
    arb_set_d(root, seed());
    arb_add_error_2exp_si(root, -SEED_BITS);
    constants(30);
    second_derivative(F2, root, 30);
    for (int i = schedule(bits) - 1; i >= 0 && ok; i--)
    {
        w = bits[i] + 4;
        half = bits[i] / 2 + 16;
        constants(w);
        arb_get_mid_arb(m, root);
        odds_of_failure(E, g, u, m, w);
        arb_mul(F, E, m, w);
        arb_add(F, F, m, w);
        arb_sub_ui(F, F, 1, w); /* -F(m) */
        arb_set_round(g, g, half);
        arb_set_round(u, u, half);
        arb_sqr(g, g, half);
        arb_mul(g, g, u, half);
        arb_mul_2exp_si(D, m, 1);
        arb_sub_ui(D, D, 1, half);
        arb_mul(D, D, g, half);
        arb_mul(D, D, m, half);
        arb_mul_2exp_si(D, D, -1);
        arb_add_ui(D, D, 1, half);
        arb_mul(D, D, E, half);
        arb_add_ui(D, D, 1, half); /* -F'(m) */
        arb_set(g, root);
        arf_zero(arb_midref(g));
        arb_mul(g, g, F2, 30);
        arb_add(D, D, g, half);
        arb_div(u, F, D, half);
        arb_sub(N, m, u, w);
        ok = arb_contains_interior(root, N);
        arb_swap(root, N);
    }
    arb_clear(m), arb_clear(F), arb_clear(D), arb_clear(F2), arb_clear(g), arb_clear(E), arb_clear(u), arb_clear(N);
    return ok && arb_rel_accuracy_bits(root) >= prec;
}

static void run_fixed_point(long n)
{
    for (long i = 0; i < n; i++)
        if (!(tuned ? newton_tuned() : newton()))
        {
            fprintf(stderr, "arb: a fixed point was not certified at %ld bits\n", (long) prec);
            exit(1);
        }
}

static int prepare_fixed_point(long bits, int which)
{
    int was = tuned;
    tuned = 0;
    prepare_h(bits);
    tuned = was;
    chosen = cases[which];
    arb_init(root);
    return 1;
}

static int prepare_1(long bits) { return prepare_fixed_point(bits, 0); }
static int prepare_2(long bits) { return prepare_fixed_point(bits, 1); }
static int prepare_3(long bits) { return prepare_fixed_point(bits, 2); }

static void value_fixed_point(void)
{
    run_fixed_point(1);
    print_digits(root);
}

int main(int argc, char **argv)
{
    static const struct workload table[] = {
        {"h", prepare_h, run_h, value_h},
        {"fixed-point-1", prepare_1, run_fixed_point, value_fixed_point},
        {"fixed-point-2", prepare_2, run_fixed_point, value_fixed_point},
        {"fixed-point-3", prepare_3, run_fixed_point, value_fixed_point},
    };
    tuned = argc > 1 && !strcmp(argv[1], "tuned");
    return answer_requests(table, 4);
}
