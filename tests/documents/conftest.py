from pathlib import PurePath

import pytest

from counterclaim.documents import Sandbox, find_originals, read_documents
from counterclaim.knowledge import load_knowledge
from counterclaim.model.intake import Failure, Given, Limits, Original
from counterclaim.model.text import Document

LIMITS = Limits(seconds=5, memory=1 << 30, unpacked=32 << 20, members=500, depth=3)


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox(LIMITS) as pool:
        yield pool


@pytest.fixture(scope="session")
def read(sandbox):
    """Read content under a name, as one file: documents and failures in order."""

    def read_content(name, content, **given):
        content = content.encode() if isinstance(content, str) else content
        original = Original(name, content, PurePath(name).suffix.lower())
        return list(read_documents(original, Given(**given), load_knowledge(), sandbox))

    return read_content


@pytest.fixture(scope="session")
def read_one(read):
    """Read content that holds one document."""

    def read_single(name, content, **given):
        (document,) = read(name, content, **given)
        assert not isinstance(document, Failure), document
        return document

    return read_single


@pytest.fixture(scope="session")
def read_inputs(sandbox):
    """Read what a user names, folders and archives and all."""

    def read_all(*inputs, limits=LIMITS, **options):
        found: list[Document | Failure] = []
        for original in find_originals([str(given) for given in inputs], limits, **options):
            if isinstance(original, Failure):
                found.append(original)
            else:
                found += read_documents(original, Given(), load_knowledge(), sandbox)
        return found

    return read_all
