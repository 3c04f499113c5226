"""No orphan template, no orphan CSS class, no inline style or script."""

import re

from tests.consistency.sources import name_of, python_files, tracked

CLASS = re.compile(r'class="([^"]*)"')
TEMPLATE_TAG = re.compile(r"\{[%{].*?[%}]\}", re.S)
SELECTOR = re.compile(r"\.([a-zA-Z][\w-]*)")


def _sources() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in (*python_files(), *tracked("templates/*", "static/js/*"))
    )


def test_every_template_is_used() -> None:
    everything = _sources()
    by_convention = re.compile(r"^(account/|mfa/|allauth/|django/|\d{3}|pages/|letters/|components/widgets/)")
    # A folder whose pages are chosen by a value (f"postings/blocks/rules/{block}.html") is used as a whole.
    orphans = [
        name
        for path in tracked("templates/*.html")
        if not by_convention.match(name := name_of(path).removeprefix("templates/"))
        and f'{name}"' not in everything
        and f"{name.rpartition('/')[0]}/{{" not in everything
    ]
    assert not orphans


def test_templates_have_no_inline_style_script_or_handler() -> None:
    bad = []
    for path in tracked("templates/*.html"):
        text = path.read_text(encoding="utf-8")
        handler = re.search(r"\son[a-z]+=", text)
        inline_script = re.search(r"<script(?![^>]*(?:src=|application/ld\+json))", text)
        if "style=" in text or "<style" in text or handler or inline_script:
            bad.append(name_of(path))
    assert not bad


def test_every_css_class_is_used_somewhere() -> None:
    words = set(re.findall(r"[\w-]+", _sources()))
    sheet = "\n".join(
        path.read_text(encoding="utf-8") for path in tracked("static/css/*.css", "static/css/**/*.css")
    )
    without_comments = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    rules = re.sub(r"\{[^{}]*\}", "{}", without_comments)
    assert not sorted(set(SELECTOR.findall(rules)) - words)


def test_every_class_of_a_template_is_styled() -> None:
    sheet = "\n".join(
        path.read_text(encoding="utf-8") for path in tracked("static/css/*.css", "static/css/**/*.css")
    )
    known = set(SELECTOR.findall(sheet))
    script = "\n".join(path.read_text(encoding="utf-8") for path in tracked("static/js/*.js"))
    missing = set()
    for path in tracked("templates/*.html"):
        if "documents" in path.parts:  # a PDF brings its own sheet
            continue
        for value in CLASS.findall(TEMPLATE_TAG.sub(" ", path.read_text(encoding="utf-8"))):
            for name in value.split():
                if name not in known and name not in script and not name.endswith("-"):
                    missing.add(f"{name_of(path)}: {name}")
    assert not sorted(missing)


def test_no_block_of_a_page_reads_a_name_that_another_block_has_set() -> None:
    # What `{% url … as name %}` sets is gone at the end of its block: a link by that name would lead nowhere.
    lost = []
    for path in tracked("templates/*.html"):
        blocks = _blocks(path.read_text(encoding="utf-8"))
        for place, text in blocks.items():
            for name in re.findall(r" as (\w+) %\}", text):
                reads = re.compile(rf"\{{[{{%][^}}]*\b(?<!:){name}\b(?!')")
                lost += [
                    f"{name_of(path)}: {name} of {place} in {other}"
                    for other, content in blocks.items()
                    if reads.search(content) and not re.search(rf" as {name} %\}}", content)
                ]
    assert not lost


def _blocks(text: str) -> dict[str, str]:
    """Return a page's own blocks by name; one inside another counts to the outer one."""
    if "{% extends" not in text:
        return {}
    blocks: dict[str, str] = {}
    inside: list[str] = []
    for part in re.split(r"(\{% (?:block \w+|endblock) %\})", text):
        if opened := re.match(r"\{% block (\w+) %\}", part):
            inside.append(opened[1])
        elif part == "{% endblock %}":
            inside.pop()
        elif inside:
            blocks[inside[0]] = blocks.get(inside[0], "") + part
    return blocks
