"""The site's own line icons, 24 by 24, drawn inline so that they cost no request and no shared sprite."""

FILLED = 'fill="currentColor" stroke="none"'

ICONS: dict[str, str] = {
    "bell": '<path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15L6 17ZM10 21h4M12 3v2"/>',
    "book": (
        '<path d="M12 6.5C9.5 4.8 6.5 4.8 4 5.5V18c2.5-.7 5.5-.7 8 1 2.5-1.7 5.5-1.7 8-1V5.5'
        'c-2.5-.7-5.5-.7-8 1Zm0 0V19"/>'
    ),
    "bookmark": '<path d="M6.5 4h11v16L12 15.8 6.5 20V4Z"/>',
    "bookmarked": f'<path d="M6.5 4h11v16L12 15.8 6.5 20V4Z" {FILLED}/>',
    "calendar": '<path d="M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4"/>',
    "chevron": '<path d="m5 9 7 7 7-7"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.5 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "error": (
        f'<path d="M8.2 2.5h7.6l5.7 5.7v7.6l-5.7 5.7H8.2l-5.7-5.7V8.2z" {FILLED}/>'
        '<path d="m8.5 8.5 7 7M15.5 8.5l-7 7" stroke="#fff"/>'
    ),
    "home": '<path d="M4 11.5 12 4l8 7.5V20h-5.5v-5.5h-5V20H4z"/>',
    "info": (
        f'<circle cx="12" cy="12" r="10" {FILLED}/><path d="M12 11v6" stroke="#fff"/>'
        '<circle cx="12" cy="7.7" r="1.2" fill="#fff" stroke="none"/>'
    ),
    "key": (
        '<circle cx="8" cy="9" r="5"/><path d="M11.7 12.4 20 20.5M16 16.6l2.4-2.4M18.6 19.1l2-2M8 6.6v4.8M5.6 9h4.8"/>'
    ),
    "licence": (
        f'<path d="M4 6h16v12H4z"/><circle cx="9" cy="11" r="1.8" {FILLED}/>'
        '<path d="M6.5 15.2c.6-1.6 4.4-1.6 5 0M14.5 10.5h3M14.5 13.5h3"/>'
    ),
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "next": '<path d="m9 5 7 7-7 7"/>',
    "ok": f'<circle cx="12" cy="12" r="10" {FILLED}/><path d="m7.5 12.2 3 3 6-6.4" stroke="#fff"/>',
    "pin": (
        '<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11Z"/>'
        f'<circle cx="12" cy="10" r="2.2" {FILLED}/>'
    ),
    "previous": '<path d="m15 5-7 7 7 7"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4.5V9h15v8H17M7.5 14h9v6h-9z"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "sliders": (
        '<path d="M4 8h9M17 8h3M4 16h3M11 16h9"/><circle cx="15" cy="8" r="2"/><circle cx="9" cy="16" r="2"/>'
    ),
    "warning": (
        f'<path d="M12 2.5 22.5 21.5H1.5z" {FILLED}/><path d="M12 9v6" stroke="#fff"/>'
        '<circle cx="12" cy="18" r="1.2" fill="#fff" stroke="none"/>'
    ),
    "yen": '<circle cx="12" cy="12" r="8.5"/><path d="m8.5 7 3.5 5 3.5-5M12 12v5.5M9 12.5h6M9 15h6"/>',
}
