"""The network: a small BERT encoder with a cue tagger, roles of every piece for every cue, names and links.

A cue is the anchor of a statement. Given one, each wordpiece is scored as source or content *of that cue*:

    score(t, role | cue c) = unary(h_t) + w . relu(A h_t + B mean(h_c) + D[relation(t, c)])

with a linear-chain CRF over the roles. That is semantic role labelling with the cue as predicate (He et
al., 2017), not flat tagging followed by linking: a source can serve two cues, contents can nest, and no
span has to be found before it is linked. Cues of the article's own statements and cues inside their contents
are tagged apart, since one corpus marks only the first.

On the same encoder stand a tagger of names and a scorer of which earlier mention a mention follows on
(mention ranking with a dummy antecedent, Lee et al., 2017; the vectors are one projection each, so that
linking costs one small product at run time).
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from onrecord.read.network.mentions import ENTITIES
from onrecord.read.network.tag import LINK, RELATIONS, ROLES, Scores
from training.data import STYLES

LAYERS, HIDDEN, HEADS, INNER = 6, 384, 12, 1536
RANK = 128
DISTANCES = 12
OUTPUTS = Scores._fields


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(attended.transpose(1, 2).reshape(b, n, HIDDEN))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Everything the run time needs: ``forward`` gives the arrays that decoding starts from."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN), requires_grad=False)
        self.shapes, self.quoted, self.places = (nn.Embedding(n, HIDDEN) for n in (8, 4, 4))
        self.styles = nn.Embedding(len(STYLES), HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(HIDDEN, 3)
        self.nested = nn.Linear(HIDDEN, 3)
        self.unary = nn.Linear(HIDDEN, len(ROLES))
        self.argument = nn.Linear(HIDDEN, RANK)
        self.predicate = nn.Linear(HIDDEN, RANK, bias=False)
        self.relations = nn.Embedding(RELATIONS, RANK)
        self.pair = nn.Linear(RANK, len(ROLES), bias=False)
        self.entity = nn.Linear(HIDDEN, 1 + 2 * len(ENTITIES))
        self.anaphor = nn.Linear(HIDDEN, LINK)
        self.antecedent = nn.Linear(HIDDEN, LINK)
        self.fresh = nn.Linear(HIDDEN, 1)
        self.distances = nn.Embedding(DISTANCES, 1)
        self.transitions = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))
        for table in (self.shapes, self.quoted, self.places, self.styles):
            nn.init.zeros_(table.weight)
        nn.init.zeros_(self.distances.weight)
        nn.init.normal_(self.relations.weight, std=0.5)
        self.words.weight.requires_grad = False

    def forward(
        self,
        ids: Tensor,
        shapes: Tensor,
        quoted: Tensor,
        places: Tensor,
        style: Tensor,
        mask: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """(batch, pieces) of each feature -> what each of ``OUTPUTS`` says of every piece."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.segment
        x = x + self.shapes(shapes) + self.quoted(quoted) + self.places(places) + self.styles(style)[:, None]
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        x = self.drop(x)
        return {name: getattr(self, name)(x) for name in OUTPUTS}

    def role_scores(self, unary: Tensor, argument: Tensor, predicate: Tensor, relations: Tensor) -> Tensor:
        """(cues, pieces, roles) from the gathered rows of each cue's window and its mean predicate vector."""
        return unary + self.pair(F.relu(argument + predicate[:, None] + self.relations(relations)))

    def link_scores(self, anaphor: Tensor, antecedent: Tensor, fresh: Tensor, before: Tensor) -> Tensor:
        """(mentions, 1 + mentions): how well each mention follows on nothing, or on each other one.

        ``before`` (mentions, mentions) counts how many mentions back the other one stands, from 1; 0 and less
        is no antecedent.
        """
        scores = anaphor @ antecedent.T / LINK**0.5 + self.distances(distance_class(before))[..., 0]
        return torch.cat([fresh, scores.masked_fill(before < 1, -1e4)], dim=1)


def distance_class(before: Tensor) -> Tensor:
    """Distances of 1 to 4 mentions have a class each, then each doubling has one."""
    far = (2 + before.clamp(min=1).float().log2()).long()
    return torch.where(before < 5, before.clamp(min=0), far.clamp(max=DISTANCES - 1))


def link_loss(scores: Tensor, groups: Tensor, before: Tensor) -> Tensor:
    """Negative log of the probability that mentions follow on one of their own group (Lee et al., 2017)."""
    right = (groups[:, None] == groups[None]) & (before > 0)
    allowed = torch.cat([~right.any(1, keepdim=True), right], dim=1)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~allowed, -1e4), 1)).sum()


def crf_loss(scores: Tensor, transitions: Tensor, roles: Tensor, lengths: Tensor) -> Tensor:
    """Negative log likelihood of ``roles`` under a linear-chain CRF, one number a sequence."""
    n = scores.shape[1]
    inside = torch.arange(n, device=scores.device)[None] < lengths[:, None]
    gold = (scores.gather(2, roles[..., None])[..., 0] * inside).sum(1)
    gold = gold + (transitions[roles[:, :-1], roles[:, 1:]] * inside[:, 1:]).sum(1)
    # The partition function as a product of n matrices in the log semiring, multiplied pairwise.
    steps = scores[:, 1:, None, :] + transitions
    identity = torch.full_like(transitions, -1e4).fill_diagonal_(0.0)
    steps = torch.where(inside[:, 1:, None, None], steps, identity)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, identity.expand(len(steps), 1, -1, -1)], dim=1)
        steps = torch.logsumexp(steps[:, 0::2, :, :, None] + steps[:, 1::2, None, :, :], dim=3)
    alpha = torch.logsumexp(scores[:, 0, :, None] + steps[:, 0], dim=1)
    return torch.logsumexp(alpha, dim=1) - gold


def load_encoder(model: Tagger, weights: dict[str, Tensor]) -> None:
    """Fill the encoder from a BERT checkpoint's tensors (names as in Hugging Face's BertModel)."""
    w = {name.removeprefix("bert."): t.float() for name, t in weights.items()}
    with torch.no_grad():
        model.words.weight.copy_(w["embeddings.word_embeddings.weight"])
        model.positions.weight.copy_(w["embeddings.position_embeddings.weight"])
        model.segment.copy_(w["embeddings.token_type_embeddings.weight"][0])
        model.norm.load_state_dict({k: w[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
        for i, layer in enumerate(model.layers):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [w[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                for mine, theirs in (
                    (layer.out, "attention.output.dense"),
                    (layer.norm1, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.norm2, "output.LayerNorm"),
                ):
                    getattr(mine, kind).copy_(w[f"{at}{theirs}.{kind}"])
