"""Train the bundled static embedder: from public-domain and openly licensed text to the shipped files.

A static embedder is a table with one vector a token. A text's embedding is the mean of its tokens' vectors, scaled
to length 1; there is no network behind it. All it can know is which tokens mean the same, so training is one
question asked a million times: among these thousand texts, which one is the translation of that one?

The files, in the order in which the command runs through them:

| file | from → to |
|---|---|
| `text.py` | the parallel text → groups of mutual translations, by kind; what must not be trained on is taken out |
| `dictionary.py` | word lists → pseudo-parallel text: single-language sentences put into English word by word |
| `questions.py` | sentence pairs → made-up questions and the passages that answer them |
| `tokenizer.py` | all text → a Unigram tokenizer under which Serbian Latin and Cyrillic are one |
| `batches.py` | groups → token ids → batches of translation pairs in random language pairs |
| `pieces.py` | tokens → two tokens that spell them, now and then |
| `teacher.py` | English texts → the vectors an English transformer gives them, to learn from lightly |
| `mix.py` | three stages: which kind of text is drawn how often |
| `fit.py` | batches → weights: the whole of the learning |
| `ship.py` | weights → int8 with one scale a row, beside the tokenizer |

Run it with `python -m index.model.train --text DIR`; it needs the extra `[train]`.
"""
