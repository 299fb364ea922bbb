"""Documents as tagged PDF (PDF/UA-1). Words are passed as data, never as part of the code."""

import json
from pathlib import Path

import typst

_HERE = Path(__file__).parent


def pdf(name: str, data: dict, *, paper: str) -> bytes:
    """The PDF of the template `name`.typ, which reads `data` from `sys.inputs.data`.

    paper: a size as typst names it, such as "us-letter" or "a4".
    """
    return typst.compile(
        _HERE / f"{name}.typ",
        root=_HERE,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False), "paper": paper},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
    )


def png(name: str, data: dict) -> bytes:
    """The first page of the template `name`.typ as a picture."""
    return typst.compile(
        _HERE / f"{name}.typ",
        root=_HERE,
        format="png",
        ppi=144.0,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        ignore_system_fonts=True,
    )
