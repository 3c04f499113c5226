"""「実際と違うとき」: anybody reports, the office asks, corrects or suspends, and says how it ended (職業安定法5条の4)."""
