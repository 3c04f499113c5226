"""One machine without Docker: the servers and processes of the site, started, watched and stopped in order.

Plain standard library, because it runs before any package is installed, and knows nothing of the apps.
`bin/serve`, `bin/manage` and `bin/test` are its three doors; tests that kill servers use the same classes.
"""
