"""Gold articles changed by program: what should change what is read, and what should not.

A reader that counts words can have good figures and still miss that "may" became "will". So each change is
read beside the article that it was made from, and only the two answers are compared (contrast sets, Gardner
et al., Findings of EMNLP 2020; CheckList's invariance and directional tests, Ribeiro et al., ACL 2020).
"""
