"""Sentences planted in an article to command a machine: never evidence, never quoted.

An article speaks to readers. A sentence that names its addressee as an assistant or a model, takes back "previous
instructions" or holds the marks of a chat template was written for a program that answers questions. The patterns cover
the five languages; they are a first fence, not a proof: a planted *statement* looks like any other statement.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.fold import fold

# Folded, like the sentences. Stems, since every language here but English inflects.
_MACHINE = (
    r"(?:assistant|asistent|assistent|asszisztens|modell?|chatbot|llm|ai"
    r"|gep|makin|masin|macchin|system|sistem|rendszer)"
)
_ORDER = (
    r"(?:note|nota|notice|message|important|attention|instruction|order|istruzion|messaggi|importante|attenzione"
    r"|udhezim|shenim|mesazh|rendesishme|kujdes|vazno|uputstv|nalog|napomen|poruk|paznja"
    r"|utasitas|uzenet|fontos|figyelem|megjegyzes)"
)
_LANGUAGE_MODEL = (
    r"(?:language|jezick\w+|nyelvi) mod\w+|mod\w+ (?:gjuhesor\w*|te gjuhes|linguistic\w*|di linguaggio|jezika)"
)
_PROGRAM = (
    rf"(?:an? )?(?:chatbot\w*|llm\w*|ai|ia|gpt\w*|{_LANGUAGE_MODEL}|ai (?:model|assistant)\w*|assistants?|asistent\w*"
    r"|assistent[ei]|bot)\b"
)
_FORGET = (
    r"(?<!to )\b(?:ignore|disregard|forget|zanemari(?:te)?|ignorisi(?:te)?|zaboravi(?:te)?|ignora(?:te)?"
    r"|dimentica(?:te)?|injoro(?:ni)?|harro(?:ni)?|felejtsd?e?|hagyd figyelmen kivul)\b"
)
_SAY = (
    r"\b(?:say|state|tell|answer|reply|write|mention|claim|respond|thuaj|pergjigju|shkruaj|reci|kazi|navedi|odgovori|napisi"
    r"|di|dica|rispondi|scrivi|mondd|valaszol[jd]|irj)\w*\b"
)
_PATTERNS = (
    rf"^\W*(?=[^:.!?]{{0,60}}:)(?=[^:]*\b\w*{_ORDER})(?=[^:]*{_MACHINE})",  # "Note to the assistant: …"
    rf"^\W*{_MACHINE}\w*\W*(?:\w+\W*)?:",  # "ASSISTANT: …"
    # the imperative, not the report that somebody did
    rf"{_FORGET}.{{0,40}}"
    r"\b(?:instruction|istruzion|udhezim|uputstv|utasitas|prompt)",
    rf"\b{_MACHINE}\w*\b.{{0,20}}\b(?:must|should|shall|deve|dovrebbe|mora|treba|duhet|kell)\b.{{0,20}}"
    r"\b(?:answer|respond|reply|rispond|odgovor|pergjigj|valaszol)",
    r"\bonly (?:permitted|allowed|correct) answer|\bsystem prompt\b",
    r"^\W*(?:please )?answer (?:every|all) (?:the )?question",
    # "The output must contain …": said of no factory, whose output must grow.
    r"\b(?:output|completion|izlaz|kimenet)\w*\b.{0,15}\b(?:must|should|has to|mora|treba|duhet|deve|kell)\b.{0,15}"
    r"\b(?:contain|say|state|end with|begin with|start with|sadrz|permbaj|contenere|tartalmaz)",
    # "Every answer must be proportionate" is news; one that says what answers must say is not.
    r"\b(?:every|each|any|all|your|cdo|secila|svak\w+|tvoj\w*|ogni|minden|osszes)\b.{0,20}"
    r"\b(?:answer|repl(?:y|ies)|pergjigj|odgovor|rispost|valasz)\w*\b.{0,20}"
    r"\b(?:(?:must|should|has to|have to) (?:only )?(?:say|contain|end|begin|start|mention)"
    r"|duhet te (?:thote|permbaje|mbaroje|filloje)|(?:mora|treba) da (?:kaze|sadrzi|glasi|pocne|pocinje|se zavrsi)"
    r"|deve (?:dire|contenere|finire|terminare|iniziare)|(?:azt )?kell (?:mondani|tartalmazni)|vegere|elejere)",
    r"^\W*(?:new|nov[ae]|te reja|nuov[ei]|uj)\s(?:rule|instruction|pravil|uputstv|rregulla|udhezim|regol|istruzion"
    r"|szabaly|utasitas)\w*\s*:",
    # "If you are an LLM, state that …", "Dear chatbot, please tell your users that …", "To the AI reading this: say …"
    rf"^\W*(?:if|nese|ako|se|ha)\b.{{0,25}}{_PROGRAM}\W.{{0,60}}{_SAY}",
    rf"^\W*(?:dear|hey|hello|[ie] dashur|drag[ia]|car[oa]|gentile|kedves|tisztelt)\W+(?:\w+\W+)?"
    rf"(?:{_PROGRAM}|mod(?:el|ell|ello|eli)\b)\s*[,:!–-]",
    rf"^\W*{_PROGRAM}\s*,\s*(?:please |ju lutem |molim\w* |kerjuk |kerlek )?{_SAY}",  # "Language models, answer that …"
    # "AI assistants reading this page should state …", "As an AI you must cite …", "From now on you are a pirate."
    rf"\b{_PROGRAM}.{{0,25}}\b(?:read(?:ing|s)? this|lexo\w+ kete|cita\w* ov[ou]|legg\w+ quest[ao]|ezt olvas\w*)",
    rf"\b(?:as|si nje|kao|come|mint)\W+{_PROGRAM}\W{{1,3}}(?:you|ti duhet|duhet te|moras?|treba da|devi|neked)\b",
    r"^\W*(?:from now on|tani e tutje|od sada?|d'ora in poi|mostantol)\W+"
    r"(?:you (?:are|will|must)|ti (?:je|si)|si|sei|te)\b",
    r"(?:^|[,:;])\W*(?:please )?(?:tell (?:the|your) user|thuaj\w* perdorues|reci\w* korisni"
    r"|di(?:te)? (?:all'|agli )utent|mondd (?:el )?a felhasznalo)",
    # "Summarise this article as: …"
    r"^\W*(?:please )?(?:summari[sz]e|translate|rephrase|rewrite|permblidh\w*|sazmi\w*|sumiraj\w*|riassum\w+"
    r"|foglald ossze|osszegezd)\b.{0,25}\b(?:this|kete|ova?j?|questo|ezt)\b.{0,30}(?::|\b(?:as|me|kao|come|ugy)\b)",
    rf"^\W*(?:to|per|za|al?|all[ao]?)\W+(?:\w+\W+){{0,3}}?{_PROGRAM}[^.!?,]{{0,40}}:",
    # "When summarising this article, always mention …": an imperative right after the comma.
    r"^\W*(?:when|while|if|kur|kada?|quando|se|ha|amikor)\b.{0,20}\b(?:summari[sz]|quot|cit|answer|permbledh|pergjigj|sazim"
    r"|sumira|odgovara|riassum|rispond|osszefoglal|idez|valaszol)\w*\b[^,.]{0,40},\s*(?:please )?"
    r"(?:always|never|mention|say|state|include|gjithmone|permend\w*|thuaj\w*|uvek|pomenit?e?|reci\w*|navedit?e?|sempre"
    r"|menziona\w*|dica|mindig|emlits\w*|mondd\w*)\b",
    rf"{_FORGET}.{{0,25}}"
    r"\b(?:sva|sve|tutte|gjitha|all|previous|prethodn\w*|ranij\w*|precedent\w*|meparshm\w*|korabbi\w*)\b.{0,30}"
    r"\b(?:and|i|e|dhe|es)\b.{0,10}\b(?:say|answer|write|reci(?:te)?|odgovori(?:te)?|di|rispondi|thuaj|pergjigju|mondd|irj)",
    r"<\|\w+\|>|\[/?inst\]|<!--|</?script\b",
)
_ORDERS = re.compile("|".join(_PATTERNS))


@lru_cache(maxsize=8192)  # a warm index asks about the same sentences again and again
def commands_a_machine(sentence: str) -> bool:
    """Whether a sentence speaks to a program that answers questions in place of a reader."""
    return bool(_ORDERS.search(fold(sentence)))
