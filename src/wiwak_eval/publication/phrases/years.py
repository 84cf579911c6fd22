"""Budget years in templates and ids."""


def for_years(template: str, years: tuple[int, int]) -> str:
    """The template with `Y1` and `Y2` replaced by the two budget years."""
    return template.replace("Y1", str(years[0])).replace("Y2", str(years[1]))
