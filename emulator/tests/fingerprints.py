"""Write the fingerprints again, after every gap was checked against a new version of MiniStack.

python -m tests.fingerprints
"""

import importlib
import json

import gaps
from patching import fingerprints

fingerprints._known = fingerprints._seen
gaps.load()
for module in ("inspected_function", "kept_data", "property_reads"):
    importlib.import_module(f"patching.{module}")
fingerprints.FILE.write_text(json.dumps(dict(sorted(fingerprints._seen.items())), indent=2) + "\n")
