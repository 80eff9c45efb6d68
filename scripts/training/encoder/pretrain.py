"""Teaches the encoder the language of a corpus: to guess hidden words from what stands around them.

    python3 pretrain.py WORK_DIR [--minutes 28]

Reads what corpus.ts wrote to WORK_DIR, and writes WORK_DIR/pretrained.pt. Needs PyTorch, NumPy and a C compiler.
"""
import argparse
import json
import math
import pathlib
import random
import subprocess
import time

import numpy as np
import torch
from torch import nn

from encoder import WIDTH, Encoder, bags, lay_out

parser = argparse.ArgumentParser()
parser.add_argument('work', type=pathlib.Path)
parser.add_argument('--minutes', type=float, default=28)
options = parser.parse_args()
torch.manual_seed(1)

HIDE = 0.18
NEGATIVES = 6000
RATE = 2e-3
SENTENCES = 700
EPOCHS = 6

info = json.loads((options.work / 'corpus.json').read_text())
rows, unknown = info['rows'], info['unknown']
word_of = np.array([form[0] for form in info['forms']], np.int64)
shape_counts = np.array([len(form) - 1 for form in info['forms']], np.int64)
shape_starts = np.cumsum(shape_counts) - shape_counts
shapes = np.array([row for form in info['forms'] for row in form[1:]], np.int64)

# Sentences as arrays: forms, rows of places, how many of them each token has, and whose words stay hidden.
sentences = []
for line in open(options.work / 'corpus.jsonl'):
    for forms, places in json.loads(line):
        own = [[row for row in place if row >= 0] for place in places]
        sentences.append(
            (
                np.array(forms, np.int32),
                np.array([row for place in own for row in place], np.int32),
                np.array([len(place) for place in own], np.int8),
                np.array([place[:1] == [-1] for place in places], bool),
            )
        )
print(len(sentences), 'sentences', sum(len(forms) for forms, *_ in sentences), 'tokens', flush=True)

stream = np.concatenate([np.append(word_of[forms], -1) for forms, *_ in sentences]).astype(np.int32)
stream.tofile(options.work / 'words.bin')
words = unknown + 1
here = pathlib.Path(__file__).parent
program, vectors = options.work / 'skipgram', options.work / 'vectors.bin'
subprocess.check_call(
    ['gcc', '-O3', '-march=native', '-ffast-math', '-o', program, here / 'skipgram.c', '-lpthread', '-lm']
)
subprocess.check_call([program, options.work / 'words.bin', str(words), str(WIDTH), '6', vectors])
vectors = np.fromfile(vectors, np.float32).reshape(words, WIDTH)
vectors = torch.from_numpy(vectors / vectors.std() * 0.4)
print('words learned', flush=True)

encoder = Encoder(rows)
encoder.table.weight.data[:words] = vectors
guess = nn.Sequential(nn.Linear(WIDTH, 128), nn.ReLU(), nn.Linear(128, WIDTH))
targets = nn.Embedding(words, WIDTH)
targets.weight.data.copy_(vectors)
biases = nn.Embedding(words, 1)
biases.weight.data.zero_()
frequency = np.bincount(stream[stream >= 0], minlength=words) ** 0.75 + 1e-9
chances = torch.from_numpy(np.cumsum(frequency / frequency.sum()))
log_chance = torch.from_numpy(np.log(frequency / frequency.sum())).float()

tables = [encoder.table.weight, targets.weight, biases.weight]
rest = [p for p in encoder.parameters() if p is not encoder.table.weight] + list(guess.parameters())
optimizer = torch.optim.AdamW([{'params': rest}, {'params': tables}], lr=RATE, weight_decay=0.01)


def assemble(some):
    """A stream of sentences with some words hidden: rows, offsets, presence, hidden places, their words."""
    lengths = [len(forms) for forms, *_ in some]
    starts, present = lay_out(lengths)
    forms = np.concatenate([forms for forms, *_ in some])
    places = np.concatenate([own for _, own, _, _ in some])
    place_counts = np.concatenate([counts for _, _, counts, _ in some]).astype(np.int64)
    nameless = np.concatenate([hidden for *_, hidden in some])
    masked = ~nameless & (word_of[forms] != unknown) & (np.random.rand(len(forms)) < HIDE)
    # A masked token keeps the rows of its place; all others have their shape, and their word unless it is a name.
    head = np.where(masked, unknown, word_of[forms])
    heads = (~nameless).astype(np.int64)
    own_shapes = np.where(masked, 0, shape_counts[forms])
    counts = heads + own_shapes + place_counts
    ends = np.cumsum(counts)
    out = np.empty(ends[-1], np.int64)
    begin = ends - counts
    out[begin[heads == 1]] = head[heads == 1]
    spread(out, begin + heads, own_shapes, shapes, shape_starts[forms])
    spread(out, begin + heads + own_shapes, place_counts, places, np.cumsum(place_counts) - place_counts)
    at = np.flatnonzero(present[:, 0])[masked]
    rows_, offsets = bags(out, counts, present)
    return rows_, offsets, torch.from_numpy(present), torch.from_numpy(at), torch.from_numpy(word_of[forms][masked])


def spread(out, to, counts, source, start):
    """Copies runs of `source` that begin at `start` to where `to` says."""
    inner = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    out[np.repeat(to, counts) + inner] = source[np.repeat(start, counts) + inner]


began = time.time()
steps, all_steps, loss_sum = 0, EPOCHS * (len(sentences) // SENTENCES), 0.0
while True:
    random.Random(steps).shuffle(sentences)
    done = False
    for start in range(0, len(sentences) - SENTENCES, SENTENCES):
        progress = max(steps / all_steps, (time.time() - began) / 60 / options.minutes)
        if progress >= 1:
            done = True
            break
        rate = RATE * min(1, (steps + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * progress))
        optimizer.param_groups[0]['lr'] = rate
        optimizer.param_groups[1]['lr'] = rate * 0.5
        token_rows, offsets, present, at, wanted = assemble(sentences[start : start + SENTENCES])
        hidden = guess(encoder(token_rows, offsets, present)[at])
        drawn = torch.rand(NEGATIVES, dtype=torch.float64) * chances[-1]
        others = torch.searchsorted(chances, drawn).clamp(max=words - 1)
        right = (hidden * targets(wanted)).sum(-1) + biases(wanted)[:, 0] - log_chance[wanted]
        wrong = hidden @ targets(others).t() + biases(others)[:, 0] - log_chance[others] - math.log(NEGATIVES)
        wrong = wrong.masked_fill(others.unsqueeze(0) == wanted.unsqueeze(1), -1e4)
        loss = (torch.logsumexp(torch.cat([right.unsqueeze(1), wrong], 1), 1) - right).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimizer.step()
        steps += 1
        loss_sum += loss.item()
        if steps % 100 == 0:
            print(steps, 'of', all_steps, f'loss {loss_sum / 100:.4f}', f'{(time.time() - began) / 60:.1f} min', flush=True)
            loss_sum = 0.0
    if done:
        break
torch.save(encoder.state_dict(), options.work / 'pretrained.pt')
