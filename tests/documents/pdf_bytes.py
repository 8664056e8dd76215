"""PDF files made by hand, small enough to read."""


def pdf(*pages: str, encrypted: bool = False) -> bytes:
    """Return a PDF whose pages show ``pages``, one line of text for each line."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        drawn = "".join(f"({line}) Tj 0 -14 Td " for line in words.split("\n") if line)
        stream = f"BT /F1 12 Tf 72 720 Td {drawn}ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R"
    if encrypted:
        secret = "ab" * 32  # no password gives this, so the file stays shut
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{secret}> /U <{secret}> >>")
        trailer = f"/Size {len(objects) + 1} /Root 1 0 R /Encrypt {len(objects)} 0 R /ID [<00> <00>]"
    return _assembled(objects, trailer)


def _assembled(objects: list[str], trailer: str) -> bytes:
    body = "%PDF-1.4\n"
    places = []
    for number, words in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{words}\nendobj\n"
    start = len(body)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (body + f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n").encode("latin-1")
