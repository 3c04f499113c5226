"""Category 14: addresses that look like ours and lead elsewhere."""

from collections.abc import Iterator
from itertools import product

ELSEWHERE = (
    "evil.example",
    "evil.example/account/login/",
    "testserver.evil.example",
    "testserver@evil.example",
    "１.evil.example",
)
SHAPES = (
    *(
        "//{0}",
        "///{0}",
        "////{0}",
        "/\\{0}",
        "\\\\{0}",
        "\\/{0}",
        "https:{0}",
        "https:/{0}",
        "https://{0}",
        "http:///{0}",
    ),
    *(
        "HTTPS://{0}",
        "hTTp:\\\\{0}",
        "%2f%2f{0}",
        "/%2f{0}",
        "/%5c{0}",
        "\t//{0}",
        "/\t/{0}",
        "//\t{0}",
        " //{0}",
        "\u3000//{0}",
    ),
    *(
        "//{0}%00/",
        "//{0}\r\nSet-Cookie:x=1",
        "//testserver@{0}",
        "//user:pw@{0}",
        "//{0}:80",
        "//{0}?testserver",
        "//{0}#x",
    ),
    *(
        "javascript://{0}/%0aalert(1)",
        "data:text/html,{0}",
        "ftp://{0}",
        "//[::1]@{0}",
        "//[{0}",
        "http://[",
        "//testserver:99999",
        "//。{0}",
    ),
    *(
        "https://testserver\\@{0}",
        "https://testserver%5c@{0}",
        ".{0}",
        "@{0}",
        "../{0}",
        "./{0}",
        "?next=//{0}",
        "#//{0}",
        "/..//{0}",
    ),
    *(
        "/postings/?x=//{0}",
        "/a/../..//{0}",
        "/\x00/{0}",
        "/;//{0}",
        "／／{0}",
        "//{0}\u2024example",
        "mailto:x@{0}",
        "blob:https://{0}",
    ),
)


def texts() -> Iterator[str]:
    """Yield every shape with every host, and addresses of 500 signs and more."""
    for shape, host in product(SHAPES, ELSEWHERE):
        yield shape.format(host)
    yield from (
        "/" * 500,
        "//" + "a" * 500,
        "/" + "あ" * 500,
        "/?" + "x=1&" * 500,
        "/office/../../",
        "/\\\\",
        "",
        " ",
        "/",
    )
