"""What a page says of itself: consent, copyright, notes on the text, comment forms, players and menus.

Rules of page furniture by the first word of a line, as in ``openings``.
"""

from __future__ import annotations

from checker.claims.vocabulary import END, SOCIAL, Rule

NOTICES: tuple[Rule, ...] = (
    (
        "cookies",
        "we",
        (
            r" and our (?:\d+ |\w+ ){0,2}partners\b.{0,160}\b(?:device|data|cookies|content)\b|"
            r"(?:['’]ve| have)? (?:updated|changed) our (?:privacy|cookie|terms)\b"
        ),
        400,
    ),
    ("cookies", "consent", r" to\b.{0,30}\b(?:data|cookies|processing)\W*\Z", 80),
    ("cookies", "strictly functional performance targeting", r"(?: necessary)? cookies\W*\Z", 40),
    (
        "note",
        "this",
        r" (?:article|story|post|report) (?:is more than \d+ (?:year|month|day)s? old|tagged under)\b",
        160,
    ),
    (
        "note",
        "this",
        (
            r" (?:article|story|post|report|page) (?:has been|was|will be|is being)\b.{0,30}\b(?:updated|"
            r"corrected|revised)\b"
            r".{0,160}\Z"
        ),
        240,
    ),
    (
        "note",
        "this",
        (
            r" (?:article|story|report) (?:is based|contains|includes)\b.{0,40}\b(?:wire|material|"
            r"reports)\b.{0,80}\Z"
        ),
        200,
    ),
    ("note", "material", r" from .{1,60} was used in this (?:report|article|story)\W*\Z", 160),
    ("note", "this", r" is a(?:n opinion column\b| (?:rush|lightly edited) transcript\b).{0,200}\Z", 300),
    (
        "note",
        "an a",
        (
            r"(?: previous| earlier)? (?:version|correction|photo caption) (?:of|to|with|in) (?:this|the) "
            r"(?:article|story|post|report|column)\b"
        ),
        500,
    ),
    (
        "note",
        "editor editors correction corrections clarification",
        r"(?:['’]?s?['’]? note)?s?(?: (?:&|and) (?:amplifications|clarifications))?\s*:?\Z",
        40,
    ),
    ("note", "reprinted republished", r" (?:from|with|by)\b.{0,160}\bpermission\b", 300),
    ("cookies", "we", r"(?: and our partners)?(?: may)? use cookies\b", 700),
    (
        "cookies",
        "we",
        r" value your privacy\b.{0,200}\Z|(?: have|['’]ve)? updated our (?:privacy|cookie|terms)\b",
        400,
    ),
    ("cookies", "this our", r" (?:web)?site(?: may)? uses? cookies\b", 700),
    (
        "cookies",
        "accept reject manage allow decline",
        r"(?: all)?(?: (?:cookies|preferences|settings))?(?:\b.{0,24})?\Z",
        40,
    ),
    (
        "cookies",
        "cookie cookies privacy your",
        rf"(?: (?:privacy|cookies?))? (?:policy|settings|preferences|notice|consent|choices){END}",
        60,
    ),
    ("cookies", "do", rf" not (?:sell|share)\b.{{0,60}}\b(?:information|data|info){END}", 80),
    (
        "cookies",
        "you",
        (
            r" (?:can|may) (?:change|manage|withdraw|update|set)\b.{0,40}\b(?:cookies?|consent|"
            r"privacy)\b.{0,60}\Z"
        ),
        160,
    ),
    ("cookies", "to for", r" (?:find out|read|learn|more)\b.{0,40}\bcookies?\b", 300),
    ("cookies", "i", r" (?:accept|agree)(?: all)?\Z", 20),
    ("copyright", "copyright", r"\s*(?:©|\(c\)|\d{4}|by\b).{0,200}\Z", 400),
    ("copyright", "c", r"\)\s*\d.{0,200}\Z", 400),
    ("copyright", "this", r" material may not be (?:published|reproduced|broadcast)", 400),
    (
        "copyright",
        "license order request purchase",
        rf" (?:this |article |our )*(?:article|story|reprints?){END}",
        60,
    ),
    (
        "tags",
        (
            "tag tags topic topics related filed posted category categories keyword keywords label labels "
            "people places companies organizations organisations sections issues countries subjects"
        ),
        r"(?: topics| under| in| to| articles)?\s*:(?:[^.:]{0,200})\Z",
        240,
    ),
    ("tags", "filed posted tagged", r" (?:under|in|to|with|as) (?-i:[A-Z])[\w, &]{1,40}\Z", 60),
    (
        "spam",
        "buy order purchase get cheap cheapest",
        rf"\s+(?:[\w-]+\s+){{1,4}}(?:online|without (?:a )?prescription|cheap){END}",
        140,
    ),
)

COMMENTS: tuple[Rule, ...] = (
    ("comment_form", "be", r" the first (?:to|of)\b.{0,40}\b(?:comment|reply|review|like)\b.{0,30}\Z", 80),
    ("comment_form", "start", r" (?:the|a) (?:conversation|discussion)\W*\Z", 60),
    ("comment_form", "sort", r" (?:comments )?by\b.{0,30}\Z", 60),
    ("comment_form", "your", r" e-?mail address will not be published\b", 220),
    ("comment_form", "required", r" fields are marked\b", 220),
    ("comment_form", "save", r" my name,? e-?mail\b", 220),
    (
        "comment_form",
        "name email website comment your e",
        r"(?:-mail)?(?: (?:name|comment|e-?mail))?\s*[*:]*\Z",
        40,
    ),
    ("comment_form", "post submit add write cancel", rf" (?:a |your )?(?:comment|reply){END}", 60),
    ("comment_form", "you", r" must be (?:logged|signed) in\b", 220),
    ("comment_form", "newest oldest", r"(?: (?:most voted|first))?(?: \w+){0,3}\Z", 60),
    ("comment_form", "inline", r" feedbacks?\Z", 40),
    ("comment_form", "a", r" password has not been entered\Z", 60),
    ("comment_form", "password", r" generation\Z", 60),
    ("comment_form", "would", r" love your thoughts\b", 220),
    ("comment_form", "this", r" site uses akismet\b", 220),
    ("comment_form", "log sign login", r" ?(?:in )?to (?:comment|reply|post|join)\b.{0,40}\Z", 220),
    ("comment_form", "reply report flag upvote downvote vote", r"\Z", 20),
    ("comment_form", "comments", r" (?:are|have been) (?:closed|disabled|turned off)\b.{0,60}\Z", 220),
    (
        "comment_form",
        "the",
        r" comments (?:on|for|section)\b.{0,40}\b(?:closed|disabled|turned off)\b.{0,80}\Z",
        220,
    ),
    ("comment_form", "please", r" (?:read|see|review) our (?:comment|community|commenting)\b.{0,80}\Z", 160),
    ("comment_form", "what", r" do you think\? (?:leave|tell|let|join|share|post|add)\b.{0,60}\Z", 120),
)

PLAYERS: tuple[Rule, ...] = (
    ("video", "on off auto speed quality", r"(?: (?:\d+x|auto))?\Z", 20),
    ("video", "video audio", r"(?: ad feedback| duration\b.{0,60}| by (?-i:[A-Z])[\w ]{1,40})\Z", 100),
    ("video", "watch", r"(?: (?:video|on (?:youtube|facebook|tv)|full video))?\W*\Z", 40),
    ("video", "to", r" (?:view|watch|play) (?:this|the) (?:video|content|clip)\b.{0,160}\Z", 240),
    ("video", "next more related all", r" (?:videos?|clips?|episodes?)\b[\s.…]*\Z", 40),
    ("video", "playing", r" (?:next|now)\b.{0,40}\Z", 60),
    (
        "video",
        "an",
        r" error (?:has )?occurred\b.{0,80}\b(?:loading|video|again|player|request)\b.{0,30}\Z",
        140,
    ),
    ("video", "click tap press", r" to (?:play|unmute|expand|enlarge)\b.{0,40}\Z", 60),
    ("video", "loading", r"[\s.…]*\Z", 20),
    ("video", "please", r" (?:upgrade|update|enable)\b.{0,200}\Z", 240),
    ("video", "play x", r" (?:facebook|youtube|twitter)\b.{0,20}\Z", 40),
    ("video", "listen", r" to article\b.{0,80}\Z", 120),
    ("video", "prev next image photo slide", r"(?: (?:image|photo|slide))? \d+ of \d+\Z", 40),
    (
        "video",
        "video audio media",
        r"(?: player)? (?:is )?(?:loading|unavailable|playback|not (?:available|supported)).{0,240}\Z",
        300,
    ),
    (
        "video",
        "play pause mute unmute replay fullscreen captions subtitles embed autoplay",
        rf"(?: (?:video|audio|off|on|settings|more))?(?:,? selected)?{END}",
        40,
    ),
    ("video", "current remaining duration loaded stream", r"(?: (?:time|type))?\W*\d[\d:.%]*\W*\Z", 40),
    ("video", "seek", r" to live\b.{0,40}\Z", 60),
    ("video", "close", r" (?:modal|dialog|captions?)\b.{0,24}\Z", 60),
    (
        "video",
        "this",
        (
            r" (?:is a modal window|video (?:is (?:not|no longer)|cannot|can['’]t|has been (?:removed|"
            r"deleted))\b.{0,60})\W*\Z"
        ),
        120,
    ),
    ("video", "sorry your", r",? ?(?:your )?browser (?:does|is|doesn)\b.{0,140}\Z", 140),
    ("video", "now", r" playing\b[^.]{0,80}\Z", 120),
    ("video", "just", r" (?-i:WATCHED)\b.{0,200}\Z", 240),
    ("video", "listen", r" to (?:the|this|our) (?:podcast|article|story|episode|audio)\b.{0,40}\Z", 80),
    ("video", "download read view", rf" (?:the )?transcript{END}", 40),
    ("video", "toggle show", rf" more options{END}", 40),
    ("video", "skip", rf" (?:ad|intro|video|navigation){END}", 40),
    (
        "video",
        "watch",
        r" (?:the|our) (?:latest|full|live) (?:video|episode|stream|newscast|show)\b.{0,60}\Z",
        120,
    ),
    ("video", "livestream live", r"(?: stream)? (?:starts|begins|now|at)\b[^.]{0,16}\d.{0,20}\Z", 80),
)

MENUS: tuple[Rule, ...] = (
    (
        "menu",
        "available download get",
        r" (?:it )?(?:on|from|in) (?:the )?(?:app store|google play|apple|amazon|itunes)\b.{0,20}\Z",
        60,
    ),
    ("menu", "get download", r" (?:our|the) (?:mobile |news )?apps?\W*\Z", 40),
    ("copyright", "registered", r" (?:in england|office|company|address|charity)\b.{0,160}\Z", 200),
    (
        "copyright",
        "quotes stock market",
        r" (?:quotes |data |prices )?(?:are |is )?(?:delayed|provided by)\b.{0,160}\Z",
        200,
    ),
    ("copyright", "our", r" (?:standards|ethics|mission|policies)\s*:.{0,80}\Z", 120),
    ("copyright", "powered proudly theme", r"(?: powered)? ?by (?-i:[A-Z])[\w ]{1,30}\Z", 60),
    (
        "menu",
        "skip jump go",
        (
            r" (?:directly )?(?:back )?to (?:the )?(?:main |site |page )*(?:content|navigation|menu|search|"
            r"top|"
            r"footer)\W*\Z"
        ),
        60,
    ),
    ("menu", "you", r" are here\s*:", 160),
    ("share", "share tweet", rf"(?:\s+(?:{SOCIAL})){{1,8}}{END}", 140),
)
