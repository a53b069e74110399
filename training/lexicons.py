"""Words that constructed pairs are made with: opposites, places, verbs by how often a thing can happen."""

from __future__ import annotations

#: lemma -> past tense and past participle, where neither rule of spelling gives them.
IRREGULAR = {
    line.split()[0]: (line.split()[1], line.split()[2])
    for line in """be was been;beat beat beaten;become became become;begin began begun;bring brought brought
build built built;buy bought bought;catch caught caught;choose chose chosen;come came come;cut cut cut
deal dealt dealt;do did done;draw drew drawn;drive drove driven;eat ate eaten;fall fell fallen
feed fed fed;feel felt felt;fight fought fought;find found found;fly flew flown;forbid forbade forbidden
forget forgot forgotten;get got gotten;give gave given;go went gone;grow grew grown;have had had
hear heard heard;hide hid hidden;hit hit hit;hold held held;hurt hurt hurt;keep kept kept;know knew known
lay laid laid;lead led led;leave left left;lend lent lent;let let let;lose lost lost;make made made
mean meant meant;meet met met;pay paid paid;put put put;read read read;rise rose risen;run ran run
say said said;see saw seen;seek sought sought;sell sold sold;send sent sent;set set set;shake shook shaken
shoot shot shot;shut shut shut;sing sang sung;sink sank sunk;sit sat sat;speak spoke spoken
spend spent spent;spread spread spread;stand stood stood;steal stole stolen;strike struck struck
swear swore sworn;take took taken;teach taught taught;tell told told;think thought thought
throw threw thrown;understand understood understood;undergo underwent undergone;win won won
withdraw withdrew withdrawn;write wrote written;overturn overturned overturned;uphold upheld upheld
visit visited visited;open opened opened;limit limited limited;happen happened happened
offer offered offered;consider considered considered;deliver delivered delivered;cover covered covered
refer referred referred;prefer preferred preferred;admit admitted admitted;commit committed committed
permit permitted permitted;submit submitted submitted;control controlled controlled;quit quit quit
benefit benefited benefited;target targeted targeted;edit edited edited;credit credited credited
suffer suffered suffered;enter entered entered;answer answered answered;order ordered ordered
gather gathered gathered;discover discovered discovered;trigger triggered triggered;listen listened listened
threaten threatened threatened;strengthen strengthened strengthened;develop developed developed
remember remembered remembered;alter altered altered;lower lowered lowered;honor honored honored
favor favored favored;murder murdered murdered;endanger endangered endangered;bet bet bet;bid bid bid
blow blew blown;break broke broken;burst burst burst;cast cast cast;cost cost cost;dig dug dug
drink drank drunk;flee fled fled;freeze froze frozen;lie lay lain;light lit lit;ride rode ridden
ring rang rung;shed shed shed;shrink shrank shrunk;slide slid slid;split split split;spin spun spun
swing swung swung;tear tore torn;wake woke woken;wear wore worn;weep wept wept;overcome overcame overcome
undo undid undone;oversee oversaw overseen;foresee foresaw foreseen;mislead misled misled
""".replace("\n", ";").split(";")
    if line.strip()
}

#: Verbs whose opposite cannot hold of the same event. Only the sense with the named complements is safe.
VERB_OPPOSITES = (
    ("approve", "reject"),
    ("accept", "reject"),
    ("accept", "refuse"),
    ("support", "oppose"),
    ("back", "oppose"),
    ("favor", "oppose"),
    ("allow", "forbid"),
    ("permit", "prohibit"),
    ("uphold", "overturn"),
    ("confirm", "deny"),
    ("admit", "deny"),
    ("win", "lose"),
    ("praise", "condemn"),
    ("criticize", "praise"),
    ("acquit", "convict"),
    ("succeed", "fail"),
    ("strengthen", "weaken"),
    ("expand", "limit"),
    ("protect", "endanger"),
    ("survive", "die"),
    ("love", "hate"),
    ("remember", "forget"),
    ("follow", "ignore"),
    ("reveal", "conceal"),
    ("encourage", "discourage"),
    ("include", "exclude"),
    ("ban", "allow"),
    ("block", "allow"),
    ("agree", "refuse"),
    ("grant", "deny"),
    ("embrace", "reject"),
    ("pass", "reject"),
    ("defend", "condemn"),
    ("attend", "skip"),
    ("win", "lose"),
)

#: Opposites of which one must hold: "not able" already is "unable".
COMPLEMENTARY = frozenset(
    """true legal possible alive constitutional guilty successful unsuccessful present acceptable available
    able
    unable willing aware necessary succeed fail remember forget survive die include exclude win lose attend
    skip
    false illegal impossible dead unconstitutional innocent absent unacceptable unavailable unwilling unaware
    unnecessary certain uncertain clear unclear relevant irrelevant correct incorrect similar different
    allow permit forbid prohibit ban block uphold overturn voluntary mandatory
    """.split()
)

#: Verbs that are as natural with "no X" as with "a X".
WITH_OBJECTS = frozenset(
    """have issue hold release offer file find receive sign face provide seek send announce launch propose
    present order write build deliver pay get see use adopt hire create introduce open publish establish
    accept
    request submit conduct raise win need want make carry buy sell give reach include
    """.split()
)

#: Movements; every one of the left is the contrary of every one of the right.
UPWARD = ("rise", "increase", "grow", "climb", "jump", "soar", "surge")
DOWNWARD = ("fall", "decrease", "decline", "drop", "plunge", "sink")
#: The same for verbs with an object ("raised taxes").
RAISING = ("raise", "increase", "boost", "double")
LOWERING = ("lower", "reduce", "cut")

#: Predicates and nouns in which a movement would be something else ("a dispute grew", "night fell").
MEASURABLE = frozenset(
    """price rate rating number unemployment share stock sale profit revenue income wage tax cost spending
    debt
    deficit support approval turnout population temperature premium salary budget employment poverty crime
    inflation index yield export import production output level percentage earning donation membership demand
    enrollment immigration emission job gdp economy case death value dollar market payroll ratio
    """.split()
)

ADJECTIVE_OPPOSITES = (
    ("legal", "illegal"),
    ("guilty", "innocent"),
    ("alive", "dead"),
    ("true", "false"),
    ("possible", "impossible"),
    ("safe", "dangerous"),
    ("likely", "unlikely"),
    ("constitutional", "unconstitutional"),
    ("strong", "weak"),
    ("popular", "unpopular"),
    ("public", "secret"),
    ("necessary", "unnecessary"),
    ("able", "unable"),
    ("willing", "unwilling"),
    ("certain", "uncertain"),
    ("clear", "unclear"),
    ("right", "wrong"),
    ("present", "absent"),
    ("effective", "ineffective"),
    ("happy", "unhappy"),
    ("high", "low"),
    ("expensive", "cheap"),
    ("rich", "poor"),
    ("healthy", "sick"),
    ("easy", "difficult"),
    ("optimistic", "pessimistic"),
    ("acceptable", "unacceptable"),
    ("relevant", "irrelevant"),
    ("correct", "incorrect"),
    ("responsible", "blameless"),
    ("successful", "unsuccessful"),
    ("similar", "different"),
    ("voluntary", "mandatory"),
    ("available", "unavailable"),
    ("fair", "unfair"),
    ("important", "unimportant"),
    ("aware", "unaware"),
    ("higher", "lower"),
    ("larger", "smaller"),
    ("bigger", "smaller"),
    ("better", "worse"),
    ("stronger", "weaker"),
    ("older", "younger"),
    ("more", "less"),
)

#: Words anywhere in a claim whose exchange turns it round.
WORD_OPPOSITES = (
    ("largest", "smallest"),
    ("biggest", "smallest"),
    ("highest", "lowest"),
    ("best", "worst"),
    ("oldest", "youngest"),
    ("most", "least"),
    ("always", "never"),
    ("majority", "minority"),
    ("before", "after"),
    ("unanimously", "narrowly"),
    ("everyone", "nobody"),
    ("everything", "nothing"),
    ("publicly", "secretly"),
    ("men", "women"),
    ("man", "woman"),
    ("northern", "southern"),
    ("eastern", "western"),
)

#: What happens to one thing once: another day or place of it cannot be true as well.
ONCE = frozenset(
    """die bear elect appoint nominate inaugurate found establish assassinate execute resign retire graduate
    launch open pass enact approve reject veto convict sentence indict adjourn expire collapse crash marry
    unveil acquit impeach ratify adopt repeal close begin end start publish release announce sign kill arrest
    declare conclude swear invade
    """.split()
)

#: What the same people do again and again: another day, place or person of it may be true as well.
REPEATED = frozenset(
    """meet visit tweet speak talk appear travel play call discuss attack criticize write post campaign
    praise condemn urge ask warn complain suggest blame mention interview protest march work support oppose
    attend defend promise want believe hope think know like love need try worry fear help use watch read see
    argue vote donate study live serve thank mock slam blast testify receive give
    """.split()
)

#: X does it to Y and, of one event, not Y to X.
ONE_WAY = frozenset(
    """sue defeat beat fire arrest kill shoot hire appoint succeed replace acquire invade own buy nominate
    invade sack pardon interview lead outnumber rescue rob employ endorse arm fund finance sponsor prosecute
    pay subpoena convict impeach assassinate murder succeed supply sanction bomb elect raise adopt
    """.split()
)
#: X may do it to Y, and Y to X.
BOTH_WAYS = frozenset(
    """criticize attack praise help blame call visit know support oppose love hate accuse condemn trust mock
    respect like threaten warn thank insult slam blast follow ask urge tell
    """.split()
)
#: If X does it with Y, then Y with X.
MUTUAL = frozenset(["meet", "marry", "debate"])

#: Verbs without a passive that a newspaper would print, or whose objects belong to an idiom.
NO_PASSIVE = frozenset(
    """have want need cost lack mean get take make give like love become be fit resemble contain weigh equal
    last hold let help keep do run play leave enter reach include face join have see say tell ask think know
    try go come put set pay show call gain spend lose enjoy turn feel share win represent reflect remain
    pass continue mirror animate lead follow miss mark see bear stand suffer grow hit date total number
    deserve
    """.split()
)

UNIQUE_ROLES = frozenset(
    """president ceo chairman chairwoman chancellor governor author founder winner nominee leader speaker
    chief minister mayor secretary director owner father mother wife husband commander king queen
    creator inventor manager editor coach superintendent treasurer
    """.split()
)

#: Common nouns for those who act and are acted upon.
ACTORS = frozenset(
    """man woman officer senator judge president governor mayor company police government agency candidate
    lawyer reporter""".split()
)

COUNTRIES = tuple(
    """France Germany Italy Spain Canada Mexico Brazil Japan India Russia Ukraine Poland Turkey Egypt Nigeria
    Kenya Israel Iran Iraq Syria Pakistan Afghanistan Australia China Vietnam Greece Sweden Norway Cuba
    Venezuela Colombia Argentina Libya Yemen Qatar Jordan Lebanon""".split()
)
STATES = tuple(
    """Texas Florida Ohio Michigan Arizona Georgia Nevada Iowa Wisconsin Pennsylvania California Virginia
    Colorado Oregon Maine Illinois Indiana Kentucky Tennessee Alabama Mississippi Louisiana Missouri Kansas
    Nebraska Montana Idaho Utah Oklahoma Arkansas Minnesota Maryland Delaware Vermont""".split()
)
CITIES = tuple(
    """London Paris Berlin Moscow Kyiv Beijing Tokyo Chicago Boston Houston Dallas Miami Atlanta Seattle
    Denver
    Philadelphia Detroit Baltimore Phoenix Cleveland Milwaukee Minneapolis Charlotte Orlando Baghdad Damascus
    Jerusalem Cairo Geneva Brussels Vienna Tehran Kabul Istanbul""".split()
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

#: Same in every sentence of a newspaper; each stands for the other.
SYNONYMS = (
    ("lawyer", "attorney"),
    ("lawyers", "attorneys"),
    ("lawmakers", "legislators"),
    ("about", "roughly"),
    ("nearly", "almost"),
    ("began", "started"),
    ("begun", "started"),
    ("begins", "starts"),
    ("bought", "purchased"),
    ("doctors", "physicians"),
    ("film", "movie"),
    ("illegal", "unlawful"),
    ("automobile", "car"),
    ("children", "kids"),
    ("percent", "per cent"),
    ("largest", "biggest"),
    ("huge", "enormous"),
    ("significant", "considerable"),
    ("currently", "at present"),
    ("though", "although"),
    ("however", "nevertheless"),
    ("whole", "entire"),
    ("immediately", "at once"),
    ("repeatedly", "again and again"),
    ("often", "frequently"),
    ("recently", "not long ago"),
    ("important", "significant"),
    ("former", "ex-"),
    ("allows", "lets"),
    ("attempted", "tried"),
    ("sought", "tried"),
    ("required", "needed"),
    ("received", "got"),
    ("obtained", "got"),
    ("requested", "asked for"),
    ("criticized", "attacked"),
    ("said", "stated"),
    ("told", "informed"),
    ("murdered", "killed"),
    ("nations", "countries"),
    ("nation", "country"),
    ("entire", "whole"),
    ("big", "large"),
    ("quickly", "rapidly"),
    ("additional", "further"),
    ("numerous", "many"),
    ("wealthy", "rich"),
    ("cops", "police officers"),
    ("firm", "company"),
    ("firms", "companies"),
    ("jobless", "unemployed"),
    ("employees", "workers"),
    ("journalists", "reporters"),
)

TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Rep.", "Gov.", "President", "Senator")

#: Who may say what a claim says, when the article names nobody.
SPEAKERS = (
    "the White House", "a spokesman", "a spokeswoman", "officials", "police", "the company", "the lawyer",
    "the senator", "the campaign", "two aides", "the report", "a witness", "the governor", "the minister",
    "the newspaper", "the mayor", "experts",
)  # fmt: skip

#: Adjectives without which a thing is another thing ("former president", "fake news"), or none at all.
NOT_INTERSECTIVE = frozenset(
    """former alleged fake potential possible so-called likely first last only next same other different more
    most few fewer less many no such own several second third previous ex future late acting would-be false
    supposed apparent proposed prospective total average best worst certain little half double maximum minimum
    current main top major key full limited past recent very sure
    """.split()
)

#: Spellings of "not" and of what stands before it.
CONTRACTIONS = (
    ("did not", "didn't"),
    ("does not", "doesn't"),
    ("has not", "hasn't"),
    ("is not", "isn't"),
    ("was not", "wasn't"),
    ("can't", "cannot"),
    ("won't", "will not"),
)
