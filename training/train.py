"""The training run: seeded, resumable, shown as it goes.

    python -m training.train RUN --epochs 8 --workers 2

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
from pathlib import Path
from random import Random

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import Tensor

from training.data import Example, epoch, training_records
from training.encoder import encoder_weights, tokenizer
from training.model import Tagger, crf_loss, load_encoder

RUNS = Path(__file__).parent / "runs"
BATCH = 8
ENCODER_RATE, HEAD_RATE, LAYER_DECAY = 2.5e-4, 1e-3, 0.9
WARMUP, AVERAGE = 0.06, 0.998
MASKED, CLS, SEP, MASK = 0.04, 101, 102, 103
ROLE_WEIGHT = 0.3


def collate(examples: list[Example], random: np.random.Generator | None = None) -> dict[str, Tensor]:
    """Examples of one batch as padded tensors, with [CLS] and [SEP]; ``random`` masks a few words."""
    n = max(len(e.ids) for e in examples) + 2
    batch = {k: np.zeros((len(examples), n), dtype=np.int64) for k in ("ids", "shapes", "quoted", "places")}
    tags = np.full((len(examples), n), -100, dtype=np.int64)
    lengths = np.array([len(e.ids) for e in examples])
    owners, means, relations, roles = [], [], [], []
    for i, e in enumerate(examples):
        k = len(e.ids)
        ids = e.ids
        if random is not None:
            ids = np.where(random.random(k) < MASKED, MASK, ids)
        batch["ids"][i, : k + 2] = [CLS, *ids, SEP]
        batch["shapes"][i, 1 : k + 1] = e.shapes if random is None or random.random() > 0.07 else 0
        batch["quoted"][i, 1 : k + 1] = e.quoted
        batch["places"][i, 1 : k + 1] = e.places
        tags[i, 1 : k + 1] = e.cue_tags
        for (first, last), relation, role in zip(e.cues, e.relations, e.roles, strict=True):
            owners.append(i)
            mean = np.zeros(n, dtype=np.float32)
            mean[first + 1 : last + 1] = 1 / (last - first)
            means.append(mean)
            relations.append(np.pad(relation, (0, n - 2 - k)))
            roles.append(np.pad(role, (0, n - 2 - k)))
    out = {k: torch.from_numpy(v) for k, v in batch.items()}
    out |= {"style": torch.tensor([e.style for e in examples]), "tags": torch.from_numpy(tags)}
    out["lengths"] = torch.from_numpy(lengths)
    if owners:
        out |= {"owners": torch.tensor(owners), "means": torch.from_numpy(np.stack(means))}
        out |= {
            "relations": torch.from_numpy(np.stack(relations)),
            "roles": torch.from_numpy(np.stack(roles)),
        }
    return out


def losses(model: Tagger, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Summed cue cross-entropy and summed role loss of a batch."""
    n = batch["ids"].shape[1]
    mask = (torch.arange(n, device=batch["ids"].device)[None] < batch["lengths"][:, None] + 2)[:, None, None]
    cue, unary, argument, predicate = model(
        batch["ids"], batch["shapes"], batch["quoted"], batch["places"], batch["style"], mask
    )
    cue_loss = F.cross_entropy(cue.transpose(1, 2), batch["tags"], ignore_index=-100, reduction="sum")
    if "owners" not in batch:
        return cue_loss, cue_loss * 0
    who = batch["owners"]
    center = (batch["means"][:, None] @ predicate[who])[:, 0]
    scores = model.role_scores(unary[who][:, 1:-1], argument[who][:, 1:-1], center, batch["relations"])
    return cue_loss, crf_loss(scores, model.transitions, batch["roles"], batch["lengths"][who]).sum()


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


def train(rank: int, run: Path, epochs: int, workers: int, seed: int) -> None:
    """One worker's part of the run."""
    torch.set_num_threads(1 if workers > 1 else max(1, os.cpu_count() or 1))
    if workers > 1:
        dist.init_process_group("gloo", init_method=f"file://{run}/rendezvous", rank=rank, world_size=workers)
    device = "cuda" if torch.cuda.is_available() and workers == 1 else "cpu"
    torch.manual_seed(seed)
    model = Tagger()
    load_encoder(model, encoder_weights())
    model.to(device)
    records, _ = training_records()
    pieces = tokenizer()
    per_epoch = len(batches(epoch(records, pieces, Random(seed)), Random(seed)))
    total = int(per_epoch * epochs)
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
    for number in range(done, math.ceil(epochs)):
        rng = Random(f"{seed}-{number}")
        noise = np.random.default_rng([seed, number, rank])
        for batch in batches(epoch(records, pieces, rng), rng):
            if step >= total:
                break
            model.train()
            mine = {k: v.to(device) for k, v in collate(batch[rank::workers] or batch[:1], noise).items()}
            cue_loss, role_loss = losses(model, mine)
            loss = (cue_loss + ROLE_WEIGHT * role_loss) / (6 * BATCH)
            optimizer.zero_grad()
            loss.backward()
            average_gradients(trainable)
            torch.nn.utils.clip_grad_norm_(trainable, 1.0)
            done_share = step / total
            scale = min(done_share / WARMUP, 1.0) * max(0.02, 1 - done_share)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * scale
            optimizer.step()
            step += 1
            keep = min(AVERAGE, step / (step + 20))
            with torch.no_grad():
                torch._foreach_lerp_([averaged[k] for k in names], trainable, 1 - keep)
            history.append((cue_loss.item(), role_loss.item()))
            if rank == 0 and step % 20 == 0:
                speed = (step - seen) / (time.time() - began)
                cue_mean, role_mean = np.mean(history[-20:], axis=0) / len(batch)
                line = {"step": step, "of": total, "cue": round(cue_mean, 3), "role": round(role_mean, 3)}
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
            if number + 1 == epochs // 2:
                shutil.copy(saved, run / "branch.pt")
    if rank == 0:
        torch.save(averaged, run / "model.pt")
        print(f"done: {run / 'model.pt'}", flush=True)


def start(name: str, *, epochs: float, seed: int, workers: int = 0) -> None:
    """Start the workers of a run, or go on with it; on a GPU one, else one a core up to two."""
    workers = workers or (1 if torch.cuda.is_available() else min(2, os.cpu_count() or 1))
    run = RUNS / name
    run.mkdir(parents=True, exist_ok=True)
    (run / "rendezvous").unlink(missing_ok=True)
    if workers == 1:
        train(0, run, epochs, 1, seed)
    else:
        torch.multiprocessing.spawn(train, (run, epochs, workers, seed), workers)


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("run")
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    start(args.run, epochs=args.epochs, seed=args.seed, workers=args.workers)


if __name__ == "__main__":
    main()
