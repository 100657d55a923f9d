/* The loop of box_program.h on MPFI intervals at 53 bits, splitting as they decide. */
#include <mpfr.h>
#include <mpfi.h>
#define OWN_TREE
#include "box_program.h"

static mpfi_t value[MOST];

/* 0 where a step is not defined. */
static int evaluate(const struct program *p, const double *low, const double *high, int first, int last)
{
    for (int i = first; i <= last; i++) {
        const struct step *s = &p->step[i];
        mpfi_ptr x = value[i], a = s->left >= 0 ? value[s->left] : 0, b = s->right >= 0 ? value[s->right] : 0;
        switch (s->op) {
        case NUM: break;
        case VAR: mpfi_interv_d(x, low[s->left], high[s->left]); break;
        case ADD: mpfi_add(x, a, b); break;
        case SUB: mpfi_sub(x, a, b); break;
        case MUL: mpfi_mul(x, a, b); break;
        case DIV: if (mpfi_has_zero(b)) return 0; mpfi_div(x, a, b); break;
        case NEG: mpfi_neg(x, a); break;
        case SQUARE: mpfi_sqr(x, a); break;
        case SQRT: if (!mpfi_is_nonneg(a)) return 0; mpfi_sqrt(x, a); break;
        case EXP: mpfi_exp(x, a); break;
        case LOG: if (!mpfi_is_strictly_pos(a)) return 0; mpfi_log(x, a); break;
        }
    }
    return 1;
}

static char decide(const struct program *p, const double *low, const double *high)
{
    static mpfi_t sum, part;
    static mpfr_t size;
    static int ready;
    double middle[AXES], best = -1;
    char axis = 'A';
    int defined, slopes = 0;
    if (!ready) {
        ready = 1;
        mpfr_set_default_prec(53);
        mpfi_init(sum);
        mpfi_init(part);
        mpfr_init(size);
        for (int i = 0; i < p->length; i++) {
            mpfi_init(value[i]);
            if (p->step[i].op == NUM) {
                mpq_t q;
                mpq_init(q);
                mpq_set_str(q, p->step[i].number, 10);
                mpfi_set_q(value[i], q);
                mpq_clear(q);
            }
        }
    }
    defined = evaluate(p, low, high, 0, p->root);
    if (defined && mpfi_is_strictly_pos(value[p->root])) return '.';
    for (int i = 0; i < AXES; i++) middle[i] = (low[i] + high[i]) / 2;
    if (defined && evaluate(p, low, high, p->root + 1, p->length - 1)) {
        slopes = 1;
        mpfi_set_ui(sum, 0);
        for (int i = 0; i < AXES; i++) {
            double effect;
            mpfi_interv_d(part, low[i] - middle[i], high[i] - middle[i]);
            mpfi_mul(part, value[p->slope[i]], part);
            mpfi_add(sum, sum, part);
            mpfi_mag(size, value[p->slope[i]]);
            effect = mpfr_get_d(size, MPFR_RNDU) * (high[i] - low[i]);
            if (effect > best) { best = effect; axis = 'A' + i; }
        }
    }
    else
        for (int i = 0; i < AXES; i++) {
            double width = (high[i] - low[i]) / (p->high[i] - p->low[i]);
            if (width > best) { best = width; axis = 'A' + i; }
        }
    if (!evaluate(p, middle, middle, 0, p->root)) return axis;
    if (mpfi_is_nonpos(value[p->root])) return '!';
    if (!slopes) return axis;
    mpfi_add(sum, sum, value[p->root]);
    return mpfi_is_strictly_pos(sum) ? '*' : axis;
}

int main(int argc, char **argv) { return start(argc, argv); }
