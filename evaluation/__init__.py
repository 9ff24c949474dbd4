"""How well onrecord reads: corpora, scorers, floors and the benchmark. Run it with `make evaluate`."""
