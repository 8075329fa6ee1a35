"""A name is one person's, whole: whatever parts of it were listed, no letter of it stays beside the alias."""

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing


@pytest.mark.parametrize(
    ("listed", "text", "expected"),
    [
        ("Diane, Roux", "Diane Roux came; Diane, Roux. Diane Roux’s plan.", "P1 came; P1, P2. P1’s plan."),
        ("Diane, Roux", "J’ai vu Diane Roux hier. Avec DIANE ROUX.", "J’ai vu P1 hier. Avec P1."),
        ("Diane, O’Brien", "Diane O’Brien said no.", "P1 said no."),
        ("Diane, Brien", "Diane O'Brien, O'Brien, not Diane Diane.", "P1, P2, not P1 P1."),
        ("Yann, Le Goff", "Yann Le Goff part, Le Goff aussi.", "P1 part, P2 aussi."),
        ("Yann, Goff", "Yann Le Goff part. Le Goff part avec Le Goff.", "P1 part. P2 part avec P2."),
        ("Diane, Paul Roux", "Diane Roux came.", "P1 came."),
        ("Diane Roux, Paul Blanc", "Diane Blanc came.", "P1 P2 came."),  # somebody else perhaps
        ("O'Brien", "I saw O’Brien and O’BRIEN.", "I saw P1 and P1."),
        ("N'Diaye", "M. N’Diaye a dit à N'DIAYE.", "P1 a dit à P1."),
        ("Diaye", "J’ai vu N’Diaye.", "J’ai vu P1."),
        ("Amico", "J’ai vu D’Amico, puis le plan d’Amico.", "J’ai vu P1, puis le plan de P1."),
        ("Berg", "I met van den Berg. Van den Berg said no.", "I met P1. P1 said no."),
        ("Anne de la Tour", "Vu Mme de la Tour, au pied de la Tour Eiffel.", "Vu P1, au pied de la Tour Eiffel."),
        ("Luc Saint-Pierre", "Saint-Pierre et Luc Saint Pierre, pas Pierre.", "P1 et P1, pas Pierre."),
        ("Nour El Khatib", "El Khatib, Nour El-Khatib", "P1, P1"),
        (
            "Mr Le",
            "Mr Le came. Le plan de Mr. Le : le chat, Mr Le Goff.",
            "P1 came. Le plan de P1 : le chat, Mr Le Goff.",
        ),
        ("Mme Le", "Mme Le est là. Madame le maire aussi. Avec Le.", "P1 est là. Madame le maire aussi. Avec P1."),
        ("Dr An", "An apple for Dr An, an hour with An.", "An apple for P1, an hour with P1."),
        ("Minh Le", "Minh Le, Minh le matin. Vu Minh. Le matin, M. Le.", "P1, P1 le matin. Vu P1. Le matin, P1."),
        ("Ben Carter", "Ben came, B. Carter too. Ben Carter; ben oui.", "P1 came, P1 too. P1; ben oui."),
    ],
)
def test_a_name_becomes_one_alias_whole(listed: str, text: str, expected: str) -> None:
    people = [Person(name=name, alias=f"P{number}") for number, name in enumerate(listed.split(", "), 1)]
    aliased = Aliasing(people).apply(text)
    assert aliased.text == expected
    assert aliased.original == text


def test_a_surname_that_joined_a_first_name_as_its_other_form_is_one_with_it() -> None:
    people = [Person(name="Diane", alias="ma cheffe", forms=("Roux",))]
    assert (
        Aliasing(people).apply("Le plan de Diane Roux, Roux dit non.").text
        == "Le plan de ma cheffe, ma cheffe dit non."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("J’ai vu Sophie, la DAF, hier.", "J’ai vu P3 hier."),
        ("La DAF, Sophie, part. La DAF Sophie rit. Sophie (DAF) dort.", "P3 part. P3 rit. P3 dort."),
        ("I met the CFO, Sophie. Sophie, our CFO, left.", "I met P3. P3 left."),
        ("La DAF refuse. Sophie et la DAF. La DAF, Sophie et moi.", "La P8 refuse. P3 et la P8. La P8, P3 et moi."),
        ("Sophie, the CFO, and Tom left.", "P3, the P9, and Tom left."),
    ],
)
def test_a_role_beside_the_name_of_who_has_it_makes_no_second_person(text: str, expected: str) -> None:
    people = [Person(name=name, alias=alias) for name, alias in (("Sophie Roy", "P3"), ("DAF", "P8"), ("CFO", "P9"))]
    aliased = Aliasing(people).apply(text)
    assert aliased.text == expected
    assert aliased.original == text
