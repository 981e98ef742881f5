// Every point out of SQLite, to totals, trimmed means, ranks and Kendall's W: ranking SCORES. Points are hundredths.
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static const int64_t *keys;
static int descending(const void *a, const void *b) {
  int64_t one = keys[*(const int *)a], other = keys[*(const int *)b];
  return (one < other) - (one > other);
}

static int number(sqlite3 *db, const char *sql) {
  sqlite3_stmt *asked;
  sqlite3_prepare_v2(db, sql, -1, &asked, NULL);
  sqlite3_step(asked);
  int value = sqlite3_column_int(asked, 0);
  sqlite3_finalize(asked);
  return value;
}

int main(int argc, char **argv) {
  sqlite3 *db;
  if (argc < 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL)) return 1;
  double begun = now();
  int n = number(db, "select max(packet) + 1 from points"), m = number(db, "select max(expert) + 1 from points");
  int64_t *totals = calloc((size_t)n * m, sizeof *totals), *kept = calloc(n, sizeof *kept);
  int64_t *rank_sums = calloc(n, sizeof *rank_sums);
  int *order = malloc(n * sizeof *order), *rank = malloc(n * sizeof *rank);
  sqlite3_stmt *scan;
  if (sqlite3_prepare_v2(db, "select packet, expert, points from points", -1, &scan, NULL)) return 1;
  while (sqlite3_step(scan) == SQLITE_ROW)
    totals[(size_t)sqlite3_column_int(scan, 1) * n + sqlite3_column_int(scan, 0)] += sqlite3_column_int64(scan, 2);
  sqlite3_finalize(scan);
  for (int p = 0; p < n; p++) {
    int64_t sum = 0, low = INT64_MAX, high = INT64_MIN;
    for (int e = 0; e < m; e++) {
      int64_t total = totals[(size_t)e * n + p];
      sum += total;
      if (total < low) low = total;
      if (total > high) high = total;
    }
    kept[p] = sum - low - high;
    order[p] = p;
  }
  keys = kept;
  qsort(order, n, sizeof *order, descending);
  for (int at = 0; at < n; at++)
    rank[order[at]] = at > 0 && kept[order[at]] == kept[order[at - 1]] ? rank[order[at - 1]] : at + 1;
  // Doubled ranks stay whole where equals share the mean of their places.
  double ties = 0;
  for (int e = 0; e < m; e++) {
    keys = totals + (size_t)e * n;
    for (int p = 0; p < n; p++) order[p] = p;
    qsort(order, n, sizeof *order, descending);
    for (int from = 0, to; from < n; from = to) {
      for (to = from; to < n && keys[order[to]] == keys[order[from]]; to++) {
      }
      double t = to - from;
      ties += t * t * t - t;
      for (int at = from; at < to; at++) rank_sums[order[at]] += from + to + 1;
    }
  }
  double squares = 0, middle = (double)m * (n + 1);
  for (int p = 0; p < n; p++) squares += (rank_sums[p] - middle) * (rank_sums[p] - middle) / 4;
  double w = 12 * squares / ((double)m * m * ((double)n * n * n - n) - m * ties);
  double ms = now() - begun;
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  printf("{\"figures\":{\"ms\":%.3f,\"rssMb\":%.1f},\"answer\":{\"ranks\":[", ms, use.ru_maxrss / 1024.0);
  for (int p = 0; p < n; p++) printf("%s%d", p ? "," : "", rank[p]);
  printf("],\"w\":\"%.6f\"}}\n", w);
  return 0;
}
