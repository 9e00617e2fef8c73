"""Sealed files: whatever is cut, added, moved, doubled or swapped is found, and nothing false is given out."""

from __future__ import annotations

import io
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waymark.foundation.kernel import sealing
from waymark.foundation.kernel.sealing import Tampered
from waymark.foundation.vault import chunks

KEY, OTHER = sealing.new_key(), sealing.new_key()
ABOUT = b"document 1"
SIZES = st.one_of(st.integers(0, 40), st.sampled_from([0, 1, 15, 16, 17, 31, 32, 33, 48, 64]))


@pytest.fixture(autouse=True, scope="module")
def _small_pieces():
    """Pieces of sixteen bytes, so that small files have several."""
    before, chunks.PIECE = chunks.PIECE, 16
    yield
    chunks.PIECE = before


def sealed(content: bytes, key: bytes = KEY, about: bytes = ABOUT) -> bytes:
    return b"".join(chunks.seal(key, content, about))


def opened(content: bytes, key: bytes = KEY, about: bytes = ABOUT) -> bytes:
    return b"".join(chunks.unseal(key, io.BytesIO(content), about))


def pieces_of(content: bytes) -> list[bytes]:
    body, size = content[len(chunks.FORM) :], chunks.PIECE + sealing.TAG_BYTES
    return [body[start : start + size] for start in range(0, len(body), size)]


@given(st.binary(max_size=200))
def test_what_was_sealed_is_opened(content):
    assert opened(sealed(content)) == content
    assert len(content) < 8 or content not in sealed(content)


@given(st.binary(max_size=100), st.integers(0, 300))
def test_every_truncation_is_found(content, keep):
    whole = sealed(content)
    if keep >= len(whole):
        return
    with pytest.raises(Tampered):
        opened(whole[:keep])


@given(st.binary(max_size=100), st.integers(0, 400), st.integers(1, 255))
def test_every_changed_byte_is_found(content, place, difference):
    whole = bytearray(sealed(content))
    whole[place % len(whole)] ^= difference
    with pytest.raises(Tampered):
        opened(bytes(whole))


@given(st.binary(max_size=100), st.binary(min_size=1, max_size=40))
def test_whatever_is_added_is_found(content, more):
    with pytest.raises(Tampered):
        opened(sealed(content) + more)


@given(st.binary(min_size=33, max_size=90), st.randoms(use_true_random=False))
def test_pieces_in_another_order_left_out_or_doubled_are_found(content, chance):
    pieces = pieces_of(sealed(content))
    others = [order for order in itertools.permutations(pieces) if list(order) != pieces][:20]
    others += [pieces[:place] + pieces[place + 1 :] for place in range(len(pieces))]
    others += [pieces[: place + 1] + pieces[place:] for place in range(len(pieces))]
    with pytest.raises(Tampered):
        opened(chunks.FORM + b"".join(chance.choice(others)))


@given(st.binary(min_size=20, max_size=60), st.binary(min_size=20, max_size=60))
def test_a_piece_of_another_file_is_found(one, other):
    mine, theirs = pieces_of(sealed(one)), pieces_of(sealed(other, OTHER))
    with pytest.raises(Tampered):
        opened(chunks.FORM + b"".join([theirs[0], *mine[1:]]))


@given(st.binary(max_size=60))
def test_it_opens_with_its_own_key_and_for_its_own_document_only(content):
    with pytest.raises(Tampered):
        opened(sealed(content), OTHER)
    with pytest.raises(Tampered):
        opened(sealed(content), about=b"document 2")


@given(st.lists(st.binary(min_size=16, max_size=16), min_size=2, max_size=5))
def test_nothing_after_the_first_wrong_piece_is_given_out(parts):
    whole = bytearray(sealed(b"".join(parts)))
    whole[len(chunks.FORM) + chunks.PIECE + sealing.TAG_BYTES] ^= 1  # the second piece
    source = chunks.unseal(KEY, io.BytesIO(bytes(whole)), ABOUT)
    assert next(source) == parts[0]
    with pytest.raises(Tampered):
        next(source)


@given(SIZES)
@settings(max_examples=60)
def test_no_two_pieces_share_a_nonce(size):
    count = max(1, -(-size // chunks.PIECE))
    nonces = {chunks._nonce(number, last=number == count - 1) for number in range(count)}
    assert len(nonces) == count


def test_no_two_texts_under_one_key_share_a_nonce():
    seen = {sealing.seal(KEY, b"the same words", b"")[: sealing.NONCE_BYTES] for _time in range(20_000)}
    assert len(seen) == 20_000


@given(st.binary(max_size=200), st.binary(max_size=50), st.integers(0, 400), st.integers(1, 255))
def test_a_sealed_text_opens_where_it_belongs_and_nowhere_else(words, about, place, difference):
    whole = sealing.seal(KEY, words, about)
    assert sealing.unseal(KEY, whole, about) == words
    changed = bytearray(whole)
    changed[place % len(whole)] ^= difference
    for key, content, where in (
        (OTHER, whole, about),
        (KEY, whole, about + b"x"),
        (KEY, bytes(changed), about),
        (KEY, whole[: place % len(whole)], about),
    ):
        with pytest.raises(Tampered):
            sealing.unseal(key, content, where)
