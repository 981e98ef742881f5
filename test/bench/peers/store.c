// The limit of taking files into a content store: read, SHA-256 (OpenSSL), write, fdatasync, rename, on two threads.
// store TARGET FOLDER...  prints the hashes in order; with - as TARGET the files are only read
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { BLOCK = 1 << 20, THREADS = 2, MOST = 100000 };

static char *names[MOST];
static int count;
static int next;
static long total;
static const char *target;
static char hashes[MOST][65];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void take(const char *name, int number, unsigned char *block, EVP_MD_CTX *digest) {
  char from[4096], part[4096], place[4096], hex[65];
  unsigned char hash[32];
  unsigned length;
  snprintf(from, sizeof from, "%s", name);
  snprintf(part, sizeof part, "%s/.part%d", target, number);
  int keeps = strcmp(target, "-") != 0;
  int in = open(from, O_RDONLY), out = keeps ? open(part, O_CREAT | O_TRUNC | O_WRONLY, 0644) : -1;
  if (in < 0 || (keeps && out < 0)) fail(name);
  EVP_DigestInit_ex(digest, EVP_sha256(), 0);
  ssize_t got;
  while ((got = read(in, block, BLOCK)) > 0) {
    EVP_DigestUpdate(digest, block, got);
    if (keeps && write(out, block, got) != got) fail(part);
    __sync_fetch_and_add(&total, got);
  }
  EVP_DigestFinal_ex(digest, hash, &length);
  close(in);
  for (int i = 0; i < 32; i++) sprintf(hex + 2 * i, "%02x", hash[i]);
  memcpy(hashes[number], hex, 65);
  if (!keeps) return;
  if (fdatasync(out)) fail(part);
  close(out);
  snprintf(place, sizeof place, "%s/%s", target, hex);
  if (rename(part, place)) fail(place);
}

static void *work(void *unused) {
  unsigned char *block = aligned_alloc(4096, BLOCK);
  EVP_MD_CTX *digest = EVP_MD_CTX_new();
  for (;;) {
    int mine = __sync_fetch_and_add(&next, 1);
    if (mine >= count) return unused;
    take(names[mine], mine, block, digest);
  }
}

static int by_hash(const void *one, const void *other) { return strcmp(one, other); }

static void list(const char *folder) {
  char path[4096];
  DIR *open_folder = opendir(folder);
  if (!open_folder) fail(folder);
  struct dirent *entry;
  while ((entry = readdir(open_folder)) && count < MOST) {
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    names[count++] = strdup(path);
  }
  closedir(open_folder);
}

int main(int argc, char **argv) {
  if (argc < 3) return 1;
  target = argv[1];
  if (strcmp(target, "-") != 0) mkdir(target, 0755);
  pthread_t threads[THREADS];
  double begun = now();
  for (int i = 2; i < argc; i++) list(argv[i]);
  for (int i = 0; i < THREADS; i++) pthread_create(threads + i, 0, work, 0);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], 0);
  double ms = now() - begun;
  qsort(hashes, count, sizeof hashes[0], by_hash);
  printf("{\"figures\":{\"ms\":%.1f},\"answer\":{\"files\":%d,\"hashes\":[", ms, count);
  for (int i = 0; i < count; i++) printf("%s\"%s\"", i ? "," : "", hashes[i]);
  printf("]}}\n");
}
