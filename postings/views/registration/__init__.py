"""Pages of the registration: start, sheet, blocks, confirm, mail proof. No login; a secret link opens it again."""
