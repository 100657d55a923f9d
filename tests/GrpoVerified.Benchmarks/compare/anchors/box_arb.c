/* The loop of box_program.h on Arb balls at 53 bits, on the boxes of the prover. */
#if __has_include(<flint/arb.h>)
#include <flint/arb.h>
#else
#include <arb.h>
#endif
#include "box_program.h"

enum { BITS = 53 };
static arb_t value[MOST];

static void set(arb_t x, double low, double high)
{
    arf_t a, b;
    arf_init(a);
    arf_init(b);
    arf_set_d(a, low);
    arf_set_d(b, high);
    arb_set_interval_arf(x, a, b, BITS);
    arf_clear(a);
    arf_clear(b);
}

/* 0 where a step is not defined. */
static int evaluate(const struct program *p, const double *low, const double *high, int first, int last)
{
    for (int i = first; i <= last; i++) {
        const struct step *s = &p->step[i];
        arb_ptr x = value[i], a = s->left >= 0 ? value[s->left] : 0, b = s->right >= 0 ? value[s->right] : 0;
        switch (s->op) {
        case NUM: break;
        case VAR: set(x, low[s->left], high[s->left]); break;
        case ADD: arb_add(x, a, b, BITS); break;
        case SUB: arb_sub(x, a, b, BITS); break;
        case MUL: arb_mul(x, a, b, BITS); break;
        case DIV: if (arb_contains_zero(b)) return 0; arb_div(x, a, b, BITS); break;
        case NEG: arb_neg(x, a); break;
        case SQUARE: arb_sqr(x, a, BITS); break;
        case SQRT: if (!arb_is_nonnegative(a)) return 0; arb_sqrt(x, a, BITS); break;
        case EXP: arb_exp(x, a, BITS); break;
        case LOG: if (!arb_is_positive(a)) return 0; arb_log(x, a, BITS); break;
        }
    }
    return 1;
}

static char decide(const struct program *p, const double *low, const double *high)
{
    static arb_t sum, part;
    static int ready;
    double middle[AXES], best = -1;
    char axis = 'A';
    int defined, slopes = 0;
    if (!ready) {
        ready = 1;
        arb_init(sum);
        arb_init(part);
        for (int i = 0; i < p->length; i++) {
            arb_init(value[i]);
            if (p->step[i].op == NUM) {
                fmpq_t q;
                fmpq_init(q);
                fmpq_set_str(q, p->step[i].number, 10);
                arb_set_fmpq(value[i], q, BITS);
                fmpq_clear(q);
            }
        }
    }
    defined = evaluate(p, low, high, 0, p->root);
    if (defined && arb_is_positive(value[p->root])) return '.';
    for (int i = 0; i < AXES; i++) middle[i] = (low[i] + high[i]) / 2;
    if (defined && evaluate(p, low, high, p->root + 1, p->length - 1)) {
        slopes = 1;
        arb_zero(sum);
        for (int i = 0; i < AXES; i++) {
            mag_t m;
            double effect;
            set(part, low[i] - middle[i], high[i] - middle[i]);
            arb_addmul(sum, value[p->slope[i]], part, BITS);
            mag_init(m);
            arb_get_mag(m, value[p->slope[i]]);
            effect = mag_get_d(m) * (high[i] - low[i]);
            mag_clear(m);
            if (effect > best) { best = effect; axis = 'A' + i; }
        }
    }
    else
        for (int i = 0; i < AXES; i++) {
            double width = (high[i] - low[i]) / (p->high[i] - p->low[i]);
            if (width > best) { best = width; axis = 'A' + i; }
        }
    if (!evaluate(p, middle, middle, 0, p->root)) return axis;
    if (arb_is_nonpositive(value[p->root])) return '!';
    if (!slopes) return axis;
    arb_add(sum, sum, value[p->root], BITS);
    return arb_is_positive(sum) ? '*' : axis;
}

int main(int argc, char **argv) { return start(argc, argv); }
