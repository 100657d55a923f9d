/* One anchor is one program that answers lines on standard input until the input ends:
 *
 *   time  WORKLOAD BITS N    N evaluations; answers the CPU time of this thread in nanoseconds
 *   value WORKLOAD BITS      answers one value in decimal digits, to compare with other systems
 *
 * or "-" where it has no such workload. A program includes this file, defines the table `workloads` and calls
 * answer_requests() from main. The driver alternates between systems, so no program decides how often it runs.
 */
#ifndef ANCHOR_H
#define ANCHOR_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The points p = k/257, k = 1..256, of the workload h; visited with a stride, so that no branch is learned. */
#define POINTS 256
#define POINT(i) ((int) (((i) * 37) & (POINTS - 1)))
/* The point whose value is compared: p = 101/257. */
#define SHOWN 100

struct workload
{
    const char *name;
    int (*prepare)(long bits); /* 0: not at this precision */
    void (*run)(long n);
    void (*value)(void); /* prints digits without a line end */
};

static double cpu_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return 1e9 * (double) t.tv_sec + (double) t.tv_nsec;
}

/* Significant digits that show so many bits. */
static inline int digits_of(long bits) { return (int) (bits * 0.30103) + 4; }

static int answer_requests(const struct workload *table, int count)
{
    char line[256], verb[16], name[64];
    long bits, n;
    const struct workload *ready = NULL;
    long ready_bits = -1;
    while (fgets(line, sizeof line, stdin))
    {
        const struct workload *w = NULL;
        n = 1;
        if (sscanf(line, "%15s %63s %ld %ld", verb, name, &bits, &n) >= 3)
            for (int i = 0; i < count; i++)
                if (!strcmp(table[i].name, name))
                    w = table + i;
        if (w && (w != ready || bits != ready_bits))
        {
            ready = NULL;
            if (w->prepare(bits))
                ready = w, ready_bits = bits;
            else
                w = NULL;
        }
        if (!w)
            printf("-");
        else if (!strcmp(verb, "value"))
            w->value();
        else
        {
            double start = cpu_ns();
            w->run(n);
            printf("%.0f", cpu_ns() - start);
        }
        printf("\n");
        fflush(stdout);
    }
    return 0;
}

#endif
