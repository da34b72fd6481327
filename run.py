"""Threshold: `python3 run.py play` plays it, `python3 run.py test` tests it; `python3 run.py` lists the rest.

Any Python can read this file, so that one which is too old can say so; the work is done in tools/start.py.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("Threshold needs Python 3.11 or newer, and this is %d.%d: install a newer one and use that." % sys.version_info[:2])

from tools.start import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
