// Word vectors by skip-gram with negative sampling (Mikolov et al. 2013), from words given as numbers.
//
//   skipgram WORDS.bin COUNT DIMENSIONS EPOCHS VECTORS.bin
//
// WORDS.bin: 32-bit integers below COUNT, -1 between sentences. VECTORS.bin: COUNT x DIMENSIONS 32-bit floats.
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WINDOW = 4, NEGATIVES = 7, LONGEST = 4096, TABLE = 20000000, THREADS = 2, MOST_DIMENSIONS = 512 };
static const double FREQUENT = 1e-4;
static const float RATE = 0.03f, LOWEST_RATE = 1e-4f;

static int *words, *counts, *table;
static long length;
static double total;
static int size, dimensions, epochs;
static float *vectors, *contexts;

static unsigned long next(unsigned long *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

static void learn_pair(int word, int context, float rate, unsigned long *random) {
  float change[MOST_DIMENSIONS] = {0};
  float *vector = vectors + (long)word * dimensions;
  for (int sample = 0; sample <= NEGATIVES; sample++) {
    int target = sample == 0 ? context : table[next(random) % TABLE];
    if (sample > 0 && target == context) continue;
    float *other = contexts + (long)target * dimensions;
    float dot = 0;
    for (int d = 0; d < dimensions; d++) dot += vector[d] * other[d];
    float gradient = ((sample == 0) - 1 / (1 + expf(-dot))) * rate;
    for (int d = 0; d < dimensions; d++) {
      change[d] += gradient * other[d];
      other[d] += gradient * vector[d];
    }
  }
  for (int d = 0; d < dimensions; d++) vector[d] += change[d];
}

static void *work(void *argument) {
  long thread = (long)argument, from = length / THREADS * thread, to = length / THREADS * (thread + 1);
  unsigned long random = 88172645463325252ul + thread * 7919;
  int sentence[LONGEST];
  for (int epoch = 0; epoch < epochs; epoch++) {
    for (long at = from; at < to; at++) {
      int count = 0;
      for (; at < to && words[at] >= 0 && count < LONGEST; at++) {
        double share = counts[words[at]] / total;
        double keep = sqrt(FREQUENT / share) + FREQUENT / share;
        if (keep < 1 && (next(&random) & 0xffffff) / 16777216.0 > keep) continue;
        sentence[count++] = words[at];
      }
      float rate = RATE * (1 - ((float)epoch + (float)(at - from) / (to - from)) / epochs);
      if (rate < LOWEST_RATE) rate = LOWEST_RATE;
      for (int here = 0; here < count; here++) {
        int window = 1 + next(&random) % WINDOW;
        for (int there = here - window; there <= here + window; there++)
          if (there >= 0 && there < count && there != here)
            learn_pair(sentence[here], sentence[there], rate, &random);
      }
    }
  }
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  length = ftell(file) / 4;
  rewind(file);
  words = malloc(length * 4);
  if (fread(words, 4, length, file) != (size_t)length) return 1;
  fclose(file);
  size = atoi(argv[2]);
  dimensions = atoi(argv[3]);
  epochs = atoi(argv[4]);
  counts = calloc(size, sizeof(int));
  for (long at = 0; at < length; at++)
    if (words[at] >= 0) counts[words[at]]++, total++;
  vectors = malloc(4l * size * dimensions);
  contexts = calloc((long)size * dimensions, 4);
  unsigned long random = 7;
  for (long at = 0; at < (long)size * dimensions; at++)
    vectors[at] = ((next(&random) & 0xffff) / 65536.f - 0.5f) / dimensions;
  // Negative samples by frequency to the power of 3/4.
  double sum = 0, reached = 0;
  for (int word = 0; word < size; word++) sum += pow(counts[word], 0.75);
  table = malloc(TABLE * sizeof(int));
  for (long at = 0, word = 0; at < TABLE; at++) {
    while (word < size - 1 && (at + 1.0) / TABLE > (reached + pow(counts[word], 0.75)) / sum)
      reached += pow(counts[word++], 0.75);
    table[at] = word;
  }
  pthread_t threads[THREADS];
  for (long thread = 0; thread < THREADS; thread++) pthread_create(&threads[thread], NULL, work, (void *)thread);
  for (long thread = 0; thread < THREADS; thread++) pthread_join(threads[thread], NULL);
  file = fopen(argv[5], "wb");
  fwrite(vectors, 4, (long)size * dimensions, file);
  return fclose(file);
}
