"""Tags that show a posting: `{% load posting_tags %}`."""
