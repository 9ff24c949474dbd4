"""What the record knows across articles, worked out for what new articles touch, in one transaction."""

from onrecord.record.linking.link import link, waiting

__all__ = ["link", "waiting"]
