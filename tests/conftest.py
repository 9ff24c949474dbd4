"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how fast a machine is tells nothing of what is tested
settings.load_profile("untimed")
