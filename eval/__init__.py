"""Expected facts and verdicts: is an answer right, and did a change make it worse?"""

from index.terminal import need

need(["numpy", "yaml", "chromadb", "sentencex"], code=3)  # 3: could not measure (eval/gate.py)
