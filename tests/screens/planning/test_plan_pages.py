"""Plans and steps, with keys."""

from datetime import timedelta

from textual.widgets import Input

from journal.dates.wording import day_and_month
from journal.model.entry import NewEntry
from journal.model.kind import Kind, State
from journal.model.plan import Option, PlanDetails, StepDetails
from journal.practice import capturing, planning, reading
from screens.planning.plan import PlanScreen
from screens.planning.step import StepScreen
from screens.widgets.rows import Rows


async def test_a_plan_about_a_situation_weighs_three_options_and_chooses_one(vaulted):
    notebook = vaulted.notebook()
    about = capturing.write(
        notebook, NewEntry(kind=Kind.SITUATION, title="Le comité", happened_at=notebook.clock(), body="")
    ).ref
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        vaulted.app(pilot).navigation.open_entry(about)
        await vaulted.settle(pilot)
        await pilot.press("p")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PlanScreen)
        await pilot.press(*"Parler")
        for word in ("seul", "deux", "trois"):
            await pilot.press("f5")
            await vaulted.settle(pilot)
            await pilot.press(*word, "enter", *"calme", "escape")
            await vaulted.settle(pilot)
        pilot.app.screen.query_one("#rows").focus()
        await pilot.press("down", "space")
        await vaulted.settle(pilot)
        plan = planning.plans(vaulted.app(pilot).journal.notebook)[0]
        details = plan.details_as(PlanDetails)
        assert (plan.title, plan.links[0].ref) == ("Parler", about)
        assert [option.text for option in details.options] == ["seul", "deux", "trois"]
        assert details.options[0].gives == "calme"
        assert details.chosen == 1


async def test_a_plan_is_moved_from_its_row(vaulted):
    notebook = vaulted.notebook()
    plan = planning.draw_up(notebook, "Parler", PlanDetails())
    other = planning.draw_up(notebook, "Attendre", PlanDetails())
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("3")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose(f"plan:{plan.ref}")
        for key, state in (("w", State.WAITING), ("d", State.DONE), ("o", State.OPEN)):
            await pilot.press(key)
            await vaulted.settle(pilot)
            assert reading.entry(vaulted.app(pilot).journal.notebook, plan.ref).state is state
        pilot.app.journal.selection.replace((plan.ref, other.ref))
        await pilot.press("d")
        await vaulted.settle(pilot)
        states = {reading.entry(pilot.app.journal.notebook, ref).state for ref in (plan.ref, other.ref)}
        assert states == {State.DONE}
        assert "2 plans: done · u takes them back" in vaulted.shown(pilot)


async def test_how_a_step_went_is_said_before_its_day_by_a_key_that_is_seen_and_every_key_answers(vaulted):
    notebook = vaulted.notebook()
    later = notebook.clock().date() + timedelta(days=9)
    plan = planning.draw_up(notebook, "Parler", PlanDetails())
    first, second = (
        planning.add_step(notebook, StepDetails(when=word, then="je respire", review_on=later), plan=plan.ref)
        for word in ("il coupe", "il crie")
    )
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("3")
        await vaulted.settle(pilot)
        assert "e how it went" in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).choose(f"step:{first.ref}")
        await pilot.press("w")
        await vaulted.settle(pilot)
        assert "a step does not wait: e says how it went" in vaulted.shown(pilot)
        await pilot.press("d")
        await vaulted.settle(pilot)
        assert reading.entry(notebook, first.ref).state is State.DONE
        assert "step: done · u takes it back" in vaulted.shown(pilot)
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert reading.entry(notebook, first.ref).details == first.details
        pilot.app.screen.query_one(Rows).choose(f"plan:{plan.ref}")
        await pilot.press("d")
        await vaulted.settle(pilot)
        assert "plan: done · 2 steps still open · u takes it back" in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).choose(f"step:{second.ref}")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "f4 how it went" in vaulted.shown(pilot)
        await pilot.press("f4")
        await vaulted.settle(pilot)
        await pilot.press(*"le calme", "ctrl+s")
        await vaulted.settle(pilot)
        assert "one of these four is still to be chosen: enter keeps it with your words" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        told = reading.entry(notebook, second.ref)
        assert (told.state, told.details_as(StepDetails).outcomes[0].helped) == (State.DONE, "le calme")
        assert "Step · done" in vaulted.shown(pilot)


async def test_what_was_said_of_a_step_is_told_in_the_list_and_taken_back_with_its_words_kept(vaulted):
    notebook = vaulted.notebook()
    later = notebook.clock().date() + timedelta(days=9)
    step = planning.add_step(notebook, StepDetails(when="il coupe", then="je respire", review_on=later))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("3", "e")
        await vaulted.settle(pilot)
        await pilot.press(*"le calme", "ctrl+s", "down", "enter")
        await vaulted.settle(pilot)
        day = day_and_month(later)
        assert f"step: adapted · to look at again on {day} · u takes it back" in vaulted.shown(pilot)
        assert f"adapted · {day}" in vaulted.shown(pilot).replace(f"to look at again on {day}", "")
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert reading.entry(notebook, step.ref).details == step.details
        assert [draft.fields["helped"] for draft in capturing.drafts(notebook)] == ["le calme"]


def test_an_option_taken_out_comes_back_in_its_place(vaulted):
    notebook = vaulted.notebook()
    options = tuple(Option(text=word) for word in ("un", "deux", "trois"))
    plan = planning.draw_up(notebook, "Parler", PlanDetails(options=options, chosen=1))
    for number, chosen in ((0, 0), (1, None), (2, 1)):
        less = planning.take_out_option(notebook, reading.entry(notebook, plan.ref), number)
        assert less.details_as(PlanDetails).chosen == chosen
        back = planning.put_option_back(notebook, less, number, options[number], chosen=number == 1)
        assert back.details == plan.details


async def test_a_step_comes_back_asking_and_is_postponed_to_a_day_in_plain_words(vaulted):
    notebook = vaulted.notebook()
    today = notebook.clock().date()
    step = planning.add_step(notebook, StepDetails(when="il coupe", then="je respire", review_on=today))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("3", "enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, StepScreen)
        await pilot.press(*"le silence", "enter", "enter", *"in 7 days")
        pilot.app.screen.query_one("#rows").focus()
        await pilot.press("down", "down", "enter")
        await vaulted.settle(pilot)
        kept = reading.entry(vaulted.app(pilot).journal.notebook, step.ref)
        details = kept.details_as(StepDetails)
        assert kept.state is State.OPEN
        assert details.review_on == today + timedelta(days=7)
        assert (details.outcomes[0].became, details.outcomes[0].helped) == (State.POSTPONED, "le silence")
        assert capturing.drafts(vaulted.app(pilot).journal.notebook) == []


async def test_a_day_that_cannot_be_read_is_said_and_waits_while_the_words_are_kept(vaulted):
    async with vaulted.unlocked_app() as pilot:
        vaulted.app(pilot).push_screen(StepScreen())
        await vaulted.settle(pilot)
        await pilot.press(*"x", "enter", *"y", "enter", *"zzz", "escape")
        await vaulted.settle(pilot)
        assert not isinstance(pilot.app.screen, StepScreen)
        told = " ".join(vaulted.shown(pilot).split())
        assert "not saved: “Come back to it on (optional)” · this date cannot be read" in told
        (step,) = planning.open_steps(vaulted.app(pilot).journal.notebook)
        vaulted.app(pilot).push_screen(StepScreen(ref=step.ref))
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one("#field-again", Input).value == "zzz"
        await pilot.press("escape")
        vaulted.app(pilot).push_screen(StepScreen())
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one("#field-again", Input).value == "7 December 2026"


async def test_several_options_are_written_without_going_back(vaulted):
    notebook = vaulted.notebook()
    plan = planning.draw_up(notebook, "Parler", PlanDetails())
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(PlanScreen(plan.ref))
        await vaulted.settle(pilot)
        await pilot.press("f5")
        await vaulted.settle(pilot)
        for word in ("seul", "deux", "trois"):
            await pilot.press(*word, "f5")
            await vaulted.settle(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        kept = reading.entry(vaulted.app(pilot).journal.notebook, plan.ref).details_as(PlanDetails)
        assert [option.text for option in kept.options] == ["seul", "deux", "trois"]
        assert isinstance(pilot.app.screen, PlanScreen)


async def test_a_step_is_not_kept_without_its_if_and_waits_as_it_is(vaulted):
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        vaulted.app(pilot).push_screen(StepScreen())
        await vaulted.settle(pilot)
        await pilot.press("tab", *"je respire", "ctrl+s")
        await vaulted.settle(pilot)
        assert "A step begins with its “if”" in vaulted.shown(pilot)
        assert pilot.app.focused.id == "field-when"
        assert planning.open_steps(notebook) == []
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert planning.open_steps(notebook) == []
        vaulted.app(pilot).push_screen(StepScreen())
        await vaulted.settle(pilot)
        await pilot.press(*"il coupe", "escape")
        await vaulted.settle(pilot)
        (step,) = planning.open_steps(notebook)
        assert (step.details_as(StepDetails).when, step.details_as(StepDetails).then) == ("il coupe", "je respire")
