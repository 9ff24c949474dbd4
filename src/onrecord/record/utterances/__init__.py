"""Utterances: one act of saying, however many articles report it and in whatever words (prov:Activity)."""

from onrecord.record.utterances.acts import SpeechAct, acts, grouped, scored
from onrecord.record.utterances.disavowal import disavowed, misreported, rectified, takes_back
from onrecord.record.utterances.features import Score, features, meets, related, table
from onrecord.record.utterances.keys import BESIDE, keys
from onrecord.record.utterances.lately import lately
from onrecord.record.utterances.matches import Matches, Pair, matches, pair
from onrecord.record.utterances.recalled import recalled
from onrecord.record.utterances.saying import Saying, stems
from onrecord.record.utterances.taken import BACK, replaced, taken_back

__all__ = [
    "BACK",
    "BESIDE",
    "Matches",
    "Pair",
    "Saying",
    "Score",
    "SpeechAct",
    "acts",
    "disavowed",
    "features",
    "grouped",
    "keys",
    "lately",
    "matches",
    "meets",
    "misreported",
    "pair",
    "recalled",
    "rectified",
    "related",
    "replaced",
    "scored",
    "stems",
    "table",
    "taken_back",
    "takes_back",
]
