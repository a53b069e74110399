"""What a page wants of its reader: advertisements, subscriptions, shares.

Rules of page furniture by the first word of a line, as in ``openings``.
"""

from __future__ import annotations

from checker.claims.vocabulary import END, Rule

_LETTERS = (
    r"\b(?:newsletters?|mailing list|inbox|alerts?|e-?mails?|subscribers?|app|channel|telegram|whatsapp|for "
    r"free|"
    r"updates?|up to date|breaking news|headlines|notifications?|benefits news)\b.{0,24}\Z"
)

ADVERTISEMENTS: tuple[Rule, ...] = (
    (
        "advertisement",
        "recommended promoted sponsored powered presented distributed",
        r" by (?-i:[A-Z])[\w ,.]{1,40}\Z",
        80,
    ),
    ("advertisement", "special limited exclusive introductory", r"(?: time)? offer\b[^.]{0,80}\Z", 120),
    (
        "advertisement",
        "you",
        r"(?:['’]ve| have)(?: \w+){0,5} (?:free )?(?:articles?|stories)\b.{0,40}\Z",
        120,
    ),
    ("advertisement", "shop save", r" (?:now|\d+ ?%|up to \d+)\b[^.]{0,60}\Z", 100),
    ("advertisement", "advertisement", r" (?:advertisement|continue|thanks|story|article)\b.{0,60}\Z", 120),
    (
        "advertisement",
        "advertisement advertisements ad ads sponsored promoted",
        rf"(?: (?:content|links?|posts?|stor(?:y|ies)|feedback|choices))?{END}|\s*[-–—:|]\s",
        120,
    ),
    (
        "advertisement",
        "paid partner sponsored",
        r" (?:post|content|promotion|partnership)\b[^.]{0,80}\Z",
        120,
    ),
    ("advertisement", "content stories", rf" from our (?:partners|sponsors|advertisers){END}", 80),
    ("advertisement", "story article text", r" continue[sd]? (?:below|after)\b.{0,60}\Z", 120),
    ("advertisement", "the", r" (?:story|article|text) continue[sd]? (?:below|after)\b.{0,60}\Z", 120),
    ("advertisement", "continue keep", r" reading\b.{0,80}\Z", 120),
    ("advertisement", "scroll", r" (?:down )?(?:to|for)\b.{0,80}\Z", 120),
    (
        "advertisement",
        "remove hide skip report block close",
        rf" (?:this |these |the |all )?(?:ads?|adverts?|advertisements?){END}",
        60,
    ),
    ("advertisement", "why", r" (?:am i|are you|do i) see(?:ing)? this\b.{0,20}\Z", 60),
)

SUBSCRIPTIONS: tuple[Rule, ...] = (
    (
        "subscription",
        "get our your",
        (
            r"\b[^“”\"]{0,100}\b(?:news|headlines|stories|analysis|briefing)\b[^“”\".]{0,60}"
            r"\b(?:daily|weekly|every (?:day|morning|week(?:day)?|evening)|to your (?:phone|device|"
            r"e-?mail))\W*\Z"
        ),
        200,
    ),
    (
        "subscription",
        "subscribe sign signup register join get receive download stay never want don",
        rf"(?!.*\b(?:said|told)\b)\b.{{0,140}}{_LETTERS}",
        260,
    ),
    (
        "subscription",
        "subscribe donate",
        rf"(?: (?:now|today|here|for|to|on|from|and)\b[^,]{{0,60}})?{END}",
        120,
    ),
    ("subscription", "sign", rf"[- ]?up(?: (?:now|here|today|for|to)\b[^.,]{{0,60}})?{END}", 120),
    ("subscription", "become", r" an? (?:\w+ )?(?:member|subscriber|patron|supporter)\b[^.,]{0,40}\Z", 120),
    ("subscription", "join", rf" us(?: now| today)?{END}", 40),
    ("subscription", "enter submit", r" your e-?mail\b", 160),
    (
        "subscription",
        "please",
        r" (?:enter|provide|check|confirm|try)\b.{0,40}\b(?:e-?mail|inbox|again|valid)\b.{0,30}\Z",
        120,
    ),
    ("subscription", "invalid", r" e-?mail\b.{0,30}\Z", 60),
    ("subscription", "something", r" went wrong\.? please\b.{0,40}\Z", 100),
    ("subscription", "already not", r" a (?:subscriber|member)\b", 160),
    (
        "subscription",
        "thank thanks",
        r"(?: you)? for (?:subscribing|signing up|registering|reading|joining)\b",
        160,
    ),
    (
        "subscription",
        "please support",
        r"(?: support)? (?:our|independent|quality|free) (?:work|journalism|reporting|newsroom)\b",
        200,
    ),
    (
        "subscription",
        "your",
        (
            r" (?:support|donation|contribution|gift)s? (?:makes?|helps?|keeps?) .{0,100}(?:possible|going|"
            r"free|"
            r"us|donate\W*)\b\W*(?:donate)?.{0,24}\Z"
        ),
        200,
    ),
    (
        "subscription",
        "this",
        (
            r" (?:article|content|story|page) is (?:only |reserved )?(?:available )?(?:for|to) "
            r"(?:subscribers|members|registered)"
        ),
        160,
    ),
    (
        "subscription",
        "to continue keep",
        r"(?: (?:continue|keep))? reading\b.{0,60}(?:subscribe|sign|log|register)",
        200,
    ),
    ("subscription", "newsletter newsletters", rf"(?:[- ]?sign[- ]?up)?{END}", 60),
    ("subscription", "we", r"['’]ll (?:send|e-?mail|deliver|bring) you\b.{0,140}\Z", 200),
    (
        "subscription",
        "by",
        (
            r" (?:signing up|subscribing|clicking|registering|using|continuing)\b.{0,60}\byou (?:agree|"
            r"accept|"
            r"consent)"
        ),
        260,
    ),
    ("subscription", "support", r" [\w ’']{1,40} journalism\W*\Z", 80),
    (
        "subscription",
        "subscribe listen",
        r" (?:on|to|wherever)\b.{0,80}\b(?:podcasts?|spotify|overcast|youtube)\b.{0,60}\Z",
        160,
    ),
    ("subscription", "interested", r" in .{1,60}\? add\b", 240),
    ("subscription", "unlock", r" (?:this|the|all|full|unlimited)\b[^.]{0,40}\Z", 80),
    ("subscription", "start", r" (?:your|a) free trial\b.{0,60}\Z", 100),
)

SHARING: tuple[Rule, ...] = (
    (
        "share",
        "email e print gift send rate bookmark save share comment comments",
        r"(?:-mail)?(?: on)? (?:this|the) (?:full )?(?:story|article|page|post)\b[^.]{0,40}\Z",
        80,
    ),
    ("share", "text font", r" size\b.{0,20}\Z", 40),
    ("share", "share", r" (?:article|story|with|options|by)\b[^.]{0,40}\Z", 60),
    ("share", "share", r" (?:this|on|via|to|it|with|full|your)\b[^.]{0,60}\W*\Z", 140),
    (
        "share",
        "follow like find join connect",
        r" (?:with )?(?:us|me|him|her|@\w+|[\w ]{1,30}) on\b.{0,80}\Z",
        140,
    ),
    ("share", "follow", r"(?: (?:us|on)\b.{0,80}|\W+@\w+.{0,60})\Z", 140),
    ("share", "like", r" this (?:story|article|post|page|video)\?.{0,60}\Z", 100),
    ("share", "save bookmark", rf" (?:this )?(?:story|article|post|for later){END}", 60),
    (
        "share",
        "add",
        r" [\w ]{1,30} (?:as a|to your) .{0,30}\b(?:sources?|favou?rites|feed|home screen)\b.{0,40}\Z",
        100,
    ),
    ("share", "get copy", rf" (?:the |a )?(?:shareable )?(?:link|url){END}", 40),
    ("share", "facebook twitter instagram youtube", r"\s*:\s*\S{1,80}\Z", 100),
    ("share", "reading read", r" time\b.{0,30}\Z", 60),
    ("share", "https http", r"://\S+\Z", 140),
)
