"""A worker without a parser, as a program: it dies, fails, or waits where the text tells it to."""

import os
import signal
import sys
import time

from counterclaim.case.worker import serve
from counterclaim.ledger.entries import Entry, make_entry
from counterclaim.model.text import Document
from tests.ledger.made import reading


def read(document: Document) -> Entry:
    if "killed" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "exits" in document.text:
        os._exit(7)
    if "prints" in document.text:
        os.write(1, b"what a library prints")
    if "waits" in document.text:
        time.sleep(60)
    return make_entry(reading(document))


if __name__ == "__main__":
    serve(read, int(sys.argv[1]))
