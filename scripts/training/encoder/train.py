"""Teaches the pretrained encoder which of the candidate relations between two phrases of a sentence hold.

    python3 train.py WORK_DIR [--epochs 6]

Reads WORK_DIR/pretrained.pt and what train.ts wrote to WORK_DIR (candidates.jsonl, candidates.json). Writes
WORK_DIR/scores.bin, the score of each candidate by an encoder that has not seen its article, and
WORK_DIR/encoder.bin, the encoder learned from all articles.
"""
import argparse
import json
import math
import pathlib
import random
import struct
import time

import numpy as np
import torch
from torch import nn

from encoder import DILATIONS, TAPS, WIDTH, Encoder, bags, lay_out

parser = argparse.ArgumentParser()
parser.add_argument('work', type=pathlib.Path)
parser.add_argument('--epochs', type=int, default=6)
options = parser.parse_args()

RATE = 3e-3
ENCODER_RATE = 0.7
TABLE_RATE = 0.3
ARTICLES = 16
WORD_DROPOUT = 0.06
# What the other relations between the two phrases of a candidate count.
ALL_SHARE = 1.0

info = json.loads((options.work / 'candidates.json').read_text())
rows, unknown, relations, folds = info['rows'], info['unknown'], info['relations'], info['folds']


class Sentence:
    def __init__(self, data):
        self.rows = np.array(data['rows'], np.int32)
        self.counts = np.array(data['counts'], np.int64)
        # first and last token of the mention, start and end of the phrase, phrase code
        self.phrases = np.array(data['phrases'], np.int64).reshape(-1, 5)
        items = data['items']
        # subject, object, token of the predicate, relation, and the codes of how they stand to each other
        self.items = np.array([item[:4] + item[6:] for item in items], np.int64)
        self.linear = np.array([item[4] for item in items], np.float32)
        self.labels = np.array([item[5] for item in items], np.float32)
        # Of all relations between the two phrases: stated here (1), elsewhere (-1), or not.
        stated = {}
        for subject, obj, relation, label in data['stated']:
            stated.setdefault((subject, obj), []).append((relation, label))
        self.all = np.zeros((len(items), len(relations)), np.int8)
        for own, item in zip(self.all, items):
            for relation, label in stated.get((item[0], item[1]), ()):
                own[relation] = label


articles = []
for line in open(options.work / 'candidates.jsonl'):
    data = json.loads(line)
    sentences = [Sentence(sentence) for sentence in data['sentences']]
    articles.append((data['fold'], data['weight'], sentences))
print(len(articles), 'articles', sum(len(s.labels) for a in articles for s in a[2]), 'candidates', flush=True)


class Reader(nn.Module):
    """From the vectors of the words to how likely a relation holds between two phrases."""

    def __init__(self):
        super().__init__()
        self.encoder = Encoder(rows)
        self.subject = nn.Linear(2 * WIDTH, WIDTH)
        self.object = nn.Linear(2 * WIDTH, WIDTH)
        self.between = nn.Linear(WIDTH, WIDTH, bias=False)
        self.predicate = nn.Linear(WIDTH, WIDTH, bias=False)
        self.subject_code = nn.Embedding(info['phraseCodes'], WIDTH)
        self.object_code = nn.Embedding(info['phraseCodes'], WIDTH)
        self.codes = nn.ModuleList([nn.Embedding(size, WIDTH) for size in info['readingCodes']])
        for table in (self.subject_code, self.object_code, *self.codes):
            table.weight.data.mul_(0.2)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.relation = nn.Linear(WIDTH, len(relations))
        self.relation.weight.data.mul_(0.3)
        self.relation.bias.data.zero_()
        self.trust = nn.Parameter(torch.ones(len(relations)))
        # Only to learn from: which relations hold between the two, without the linear score. The linear model knows
        # most of what the candidates alone can teach; this makes the encoder find out by itself.
        self.all = nn.Linear(WIDTH, len(relations))
        self.all.bias.data.fill_(-4)
        self.dropout = nn.Dropout(0.25)

    def forward(self, batch):
        x = self.encoder(batch['rows'], batch['offsets'], batch['present'])
        sums = torch.cat([torch.zeros(1, WIDTH), torch.cumsum(x, 0)], 0)
        first, last, start, end, code = batch['phrases'].t()
        mean = (sums[end] - sums[start]) / (end - start).clamp(min=1).unsqueeze(-1)
        phrase = self.dropout(torch.cat([x[first], mean], -1))
        subject, obj, predicate, relation, *codes = batch['items'].t()
        low = torch.minimum(end[subject], end[obj])
        high = torch.maximum(torch.maximum(start[subject], start[obj]), low)
        middle = (sums[high] - sums[low]) / (high - low).clamp(min=1).unsqueeze(-1)
        reading = (
            (self.subject(phrase) + self.subject_code(code))[subject]
            + (self.object(phrase) + self.object_code(code))[obj]
            + self.between(self.dropout(middle))
            + self.predicate(self.dropout(x[predicate]))
        )
        for table, own in zip(self.codes, codes):
            reading = reading + table(own)
        reading = torch.relu(reading)
        reading = self.dropout(reading + torch.relu(self.mix(self.dropout(reading))))
        added = (reading * self.relation.weight[relation]).sum(-1) + self.relation.bias[relation]
        return self.trust[relation] * batch['linear'] + added, self.all(reading)


def moved(own, *by):
    """Adds to the first columns."""
    return own + np.array([*by, *[0] * (own.shape[1] - len(by))])


def assemble(some, hide):
    sentences = [sentence for _, _, own in some for sentence in own]
    starts, present = lay_out([len(sentence.counts) for sentence in sentences])
    token_rows = np.concatenate([sentence.rows for sentence in sentences])
    if hide:
        token_rows = np.where((token_rows < unknown) & (np.random.rand(len(token_rows)) < hide), unknown, token_rows)
    token_rows, offsets = bags(token_rows, np.concatenate([s.counts for s in sentences]), present)
    shift = np.cumsum([0] + [len(s.phrases) for s in sentences])
    join = lambda parts: torch.from_numpy(np.concatenate(parts))
    weights = [np.full(len(s.labels), weight, np.float32) for _, weight, own in some for s in own]
    return {
        'rows': token_rows,
        'offsets': offsets,
        'present': torch.from_numpy(present),
        'phrases': join([moved(s.phrases, *[start] * 4) for s, start in zip(sentences, starts)]),
        'items': join([moved(s.items, by, by, start) for s, by, start in zip(sentences, shift, starts)]),
        'linear': join([s.linear for s in sentences]),
        'labels': join([s.labels for s in sentences]),
        'all': join([s.all for s in sentences]).float(),
        'weights': join(weights),
    }


def score(reader, some):
    """The scores of all candidates of each article, one after another."""
    reader.eval()
    out = []
    with torch.no_grad():
        for start in range(0, len(some), 64):
            part = some[start : start + 64]
            found = reader(assemble(part, 0))[0].numpy() if any(own for *_, own in part) else np.zeros(0, np.float32)
            cuts = np.cumsum([sum(len(s.labels) for s in own) for *_, own in part])[:-1]
            out.extend(np.split(found, cuts))
    reader.train()
    return out


def loss_of(logits, labels, weights):
    return nn.functional.binary_cross_entropy_with_logits(
        logits, labels.clamp(min=0), weight=weights * (labels >= 0), reduction='sum'
    )


def learn(some, seed):
    torch.manual_seed(seed)
    np.random.seed(seed)
    shuffled = [article for article in some if article[2]]
    reader = Reader()
    reader.encoder.load_state_dict(torch.load(options.work / 'pretrained.pt'))
    table = [reader.encoder.table.weight]
    encoder = [p for p in reader.encoder.parameters() if p is not table[0]]
    rest = [p for name, p in reader.named_parameters() if not name.startswith('encoder.')]
    optimizer = torch.optim.AdamW([{'params': rest}, {'params': encoder}, {'params': table}], weight_decay=0.02)
    steps, all_steps = 0, options.epochs * (len(shuffled) // ARTICLES)
    for epoch in range(options.epochs):
        began, loss_sum, count = time.time(), 0.0, 0
        random.Random(seed * 100 + epoch).shuffle(shuffled)
        for start in range(0, len(shuffled) - ARTICLES + 1, ARTICLES):
            rate = RATE * min(1, (steps + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * steps / all_steps))
            for group, share in zip(optimizer.param_groups, (1, ENCODER_RATE, TABLE_RATE)):
                group['lr'] = rate * share
            batch = assemble(shuffled[start : start + ARTICLES], WORD_DROPOUT)
            scores, every = reader(batch)
            loss = (
                loss_of(scores, batch['labels'], batch['weights'])
                + ALL_SHARE * loss_of(every, batch['all'], batch['weights'].unsqueeze(-1))
            ) / ARTICLES
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 5.0)
            optimizer.step()
            steps += 1
            loss_sum += loss.item()
            count += 1
        print('  epoch', epoch, f'loss {loss_sum / count:.3f}', f'{time.time() - began:.0f} s', flush=True)
    return reader


def save(reader, target):
    """A header in JSON (its length first), then the table in 8 bits with a scale for each row, then 32-bit floats."""
    state = {name: tensor.numpy() for name, tensor in reader.state_dict().items()}
    table = state.pop('encoder.table.weight')
    for name in ('all.weight', 'all.bias'):
        del state[name]
    scales = (np.abs(table).max(1) / 127 + 1e-12).astype(np.float32)
    tensors, parts, size = {}, [], 0
    for name, tensor in state.items():
        tensors[name] = {'start': size, 'shape': list(tensor.shape)}
        parts.append(tensor.astype('<f4').tobytes())
        size += tensor.size
    header = {
        'rows': rows,
        'width': WIDTH,
        'taps': TAPS,
        'dilations': list(DILATIONS),
        'relations': relations,
        'tensors': tensors,
    }
    text = json.dumps(header).encode()
    text += b' ' * (-(len(text) + 4) % 4)
    with open(target, 'wb') as file:
        file.write(struct.pack('<I', len(text)))
        file.write(text)
        file.write(scales.astype('<f4').tobytes())
        file.write(b''.join(parts))
        file.write(np.round(table / scales[:, None]).astype(np.int8).tobytes())


scores = [np.zeros(0, np.float32)] * len(articles)
for fold in range(folds):
    print('fold', fold, flush=True)
    reader = learn([article for article in articles if article[0] != fold], fold + 1)
    held = [number for number, article in enumerate(articles) if article[0] == fold]
    for number, found in zip(held, score(reader, [articles[number] for number in held])):
        scores[number] = found
    losses = {'linear': [], 'encoder': []}
    for number in held:
        labels = np.concatenate([s.labels for s in articles[number][2]] or [np.zeros(0)])
        linear = np.concatenate([s.linear for s in articles[number][2]] or [np.zeros(0)])
        for name, logits in (('linear', linear), ('encoder', scores[number])):
            signed = np.where(labels > 0, -logits, logits)[labels >= 0]
            losses[name].append(np.logaddexp(0, signed))
    print('  held out: loss', {name: round(float(np.concatenate(own).mean()), 5) for name, own in losses.items()}, flush=True)
np.concatenate(scores).astype('<f4').tofile(options.work / 'scores.bin')
print('all', flush=True)
save(learn(articles, 9), options.work / 'encoder.bin')
