"""Pages of accounts: arriving, opening an account, how one signs in, devices, lost second factors."""
