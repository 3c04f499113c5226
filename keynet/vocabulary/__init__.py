"""Words of the trade: occupations, prefectures, terms of employment, calendars and codes. Imports no app."""
