"""Expected facts and verdicts: is an answer right, and did a change make it worse?"""
