"""The demonstration: fictional facilities, postings and people, made from one seed number and dated around today."""
