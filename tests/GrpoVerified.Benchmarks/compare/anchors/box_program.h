/* Branch and bound over a box, shared by box_mpfi.c and box_arb.c. The driver writes the file that is read here: the program that the
   prover compiles (the expression whose sign is to be proved, then its partial derivatives) and the tree that it found, in preorder.
   For each box: natural evaluation; if that does not decide, the slopes, the value at the middle and the mean-value form; else a split
   where slope times width is largest. One evaluation of the workload is one box; a run goes on where the last one stopped.

   With OWN_TREE a system splits as it decides itself, else as the prover did (a ball of a wide interval is wider than the interval, so
   balls need far more boxes). The value is the number of boxes of the tree without a contradiction: the same decision (OWN_TREE), or no
   box on which the claim certainly fails. */
#include "anchor.h"

enum { AXES = 4, MOST = 400, DEEP = 1000, LARGEST = 1 << 20 };
enum op { NUM, VAR, ADD, SUB, MUL, DIV, NEG, SQUARE, SQRT, EXP, LOG };
struct step { enum op op; int left, right; char number[64]; };
struct program { int length, root, slope[AXES], boxes; struct step step[MOST]; double low[AXES], high[AXES]; char tree[LARGEST]; };

static struct program program;

/* '.' or '*' where the box is proved, '!' where the claim certainly fails at the middle, else the axis to split, 'A' and so on. The
   ends of a box are doubles. */
static char decide(const struct program *p, const double *low, const double *high);

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
    static char line[LARGEST + 64];
    FILE *f = fopen(path, "r");
    char names[AXES][32];
    int axes = 0, slopes = 0;
    if (!f) { fprintf(stderr, "cannot read %s\n", path); exit(2); }
    p->length = 0;
    while (fgets(line, sizeof line, f)) {
        char name[32], word[32], a[64] = "", b[64] = "";
        int n;
        if (axes < AXES && sscanf(line, "axis %31s %lf %lf", name, &p->low[axes], &p->high[axes]) == 3) strcpy(names[axes++], name);
        else if (sscanf(line, "root v%d", &n) == 1) p->root = n;
        else if (sscanf(line, "slope v%d", &n) == 1) p->slope[slopes++] = n;
        else if (!strncmp(line, "tree ", 5)) { p->boxes = strcspn(line + 5, "\n"); memcpy(p->tree, line + 5, p->boxes); }
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
        else { fprintf(stderr, "cannot read the line %.80s\n", line); exit(2); }
    }
    fclose(f);
    if (axes != AXES || slopes != AXES || !p->boxes) { fprintf(stderr, "%s: %d axes, %d slopes, %d boxes\n", path, axes, slopes, p->boxes); exit(2); }
}

static double low[DEEP][AXES], high[DEEP][AXES];
static int top;
static long done, agree;

/* One box; 1 where it was the last one. */
static int next_box(int own)
{
    const struct program *p = &program;
    char found, split;
    if (top == 0) {
        top = 1;
        done = agree = 0;
        memcpy(low[0], p->low, sizeof p->low);
        memcpy(high[0], p->high, sizeof p->high);
    }
    top--;
    found = decide(p, low[top], high[top]);
    split = own ? found : p->tree[done];
    agree += own ? done < p->boxes && found == p->tree[done] : found != '!';
    done++;
    if (split == '!') { fprintf(stderr, "refuted\n"); exit(1); }
    if (split >= 'A') {
        int axis = split - 'A';
        double middle = (low[top][axis] + high[top][axis]) / 2;
        if (top + 2 > DEEP) { fprintf(stderr, "not proved\n"); exit(1); }
        memcpy(low[top + 1], low[top], sizeof low[top]);
        memcpy(high[top + 1], high[top], sizeof high[top]);
        /* The lower half is next. */
        low[top][axis] = middle;
        high[top + 1][axis] = middle;
        top += 2;
    }
    return top == 0;
}

#ifdef OWN_TREE
enum { OWN = 1 };
#else
enum { OWN = 0 };
#endif

static int prepare(long bits) { return bits == 53; }

static void run_boxes(long n) { while (n-- > 0) next_box(OWN); }

static void print_agreement(void)
{
    top = 0;
    while (!next_box(OWN)) {}
    printf("%ld", agree);
}

/* box_mpfi PROGRAM answers requests; box_mpfi PROGRAM own searches once, splitting as it decides itself, and prints boxes and CPU nanoseconds a box. */
static int start(int argc, char **argv)
{
    static const struct workload table[] = { { "boxes", prepare, run_boxes, print_agreement } };
    if (argc < 2) { fprintf(stderr, "usage: %s PROGRAM [own]\n", argv[0]); return 2; }
    read_program(argv[1], &program);
    if (argc > 2) {
        double from = cpu_ns();
        while (!next_box(1)) {}
        printf("%ld boxes, %.0f ns a box\n", done, (cpu_ns() - from) / done);
        return 0;
    }
    return answer_requests(table, 1);
}
