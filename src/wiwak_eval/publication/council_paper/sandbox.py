"""Templates from outside are code: of the template language only naming a placeholder and asking whether it is empty is let through."""

from collections.abc import Mapping, MutableMapping
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.Not)


class TemplateRefused(Exception):
    """German words, without a full stop, for what is wrong with a template."""


class PlaceholderEnvironment(ImmutableSandboxedEnvironment):
    """Renders known placeholders as escaped text and refuses everything else before it runs: no calls, attributes, filters, loops."""

    def __init__(self, known: Mapping[str, str]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.globals.clear()
        self._names = frozenset(known)

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,
        template_class: type[Template] | None = None,
    ) -> Template:
        """The template, once it was looked at. Raises TemplateRefused, jinja2.TemplateSyntaxError."""
        self._look_at(self.parse(source) if isinstance(source, str) else source)
        return super().from_string(source, globals, template_class)

    def _look_at(self, node: nodes.Node) -> None:
        if not isinstance(node, ALLOWED):
            raise TemplateRefused("sie enthält mehr als Platzhalter („{{ betreff }}“) und „{% if betreff %} … {% endif %}“")
        if isinstance(node, nodes.Name) and node.name not in self._names:
            raise TemplateRefused(f"den Platzhalter „{node.name}“ gibt es nicht")
        for child in node.iter_child_nodes():
            self._look_at(child)
