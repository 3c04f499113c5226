DROP TRIGGER tally_of_added ON postings_listing;
DROP TRIGGER tally_of_changed ON postings_listing;
DROP TRIGGER tally_of_removed ON postings_listing;
DROP FUNCTION postings_keep_tally();
DROP FUNCTION postings_counted(integer, timestamptz, text[]);
