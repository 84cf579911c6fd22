"""Everything that is told, as sums of unknown whole numbers."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, diags_array, eye_array, kron, vstack
from scipy.sparse.csgraph import connected_components

from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.suppress.axes import TOTAL
from wiwak_eval.disclosure.suppress.crossing import Crossing
from wiwak_eval.disclosure.suppress.family import Family, Layer, families
from wiwak_eval.disclosure.suppress.relations import relations
from wiwak_eval.results import Dimension, Key, Measure


@dataclass(frozen=True)
class Unknowns:
    """Unknown whole numbers, none negative. measure: of each; sums: places × unknowns, which unknowns a number adds up; links: rows ×
    unknowns, with links @ unknowns <= 0, and == 0 where `equal`.
    """

    places: tuple[Place, ...]
    measure: NDArray[np.str_]
    sums: csr_array
    links: csr_array
    equal: NDArray[np.bool_]

    def only(self, columns: NDArray[np.bool_]) -> "Unknowns":
        """Without some unknowns, and without links that are left empty."""
        rows = self.links[:, columns]
        kept = np.diff(rows.indptr) > 0
        return Unknowns(self.places, self.measure[columns], self.sums[:, columns], rows[kept], self.equal[kept])

    def components(self) -> Iterator["Unknowns"]:
        """Parts that share no unknown."""
        rows = vstack([self.sums, self.links], format="coo")
        height, width = rows.shape
        graph = coo_array((np.ones(rows.nnz), (rows.row, height + rows.col)), shape=(height + width, height + width))
        _, label = connected_components(graph, directed=False)
        of_place, of_link, of_unknown = np.split(label, [len(self.places), height])
        for one in np.unique(of_place):
            told, linked, columns = of_place == one, of_link == one, of_unknown == one
            places = tuple(place for place, inside in zip(self.places, told, strict=True) if inside)
            sums, links = self.sums[told][:, columns], self.links[linked][:, columns]
            yield Unknowns(places, self.measure[columns], sums, links, self.equal[linked])


def unknowns(dimensions: Sequence[Dimension], measures: Sequence[Measure], places: Collection[Place]) -> list[Unknowns]:
    """The components of all that is told. Raises KeyError for an unknown measure, dimension or category."""
    return [part for family in families(dimensions, measures, places) for part in _of_family(family).components()]


def _of_family(family: Family) -> Unknowns:
    layers = {layer: index for index, layer in enumerate(family.layers())}
    crossing = Crossing(family, len(layers))
    measures = {measure.name: measure for measure in family.measures}
    present = {name: crossing.present(measure) for name, measure in measures.items()}

    def picked(added: Sequence[Layer], taken: Sequence[Layer] = ()) -> csr_array:
        row = np.zeros((1, len(layers)))
        row[0, [layers[layer] for layer in added]] = 1
        row[0, [layers[layer] for layer in taken]] = -1
        return csr_array(row)

    sums = [kron(picked(family.expand(measures[name], _part(family, key))), crossing.sums(key)) for name, key in family.places]
    agreements = [kron(eye_array(len(layers)), row) for row in crossing.agreements()]
    rows, equal = [*agreements], [np.ones(row.shape[0], dtype=bool) for row in agreements]
    for relation in relations(family, layers):
        both = np.logical_and.reduce([present[name] for name in {name for name, _ in (*relation.less, *relation.more)}])
        rows.append(kron(picked(relation.less, relation.more), diags_array(both.astype(float), format="csr")[both]))
        equal.append(np.full(int(both.sum()), relation.equal))
    width = len(layers) * crossing.size
    whole = Unknowns(
        family.places,
        np.repeat([name for name, _ in layers], crossing.size),
        vstack(sums, format="csr"),
        vstack([csr_array((0, width)), *rows], format="csr"),
        np.concatenate([np.ones(0, dtype=bool), *equal]),
    )
    return whole.only(np.concatenate([present[name] for name, _ in layers]))


def _part(family: Family, key: Key) -> tuple[str, ...]:
    return tuple(dict(key).get(name, TOTAL) for name in family.layered)
