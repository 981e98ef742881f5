// The limit of keeping one stroke of one expert, on the very SQLite the program ships.
// autosave save DB SHEET.sql JUDGEMENT.sql N PACKETS EXPERTS  one transaction a stroke: the sheet's row and the mark's
// autosave sync FILE N                                         4 KiB and fdatasync: the disk alone
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "sqlite3.h"

static const char *items[] = {"A1", "B3", "C1", "C2", "C3", "C4", "C5", "E1"};

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void fail(const char *what) {
  fprintf(stderr, "%s\n", what);
  exit(1);
}

static int by_size(const void *one, const void *other) {
  double a = *(const double *)one, b = *(const double *)other;
  return a < b ? -1 : a > b;
}

static void print_times(double *times, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += times[i];
  qsort(times, n, sizeof *times, by_size);
  printf("{\"figures\":{\"ms\":%.2f,\"p50\":%.4f,\"p99\":%.4f,\"max\":%.4f},\"answer\":", sum, times[n / 2],
         times[n * 99 / 100], times[n - 1]);
}

static char *text_of(const char *path) {
  static char buffer[2][4096];
  static int turn;
  char *into = buffer[turn++ % 2];
  FILE *file = fopen(path, "r");
  if (!file) fail(path);
  into[fread(into, 1, sizeof buffer[0] - 1, file)] = 0;
  fclose(file);
  return into;
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0)) fail(sqlite3_errmsg(db));
  return statement;
}

static void bind(sqlite3_stmt *statement, const char *name, const char *text) {
  int at = sqlite3_bind_parameter_index(statement, name);
  if (!at) fail(name);
  if (text) sqlite3_bind_text(statement, at, text, -1, SQLITE_TRANSIENT);
  else sqlite3_bind_null(statement, at);
}

static void run(sqlite3 *db, sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_errmsg(db));
  sqlite3_reset(statement);
}

static void save(char **v) {
  sqlite3 *db;
  int n = atoi(v[5]), packets = atoi(v[6]), experts = atoi(v[7]);
  if (sqlite3_open(v[2], &db)) fail(v[2]);
  sqlite3_exec(db, "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON", 0, 0, 0);
  sqlite3_stmt *begin = prepared(db, "BEGIN IMMEDIATE"), *commit = prepared(db, "COMMIT");
  sqlite3_stmt *sheet = prepared(db, text_of(v[3])), *judgement = prepared(db, text_of(v[4]));
  double *times = malloc(n * sizeof *times);
  unsigned r = 12345;
  for (int k = 0; k < n; k++) {
    char packet[32], expert[32], at[32], deduct[32], reason[32];
    r = r * 1664525u + 1013904223u;
    snprintf(packet, sizeof packet, "packet-%u", (r >> 8) % packets + 1);
    snprintf(expert, sizeof expert, "expert-%u", (r >> 4) % experts + 1);
    snprintf(at, sizeof at, "2026-11-21T06:%02d:%02d.%03dZ", k / 60000 % 60, k / 1000 % 60, k % 1000);
    snprintf(deduct, sizeof deduct, "%u.%u", r % 3, (r >> 3) % 10);
    snprintf(reason, sizeof reason, "reason %d", k);
    double begun = now();
    run(db, begin);
    bind(sheet, "@expert", expert), bind(sheet, "@packet", packet), bind(sheet, "@opinion", 0), bind(sheet, "@at", at);
    run(db, sheet);
    bind(judgement, "@expert", expert), bind(judgement, "@packet", packet), bind(judgement, "@item", items[r % 8]);
    bind(judgement, "@deduct", deduct), bind(judgement, "@reason", reason), bind(judgement, "@pins", "[]");
    run(db, judgement);
    run(db, commit);
    times[k] = now() - begun;
  }
  print_times(times, n);
  sqlite3_stmt *sums = prepared(db,
      "select (select count(*) from sheets where state = 'draft'), count(*), round(sum(deduct), 1), sum(length(reason)) "
      "from judgements");
  if (sqlite3_step(sums) != SQLITE_ROW) fail(sqlite3_errmsg(db));
  printf("[%d,%d,%.15g,%d]}\n", sqlite3_column_int(sums, 0), sqlite3_column_int(sums, 1), sqlite3_column_double(sums, 2),
         sqlite3_column_int(sums, 3));
}

static void only_sync(char **v) {
  int n = atoi(v[3]), file = open(v[2], O_CREAT | O_TRUNC | O_RDWR, 0644);
  double *times = malloc(n * sizeof *times);
  static char block[4096];
  if (file < 0) fail(v[2]);
  for (int k = 0; k < n; k++) {
    memset(block, k, sizeof block);
    double begun = now();
    if (pwrite(file, block, sizeof block, (off_t)(k % 1000) * sizeof block) < 0 || fdatasync(file)) fail(v[2]);
    times[k] = now() - begun;
  }
  print_times(times, n);
  printf("%d}\n", n);
}

int main(int argc, char **argv) {
  if (argc == 8 && !strcmp(argv[1], "save")) save(argv);
  else if (argc == 4 && !strcmp(argv[1], "sync")) only_sync(argv);
  else return 1;
}
