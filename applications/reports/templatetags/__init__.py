"""Tags about training and hires for the pages of other audiences."""
