"""Names are pointed out alone: first names that are words too, rare ones, surnames in several words, after a title."""

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.remainders import Remnants

WORDS_TOO = {
    "en": "Will Grace Mark Rose Faith Dean Hope Joy Pat Art Bill Frank Jack Ray Drew Rob Sue",
    "fr": "Pierre Rose Claire Aimé Marin Olive Prudence Blanche Parfait Constant Désiré Clément Modeste Franc Juste"
    " Fleur Ange",
}
RARE = {"en": "Tunde Bisi Eilidh Gethin", "fr": "Tunde Solveig Apolline Yrieix"}
TELLING = {
    "en": (
        "{} came in late.", "I spoke to {}.", "We waited. {} was silent.", "{} and I met.", "{}’s idea was adopted.",
        "I liked {}'s idea.", "“{} said no,” she told me.", "{}, who runs sales, left.", "{} never answers.",
        "{} didn’t answer.", "{} will call back.", "{} Farkas resigned.", "{} resigned.", "{} from finance rang.",
    ),
    "fr": (
        "J’ai vu {}.", "{} est arrivé en retard.", "{} et moi avons déjeuné.", "Lundi. {} n'a rien dit.",
        "{} m’a dit non.", "{}, qui dirige les ventes, part.", "« {} ne répond jamais », dis-je.", "{} pense que non.",
        "{} nous a quittés.", "Demande à {}.", "{} voulait partir.",
    ),
}  # fmt: skip
NOBODY = {
    "en": (
        "Will you come?", "Will Monday do?", "Mark this.", "Mark my words.", "Rose again at six.", "Hope it works.",
        "Joy at last.", "Faith in the team is low.", "Bill them tomorrow.", "Grace period ends.", "Drew a line.",
        "Ray of light.", "Pat on the back.", "Dean of the faculty.", "Frank talk with her.", "April was hard. In May.",
    ),
    "fr": (
        "Claire et nette, la réponse.", "Franc et direct, il l’a dit.", "Juste avant midi.", "Juste un mot.",
        "Juste me taire.", "Juste y penser.", "Parfait, on y va.", "Parfait pour moi.", "Modeste progrès.",
        "Désiré ou non.", "Ange ou démon.", "Fleur de sel.", "Constant effort.", "Rose vif.", "Olive verte.",
    ),
}  # fmt: skip


def found(text: str, *known: Person) -> list[str]:
    aliasing = Aliasing(known)
    return [each.words for each in Remnants(aliasing).find(aliasing.apply(text), 0, "body", 1)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_first_name_that_is_a_word_or_that_training_met_is_pointed_out_alone(language: str) -> None:
    passed_over = [
        text
        for name in f"{WORDS_TOO[language]} {RARE[language]}".split()
        for text in (each.format(name) for each in TELLING[language])
        if not found(text) or found(text)[0].split()[0] != name
    ]
    assert passed_over == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_word_itself_at_the_beginning_of_a_sentence_is_not(language: str) -> None:
    assert [text for text in NOBODY[language] if found(text)] == []


def test_what_asks_or_exclaims_before_a_name_is_none() -> None:
    pat = Person(name="Patricia", alias="P3")
    assert found("Will Patricia come? Juste Patricia et moi.", pat) == []
    assert found("Will Patricia came. Tunde Patricia came.", pat) == ["Will", "Tunde"]


def test_a_month_is_somebody_who_does_what_people_do_or_to_whom_one_talks() -> None:
    assert found("I asked May. June said no. April thinks so. Lunch with August.") == ["May", "June", "April", "August"]
    assert found("From April to June it was May.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Le came, then Mme Le and Dr An.", ["Mr Le", "Mme Le", "Dr An"]),
        ("J’ai vu M. Le hier ; M. le directeur non, Monsieur le Maire non plus.", ["M. Le", "Maire"]),
        ("Diane O'Brien, O’Brien and N'Diaye left.", ["Diane O'Brien", "O’Brien", "N'Diaye"]),
        ("Rose N'Diaye spoke. Mark O’Brien said no.", ["Rose N'Diaye", "Mark O’Brien"]),
        ("J’ai vu D’Amico et Mario D’Amico, pas l’Anglais d’hier.", ["D’Amico", "Mario D’Amico", "Anglais"]),
        ("D’Anne, rien. L’Équipe a dit oui. Qu’Yrieix parle.", ["Anne", "Équipe", "Yrieix"]),
        ("Yann Le Goff part. Le Goff part. Avec Le Goff.", ["Yann Le Goff", "Le Goff", "Le Goff"]),
        ("I met Jan van den Berg, then van den Berg left.", ["Jan van den Berg", "van den Berg"]),
        ("Vu Anne de la Tour, Mme de la Tour aussi.", ["Anne de la Tour", "de la Tour"]),
        ("Luc Saint-Pierre et Nour El Khatib.", ["Luc Saint-Pierre", "Nour El Khatib"]),
        ("J’ai vu Sophie de Lyon et Karim du CODIR.", ["Sophie", "Lyon", "Karim"]),
        ("J’ai vu M. Zebulon. Avec Mme. Constant. Mr. Grace.", ["Zebulon", "Constant", "Grace"]),
        ("- Grace to call back\n- Claire à relancer\n- Constant malade", ["Grace", "Claire", "Constant"]),
        ("# Tunde\n\nTunde, rien. Zebulon. **Grace** said no.", ["Tunde", "Tunde", "Zebulon", "Grace"]),
        ("I asked Luis. Jono learns quicker. Apolline jubile.", ["Luis", "Jono", "Apolline"]),
        ("Ouf. Débrief demain. Serenity at last. Btw, fine. Readers want more. Slack explose.", []),
        ("Grace-Anne came. Rose-tinted glasses.", ["Grace-Anne"]),
        (
            "Le told Grace. Grace, Hope and Tunde left.\nRose, Tom: late.",
            ["Le", *["Grace"] * 2, "Hope", "Tunde", "Rose", "Tom"],
        ),
        ("An said yes. Do and I met Le. Bill and May, with\nLe.", ["An", "Do", "Le", "Bill", "May", "Le"]),
        ("Le, Li et An, selon Le. Le m’en veut.\n- Le à rappeler", ["Le", "Li", "An", "Le", "Le", "Le"]),
        (
            "Rose Le Tissier rit. Parfait Mbemba aussi. Juste, Aimé et Lise.",
            ["Rose Le Tissier", "Parfait Mbemba", "Juste", "Aimé", "Lise"],
        ),
        ("hier j’ai vu karim, puis J.D. et A. K., pas P.S. ni le R.H.", ["karim", "J.D.", "A. K."]),
        (
            "Désiré, lui, refuse. Pat neither. Chase, what now? Le reports to An.",
            ["Désiré", "Pat", "Chase", "Le", "An"],
        ),
        ("May, my deputy, left. June was upset. April, May and June.", ["May", "June"]),
        ("So, Tom said. Do and redo. An hour. In May, Tom left. Parfait, Tom part. Le téléphone m’use.", ["Tom"] * 3),
        ("I don’t know; Didn’t he say Let’s go? Zora’s Team won.", ["Zora", "Team"]),
    ],
)
def test_a_name_is_pointed_out_in_one_with_its_title_its_particles_and_its_apostrophe(
    text: str, names: list[str]
) -> None:
    assert found(text) == names


def test_a_name_told_together_with_an_alias_is_pointed_out() -> None:
    pat = Person(name="Patricia", alias="la directrice")
    told = "Rose, Patricia et Marin. Grace et Patricia. Juste, Patricia et moi. Parfait, Patricia et Lou."
    assert found(f"{told} Hope, Patricia said.", pat) == ["Rose", "Marin", "Grace", "Lou"]


def test_what_is_told_with_a_name_is_pointed_out_before_the_name_has_an_alias_too() -> None:
    told = "Faith, Priya and I met. Rose, Priya et moi. In May, Priya left. Jan van der Berg parle."
    names = ["Faith", "Priya", "Rose", "Priya", "Priya", "Jan", "van der Berg"]
    assert found(told) == names
    late = found(told, Person(name="Priya", alias="@1"), Person(name="van der Berg", alias="@2"))
    assert late == [each for each in names if each not in ("Priya", "van der Berg")]


def test_a_room_or_a_team_is_pointed_out_and_hidden_whole_and_not_by_its_words() -> None:
    told = "Baby Room was full. La Salle Bleue est prise. Room 4 is free. The Team left."
    assert found(told) == ["Baby Room", "Salle Bleue", "Team"]
    named = Person(name="Baby Room", alias="X1"), Person(name="Salle Bleue", alias="X2")
    assert Aliasing(named).apply(told).text == "X1 was full. La X2 est prise. Room 4 is free. The Team left."
