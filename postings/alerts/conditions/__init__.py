"""条件お知らせ: conditions that people save without an account, and the letters about what fits them."""
