"""The training run of the network that reads propositions.

One run leaves out a seventh of the articles: `training.claims.fit` chooses on it what rules and network
weigh beside each other, and calibrates. The other learns from all; its weights ship. Both go on from their
last whole epoch where they were stopped.
"""

import json
import math
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from evaluation.silver import silver
from onrecord.read.network.encoder import Encoder, load
from onrecord.read.network.tag import relation
from training.claims.data import (
    UNKNOWN,
    Example,
    examples,
    happened,
    held_out,
    page,
    readings,
    shuffled,
    unread,
)
from training.claims.model import OWN_LAYERS, Proposer
from training.layers import shipped_layers
from training.train import RUNS

BATCH = 8
LAYER_RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.85
WARMUP, AVERAGE = 0.06, 0.995
PARTS = {
    "trigger": 1.0,
    "event": 0.3,
    "value": 1.0,
    "act": 0.5,
    "against": 0.5,
    "happened": 0.1,
    "evidence": 0.1,
    "syntax": 0.1,
}
VARIANTS, OTHERS = 3, 160
BLIND = 0.1  # of the windows see nothing of the statements


def collate(batch: list[Example], random: np.random.Generator | None = None) -> dict[str, Tensor]:
    """Windows of one batch as padded tensors, [CLS] and [SEP] in them."""
    n = max(len(e.triggers) for e in batch) + 2
    b = len(batch)
    lower = np.zeros((b, n, batch[0].lower.shape[1]), dtype=np.float32)
    situation = np.zeros((3, b, n), dtype=np.int64)
    triggers, events, syntax = (np.full((b, n), UNKNOWN) for _ in range(3))
    lengths, owners, means, relations, evidence, seen = [], [], [], [], [], []
    values, acts, against, rated = [], [], [], []
    for i, e in enumerate(batch):
        k = len(e.triggers)
        lower[i, : k + 2] = e.lower
        if random is None or random.random() > BLIND:
            situation[:, i, 1 : k + 1] = e.situation
        triggers[i, 1 : k + 1], events[i, 1 : k + 1], syntax[i, 1 : k + 1] = e.triggers, e.events, e.syntax
        lengths.append(k + 2)
        for c in e.claims:
            first, last = c.trigger
            mean = np.zeros(n, dtype=np.float32)
            mean[first + 1 : last + 1] = 1 / (last - first)
            owners.append(i)
            means.append(mean)
            none = np.zeros(1, dtype=np.float32)
            values.append(c.values if c.values is not None else none)
            acts.append(c.acts if c.acts is not None else none)
            against.append(c.against)
            rated.append(math.nan if c.happened is None else c.happened)
            if c.evidence is not None:
                seen.append(len(owners) - 1)
                relations.append(np.pad(relation(np.zeros(k, dtype=np.int64), first, last), (1, n - 1 - k)))
                evidence.append(np.pad(c.evidence, (1, n - 1 - k)))
    out = {
        "lower": torch.from_numpy(lower),
        "situation": torch.from_numpy(situation),
        "triggers": torch.from_numpy(triggers),
        "events": torch.from_numpy(events),
        "syntaxs": torch.from_numpy(syntax),
        "lengths": torch.tensor(lengths),
    }
    if owners:
        width = max(len(v) for v in values)
        deep = max(len(a) for a in acts)
        out |= {
            "owners": torch.tensor(owners),
            "means": torch.from_numpy(np.stack(means)),
            "values": torch.from_numpy(
                np.stack(
                    [np.resize(v, width) if len(v) == width else np.zeros(width, np.float32) for v in values]
                )
            ),
            "acts": torch.from_numpy(
                np.stack([a if len(a) == deep else np.zeros(deep, np.float32) for a in acts])
            ),
            "against": torch.tensor(against),
            "rated": torch.tensor(rated),
        }
    if seen:
        out |= {
            "seen": torch.tensor(seen),
            "relations": torch.from_numpy(np.stack(relations)),
            "evidence": torch.from_numpy(np.stack(evidence)).float(),
        }
    return out


def losses(model: Proposer, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The summed loss of each thing that is learned from a batch."""
    n = batch["lower"].shape[1]
    mask = (torch.arange(n)[None] < batch["lengths"][:, None])[:, None, None]
    out = model(batch["lower"], *batch["situation"], mask)
    total = {
        name: F.cross_entropy(
            out[name].transpose(1, 2), batch[f"{name}s"], ignore_index=UNKNOWN, reduction="sum"
        )
        for name in ("trigger", "event", "syntax")
    }
    total |= dict.fromkeys(("value", "act", "against", "happened", "evidence"), total["trigger"] * 0)
    if "owners" not in batch:
        return total
    who = batch["owners"]

    def mean(name: str) -> Tensor:
        return (batch["means"][:, None] @ out[name][who])[:, 0]

    if batch["values"].shape[1] > 1:
        total["value"] = -(batch["values"] * mean("value").log_softmax(1)).sum()
        total["act"] = -(batch["acts"] * mean("act").log_softmax(1)).sum()
        known = batch["against"] != UNKNOWN
        total["against"] = F.binary_cross_entropy_with_logits(
            mean("against")[known, 0], batch["against"][known].float(), reduction="sum"
        )
    rated = ~batch["rated"].isnan()
    total["happened"] = F.smooth_l1_loss(mean("happened")[rated, 0], batch["rated"][rated], reduction="sum")
    if "seen" in batch:
        seen = batch["seen"]
        scores = model.evidence_scores(
            out["argument"][who[seen]], mean("predicate")[seen], batch["relations"]
        )
        inside = torch.arange(n)[None] < batch["lengths"][who[seen], None]
        loss = F.binary_cross_entropy_with_logits(scores, batch["evidence"], reduction="none")
        total["evidence"] = (loss * inside).sum()
    return total


class Shelf(NamedTuple):
    """Windows to learn from: readings in several variants each, It-Happened, articles with syntax alone."""

    read: list[list[list[Example]]]
    happened: list[Example]
    parsed: list[Example]

    def epoch(self, random: Random) -> list[Example]:
        """One variant of each article, a third of It-Happened, a quarter of what is only parsed."""
        out = [w for variants in self.read for w in random.choice(variants)]
        out += random.sample(self.happened, len(self.happened) // 3)
        return out + random.sample(self.parsed, len(self.parsed) // 4)


def shelf(encoder: Encoder, seed: int, *, everything: bool, limit: int | None = None) -> Shelf:
    """Everything through the tagger's lower layers, once a variant."""
    tokenizer, parsed = encoder.tokenizer, {d.id: d for d in silver("train")}
    chosen = [(name, r) for name, r in readings() if everything or not held_out(r["id"])][:limit]
    pages = [page(name, r, tokenizer, parsed.get(r["id"])) for name, r in chosen]
    known = {r["id"] for _, r in readings()}
    others = [d for id_, d in sorted(parsed.items()) if id_ not in known][: min(limit or OTHERS, OTHERS)]
    began = time.time()

    def say(number: int) -> None:
        if number % 50 == 0:
            print(f"{time.time() - began:.0f} s: encoding text {number} ...", flush=True)

    noises = [None, *(np.random.default_rng([seed, i]) for i in range(1, VARIANTS))]
    variants = [list(examples(pages, encoder, say, noise)) for noise in noises]
    beside = [w for x in examples(list(happened("train", tokenizer))[:limit], encoder, say) for w in x]
    syntax = [w for x in examples(list(unread(others, tokenizer)), encoder, say) for w in x]
    return Shelf([list(x) for x in zip(*variants, strict=True)], beside, syntax)


def train(
    name: str,
    folder: Path,
    *,
    epochs: float,
    seed: int,
    everything: bool,
    layers: int = OWN_LAYERS,
    limit: int | None = None,
) -> Path:
    """Run it on the tagger in ``folder``; the averaged weights lie in ``training/runs/NAME/model.pt``."""
    run = RUNS / name
    if (run / "model.pt").exists():
        return run / "model.pt"
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    encoder = load(folder, "onnxruntime")
    stock = shelf(encoder, seed, everything=everything, limit=limit)
    model = Proposer(layers)
    shipped_layers(model.layers, folder)
    groups = []
    for key, p in model.named_parameters():
        inner = key.startswith("layers.")
        rate = LAYER_RATE * DECAY ** (layers - 1 - int(key.split(".")[1])) if inner else HEAD_RATE
        groups.append({"params": [p], "lr": rate, "base": rate, "weight_decay": 0.01 if p.ndim > 1 else 0.0})
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6)
    per_epoch = math.ceil(len(stock.epoch(Random(seed))) / BATCH)
    total, step, began = int(per_epoch * epochs), 0, time.time()
    averaged = {k: v.detach().clone() for k, v in model.state_dict().items()}
    done_epochs = 0
    if (run / "checkpoint.pt").exists():
        state = torch.load(run / "checkpoint.pt", weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        averaged, step, done_epochs = state["averaged"], state["step"], state["epoch"]
        torch.manual_seed(seed * 1000 + done_epochs)
    print(f"{per_epoch} steps an epoch, {total} in all", flush=True)
    history: list[list[float]] = []
    first = step
    for number in range(done_epochs, math.ceil(epochs)):
        random, noise = Random(f"{seed}-{number}"), np.random.default_rng([seed, number])
        for batch in shuffled(stock.epoch(random), BATCH, random):
            if step >= total:
                break
            model.train()
            parts = losses(model, collate(batch, noise))
            loss = sum(PARTS[k] * part for k, part in parts.items()) / (6 * BATCH)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            done = step / total
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * min(done / WARMUP, 1.0) * max(0.02, 1 - done)
            optimizer.step()
            step += 1
            keep = min(AVERAGE, step / (step + 20))
            with torch.no_grad():
                for key, value in model.state_dict().items():
                    averaged[key].lerp_(value, 1 - keep)
            history.append([part.item() / len(batch) for part in parts.values()])
            if step % 20 == 0:
                recent = np.mean(history[-20:], axis=0).round(2).tolist()
                speed = (step - first) / (time.time() - began)
                line = {"step": step, "of": total, **dict(zip(parts, recent, strict=True))}
                line |= {
                    "steps_per_s": round(speed, 2),
                    "minutes_left": round((total - step) / speed / 60, 1),
                }
                with (run / "log.jsonl").open("a") as log:
                    log.write(json.dumps(line) + "\n")
                print(json.dumps(line), flush=True)
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "averaged": averaged}
        torch.save(state | {"step": step, "epoch": number + 1}, run / "checkpoint.tmp")
        (run / "checkpoint.tmp").rename(run / "checkpoint.pt")
    torch.save(averaged, run / "model.pt")
    print(f"done: {run / 'model.pt'}", flush=True)
    return run / "model.pt"
