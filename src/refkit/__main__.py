"""python -m refkit"""

import sys

from refkit.cli import main

sys.exit(main())
