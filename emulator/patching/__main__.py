"""Write the fingerprints anew, after every gap was checked against a new version of MiniStack."""

import gaps

from . import fingerprints

fingerprints.write(gaps.load)
