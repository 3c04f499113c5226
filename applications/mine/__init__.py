"""The account of somebody who looks for work (/my/). Optional: everything here also works by mailed links.

An account owns what its proved address has sent, before and after it was opened; nothing has to be handed over.
"""
