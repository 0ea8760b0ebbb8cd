"""Firehose."""
