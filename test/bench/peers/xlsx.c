// The same cells through libxlsxwriter: xlsx CELLS OUT. CELLS is what test/bench/cells.ts wrote.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <xlsxwriter.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

enum { STYLES = 512 };

int main(int argc, char **argv) {
  if (argc < 3) return 1;
  struct stat size;
  FILE *in = fopen(argv[1], "rb");
  if (!in || fstat(fileno(in), &size)) return perror(argv[1]), 1;
  char *all = malloc(size.st_size + 1);
  if (fread(all, 1, size.st_size, in) != (size_t)size.st_size) return perror(argv[1]), 1;
  double begun = now();
  lxw_workbook *book = workbook_new(argv[2]);
  lxw_format *formats[STYLES] = {0};
  lxw_worksheet *sheet = NULL;
  long cells = 0;
  double sum = 0;
  char name[64], text[40000];
  int sheets = 0;
  for (char *at = all, *end = all + size.st_size; at < end;) {
    uint32_t row, length;
    uint16_t column, style;
    char kind = *at;
    memcpy(&row, at + 1, 4);
    memcpy(&column, at + 5, 2);
    memcpy(&style, at + 7, 2);
    memcpy(&length, at + 9, 4);
    at += 13;
    if (kind == 'S') {
      snprintf(name, sizeof name, "Sheet %d", ++sheets);
      sheet = workbook_add_worksheet(book, name);
    } else {
      lxw_format **format = &formats[style % STYLES];
      if (!*format) {
        *format = workbook_add_format(book);
        format_set_border(*format, LXW_BORDER_THIN);
        format_set_text_wrap(*format);
        format_set_font_size(*format, 8 + style % 8);
      }
      if (kind == 'N') {
        double value;
        memcpy(&value, at, 8);
        worksheet_write_number(sheet, row, column, value, *format);
        sum += value;
        cells++;
      } else if (kind == 'T') {
        uint32_t kept = length < sizeof text ? length : sizeof text - 1;
        memcpy(text, at, kept);
        text[kept] = 0;
        worksheet_write_string(sheet, row, column, text, *format);
        cells++;
      } else {
        worksheet_write_blank(sheet, row, column, *format);
      }
    }
    at += length;
  }
  if (workbook_close(book)) return 1;
  double ms = now() - begun;
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  stat(argv[2], &size);
  printf("{\"figures\":{\"ms\":%.1f,\"bytes\":%ld,\"rssMb\":%.1f},\"answer\":{\"cells\":%ld,\"sum\":%.2f}}\n", ms,
         (long)size.st_size, use.ru_maxrss / 1024.0, cells, sum);
  return 0;
}
