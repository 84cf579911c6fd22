"""What an outsider can compute, the long way: every combination of every category is an unknown of its own; nothing is merged."""

from itertools import combinations, product

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from wiwak_eval.results import ALL

GAP, WHOLE = "not recorded", "whole"


def partitions(inside):
    """Each category with every choice of others that share its leaves out."""
    for whole, leaves in inside.items():
        others = [c for c in inside if c != whole and inside[c] <= leaves]
        for number in range(1, len(others) + 1):
            for parts in combinations(others, number):
                if sum(len(inside[c]) for c in parts) == len(leaves) and set().union(*(inside[c] for c in parts)) == leaves:
                    yield whole, parts


class CrossedTables:
    def __init__(self, dimensions, measures, places):
        self.dimensions = {d.name: d for d in dimensions if any(d.name in dict(key) for _, key in places)}
        self.measures = {m.name: m for m in measures if any(m.name == name for name, _ in places)}
        self.column = {}
        for m in self.measures.values():
            for combination in product(*(self.categories(m, d) for d in self.dimensions.values())):
                self.column[m.name, combination] = len(self.column)
        self.at_most_zero, self.zero = [], []
        for m in self.measures.values():
            self.bound_categories(m)
            if m.at_least in self.measures:
                self.bound_measures(m, self.measures[m.at_least])

    def categories(self, measure, dimension):
        if dimension.name in measure.overlapping:
            return [*dimension.leaves, *(name for name, _ in dimension.unions), ALL, WHOLE]
        return [*dimension.leaves, *([GAP] if dimension.name in measure.incomplete else [])]

    def leaves(self, measure, dimension, category):
        if category in (WHOLE, GAP):
            extra = [GAP] if dimension.name in measure.incomplete else []
            return [*dimension.leaves, *extra] if category == WHOLE else [GAP]
        return list(dimension.members(category))

    def bound_categories(self, m):
        for i, d in enumerate(self.dimensions.values()):
            if d.name not in m.overlapping:
                continue
            inside = {c: set(self.leaves(m, d, c)) for c in self.categories(m, d)}
            others = [self.categories(m, other) for other in self.dimensions.values()]
            for rest in product(*others[:i], *others[i + 1 :]):
                at = {c: self.column[m.name, (*rest[:i], c, *rest[i:])] for c in inside}
                self.at_most_zero += [{at[a]: 1, at[b]: -1} for a in inside for b in inside if a != b and inside[a] <= inside[b]]
                for whole, parts in partitions(inside):
                    self.at_most_zero.append({at[whole]: 1} | {at[part]: -1 for part in parts})

    def bound_measures(self, more, less):
        choices = []
        for d in self.dimensions.values():
            wide = [m for m in (more, less) if d.name in m.overlapping]
            known = [set(self.categories(m, d)) for m in wide or (more, less)]
            choices.append(sorted(set.intersection(*known)))
        for combination in product(*choices):
            row = dict.fromkeys(self.columns(less, combination), 1.0)
            self.at_most_zero.append(row | dict.fromkeys(self.columns(more, combination), -1.0))

    def columns(self, m, combination):
        parts = [
            [c] if d.name in m.overlapping else self.leaves(m, d, c) for d, c in zip(self.dimensions.values(), combination, strict=True)
        ]
        return [self.column[m.name, part] for part in product(*parts)]

    def number(self, place):
        measure, key = place
        row = np.zeros(len(self.column))
        row[self.columns(self.measures[measure], [dict(key).get(name, WHOLE) for name in self.dimensions])] = 1
        return row

    def width(self, target, printed, intervals=()):
        """Greatest minus least value of a number; printed: place to value, intervals: (place, low, high)."""
        rows = [self.number(place) for place in printed]
        ranges = [sign * self.number(place) for place, _, _ in intervals for sign in (-1, 1)]
        limits = [limit for _, low, high in intervals for limit in (-low, high)]
        bounds = np.zeros((len(self.at_most_zero), len(self.column)))
        for i, row in enumerate(self.at_most_zero):
            bounds[i, list(row)] = list(row.values())
        goal, found = self.number(target), []
        for sign in (1, -1):
            result = linprog(
                sign * goal,
                A_ub=csr_array(np.vstack([bounds, *ranges])) if len(bounds) + len(ranges) else None,
                b_ub=np.concatenate([np.zeros(len(bounds)), limits]) if len(bounds) + len(ranges) else None,
                A_eq=csr_array(np.vstack(rows)) if rows else None,
                b_eq=list(printed.values()) if rows else None,
            )
            if result.status == 3:
                return np.inf
            assert result.status == 0, result.message
            found.append(result.fun)
        return -found[1] - found[0]
