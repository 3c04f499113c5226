"""Category 15: headers that a proxy, a browser or an attacker might send, as Django's test client takes them."""

from collections.abc import Iterator

FOREIGN = (
    "evil.example",
    "testserver.evil.example",
    "testserver:0",
    "testserver:99999",
    "testserver:x",
    "[::1]",
    "[",
    "a b",
    "",
)
FORWARDED = (
    "127.0.0.1",
    "::1",
    "1.2.3.4, 5.6.7.8",
    "1.2.3.4:99",
    "[::1]:99",
    "unknown",
    "x",
    ",",
    "",
    "\x00",
    "9" * 3000,
    "１.２.３.４",
)
LANGUAGES = (
    "ja",
    "en-US,en;q=0.5",
    "*",
    "xx",
    "ja;q=9",
    "ja;q=x",
    ";" * 500,
    "a-" * 1000,
    "ja-JP-u-ca-japanese",
    "\x00",
    "日本語",
    "../../x",
)
RANGES = (
    "bytes=0-",
    "bytes=0-0",
    "bytes=-1",
    "bytes=9-1",
    "bytes=0-1,2-3",
    "bytes=" + "0-," * 3000,
    "x=1",
    "bytes=",
    "bytes=9" + "9" * 400 + "-",
)
REFERERS = (
    "//evil.example",
    "http://[",
    "http://testserver/\r\nx",
    "javascript:x",
    "",
    "/x",
    "http://testserver/?a=\x00",
    "http://testserver/あ",
    "x" * 9000,
)
COOKIES = (
    *(
        "sessionid=x",
        "sessionid=",
        "sessionid=" + "a" * 9000,
        "csrftoken=x",
        "csrftoken=" + "あ" * 32,
        "saved=x",
        "saved=1.2.3",
        "saved=" + "9" * 900,
    ),
    *(
        "saved=-1",
        "saved=\x00",
        "saved=%00",
        'saved="',
        "messages=x",
        'messages=[["x"]]',
        "messages=x:y:z",
        "=x",
        ";;;",
        "a=b; a=c",
        "x" * 9000,
    ),
    *(
        'sessionid="\\303"',
        "__Host-sessionid=x",
        "django_language=xx",
        "$Version=1; sessionid=x",
        "csrftoken=\r\nx",
        "sessionid=\u2028",
    ),
)
DATES = (
    "x",
    "Sat, 99 Nov 2026 00:00:00 GMT",
    "Sat, 21 Nov 99999 00:00:00 GMT",
    "0",
    "-1",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "９",
)
ETAGS = ("*", '"x"', 'W/"x"', "x", '"' * 900, "", ",,,", '"あ"', 'W/"' + "a" * 9000)
OTHERS = (
    *(
        ("HTTP_X_ORIGINAL_URL", "/office/"),
        ("HTTP_X_REWRITE_URL", "/office/"),
        ("HTTP_X_HTTP_METHOD_OVERRIDE", "DELETE"),
    ),
    *(
        ("HTTP_FORWARDED", "for=127.0.0.1;host=evil.example;proto=https"),
        ("HTTP_TRANSFER_ENCODING", "chunked, identity"),
    ),
    *(
        ("HTTP_X_REQUESTED_WITH", "XMLHttpRequest"),
        ("HTTP_ORIGIN", "null"),
        ("HTTP_ORIGIN", "https://evil.example"),
        ("HTTP_ORIGIN", "http://["),
    ),
    *(
        ("HTTP_X_PART", "x"),
        ("HTTP_X_PART", "search"),
        ("HTTP_X_AUTOSAVE", "2"),
        ("HTTP_X_AUTOSAVE", "1"),
        ("HTTP_X_PART", "\x00"),
    ),
    *(
        ("HTTP_USER_AGENT", "x" * 9000),
        ("HTTP_USER_AGENT", ""),
        ("HTTP_USER_AGENT", "<script>xss(1)</script>\n\x00"),
        ("HTTP_EXPECT", "x"),
    ),
    *(
        ("HTTP_ACCEPT", "*/*;q=x"),
        ("HTTP_ACCEPT", "\x00"),
        ("HTTP_ACCEPT_ENCODING", "gzip;q=x"),
        ("HTTP_ACCEPT_ENCODING", "x" * 9000),
    ),
    *(
        ("CONTENT_LENGTH", "x"),
        ("CONTENT_LENGTH", "-1"),
        ("CONTENT_LENGTH", "99999999999999999999"),
        ("HTTP_AUTHORIZATION", "Basic x"),
    ),
    *(
        ("REMOTE_ADDR", ""),
        ("REMOTE_ADDR", "x"),
        ("REMOTE_ADDR", "::ffff:1.2.3.4"),
        ("HTTP_X_CSRFTOKEN", "\x00"),
        ("HTTP_X_CSRFTOKEN", "あ" * 64),
    ),
    *(
        ("SERVER_PORT", "0"),
        ("HTTP_X_FORWARDED_PORT", "x"),
        ("HTTP_IF_RANGE", "x"),
        ("HTTP_TE", "x"),
        ("HTTP_UPGRADE", "websocket"),
        ("HTTP_DNT", "x"),
    ),
)
LISTS = {
    "HTTP_HOST": FOREIGN,
    "HTTP_X_FORWARDED_HOST": FOREIGN,
    "HTTP_X_FORWARDED_FOR": FORWARDED,
    "HTTP_X_REAL_IP": FORWARDED,
    "HTTP_X_FORWARDED_PROTO": ("https", "x", "", "https,http", "\x00"),
    "HTTP_ACCEPT_LANGUAGE": LANGUAGES,
    "HTTP_RANGE": RANGES,
    "HTTP_REFERER": REFERERS,
    "HTTP_COOKIE": COOKIES,
    "HTTP_IF_MODIFIED_SINCE": DATES,
    "HTTP_IF_UNMODIFIED_SINCE": DATES,
    "HTTP_IF_NONE_MATCH": ETAGS,
    "HTTP_IF_MATCH": ETAGS,
}


def headers() -> Iterator[tuple[str, str]]:
    """Yield one header and its value at a time."""
    for name, values in LISTS.items():
        yield from ((name, value) for value in values)
    yield from OTHERS
