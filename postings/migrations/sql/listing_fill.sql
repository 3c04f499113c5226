INSERT INTO postings_listing SELECT * FROM postings_listing_source();
