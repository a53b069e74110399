"""Closed word lists of claim extraction: cues, modals, conjunctions. Lemmas, lower case.

The classes of cue verbs follow the literature on attribution and event factuality (PolNeAR, Newell et
al. 2018; FactBank, Saurí and Pustejovsky 2009); the members were collected by reading news.
"""

from __future__ import annotations

from types import MappingProxyType

#: The speaker stands for the complement: "X said that P".
ASSERTING = frozenset(
    "say tell report announce state declare claim confirm acknowledge admit note add reveal disclose "
    "explain write assert affirm reiterate stress emphasize emphasise underline argue maintain contend "
    "insist observe remark respond reply comment conclude find show mention describe point recall "
    "repeat quote cite signal indicate testify vow boast brief inform concede allege highlight reaffirm "
    "proclaim post tweet "
    "realize realise recognize recognise know learn discover hear "
    "agree attest certify charge clarify complain concur document elaborate lament recount "
    "swear rule hold decide determine see notice remember counter".split()
)

#: Of these, the ones that under a negation leave the complement open; who does "not know that P" is wrong.
STATING = frozenset(
    "say tell report announce state declare claim confirm write assert argue maintain contend insist allege "
    "conclude find rule determine testify attest".split()
)

#: Asserting verbs that say something of their own without a complement: "both sides agreed on Friday".
SELDOM_BARE = frozenset(
    "insist agree attest certify charge clarify complain concur document elaborate lament recount "
    "swear rule hold decide determine see notice remember counter".split()
)

#: Verbs that go with a quotation beside them.
SPEAKING = frozenset(
    "say tell add write tweet post note continue argue explain ask reply respond declare announce state "
    "warn insist claim recall remark observe joke quip conclude complain admit acknowledge concede stress "
    "promise vow urge boast assert testify comment begin exclaim shout read put describe".split()
)

#: Verbs of reporting whose object is the hearer: "told reporters".
TELLING = frozenset("tell inform brief assure remind".split())

#: Verbs that stand in parentheses: "Moscow, they suspect, wants more".
PARENTHETICAL = (ASSERTING - SELDOM_BARE) | frozenset(
    "believe think suspect warn predict fear estimate caution".split()
)

#: Who is told things.
HEARERS = frozenset(
    "reporter journalist lawmaker parliament conference crowd audience agency newspaper channel".split()
)

#: The speaker says that the complement is not so: "X denied that P".
DENYING = frozenset(
    "deny dispute reject refute rebut dismiss disavow contradict contest repudiate debunk disprove "
    "discount".split()
)

#: Of these, the ones that with a gerund say what somebody will not do: "rejected allowing aid".
TURNING_DOWN = frozenset("reject dismiss".split())

#: Verbs that deny together with a particle: "ruled out", "shot down reports that P".
PHRASAL_DENIALS = MappingProxyType(
    {
        "rule": frozenset(("out",)),
        "shoot": frozenset(("down",)),
        "knock": frozenset(("down",)),
        "brush": frozenset(("off", "aside")),
        "wave": frozenset(("away", "off", "aside")),
        "push": frozenset(("back",)),
    }
)

#: "cast doubt on claims that P".
DOUBT_CASTING = frozenset("cast throw raise sow".split())

#: "refused to say whether P", "declined to comment on reports that P".
REFUSING = frozenset("refuse decline".split())
SAYING = frozenset("say comment confirm discuss disclose reveal specify address verify".split())

#: Under a negation these leave open what they speak of: "would not confirm that P".
CONFIRMING = frozenset("confirm verify corroborate".split())

#: "It is false that P".
DENYING_ADJECTIVES = frozenset("false untrue incorrect wrong fake".split())

#: "The ministry's denial that P".
DENIAL_NOUNS = frozenset("denial".split())

#: The speaker holds the complement for possible or likely: "X believes that P".
HEDGING = frozenset(
    "believe think suspect suggest estimate assess expect predict forecast project speculate warn fear doubt "
    "hint imply assume reckon consider feel guess anticipate worry caution".split()
)

#: All three: whoever does one of these has a view on the complement.
REPORTING = ASSERTING | HEDGING | DENYING

#: Hedging verbs that with a past or a perfect tell what did not have to come: "had predicted that P".
PREDICTING = frozenset("predict forecast expect project anticipate".split())

#: Verbs that report under "can" and "would" too: "can confirm that P", "would only say that P".
PERFORMATIVE = frozenset(
    "say tell confirm report reveal disclose assure add acknowledge admit see hear show prove know "
    "demonstrate remember find feel think believe understand agree swear testify attest".split()
)

#: "Does not think that P" is said for "thinks that not P".
NEGATION_RAISING = frozenset("think believe feel reckon".split())

#: The complement is what somebody wants done, not what is the case: "X demands that P".
DEMANDING = frozenset(
    "demand urge ask call request require order insist propose recommend advise want appeal beg press "
    "instruct command stipulate pressure encourage convince persuade".split()
)

#: The complement is wished or planned, not the case: "X hopes that P".
WISHING = frozenset(
    "hope wish want desire prefer like pray plan intend aim seek promise pledge threaten".split()
)

#: With an infinitive these say of the speaker what he says: "claims to be ready".
CLAIMING = frozenset("claim profess".split())

#: What is seen to happen happened: "saw the drivers running".
PERCEIVING = frozenset("see hear watch notice observe".split())

#: The complement is a question: "X asked whether P".
ASKING = frozenset("ask wonder question inquire query".split())

#: Verbs that go with an open question: "did not know when P", "could not recall where P".
WONDERING = frozenset("know remember recall understand see say tell explain forget learn reveal".split())

#: Verbs that say nothing without their time: "the vote came a week after P".
COMING = frozenset("come happen occur".split())

#: "It is clear that P": adjectives whose complement is held for a fact.
FACTIVE_ADJECTIVES = frozenset("clear true certain obvious evident plain undeniable known apparent".split())

#: "It is possible that P".
HEDGING_ADJECTIVES = frozenset(
    "possible likely probable unclear unlikely conceivable plausible doubtful".split()
)

#: "It is unlikely that P" and "less likely that P" do not say that P, not even perhaps.
DOUBTING_ADJECTIVES = frozenset(
    "unlikely doubtful improbable implausible inconceivable skeptical sceptical".split()
)
LESSENING = frozenset("less hardly scarcely".split())

#: Whoever is "not sure that P" does not say P either.
CONFIDENT_ADJECTIVES = frozenset("sure certain convinced confident positive persuaded".split())

#: "The false claim that P", "a debunked report that P": who writes so says that P is not so.
DISCREDITING = DENYING_ADJECTIVES | frozenset("debunked disproved disproven discredited bogus".split())

#: "It is difficult to say": adjectives after which "it" stands for nothing.
IMPERSONAL_ADJECTIVES = HEDGING_ADJECTIVES | frozenset(
    "impossible necessary important difficult hard easy essential vital crucial premature early late".split()
)

#: Nouns whose complement clause is a report: "reports that P", "their assessment remains that P".
REPORT_NOUNS = frozenset(
    "report claim assessment statement belief view rumour rumor allegation suggestion position "
    "conclusion announcement message news speculation idea notion fact accusation assertion opinion "
    "sign warning denial insistence contention testimony revelation confirmation declaration finding "
    "prediction charge theory evidence proof indication".split()
)

#: What shows that a report is true; where there is none the report is left open.
PROOFS = frozenset("evidence proof indication sign".split())

#: With a "not" these say that there is none: "did not find evidence that P".
HAVING = frozenset("be have find see get give provide offer present produce exist".split())

#: "According to the rules": what something is done by, not who says it.
RULES = frozenset(
    "guidance guideline rule schedule law standard procedure policy protocol principle formula "
    "timetable need ability wish taste".split()
)

#: Subjects of "show" and "indicate" that are nobody's voice.
SPEECHLESS = frozenset(
    "result fact figure datum number evidence sign move step decision video photo image picture "
    "trend event thing development action behaviour behavior absence failure success".split()
)

#: "The problem is that P" says P.
FACT_NOUNS = frozenset(
    "fact truth reality problem trouble drawback reason point difference result upshot irony good bad news "
    "danger advantage".split()
)

#: Report nouns whose complement somebody may still doubt.
DOUBTED_NOUNS = frozenset(
    "claim belief rumour rumor allegation suggestion speculation idea notion accusation sign report "
    "contention prediction charge theory warning evidence indication".split()
)

#: Subordinators after which the clause is not asserted.
CONDITIONAL_MARKS = frozenset(
    (*"if unless whether until till lest before provided providing assuming".split(), "as long as", "as if")
)

#: "One of the models assumes that P": what reckons with P does not say it.
ASSUMING = frozenset("assume presume suppose".split())
MODELS = frozenset(
    "model plan budget projection estimate forecast proposal scenario analysis calculation".split()
)

#: Of these, the ones that make the main clause conditional as well.
CONDITIONS = frozenset(("if", "unless", "provided", "providing", "as long as"))

#: Subordinators after which the clause is asserted like a main clause.
FACTUAL_MARKS = frozenset("although though while whereas because since as after when that but".split())

#: Subordinators of a second statement that stands beside the first.
CONTRAST_MARKS = frozenset("although though while whereas as".split())

#: Subordinators that limit a statement to a time; without them it would say more than was said.
LIMIT_MARKS = frozenset("until till before once".split())

#: Reporting verbs that with a preposition tell of something instead: "responded to", "learned of".
SAYING_ABOUT = MappingProxyType(
    {
        "respond": frozenset(("to", "with", "by")),
        "reply": frozenset(("to", "with")),
        "point": frozenset(("to", "at", "toward", "towards")),
        "learn": frozenset(("of", "about", "from")),
        "know": frozenset(("of", "about")),
        "hear": frozenset(("of", "about", "from")),
        "comment": frozenset(("on",)),
        "complain": frozenset(("of", "about", "to")),
        "boast": frozenset(("of", "about")),
        "brief": frozenset(("on",)),
        "warn": frozenset(("of", "about", "against")),
        "report": frozenset(("to", "for")),
        "post": frozenset(("on", "to")),
        "think": frozenset(("of", "about")),
        "write": frozenset(("to", "about")),
        "signal": frozenset(("to",)),
    }
)

#: What a relative clause must stay with: without it they name nobody and nothing.
VAGUE_NOUNS = frozenset(
    "those people person anyone anybody everyone everybody someone somebody one all any way thing something "
    "anything everything nothing reason place man woman other".split()
)

#: Words of quantity that are plural with what they are of: "most of the voters", "65 percent of those".
QUANTITIES = frozenset(
    "most many some several few half percent majority minority number dozen hundred thousand million third "
    "quarter lot rest part all both none".split()
)

#: Participles after a comma that say nothing of their own: ", including P", ", according to X".
EMPTY_PARTICIPLES = frozenset(
    "include accord follow regard concern consider give depend cite quote base exclude pend start begin "
    "range mean say add note refer speak".split()
)

#: Nouns of "it is an honour to P".
IMPERSONAL_NOUNS = frozenset(
    "honor honour pleasure privilege mistake duty shame pity risk crime challenge job goal time right".split()
)

#: Nouns that mean nothing without the clause that follows: "at a time when ...".
EMPTY_NOUNS = frozenset("time moment point".split())

#: Modal verbs.
DEMANDING_MODALS = frozenset("should must ought shall".split())
HEDGING_MODALS = frozenset("may might could would can".split())

#: Adverbs that hedge the clause they stand in.
HEDGING_ADVERBS = frozenset(
    "allegedly reportedly apparently perhaps possibly probably likely supposedly seemingly presumably "
    "purportedly".split()
)

#: Verbs whose infinitive is what seems to be the case: "appears to be ready".
SEEMING = frozenset("seem appear".split())

#: Adverbs that join sentences and say nothing of the clause itself.
CONNECTIVES = frozenset(
    "however meanwhile also therefore thus moreover furthermore besides instead nevertheless "
    "nonetheless still additionally indeed consequently accordingly hence then now so".split()
)

#: Words that may only stand under a negation and are dropped when the negation is.
POLARITY_ITEMS = frozenset("any ever yet".split())

#: What signs do, and people with them.
SIGNS = frozenset("mean indicate show suggest imply prove demonstrate".split())

#: "Under no circumstances", "at no time", "in no way", "by no means".
RULED_OUT = frozenset("circumstance circumstances time way mean means account point event condition".split())

#: Negating words besides the dependency label ``neg``.
NEGATIONS = frozenset("no not n't n’t never neither nor none nobody nothing hardly barely".split())

#: Pronouns that may be replaced; reflexives never need it.
THIRD_PERSON = frozenset("he she him her his hers".split())
THINGS = frozenset("it its".split())
PLURAL = frozenset("they them their theirs".split())
POSSESSIVE = frozenset("his her its their".split())

#: Subjects that say nothing outside their sentence.
OPEN_SUBJECTS = frozenset(
    "it they this that these those he she we i you one some others which who what whose".split()
)
