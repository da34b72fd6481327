"""The pages for writers and funders, `/console/insight`: drawn whole by the server, and working without any script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, render_template, request
from flask_babel import force_locale, get_locale, gettext

from server.accounts.models import RESEARCHER
from server.errors import RequestError, UnknownError
from server.insight import view, words
from server.insight.plan import MOST_ENDINGS, MOST_POINTS, MOST_QUESTIONS, plan
from server.insight.reach import reach
from server.insight.table import table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from server.accounts.guard import Guard
    from server.insight.asked import Release
    from server.insight.service import Insight

# No script at all, and forms that ask this server alone.
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
RIGHT_TO_LEFT = frozenset({"ar"})


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages stand on."""

    insight: Insight
    guard: Guard
    languages: Sequence[str]
    folder: Path

    def language(self) -> str:
        """Returns the language asked for in the address, or the browser's."""
        asked = request.args.get("lang", "")
        return asked if asked in self.languages else str(get_locale() or "en")

    def chosen(self) -> dict[str, str]:
        """Returns what keeps the language in an address."""
        asked = request.args.get("lang", "")
        return {"lang": asked} if asked in self.languages else {}

    def draw(self, template: str, status: int = 200, **given: object) -> Response:
        """Returns a page."""
        language = self.language()
        direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        page = render_template(f"insight/{template}", language=language, direction=direction, chosen=self.chosen(), t=words.t, **given)
        return Response(page, status, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY})

    def release(self, name: str) -> Release:
        """Returns a release by its id.

        Raises UnknownError where there is none.
        """
        for release in self.insight.releases():
            if release.id == name:
                return release
        raise UnknownError

    def questions(self, release: Release) -> list[view.Question]:
        """Returns a release's questions in the order of the page, with their closed weeks."""
        read = self.insight
        return [
            view.question(release, asked, read.weeks(asked.id), read.quarantined(asked.id)) for asked in view.ordered(release.questions)
        ]


def blueprint(pages: Pages) -> Blueprint:
    """Returns the routes of the pages, for staff with the role of a researcher."""
    made = Blueprint("insight_pages", __name__, url_prefix="/console/insight", template_folder="templates")
    _letting_in(made, pages)
    _reading(made, pages)

    @made.get("/plan")
    def planner() -> Response:
        """Says how many players it takes to see a difference."""
        with force_locale(pages.language()):
            most = {"points": MOST_POINTS, "endings": MOST_ENDINGS, "questions": MOST_QUESTIONS}
            return pages.draw("plan.html", plan=plan(request.args, view.odds), most=most, bounds=words.bounds(most))

    return made


def _letting_in(made: Blueprint, pages: Pages) -> None:
    """Has nobody in but researchers, and says so on a page to everybody else."""

    @made.before_request
    def researcher() -> None:
        """Refuses whoever is not signed in, or is not meant to read figures."""
        pages.guard.role(RESEARCHER)

    @made.errorhandler(RequestError)
    def refused(fault: RequestError) -> Response:
        """Says in a plain sentence what is not possible, and where to go from there."""
        with force_locale(pages.language()):
            return pages.draw("refused.html", fault.status, sentence=gettext(fault.sentence))


def _reading(made: Blueprint, pages: Pages) -> None:
    """Adds the list of stories, a story's page, and its table."""

    @made.get("/")
    def stories() -> Response:
        """Lists the releases of stories that ask something."""
        with force_locale(pages.language()):
            cards = [view.card(release, pages.questions(release)) for release in pages.insight.releases()]
            return pages.draw("stories.html", cards=cards, reach=reach(pages.folder))

    @made.get("/<release>/")
    def story(release: str) -> Response:
        """Shows what a release's questions say."""
        found = pages.release(release)
        with force_locale(pages.language()):
            questions = pages.questions(found)
            drawn = [view.sheet(one) for one in questions]
            said: dict[str, Any] = {"heads": view.heads(), "ends": words.scale(), "liar": view.liar(questions), "coins": view.purses(drawn)}
            return pages.draw("story.html", card=view.card(found, questions), sheets=drawn, **said)

    @made.get("/<release>/answers.csv")
    def answers(release: str) -> Response:
        """Gives what the page shows as a table."""
        found = pages.release(release)
        with force_locale(pages.language()):
            written = table(pages.questions(found))
        headers = {"Content-Disposition": f'attachment; filename="{found.story}-{found.version}.csv"'}
        return Response(written, content_type="text/csv; charset=utf-8", headers=headers)
