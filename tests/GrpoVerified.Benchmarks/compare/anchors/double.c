/* Doubles, nothing certified. Compiled twice: -O2, which calls libm's exp for each point, and -Ofast, which calls libmvec's. */
#include <math.h>
#include "anchor.h"

#define BATCH 4096
static double x[BATCH], out[BATCH], odds = 7.0 / 3, minus_inverse_beta = -2, eps = 0.001;

static int prepare(long bits)
{
    for (int k = 0; k < BATCH; k++)
        x[k] = (k % POINTS + 1) / 257.0;
    return bits == 53;
}

static void __attribute__((noinline)) batch(double *restrict y, const double *restrict p, long n, double r, double b, double e)
{
    for (long i = 0; i < n; i++)
        y[i] = 1 / (1 + r * exp(b / sqrt(p[i] * (1 - p[i]) + e)));
}

static void run_batch(long n)
{
    for (; n > 0; n -= BATCH)
        batch(out, x, n < BATCH ? n : BATCH, odds, minus_inverse_beta, eps);
}

static double __attribute__((noinline)) orbit(double p, long n, double r, double b, double e)
{
    for (long i = 0; i < n; i++)
        p = 1 / (1 + r * exp(b / sqrt(p * (1 - p) + e)));
    return p;
}

/* p_ref = 3/10, beta = 5, eps = 1/1000, from p = 3/10: each step waits for the one before. */
static void run_orbit(long n) { out[0] = orbit(0.3, n, odds, -0.2, eps); }

static void value_batch(void)
{
    run_batch(BATCH);
    printf("%.17g", out[SHOWN]);
}

static void value_orbit(void)
{
    run_orbit(1000);
    printf("%.17g", out[0]);
}

int main(void)
{
    static const struct workload table[] = {
        {"h-batch", prepare, run_batch, value_batch},
        {"orbit", prepare, run_orbit, value_orbit},
    };
    return answer_requests(table, 2);
}
