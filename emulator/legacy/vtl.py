"""Velocity templates, as API Gateway renders them.

The differences between Velocity and API Gateway were measured by the authors of LocalStack:
https://github.com/localstack/airspeed/blob/main/tests/test_templating.snapshot.json
"""

import functools
import re
import sys
from typing import Any

import airspeed

from .hooks import original
from .java import METHODS, JavaList, JavaMap, text


def members() -> None:
    """Templates on AWS can call the Java methods of strings, lists and maps. airspeed supports some of
    them, and looks up others as Python methods. Names can contain a hyphen, such as those of headers."""
    element = original(airspeed, "NameOrCall")
    element.NAME = re.compile(r"([_a-z][a-z0-9_-]*)", re.IGNORECASE)
    calculate = element.calculate

    def calculate_member(self: Any, current: Any, loader: Any, namespace: Any) -> Any:
        methods = METHODS.get(type(current))
        if methods is None:
            return calculate(self, current, loader, namespace)
        if self.parameters is not None:
            method = methods.get(self.name)
            return method(current, *self.parameters.calculate(namespace, loader)) if method else None
        member = current[self.name] if isinstance(current, JavaMap) else None
        if self.index is None or not isinstance(member, JavaList | JavaMap):
            return member
        return member[self.index.calculate(namespace, loader)]

    element.calculate = calculate_member


def index_of_result() -> None:
    """AWS evaluates `$x.get('a')[$i]` with the variables of the template. airspeed looks up `$i` in the list."""
    element = original(airspeed, "SubExpression")
    calculate = element.calculate

    def calculate_index(self: Any, current: Any, loader: Any, namespace: Any) -> Any:
        if not isinstance(self.expression, airspeed.ArrayIndex):
            return calculate(self, current, loader, namespace)
        key = self.expression.calculate(namespace, loader)
        result = None if current is None else current[key]
        rest = self.subexpression
        return rest.calculate(result, loader, namespace) if rest else result

    element.calculate = calculate_index


def text_literals() -> None:
    """AWS keeps a backslash in a literal, and reads two double quotes as one. airspeed unescapes."""
    plain, interpolated = (
        original(airspeed, name) for name in ("StringLiteral", "InterpolatedStringLiteral")
    )
    plain.STRING = re.compile(r"'([^']*)'")
    interpolated.STRING = re.compile(r'"((?:[^"]|"")*)"')

    def parse_plain(self: Any) -> None:
        (self.value,) = self.identity_match(self.STRING)

    def parse_interpolated(self: Any) -> None:
        (quoted,) = self.identity_match(self.STRING)
        self.value = quoted.replace('""', '"')
        self.block = airspeed.Block(self.filename, self.value, 0)

    plain.parse, interpolated.parse = parse_plain, parse_interpolated


def references() -> None:
    """AWS prints nothing for a reference without a value, and `true` for a boolean. airspeed prints
    the reference, and `True`."""
    element = original(airspeed, "FormalReference")

    def evaluate_reference(self: Any, stream: Any, namespace: Any, loader: Any) -> None:
        if self.expression is None:
            stream.write(self.my_text())
            return
        value = self.expression.calculate(namespace, loader)
        if value is None and self.alternate is not None:
            value = self.alternate.calculate(namespace, loader)
        stream.write("" if value is None else text(value))

    element.evaluate_raw = evaluate_reference


def conditions() -> None:
    """On AWS, a reference without a value is true as a condition, and so is false if negated. airspeed
    behaves as Velocity."""
    condition, negation = original(airspeed, "Condition"), original(airspeed, "UnaryOperatorValue")
    parse, calculate_negation = condition.parse, negation.calculate

    def parse_condition(self: Any) -> None:
        parse(self)
        calculate = self.calculate

        def calculate_condition(namespace: Any, loader: Any) -> bool:
            value = calculate(namespace, loader)
            return value is None or bool(value)

        self.calculate = calculate_condition

    def negate(self: Any, namespace: Any, loader: Any) -> bool:
        value = self.value.calculate(namespace, loader)
        return value is not None and calculate_negation(self, namespace, loader)

    condition.parse, negation.calculate = parse_condition, negate


def assignments() -> None:
    """AWS assigns to `$a.b-c` and `$a['b']`. airspeed only assigns to names without hyphens."""
    element = original(airspeed, "SetDirective")
    place = re.compile(r"\s*\$([a-z_][\w-]*)((?:\.[\w-]+|\[\s*(?:'[^']*'|\"[^\"]*\")\s*\])*)", re.IGNORECASE)
    term = re.compile(r"\.([\w-]+)|'([^']*)'|\"([^\"]*)\"")

    def parse_assignment(self: Any) -> None:
        self.identity_match(self.START)
        root, rest = self.require_match(place, "place")
        self.terms = [root, *("".join(parts) for parts in term.findall(rest))]
        self.require_match(self.EQUALS, "=")
        self.value = self.require_next_element(airspeed.Expression, "expression")
        self.require_match(self.END, "closing paren")

    element.parse = parse_assignment


def text_addition() -> None:
    """AWS concatenates a string and a number with `+`. airspeed fails."""
    operations = original(airspeed.BinaryOperator, "OPERATORS")
    add = operations["+"]
    operations["+"] = lambda a, b: (
        text(a) + text(b) if isinstance(a, str) or isinstance(b, str) else add(a, b)
    )


class TemplateFailedError(Exception):
    """A template that cannot be rendered; the API answers 500."""


class RefusedInputError(Exception):
    """Input of a client for which a template cannot be rendered; the API answers 400."""


def cause_of(error: BaseException) -> BaseException:
    """Innermost cause of an error of airspeed."""
    return cause_of(error.__cause__) if error.__cause__ else error


@functools.lru_cache(maxsize=256)
def compiled(template: str) -> Any:
    """A template, parsed once."""
    parsed = airspeed.Template(template)
    parsed.ensure_compiled()
    return parsed


def render(template: str, variables: dict[str, Any]) -> str:
    """Render a template; if that fails, print the reason to standard error."""
    try:
        return compiled(template).merge(dict(variables))
    except (airspeed.TemplateError, airspeed.NoMatch, RecursionError) as error:
        cause = cause_of(error)
        if isinstance(cause, RefusedInputError):
            raise cause from None
        print(f"TEMPLATE {error}", file=sys.stderr, flush=True)
        raise TemplateFailedError(str(error)) from error


def close() -> None:
    """Apply the patches of this module."""
    members()
    index_of_result()
    text_literals()
    references()
    conditions()
    assignments()
    text_addition()
