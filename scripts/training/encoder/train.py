"""Teaches the pretrained encoder which of the candidate relations between two phrases of a sentence hold.

    python3 train.py WORK_DIR [--epochs 7]

Reads WORK_DIR/pretrained.pt and what train.ts wrote to WORK_DIR (candidates.jsonl, candidates.json). Writes to
WORK_DIR what encoders say of articles that they have not seen: scores.bin, the score of each candidate, and pairs.bin
and pair-scores.bin, the likely relations of pairs of phrases (article, sentence, subject, object, relation) and their
scores; and encoder.bin, the encoder learned from all articles.
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
parser.add_argument('--epochs', type=int, default=7)
options = parser.parse_args()

RATE = 3e-3
ENCODER_RATE = 0.7
TABLE_RATE = 0.3
ARTICLES = 16
WORD_DROPOUT = 0.06
# What the other relations between the two phrases of a candidate count, and what those of all pairs.
ALL_SHARE = 1.0
PAIR_SHARE = 2.0

info = json.loads((options.work / 'candidates.json').read_text())
rows, unknown, relations, folds = info['rows'], info['unknown'], info['relations'], info['folds']

# As in inputs.ts.
NEAR, FARTHEST_BUCKET, MOST_BETWEEN, TYPES = 8, 23, 4, 4
# As in attention.ts.
HEADS = 4
# Sentences with about as many readings are asked together: from how many on a group begins.
GROUPS = (1, 9, 25, 61)


def distance_codes(way):
    distance = way.abs()
    far = NEAR + torch.floor(torch.log2(distance.clamp(min=1).float() / NEAR) * 4).long()
    bucket = torch.where(distance < NEAR, distance, far.clamp(max=FARTHEST_BUCKET))
    return bucket + (way < 0) * (FARTHEST_BUCKET + 1)


def pair_codes(phrases, subject, obj):
    first, group, kind = phrases[:, 0], phrases[:, 6], phrases[:, 5]
    between = np.minimum(MOST_BETWEEN, np.maximum(0, np.abs(obj - subject) - 1))
    return (
        distance_codes(torch.from_numpy(first[obj] - first[subject])).numpy(),
        between + np.where(group[subject] == group[obj], MOST_BETWEEN + 1, 0),
        kind[subject] * TYPES + kind[obj],
    )


class Sentence:
    def __init__(self, data):
        self.rows = np.array(data['rows'], np.int32)
        self.counts = np.array(data['counts'], np.int64)
        # first and last token of the mention, start and end of the phrase, phrase code, type, coordination, entity
        self.phrases = np.array(data['phrases'], np.int64).reshape(-1, 8)
        # subject, object, token of the predicate, relation, pair, and the codes of how they stand to each other
        items = np.array(data['items'], np.float64).reshape(-1, 6 + len(info['readingCodes']))
        self.linear = items[:, 4].astype(np.float32)
        self.labels = items[:, 5].astype(np.float32)
        # Two phrases of different entities, not too far from each other.
        first, entity = self.phrases[:, 0], self.phrases[:, 7]
        near = np.abs(first[:, None] - first[None, :]) <= info['pairReach']
        known = (entity[:, None] >= 0) & (entity[None, :] >= 0)
        subject, obj = np.nonzero(near & known & (entity[:, None] != entity[None, :]))
        self.pairs = np.stack([subject, obj, *pair_codes(self.phrases, subject, obj)], 1).astype(np.int16)
        numbers = np.full((len(first) + 1, len(first) + 1), -1)
        numbers[subject, obj] = np.arange(len(subject))
        # Of all relations between the two phrases: stated here (1), elsewhere (-1), or not.
        every = np.zeros((len(subject) + 1, len(relations)), np.int8)
        for one, other, relation, label in data['stated']:
            every[numbers[one, other], relation] = label
        every[-1] = 0
        self.stated = every[:-1]
        ends = items[:, :2].astype(np.int64)
        own = numbers[ends[:, 0], ends[:, 1]]
        self.items = np.concatenate([items[:, :4].astype(np.int64), own[:, None], items[:, 6:].astype(np.int64)], 1)
        self.all = every[own]


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
        # Where a reading looks in its sentence, and how near it looks to its subject, object and predicate.
        self.query, self.key, self.value, self.context = (nn.Linear(WIDTH, WIDTH, bias=False) for _ in range(4))
        self.far = nn.ModuleList([nn.Embedding(2 * FARTHEST_BUCKET + 2, HEADS) for _ in range(3)])
        for table in self.far:
            table.weight.data.mul_(0.1)
        # The same of all pairs of phrases, without a predicate; what it says counts for candidates too.
        self.pair_mix = nn.Linear(WIDTH, WIDTH)
        self.pair = nn.Linear(WIDTH, len(relations))
        self.pair.bias.data.fill_(-4)
        self.share = nn.Parameter(torch.full((len(relations),), 0.3))
        self.dropout = nn.Dropout(0.25)

    def look(self, readings, batch, groups, keys, values, marks):
        """What each reading finds in its sentence."""
        queries = self.query(readings)
        found = torch.zeros_like(readings)
        for own, row, column, rows, most, longest in groups:
            # Of the sentences of the group: all readings side by side.
            asked = readings.new_zeros(len(rows), most, WIDTH)
            asked[row, column] = queries[own]
            asked = asked.view(len(rows), most, HEADS, -1).transpose(1, 2)
            scores = asked @ keys[rows][:, :, :longest].transpose(2, 3) / math.sqrt(WIDTH // HEADS)
            place = torch.arange(longest).unsqueeze(0)
            start = batch['starts'][rows][row]
            near = sum(
                table(distance_codes(place - (mark[own] - start).unsqueeze(1)))
                for table, mark in zip(self.far, marks)
            )
            nearness = scores.new_zeros(len(rows), most, longest, HEADS)
            nearness[row, column] = near
            scores = scores + nearness.permute(0, 3, 1, 2)
            scores = scores.masked_fill(~batch['inside'][rows][:, None, None, :longest], -1e4)
            seen = torch.softmax(scores, -1) @ values[rows][:, :, :longest]
            found = found.index_copy(0, own, seen.transpose(1, 2).reshape(len(rows), most, WIDTH)[row, column])
        return self.context(found)

    def forward(self, batch):
        x = self.encoder(batch['rows'], batch['offsets'], batch['present'])
        sums = torch.cat([torch.zeros(1, WIDTH), torch.cumsum(x, 0)], 0)
        first, last, start, end, code, *_ = batch['phrases'].t()
        mean = (sums[end] - sums[start]) / (end - start).clamp(min=1).unsqueeze(-1)
        phrase = self.dropout(torch.cat([x[first], mean], -1))
        subjects = self.subject(phrase) + self.subject_code(code)
        objects = self.object(phrase) + self.object_code(code)

        def between(subject, obj):
            low = torch.minimum(end[subject], end[obj])
            high = torch.maximum(torch.maximum(start[subject], start[obj]), low)
            middle = (sums[high] - sums[low]) / (high - low).clamp(min=1).unsqueeze(-1)
            return subjects[subject] + objects[obj] + self.between(self.dropout(middle))

        def heads(matrix):
            tokens = batch['tokens']
            return matrix(x)[tokens].view(*tokens.shape, HEADS, -1).transpose(1, 2)

        keys, values = heads(self.key), heads(self.value)

        subject, obj, *codes = batch['pairs'].t()
        pair = between(subject, obj)
        for number, own in zip(info['pairCodes'], codes):
            pair = pair + self.codes[number](own)
        pair = torch.relu(pair)
        seen = self.look(pair, batch, batch['pair_groups'], keys, values, (first[subject], first[obj]))
        pair = self.dropout(pair + torch.relu(self.pair_mix(self.dropout(pair)) + seen))
        pairs = self.pair(pair)

        subject, obj, predicate, relation, own_pair, *codes = batch['items'].t()
        reading = between(subject, obj) + self.predicate(self.dropout(x[predicate]))
        for table, own in zip(self.codes, codes):
            reading = reading + table(own)
        reading = torch.relu(reading)
        seen = self.look(reading, batch, batch['item_groups'], keys, values, (first[subject], first[obj], predicate))
        reading = self.dropout(reading + torch.relu(self.mix(self.dropout(reading)) + seen))
        added = (reading * self.relation.weight[relation]).sum(-1) + self.relation.bias[relation]
        if len(pairs):
            second = torch.where(own_pair >= 0, pairs[own_pair.clamp(min=0), relation], torch.zeros(1))
            added = added + self.share[relation] * second
        return self.trust[relation] * batch['linear'] + added, self.all(reading), pairs


def moved(own, *by):
    """Adds to the first columns."""
    return own + np.array([*by, *[0] * (own.shape[1] - len(by))])


def moved_item(items, phrases, tokens, pairs):
    pair = items[:, 4:5]
    return moved(
        np.concatenate([items[:, :4], np.where(pair < 0, pair, pair + pairs), items[:, 5:]], 1), phrases, phrases, tokens
    )


def grouped(counts, lengths):
    """Sentences with about as many readings: which readings, where each goes, and of which sentences."""
    starts = np.cumsum(counts) - counts
    groups = []
    for low, high in zip(GROUPS, (*GROUPS[1:], np.inf)):
        rows = np.nonzero((counts >= low) & (counts < high))[0]
        if len(rows) == 0:
            continue
        columns = [np.arange(counts[row]) for row in rows]
        own = np.concatenate([starts[row] + column for row, column in zip(rows, columns)])
        row = np.repeat(np.arange(len(rows)), counts[rows])
        tensors = [torch.from_numpy(part) for part in (own, row, np.concatenate(columns), rows)]
        groups.append((*tensors, int(counts[rows].max()), int(lengths[rows].max())))
    return groups


def assemble(some, hide):
    sentences = [sentence for _, _, own in some for sentence in own]
    starts, present = lay_out([len(sentence.counts) for sentence in sentences])
    token_rows = np.concatenate([sentence.rows for sentence in sentences])
    if hide:
        token_rows = np.where((token_rows < unknown) & (np.random.rand(len(token_rows)) < hide), unknown, token_rows)
    token_rows, offsets = bags(token_rows, np.concatenate([s.counts for s in sentences]), present)
    shift = np.cumsum([0] + [len(s.phrases) for s in sentences])
    pair_shift = np.cumsum([0] + [len(s.pairs) for s in sentences])
    join = lambda parts: torch.from_numpy(np.concatenate(parts))
    starts_of = np.array(starts[: len(sentences)])
    lengths = np.array([len(s.counts) for s in sentences])
    places = np.arange(lengths.max())[None, :]
    inside = places < lengths[:, None]
    weights = [np.full(len(s.labels), weight, np.float32) for _, weight, own in some for s in own]
    return {
        'rows': token_rows,
        'offsets': offsets,
        'present': torch.from_numpy(present),
        'phrases': join([moved(s.phrases, *[start] * 4) for s, start in zip(sentences, starts)]),
        'items': join([
            moved_item(s.items, by, start, pairs)
            for s, by, start, pairs in zip(sentences, shift, starts, pair_shift)
        ]),
        'pairs': join([moved(s.pairs.astype(np.int64), by, by) for s, by in zip(sentences, shift)]),
        'stated': join([s.stated for s in sentences]).float(),
        'pair_weights': join([np.full(len(s.pairs), w, np.float32) for _, w, own in some for s in own]),
        'starts': torch.from_numpy(starts_of),
        'tokens': torch.from_numpy(np.where(inside, starts_of[:, None] + places, 0)),
        'inside': torch.from_numpy(inside),
        'pair_groups': grouped(np.array([len(s.pairs) for s in sentences]), lengths),
        'item_groups': grouped(np.array([len(s.items) for s in sentences]), lengths),
        'linear': join([s.linear for s in sentences]),
        'labels': join([s.labels for s in sentences]),
        'all': join([s.all for s in sentences]).float(),
        'weights': join(weights),
    }


def score(reader, numbers):
    """The scores of all candidates of each article, one after another, and its likely pairs with theirs."""
    reader.eval()
    out, places, scores = [], [], []
    with torch.no_grad():
        for start in range(0, len(numbers), 64):
            part = [articles[number] for number in numbers[start : start + 64]]
            if not any(own for *_, own in part):
                out.extend([np.zeros(0, np.float32)] * len(part))
                continue
            found, _, pairs = reader(assemble(part, 0))
            cuts = np.cumsum([sum(len(s.labels) for s in own) for *_, own in part])[:-1]
            out.extend(np.split(found.numpy(), cuts))
            pairs, at = pairs.numpy(), 0
            for number, (*_, own) in zip(numbers[start : start + 64], part):
                for position, sentence in enumerate(own):
                    likely = pairs[at : at + len(sentence.pairs)]
                    at += len(sentence.pairs)
                    for pair, relation in zip(*np.nonzero(likely > info['leastPairScore'])):
                        subject, obj = sentence.pairs[pair, :2]
                        places.append((number, position, subject, obj, relation))
                        scores.append(likely[pair, relation])
    reader.train()
    return out, places, scores


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
            scores, every, pairs = reader(batch)
            loss = (
                loss_of(scores, batch['labels'], batch['weights'])
                + ALL_SHARE * loss_of(every, batch['all'], batch['weights'].unsqueeze(-1))
                + PAIR_SHARE * loss_of(pairs, batch['stated'], batch['pair_weights'].unsqueeze(-1))
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
places, pair_scores = [], []
for fold in range(folds):
    print('fold', fold, flush=True)
    reader = learn([article for article in articles if article[0] != fold], fold + 1)
    held = [number for number, article in enumerate(articles) if article[0] == fold]
    found, own_places, own_scores = score(reader, held)
    places.extend(own_places)
    pair_scores.extend(own_scores)
    for number, own in zip(held, found):
        scores[number] = own
    losses = {'linear': [], 'encoder': []}
    for number in held:
        labels = np.concatenate([s.labels for s in articles[number][2]] or [np.zeros(0)])
        linear = np.concatenate([s.linear for s in articles[number][2]] or [np.zeros(0)])
        for name, logits in (('linear', linear), ('encoder', scores[number])):
            signed = np.where(labels > 0, -logits, logits)[labels >= 0]
            losses[name].append(np.logaddexp(0, signed))
    print('  held out: loss', {name: round(float(np.concatenate(own).mean()), 5) for name, own in losses.items()}, flush=True)
np.concatenate(scores).astype('<f4').tofile(options.work / 'scores.bin')
np.array(places, '<i4').tofile(options.work / 'pairs.bin')
np.array(pair_scores, '<f4').tofile(options.work / 'pair-scores.bin')
print('all', flush=True)
save(learn(articles, 9), options.work / 'encoder.bin')
