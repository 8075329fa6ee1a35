"""Care first: what is said in the first person is met, what is a manner of speaking or another's is not."""

import re

import pytest

from journal import language
from journal.practice.care_first import calls_for_care

FRENCH_MET = """\
J'ai envie de mourir
je veux disparaître
Je voudrais en finir
jai envie de mourir
j ai envie de mourir.
J’ai juste envie de mourir, parfois.
Envie de mourir ce soir.
Réunion à 9 h. Je veux mourir. Le budget est passé.
je veut mourir
je voudrais mourrir
Je ne veux plus vivre.
Je n’ai plus envie de vivre
j'ai plus la force de vivre
Je pense à me suicider.
Je vais me tuer.
Je veux me foutre en l'air
je voulais disparaitre
Je pense souvent au suicide.
J'ai des idées noires depuis lundi
J’ai des pensées suicidaires.
Je serais mieux mort
Tout le monde serait mieux sans moi.
La vie ne vaut plus la peine d’être vécue.
À quoi bon vivre ?
Je voudrais m’endormir et ne plus me réveiller
Je ne veux plus mourir, mais j’y ai pensé.
J'ai pensé à en finir avec la vie.
je voudrais en finir avec tout ça
J’aimerais ne plus exister.
JE VEUX MOURIR
Je me dis que j’ai envie d’en finir.
Mettre fin à mes jours, j’y pense : j’ai envie de mettre fin à mes jours.
J’ai envie de me jeter sous un train
Il m’a humilié et je veux mourir.
Je voudrais que tout s’arrête.
J’ai envie de disparaître
Je suis suicidaire.
J’en peux plus de vivre
Je veux mourir de toute façon
"""
FRENCH_PASSED = """\
C'était à mourir de rire.
J’ai envie de mourir de rire à chaque fois.
Je suis mort de fatigue.
Je meurs de faim
Je veux en finir avec ce dossier
Je voudrais en finir au plus vite avec cette histoire de budget.
Je voudrais disparaître de la réunion
Je veux faire disparaître ce tableau.
Paul voulait mourir.
Il m’a dit qu’il avait envie de mourir.
Elle veut en finir.
Je sais que Paul veut disparaître.
J’ai envie de voir mourir ce projet.
Je me tue à la tâche.
Je vais me tuer au travail
Il faut en finir avec les réunions du lundi.
J’ai une envie de café à mourir.
Le projet va mourir.
La réunion s’est passée sans moi.
L’équipe a avancé sans moi.
Je ne veux plus vivre à Paris.
Je n’ai plus envie de travailler ici.
Mon père est mort en mars.
J’ai peur de mourir d’ennui en comité.
Je veux tout arrêter.
Je pense à la mort de mon père.
J’ai envie de finir ce rapport.
Je veux me jeter dans le travail.
Nous avons parlé de prévention du suicide en CSE.
Un collaborateur a des idées noires.
Je n’en peux plus.
Ma collègue a tenté de se suicider.
Je voudrais disparaître deux semaines en Bretagne.
"""
ENGLISH_MET = """\
I want to die
I'd be better off dead
I can't go on living
end it all
i wanna die
i just want to die
I want to end it all.
I really don't want to live anymore
I don’t want to be here any more.
id be better off dead
i cant go on living like this
I can't go on.
I wish I was dead
I wish I had never been born.
I want to kill myself
I am thinking about killing myself.
I feel suicidal
I have been having suicidal thoughts.
I want to disappear
Everyone would be better off without me.
My family would be better off without me
There is no reason to live.
I have nothing to live for.
Life isn't worth living.
I no longer want to die
I wanted to end my life last year.
I just want to go to sleep and never wake up.
Some days I want to hurt myself.
I'm going to kill myself
Want to die.
I WANT TO DIE
Budget done. I want to die. Lunch with Ann.
I want it all to stop.
I have thought about suicide.
I don't want to wake up tomorrow
I'm tired of living.
I think I want to end it all on Friday
"""
ENGLISH_PASSED = """\
Her cake was to die for.
I could kill for a coffee.
I nearly died laughing.
I wanted to die of embarrassment.
I want to end it all by Friday with the supplier
Paul wanted to die.
He said he wanted to end it all.
She wants to kill herself.
I killed myself to meet the deadline.
I'm going to kill myself to finish these slides.
I'm dying to know what the board said.
The project will die.
I want this project to die.
I want the meeting to end.
I don't want to be here for the audit.
I can't go on holiday in July.
I can't go on like this with the supplier.
I want to disappear from the call.
I want to disappear for a week.
I don't want to live in London.
My father died in March.
I am dead tired.
I shot myself in the foot.
I know people want to die in their own beds.
The team ran better without me.
We discussed suicide prevention with HR.
A colleague has suicidal thoughts.
It is a hill I would die on.
I hate waking up at six.
I would like to jump off this call.
I don't want to exist in a silo.
I was bored to death.
"""


@pytest.mark.parametrize("said", (FRENCH_MET + ENGLISH_MET).splitlines())
def test_what_somebody_says_of_themselves_is_met(said: str) -> None:
    assert calls_for_care(said)


@pytest.mark.parametrize("said", (FRENCH_PASSED + ENGLISH_PASSED).splitlines())
def test_a_manner_of_speaking_or_somebody_else_is_not(said: str) -> None:
    assert not calls_for_care(said)


@pytest.mark.parametrize("said", ["Je voudrais\nmourir.", "Réunion nulle\nenvie de mourir", "I want to\ndie"])
def test_the_end_of_a_line_breaks_nothing_and_begins_something(said: str) -> None:
    assert calls_for_care(said)


@pytest.mark.parametrize("spoken", language.languages())
def test_nothing_in_the_turns_repeats_without_end(spoken: language.Language) -> None:
    written = language.data_file(f"practice/care_turns/{spoken}.toml").read_text("utf-8")
    assert not re.search(r"\)[*+]", written)  # a long text of one word would take the square of its length
