"""The labelled sentences of follow-ups: who wrote them with which brief, and which writers are kept for the test.

One file per writer and language, one sentence per line as JSON: `families` that should fire; `tempts`, those that the
sentence is a trap for; `either`, those that may fire or not without a fault, because careful readers disagree.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from journal.language import Language

LABELLED = Path(__file__).parent / "labelled" / "follow_ups"

TRAINING = {
    "first": "whoever wrote the first rules: clear cases and traps for each family, managers in industry",
    "workshop": "a foreman in logistics: notes on a phone, telegraphic, no accents, no apostrophes, slips of the thumb",
    "evening": "a branch director: a diary in whole sentences, and for many a twin without the turn",
    "letters": "an old chief executive who writes as in a novel: long, literary, ironic",
    "pairs": "short sentences in pairs that differ by one word or two, one calling for a follow-up and one not",
    "spoken": "a headteacher who dictates: spoken, colloquial, doubled subjects, fillers",
    "daily": "a hotel manager: plain sentences about staff, guests and head office, and the house itself as traps",
    "home": "life at home and in the country: what tempts absolutes and abstract nouns, and nothing calls for them",
    "wide": "as many different words as possible for each turn, and neutral sentences that use the same words",
    "ward": "a head nurse: the ward, doctors, families; half of it traps from the life of a ward",
    "mails": "a manager in software: mails and chat, English words, bugs and servers as traps",
    "council": "an officer of a town: public life, formal; traps from works, weather, fairs and votes",
    "stage": "the head of a theatre: the same turns in other moulds; tickets, roles and rehearsals as traps",
    "calls": "the head of a call centre: absolutes, vague actors, abstract nouns, guesses and verdicts in many moulds",
    "works": "a works manager on building sites: absolutes, vague actors and guesses in other moulds, with plain twins",
    "estate": "a branch manager of estate agents (English only): what was still missed, in short plain sentences",
    "pharmacy": "a director of pharmacies in Scotland and a deputy head of a school (English only)",
    "airport": "an American head of ground handling and an Indian head of quality (English only)",
    "hospice": "an Irish chief executive, a shift manager in Leeds, a finance director in Singapore (English only)",
    "water": "a British head of customer service and an Australian mine superintendent: plain everyday (English only)",
    "college": "a US college principal, a London product lead, a parks manager in New Zealand (English only)",
    "parc": "a product lead in Paris, a park director in Québec, an officer of a prefecture in Limoges (French only)",
    "ehpad": "a head of a nursing home from Guadeloupe in Nantes, a plant director in Liège (French only)",
    "orchard": "a fruit packer in Kent, a microfinance bank in Nairobi, a games studio in Montréal (English only)",
    "ferry": "ferries, social services, factories: from the Scottish islands and Texas, Lorient, Geneva and the Vendée",
    "prison": "a prison, a ward, a school, a dental practice: from Yorkshire to Ontario, from Alsace to Laval",
    "brewery": "a brewery, a charity, a pharmacy, a ministry, in the plainest everyday words (English only)",
    "clinic": "vets in Ohio, a rail depot in Crewe, IT in Bangalore, a bursar in Wells (English only)",
    "harbour": "a harbour, telephone support, a school, a laboratory: idioms of every day (English only)",
    "leisure": "a leisure centre, a law firm, farm machines, midwives: many shapes of a sentence (English only)",
    "quarry": "a quarry, a department store, an importer, care at home: the commonest words (English only)",
    "touring": "a touring theatre, software sales, hospital services, a warehouse (English only)",
    "garden": "a botanical garden, a controller in Dublin, a fire station, a primary school (English only)",
    "verger": "a hardware store in Dunkirk, schools in Dakar, an animation studio in Angoulême (French only)",
    "brasserie": "a brewery, an association, a pharmacy, a federal office, in plain everyday words (French only)",
    "clinique": "vets in the Aubrac, a rail depot, IT in Tunis, a bursar in Angers (French only)",
    "port": "a harbour, a call centre in Rabat, a school, a laboratory in Liège: idioms of every day (French only)",
    "piscine": "a swimming pool, a law firm, farm machines, midwives: many shapes of a sentence (French only)",
    "mine": "a quarry, a small supermarket, a watch factory, care in Sherbrooke: the commonest words (French only)",
    "tournee": "a theatre in Nancy, software sales, firemen, a warehouse in Orléans (French only)",
    "jardin": "a park in Lyon, a controller in Brussels, a nursery school, maintenance in La Réunion (French only)",
    "freight": "a haulier in Hull, a children’s clinic in Minnesota, a kitchen in Durban, a tax office (English only)",
    "bakery": "bakeries in Ohio, housing in Bristol, a telecom in Lagos, a ward in Galway (English only)",
    "bindery": "printers in Leicester, furniture in Texas, batteries in Eindhoven, a school in Canada (English only)",
    "coastguard": "a ferry base in Aberdeen, payroll in Phoenix, a laboratory, care homes in Kent (English only)",
    "theme": "a theme park, compliance in London, a dairy in Waikato, a charity in Glasgow (English only)",
    "foundry": "a foundry in Pittsburgh, a council near Leeds, builders in Mumbai, a hotel in Dublin (English only)",
    "archive": "records in Ottawa, sales in Chicago, a warehouse in Coventry, schools in Norwich (English only)",
    "nursery": "plants in Oregon, nurses in Belfast, a product in Singapore, roads in Devon (English only)",
    "rescue": "animals in Colorado, physics in London, a call centre in Manila, claims in Cork (English only)",
    "tannery": "leather in Walsall, a college in Georgia, a dam in Canada, social work in Swansea (English only)",
    "bookshop": "bookshops, firemen in New Jersey, finance in Kampala, a maternity ward (English only)",
    "turbine": "wind turbines, a museum shop, a bank in Limerick, computers in Brisbane (English only)",
    "vineyard": "a vineyard, a mayor’s office, scaffolders in Newcastle, a laboratory (English only)",
    "simple": "the plainest sentences for each turn and the plainest traps, as most people write",
}
STRANGERS = (
    *("pharmacy", "airport", "hospice", "water", "college", "parc", "ehpad"),
    *("orchard", "ferry", "prison", "brewery", "clinic", "harbour", "leisure", "quarry", "touring", "garden"),
    *("freight", "bakery", "bindery", "coastguard", "theme", "foundry", "archive", "nursery", "rescue"),
    *("tannery", "bookshop", "turbine", "vineyard"),
    *("verger", "brasserie", "clinique", "port", "piscine", "mine", "tournee", "jardin"),
)
"""Training writers who are other authors: they saw a page on labelling, and none of these files nor word lists."""
PLAIN = ("simple",)
"""Not another author, but weighed like one: what everybody writes must be heard."""
FLOOR = "floor"
"""120 plain sentences that must be heard, and 60 that must not; no measure of anything else."""
UNTOUCHED = {
    "farm": "a director of a farmers’ cooperative: land, members and the bank; animals, machines and weather as traps",
    "store": "a manager of a supermarket: plain, tired, direct; goods, customers and notices as traps",
    "lab": "a head of a university laboratory: academic, precise; experiments, authors and theories as traps",
    "calm": "somebody on holiday: nothing calls for a follow-up, and two or three turns in each sentence tempt one",
    "depot": "a manager of a bus depot: drivers, the town and the unions; timetables, engines and passengers as traps",
    "library": "a head of libraries in a county (English only): cuts and closures; books, readers and shelves as traps",
    "mountain": "a head of a mountain-rescue centre in Wales (English only)",
    "newspaper": "a general manager of a newspaper in Canada (English only)",
    "lycee": "a head of an agricultural school in the Cantal (French only)",
    "museum": "a head of operations of a museum in Philadelphia (English only)",
    "dairy": "a general manager of a dairy in Devon (English only)",
    "musee": "a secretary general of a museum in Rouen (French only)",
    "laiterie": "a director of a cooperative dairy in Franche-Comté (French only)",
    "railway": "a head of passenger services of a railway in Sydney (English only)",
    "surgery": "a practice manager of family doctors in Stoke-on-Trent (English only)",
}
"""Nothing is trained on them. `depot` and `library` were written after the misses of the others had been read; French
was measured once on `depot`, English three times, and twice on `library`, while its training changed. `mountain`,
`newspaper` and `lycee` are by other authors, and were looked at when all was settled: `lycee` once, the two twice."""
MAIN_AUTHOR = ("farm", "store", "lab", "calm", "depot", "library")
OTHER_AUTHORS = ("mountain", "newspaper", "lycee", "museum", "dairy", "musee", "laiterie", "railway", "surgery")


class Sentence(NamedTuple):
    """A labelled sentence."""

    writer: str
    text: str
    families: frozenset[str]
    tempts: frozenset[str]
    either: frozenset[str]


def sentences(language: Language, writers: Iterable[str]) -> list[Sentence]:
    """Return the sentences of some writers in a language, in the order they were written; some wrote in one only."""
    return [
        _read(writer, line)
        for writer in writers
        if (path := LABELLED / f"{writer}.{language}.jsonl").exists()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def _read(writer: str, line: str) -> Sentence:
    row = json.loads(line)
    families, tempts, either = (frozenset(row.get(name, ())) for name in ("families", "tempts", "either"))
    return Sentence(writer, row["text"], families, tempts, either)
