DROP FUNCTION postings_listing_words(text, text[]);
