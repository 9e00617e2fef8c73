"""For mypy: every request of Waymark carries what its middleware puts there, which Django’s own types cannot know."""

from __future__ import annotations

from collections.abc import Callable

from mypy.nodes import MDEF, SymbolTableNode, Var
from mypy.plugin import ClassDefContext, Plugin
from mypy.types import AnyType, TypeOfAny

REQUEST = "django.http.request.HttpRequest"
PUT_THERE = ("actor", "failed", "number")


class Requests(Plugin):
    def get_customize_class_mro_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        return _add if fullname == REQUEST else None


def _add(context: ClassDefContext) -> None:
    for name in PUT_THERE:
        attribute = Var(name, AnyType(TypeOfAny.explicit))
        attribute.info = context.cls.info
        context.cls.info.names[name] = SymbolTableNode(MDEF, attribute, plugin_generated=True)


def plugin(version: str) -> type[Plugin]:
    return Requests
