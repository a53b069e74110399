"""Whether a given name is mostly a man's or a woman's: "she" is not Donald, "he" is not Hillary.

The names are frequent ones in English-speaking countries and of people in the world's news that nearly
always go with one gender; Alex, Chris, Jordan, Kim, Leslie, Pat, Robin, Sam and Taylor are left out. A name
that is not here tells nothing.
"""

from __future__ import annotations

_MEN = frozenset(
    """aaron abdullah abraham adam ahmed alan albert alexander alexei alfred ali allen andrei andrew
    anthony antonio arnold arthur barack bashar ben benjamin bernard bernie bill billy bob boris brad
    bradley brett brian bruce bryan carl carlos charles chuck clarence colin craig curtis daniel darren
    dave david dean dennis derek diego dmitri dmitry donald doug douglas dwight earl ed eddie edward
    edwin elliott elon emmanuel eric erik ernest ethan eugene evan felix fernando francisco
    frank franklin fred frederick gary gavin geoffrey george gerald gerard gilbert glenn gordon graham
    greg gregory gustavo guy harold harry hassan hector henry herbert herman howard hugh hugo ian igor
    isaac ivan jack jacob jaime jake james jared jason javier jay jeff jeffrey jeremy jerome jerry jim
    jimmy joe joel john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin karl keith
    ken kenneth kevin kurt kyle larry lawrence leo leon leonard lindsey lloyd louis lucas luis luke
    malcolm manuel marco marcus mario mark martin marvin matt matthew maurice max melvin michael miguel
    mike mikhail mitch mitt mohamed mohammad mohammed muhammad nathan nathaniel neil newt nicholas nick
    nicolas nigel norman oliver omar osama oscar owen pablo patrick paul pedro peter phil philip pierre
    rafael rahm ralph ramon rand randy raul ray raymond recep reggie ricardo richard rick robert roberto
    rodney roger roland ron ronald ross roy rudy rupert russell ryan saddam salman samuel scott sean
    sebastian seth shawn simon stanley stephen steve steven stuart ted terrence theodore thomas tim
    timothy tom tommy tony travis trevor tyler vernon victor vincent vladimir volodymyr walter warren
    wayne wesley will william xavier yuri zachary""".split()
)

_WOMEN = frozenset(
    """abigail agnes alexandra alexandria alice alicia alison allison amanda amber amy ana angela
    angelina ann anna anne annette annie april ashley audrey barbara beatrice becky betsy betty beverly
    brenda brittany camille carla carly carmen carol caroline carolyn catherine cathy charlotte cheryl
    chloe christina christine cindy claire claudia condoleezza connie courtney crystal cynthia danielle
    dawn debbie deborah debra denise diana diane dianne dolores donna dora doris dorothy edith eileen
    elaine eleanor elena elizabeth ella ellen emily emma erica erin esther ethel eva evelyn florence
    frances gabrielle gail gina ginni gladys gloria grace greta gretchen hannah harriet heather heidi
    helen hillary hope huma ida irene isabel isabella ivanka jackie jacqueline jane janet janice
    jeanne jennifer jenny jessica jill joan joanna jocelyn josephine joyce juanita judith judy julia
    julie kamala karen katherine kathleen kathryn kathy katie kayla kellyanne kimberly kirsten kristen
    laura lauren laurie leah lena liliana lillian linda lisa liz lois loretta lori lorraine louise
    lucille lucy lynn madeleine malala margaret maria marie marilyn marine marjorie marlene martha mary
    maureen maxine megan meghan melania melinda melissa mercedes meredith michelle mildred miranda molly
    monica nadia nancy naomi natalie natasha nicole nikki nina nora norma olivia pamela patricia paula
    peggy phyllis priscilla rachel rebecca regina renee rhonda rita roberta rosa rosalynn rose rosemary
    ruth sally samantha sandra sara sarah sasha shannon sharon sheila shelley sherry shirley sonia
    sophia sophie stacey stephanie sue susan suzanne sylvia tammy tanya tara teresa theresa tiffany tina
    tracy valerie vanessa veronica victoria viola virginia vivian wanda wendy yolanda yvonne zoe""".split()
)

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_TITLES_OF_MEN = frozenset(("mr", "mr.", "sir", "lord", "king", "prince", "pope"))
_TITLES_OF_WOMEN = frozenset(("ms", "ms.", "mrs", "mrs.", "miss", "madam", "lady", "queen", "princess"))


def may_be(pronoun: str, words: list[str]) -> bool:
    """Whether a lower-case pronoun may stand for a person whose name, with titles, has these words."""
    if not words or pronoun not in _HE | _SHE:
        return True
    found = [word.lower() for word in words]
    # What stands last is a surname: "King" alone is nobody's title.
    given = found[:-1]
    man = bool(_TITLES_OF_MEN.intersection(given[:1]) or _MEN.intersection(given))
    woman = bool(_TITLES_OF_WOMEN.intersection(given[:1]) or _WOMEN.intersection(given))
    if man == woman:
        return True
    return man if pronoun in _HE else woman
