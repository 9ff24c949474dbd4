"""The network that reads propositions: a few layers of its own on top of the tagger's lower ones.

The tagger's lower layers know news and cues; the upper ones are copied and learn on for another end: which
words are the heart of a proposition, and how sure its speaker is. For every piece they are told where it
stands among the statements (`onrecord.read.network.situation`), which the tagger found first. A proposition
is its trigger; values, acts and ratings are read off its pieces' mean, and each word is scored as evidence
*for that trigger* in the way that the tagger scores roles for a cue.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from onrecord.read.network.outputs import EVIDENCE, Outputs
from onrecord.read.network.situation import DOES, LEVELS, PARTS
from onrecord.read.network.stances import ACTS, VALUES
from onrecord.read.network.tag import RELATIONS
from training.claims.data import RELATIONS as SYNTAX
from training.model import HIDDEN, Layer

OWN_LAYERS = 3
UNSEEN = 0.06
OUTPUTS = Outputs._fields


class Proposer(nn.Module):
    """``forward`` gives for every piece what each of ``OUTPUTS`` says of it.

    ``syntax``, what a word is to the head of its sentence, is there for training alone: silver syntax of many
    articles keeps the layers from learning few propositions by heart.
    """

    def __init__(self, layers: int = OWN_LAYERS) -> None:
        super().__init__()
        self.levels, self.parts, self.does = (nn.Embedding(n, HIDDEN) for n in (LEVELS, PARTS, DOES))
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = nn.Dropout(0.2)
        self.syntax = nn.Linear(HIDDEN, len(SYNTAX))
        self.trigger = nn.Linear(HIDDEN, 3)
        self.event = nn.Linear(HIDDEN, 3)
        self.value = nn.Linear(HIDDEN, len(VALUES))
        self.act = nn.Linear(HIDDEN, len(ACTS))
        self.against = nn.Linear(HIDDEN, 1)
        self.happened = nn.Linear(HIDDEN, 1)
        self.argument = nn.Linear(HIDDEN, EVIDENCE)
        self.predicate = nn.Linear(HIDDEN, EVIDENCE, bias=False)
        self.relations = nn.Embedding(RELATIONS, EVIDENCE)
        self.pair = nn.Linear(EVIDENCE, 1)
        for table in (self.levels, self.parts, self.does):
            nn.init.zeros_(table.weight)
        nn.init.normal_(self.relations.weight, std=0.5)

    def forward(
        self, lower: Tensor, levels: Tensor, parts: Tensor, does: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """(batch, pieces, hidden) of the tagger and (batch, pieces) of each feature."""
        if self.training:  # a word in ten is not seen at all
            lower = lower * (torch.rand(lower.shape[:2], device=lower.device) > UNSEEN)[..., None]
        x = lower + self.levels(levels) + self.parts(parts) + self.does(does)
        for layer in self.layers:
            x = layer(x, mask)
        x = self.drop(x)
        return {name: getattr(self, name)(x) for name in (*OUTPUTS, *(("syntax",) * self.training))}

    def evidence_scores(self, argument: Tensor, predicate: Tensor, relations: Tensor) -> Tensor:
        """(claims, pieces): how well each piece fits as evidence for each claim."""
        return self.pair(F.relu(argument + predicate[:, None] + self.relations(relations)))[..., 0]
