/* Branch and bound over a box, shared by box_mpfi.c and box_arb.c: reads box_program.txt, splits, counts.
   The program is the one that the prover compiles: the expression whose sign is to be proved, then its partial derivatives.
   For each box: natural evaluation; if that does not decide, the mean-value form; else a split where slope times width is largest.
   Usage: box_arb box_program.txt [REPETITIONS]. Prints boxes and CPU nanoseconds per box, of the best repetition. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { AXES = 4, MOST = 400 };
enum op { NUM, VAR, ADD, SUB, MUL, DIV, NEG, SQUARE, SQRT, EXP, LOG };
struct step { enum op op; int left, right; char number[64]; };
struct program { int length, root, slope[AXES]; struct step step[MOST]; double low[AXES], high[AXES]; };

static enum op op_of(const char *word)
{
    static const char *names[] = { "num", "var", "add", "sub", "mul", "div", "neg", "square", "sqrt", "exp", "log" };
    for (int i = 0; i < 11; i++)
        if (!strcmp(word, names[i])) return (enum op)i;
    fprintf(stderr, "unknown operation %s\n", word);
    exit(2);
}

static void read_program(const char *path, struct program *p)
{
    FILE *f = fopen(path, "r");
    char line[256], names[AXES][32];
    int axes = 0, slopes = 0;
    if (!f) { fprintf(stderr, "cannot read %s\n", path); exit(2); }
    p->length = 0;
    while (fgets(line, sizeof line, f)) {
        char name[32], word[32], a[64] = "", b[64] = "";
        int n;
        if (sscanf(line, "axis %31s %lf %lf", name, &p->low[axes < AXES ? axes : 0], &p->high[axes < AXES ? axes : 0]) == 3) strcpy(names[axes++], name);
        else if (sscanf(line, "root v%d", &n) == 1) p->root = n;
        else if (sscanf(line, "slope v%d", &n) == 1) p->slope[slopes++] = n;
        else if (sscanf(line, "v%d = %31s %63s %63s", &n, word, a, b) >= 3 && n == p->length && n < MOST) {
            struct step *s = &p->step[p->length++];
            s->op = op_of(word);
            s->left = a[0] == 'v' && s->op != VAR ? atoi(a + 1) : -1;
            s->right = b[0] == 'v' ? atoi(b + 1) : -1;
            if (s->op == NUM) strcpy(s->number, a);
            if (s->op == VAR)
                for (int i = 0; i < axes; i++)
                    if (!strcmp(a, names[i])) s->left = i;
        }
        else if (line[0] != '#' && line[0] != '\n') { fprintf(stderr, "cannot read the line %s", line); exit(2); }
    }
    fclose(f);
    if (axes != AXES || slopes != AXES) { fprintf(stderr, "%s: %d axes, %d slopes\n", path, axes, slopes); exit(2); }
}

/* 1 where the box is proved; else 0, with the axis to split. The ends of a box are doubles. */
static int decide(const struct program *p, const double *low, const double *high, int *axis);

static long run(const struct program *p)
{
    static double low[1000][AXES], high[1000][AXES];
    int top = 1;
    long boxes = 0;
    memcpy(low[0], p->low, sizeof p->low);
    memcpy(high[0], p->high, sizeof p->high);
    while (top > 0) {
        int axis = 0;
        boxes++;
        top--;
        if (!decide(p, low[top], high[top], &axis)) {
            double middle = (low[top][axis] + high[top][axis]) / 2;
            if (top + 2 > 1000 || boxes > 100000000) { fprintf(stderr, "not proved\n"); exit(1); }
            memcpy(low[top + 1], low[top], sizeof low[top]);
            memcpy(high[top + 1], high[top], sizeof high[top]);
            high[top][axis] = middle;
            low[top + 1][axis] = middle;
            top += 2;
        }
    }
    return boxes;
}

static double cpu(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static void measure(int argc, char **argv)
{
    static struct program p;
    double best = 1e300;
    long boxes = 0;
    int repetitions = argc > 2 ? atoi(argv[2]) : 5;
    if (argc < 2) { fprintf(stderr, "usage: %s box_program.txt [REPETITIONS]\n", argv[0]); exit(2); }
    read_program(argv[1], &p);
    for (int i = 0; i < repetitions; i++) {
        double start = cpu(), time;
        boxes = run(&p);
        time = (cpu() - start) / boxes;
        if (time < best) best = time;
    }
    printf("%ld boxes %.0f ns per box\n", boxes, best);
}
