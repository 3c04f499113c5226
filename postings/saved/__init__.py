"""保存した求人: what a seeker puts aside, in a signed cookie without an account, in the account with one."""
