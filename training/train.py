"""The training runs: seeded, resumable, shown as they go.

    python -m training.train RUN --epochs 8 --workers 2
    python -m training.train RUN --epochs 4 --from seed-1 seed-2

The first learns outermost statements. The second goes on from the mean of such runs' weights and learns every
layer at once: statements at all levels, names, and links between mentions.

writes ``training/runs/RUN/``: ``log.jsonl`` (a line every few steps), ``checkpoint.pt`` (to resume from),
``branch.pt`` (the checkpoint half-way, for other runs to branch off) and ``model.pt`` (the averaged
weights at the end). On CPUs two processes of one thread are faster than
one of two, so each worker takes half of every batch and gradients are averaged.
"""

import argparse
import json
import math
import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import Tensor

from training.data import UNKNOWN, Example, Range, epoch
from training.encoder import encoder_weights, tokenizer
from training.gold import other_lessons
from training.lessons import Lesson, training_lessons
from training.model import Tagger, crf_loss, link_loss, load_encoder

RUNS = Path(__file__).parent / "runs"
BATCH = 8
ENCODER_RATE, HEAD_RATE, LAYER_DECAY = 2.5e-4, 1e-3, 0.9
WARMUP, AVERAGE = 0.06, 0.998
MASKED, CLS, SEP, MASK = 0.04, 101, 102, 103
TAGS = ("cue", "nested", "entity")
WEIGHTS = {"cue": 1.0, "nested": 1.0, "entity": 0.15, "role": 0.3, "link": 0.1}
SHARE = 0.5  # of the articles without nested statements, in an epoch that learns every layer


def collate(examples: list[Example], random: np.random.Generator | None = None) -> dict[str, Tensor]:
    """Examples of one batch as padded tensors, with [CLS] and [SEP]; ``random`` masks a few words."""
    n = max(len(e.ids) for e in examples) + 2
    batch = {k: np.zeros((len(examples), n), dtype=np.int64) for k in ("ids", "shapes", "quoted", "places")}
    tags = {k: np.full((len(examples), n), UNKNOWN, dtype=np.int64) for k in TAGS}
    lengths = np.array([len(e.ids) for e in examples])
    cues, mentions = Rows(n), Rows(n)
    relations, roles, groups = [], [], []
    for i, e in enumerate(examples):
        k = len(e.ids)
        ids = e.ids
        if random is not None:
            ids = np.where(random.random(k) < MASKED, MASK, ids)
        batch["ids"][i, : k + 2] = [CLS, *ids, SEP]
        batch["shapes"][i, 1 : k + 1] = e.shapes if random is None or random.random() > 0.07 else 0
        batch["quoted"][i, 1 : k + 1] = e.quoted
        batch["places"][i, 1 : k + 1] = e.places
        for name, row in tags.items():
            row[i, 1 : k + 1] = getattr(e, f"{name}_tags")
        for span, relation, role in zip(e.cues, e.relations, e.roles, strict=True):
            cues.add(i, span)
            relations.append(np.pad(relation, (0, n - 2 - k)))
            roles.append(np.pad(role, (0, n - 2 - k)))
        for span, group in zip(e.mentions, e.groups, strict=True):
            mentions.add(i, span)
            groups.append(1000 * i + group)
    out = {k: torch.from_numpy(v) for k, v in {**batch, **{f"{k}_tags": v for k, v in tags.items()}}.items()}
    out |= {"style": torch.tensor([e.style for e in examples]), "lengths": torch.from_numpy(lengths)}
    if cues.owners:
        out |= cues.tensors("cue")
        out |= {
            "relations": torch.from_numpy(np.stack(relations)),
            "roles": torch.from_numpy(np.stack(roles)),
        }
    if mentions.owners:
        out |= mentions.tensors("mention") | {"groups": torch.tensor(groups)}
    return out


class Rows:
    """Spans of a batch, each as the window it lies in and a row that takes the mean over its pieces."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.owners: list[int] = []
        self.means: list[np.ndarray] = []

    def add(self, owner: int, span: Range) -> None:
        first, last = span
        mean = np.zeros(self.width, dtype=np.float32)
        mean[first + 1 : last + 1] = 1 / (last - first)
        self.owners.append(owner)
        self.means.append(mean)

    def tensors(self, name: str) -> dict[str, Tensor]:
        means = torch.from_numpy(np.stack(self.means))
        return {f"{name}_owners": torch.tensor(self.owners), f"{name}_means": means}


def losses(model: Tagger, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The summed loss of each thing that is learned from a batch."""
    n = batch["ids"].shape[1]
    mask = (torch.arange(n, device=batch["ids"].device)[None] < batch["lengths"][:, None] + 2)[:, None, None]
    features = (batch[k] for k in ("ids", "shapes", "quoted", "places", "style"))
    out = model(*features, mask)
    total = {
        k: F.cross_entropy(out[k].transpose(1, 2), batch[f"{k}_tags"], ignore_index=UNKNOWN, reduction="sum")
        for k in TAGS
    }
    total["role"] = total["link"] = total["cue"] * 0
    if "cue_owners" in batch:
        who = batch["cue_owners"]
        center = means(batch, "cue", out["predicate"])
        scores = model.role_scores(
            out["unary"][who][:, 1:-1], out["argument"][who][:, 1:-1], center, batch["relations"]
        )
        lengths = batch["lengths"][who]
        total["role"] = crf_loss(scores, model.transitions, batch["roles"], lengths).sum()
    if "mention_owners" in batch:
        who, order = batch["mention_owners"], torch.arange(len(batch["groups"]), device=mask.device)
        before = torch.where(who[:, None] == who[None], order[:, None] - order[None], 0)
        vectors = (means(batch, "mention", out[k]) for k in ("anaphor", "antecedent", "fresh"))
        total["link"] = link_loss(model.link_scores(*vectors, before), batch["groups"], before)
    return total


def means(batch: dict[str, Tensor], name: str, vectors: Tensor) -> Tensor:
    """(spans, width): the mean of ``vectors`` over each cue's or mention's pieces."""
    return (batch[f"{name}_means"][:, None] @ vectors[batch[f"{name}_owners"]])[:, 0]


def batches(examples: list[Example], random: Random) -> list[list[Example]]:
    """Batches of windows of about one length, in random order."""
    out = []
    for i in range(0, len(examples), BATCH * 16):
        pool = sorted(examples[i : i + BATCH * 16], key=lambda e: len(e.ids))
        out += [pool[k : k + BATCH] for k in range(0, len(pool), BATCH)]
    random.shuffle(out)
    return out


def optimizer_for(model: Tagger) -> torch.optim.Optimizer:
    """AdamW with a rate that falls from the heads to the bottom layer."""
    groups = []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = HEAD_RATE
        if name.startswith("layers."):
            rate = ENCODER_RATE * LAYER_DECAY ** (len(model.layers) - 1 - int(name.split(".")[1]))
        elif name.startswith(("positions", "norm")):
            rate = ENCODER_RATE * LAYER_DECAY ** len(model.layers)
        decay = 0.01 if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": rate, "base": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)


def average_gradients(parameters: list[torch.nn.Parameter]) -> None:
    """Sum the workers' gradients in one message."""
    if dist.is_initialized():
        flat = torch.cat(
            [(p.grad if p.grad is not None else torch.zeros_like(p)).flatten() for p in parameters]
        )
        dist.all_reduce(flat)
        at = 0
        for p in parameters:
            p.grad = flat[at : at + p.numel()].view_as(p)
            at += p.numel()


def mean(paths: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of several runs' weights; nothing of none."""
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
    return {k: torch.stack([s[k].float() for s in states]).mean(0) for k in states[0]} if states else {}


class Plan(NamedTuple):
    """A run: how long, from which seed, and for the second kind the weights that it goes on from."""

    epochs: float
    seed: int
    begin: tuple[Path, ...] = ()

    @property
    def rate(self) -> float:
        """What has been learned is to be kept: going on takes smaller steps."""
        return 0.6 if self.begin else 1.0

    def lessons(self) -> Callable[[Random], list[Lesson]]:
        """What an epoch goes through."""
        whole, flat, _ = training_lessons()
        if not self.begin:
            once = {x.id for x in whole if x.annotator != "guide"}  # PolNeAR's own reading, not ours besides
            outer = [x for x in whole if x.annotator != "guide" or x.id not in once]
            return lambda _: [
                x._replace(nested=None, entities=None, groups=(), silver=()) for x in outer + flat
            ]
        others = list(other_lessons())
        return lambda random: [
            *whole,
            *random.sample(flat, int(SHARE * len(flat))),
            *random.sample(others, int(SHARE * len(others))),
        ]

    def model(self) -> Tagger:
        """The network before its first step."""
        model = Tagger()
        if self.begin:
            missing = model.load_state_dict(mean(self.begin), strict=False).missing_keys
            print("new:", ", ".join(missing), flush=True)
        else:
            load_encoder(model, encoder_weights())
        return model


def train(rank: int, run: Path, plan: Plan, workers: int) -> None:
    """One worker's part of the run."""
    torch.set_num_threads(1 if workers > 1 else max(1, os.cpu_count() or 1))
    if workers > 1:
        dist.init_process_group("gloo", init_method=f"file://{run}/rendezvous", rank=rank, world_size=workers)
    device = "cuda" if torch.cuda.is_available() and workers == 1 else "cpu"
    seed = plan.seed
    torch.manual_seed(seed)
    model = plan.model().to(device)
    lessons, pieces = plan.lessons(), tokenizer()
    per_epoch = len(batches(epoch(lessons(Random(seed)), pieces, Random(seed)), Random(seed)))
    total = int(per_epoch * plan.epochs)
    optimizer = optimizer_for(model)
    names = [name for name, p in model.named_parameters() if p.requires_grad]
    trainable = [p for p in model.parameters() if p.requires_grad]
    averaged = {k: v.detach().clone() for k, v in model.state_dict().items()}
    step, done = 0, 0
    saved = run / "checkpoint.pt"
    if saved.exists():
        state = torch.load(saved, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        averaged, step, done = state["averaged"], state["step"], state["epoch"]
    torch.manual_seed(seed * 1000 + rank + done * 10)
    began, seen, history = time.time(), step, []
    for number in range(done, math.ceil(plan.epochs)):
        rng = Random(f"{seed}-{number}")
        noise = np.random.default_rng([seed, number, rank])
        for batch in batches(epoch(lessons(rng), pieces, rng), rng):
            if step >= total:
                break
            model.train()
            mine = {k: v.to(device) for k, v in collate(batch[rank::workers] or batch[:1], noise).items()}
            parts = losses(model, mine)
            loss = sum(WEIGHTS[k] * part for k, part in parts.items()) / (6 * BATCH)
            optimizer.zero_grad()
            loss.backward()
            average_gradients(trainable)
            torch.nn.utils.clip_grad_norm_(trainable, 1.0)
            done_share = step / total
            scale = plan.rate * min(done_share / WARMUP, 1.0) * max(0.02, 1 - done_share)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * scale
            optimizer.step()
            step += 1
            keep = min(AVERAGE, step / (step + 20))
            with torch.no_grad():
                torch._foreach_lerp_([averaged[k] for k in names], trainable, 1 - keep)
            history.append([part.item() / len(batch) for part in parts.values()])
            if rank == 0 and step % 20 == 0:
                speed = (step - seen) / (time.time() - began)
                recent = np.mean(history[-20:], axis=0).round(3).tolist()
                line = {"step": step, "of": total, **dict(zip(parts, recent, strict=True))}
                line |= {
                    "steps_per_s": round(speed, 3),
                    "minutes_left": round((total - step) / speed / 60, 1),
                }
                with (run / "log.jsonl").open("a") as log:
                    log.write(json.dumps(line) + "\n")
                print(json.dumps(line), flush=True)
            if rank == 0 and step % 200 == 0:
                torch.save(averaged, run / "averaged.pt")
        if rank == 0:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "averaged": averaged}
            torch.save(state | {"step": step, "epoch": number + 1}, run / "checkpoint.tmp")
            (run / "checkpoint.tmp").rename(saved)
            if number + 1 == plan.epochs // 2:
                shutil.copy(saved, run / "branch.pt")
    if rank == 0:
        torch.save(averaged, run / "model.pt")
        print(f"done: {run / 'model.pt'}", flush=True)


def start(name: str, plan: Plan, *, workers: int = 0) -> None:
    """Start the workers of a run, or go on with it; on a GPU one, else one a core up to two."""
    workers = workers or (1 if torch.cuda.is_available() else min(2, os.cpu_count() or 1))
    run = RUNS / name
    run.mkdir(parents=True, exist_ok=True)
    (run / "rendezvous").unlink(missing_ok=True)
    if workers == 1:
        train(0, run, plan, 1)
    else:
        torch.multiprocessing.spawn(train, (run, plan, workers), workers)


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("run")
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="begin", nargs="*", default=[], help="runs to go on from")
    args = parser.parse_args()
    begin = tuple(RUNS / run / "model.pt" for run in args.begin)
    start(args.run, Plan(args.epochs, args.seed, begin), workers=args.workers)


if __name__ == "__main__":
    main()
