"""How the network that reads propositions is made, on top of the finished tagger."""
