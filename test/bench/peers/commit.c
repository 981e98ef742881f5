// One durable block after another, the least any commit costs: commit FILE N
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int by_size(const void *one, const void *other) {
  double a = *(const double *)one, b = *(const double *)other;
  return a < b ? -1 : a > b;
}

int main(int argc, char **argv) {
  if (argc < 3) return 1;
  int file = open(argv[1], O_CREAT | O_TRUNC | O_WRONLY, 0644), n = atoi(argv[2]);
  double *times = malloc(n * sizeof *times), sum = 0;
  char block[4096];
  memset(block, 7, sizeof block);
  for (int i = 0; i < n; i++) {
    double begun = now();
    if (pwrite(file, block, sizeof block, (i % 256) * sizeof block) < 0 || fdatasync(file)) {
      perror(argv[1]);
      return 1;
    }
    times[i] = now() - begun;
    sum += times[i];
  }
  qsort(times, n, sizeof *times, by_size);
  printf("{\"figures\":{\"ms\":%.1f,\"p50\":%.3f,\"p99\":%.3f},\"answer\":%d}\n", sum, times[n / 2], times[n * 99 / 100], n);
}
