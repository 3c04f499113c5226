DROP TRIGGER listing_begins ON postings_posting;
DROP TRIGGER listing_follows ON postings_posting;
DROP TRIGGER listing_ends ON postings_posting;
DROP FUNCTION postings_keep_listing();
DROP FUNCTION postings_listing_source();
