"""的確表示 (職業安定法5条の4): a facility is asked whether its posting is still true, and silence ends the posting."""
