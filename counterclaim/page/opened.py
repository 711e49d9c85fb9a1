"""What a screen is given: the case that the page has open, and which part of a list is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query, Request

from counterclaim.page.shelf import Shelf
from counterclaim.page.worker import Workbench

T = TypeVar("T")
S = TypeVar("S")
EACH = 25  # entries on one page of a list


def shelf_of(request: Request) -> Shelf:
    """Return the case that the page has open."""
    found: Shelf = request.app.state.shelf
    return found


def bench_of(request: Request) -> Workbench:
    """Return what reads and links beside the page."""
    found: Workbench = request.app.state.bench
    return found


Bench = Annotated[Workbench, Depends(bench_of)]
Opened = Annotated[Shelf, Depends(shelf_of)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="Page of the list, from 1.")]
Words = Annotated[str, Query(max_length=500)]


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a list: what is on it, which one it is, and how many there are in all."""

    items: tuple[T, ...]
    page: int
    pages: int
    total: int


def part_of(items: Sequence[T], page: int, each: int = EACH) -> Part[T]:
    """Cut one page out of a list; past the end it is the last one."""
    pages = max(1, -(-len(items) // each))
    page = min(page, pages)
    return Part(tuple(items[(page - 1) * each : page * each]), page, pages, len(items))


def filled(part: Part[T], items: Sequence[S]) -> Part[S]:
    """Return the same page of a list with its items worked out."""
    return Part(tuple(items), part.page, part.pages, part.total)
