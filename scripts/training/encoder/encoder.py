"""The encoder as PyTorch trains it; src/extract/relations/encoder/ is the same in TypeScript and WebAssembly."""
import numpy as np
import torch
from torch import nn

WIDTH = 96
TAPS = 5
DILATIONS = (1, 2, 4, 1)
# Between sentences in one stream: as far as a layer looks.
GAP = 8


class Layer(nn.Module):
    """A depthwise convolution and a mixing of the channels, added to what came in, normalized."""

    def __init__(self, dilation):
        super().__init__()
        self.taps = nn.Conv1d(
            WIDTH, WIDTH, TAPS, padding=dilation * (TAPS // 2), dilation=dilation, groups=WIDTH
        )
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, present):
        near = self.taps(x.t().unsqueeze(0))[0].t()
        return self.norm(x + self.dropout(torch.relu(self.mix(near)))) * present


class Encoder(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.table = nn.EmbeddingBag(rows, WIDTH, mode='sum')
        self.table.weight.data.mul_(0.1)
        self.norm = nn.LayerNorm(WIDTH)
        self.dropout = nn.Dropout(0.15)
        self.layers = nn.ModuleList([Layer(dilation) for dilation in DILATIONS])

    def forward(self, rows, offsets, present):
        x = self.dropout(torch.relu(self.norm(self.table(rows, offsets)))) * present
        for layer in self.layers:
            x = layer(x, present)
        return x


def lay_out(lengths):
    """Where sentences of these lengths begin in one stream, and which of its places hold tokens."""
    starts = np.cumsum([0] + [length + GAP for length in lengths])
    present = np.zeros((starts[-1], 1), np.float32)
    for start, length in zip(starts, lengths):
        present[start : start + length] = 1
    return starts, present


def bags(rows, counts, present):
    """Rows of all tokens, and for each place of the stream where its own begin."""
    sizes = np.zeros(len(present), np.int64)
    sizes[present[:, 0] > 0] = counts
    return torch.from_numpy(rows.astype(np.int64)), torch.from_numpy(np.cumsum(sizes) - sizes)
