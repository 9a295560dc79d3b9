"""What other articles say to a claim: the same, or otherwise, in a figure, a name, a time or a word.

`rag.agree.agreeing` puts it together. Nothing is imported here: many a module reads one table or rule, and no more.
"""
