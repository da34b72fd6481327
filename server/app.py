"""The application: a configuration in, a Flask app out; everything it stands on is made here and passed in.

Why so long: it is the one place that knows every part and joins them; each of its functions is short.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, render_template, request
from flask_babel import Babel, gettext
from werkzeug.middleware.proxy_fix import ProxyFix

from server import faults, security, sharing
from server.accounts import routes as accounts_routes
from server.accounts import secret
from server.accounts.factors import Factors
from server.accounts.guard import Guard
from server.accounts.models import ADMINISTRATOR, COUNSELLOR, FACILITATOR
from server.accounts.people import People
from server.accounts.routes import Desk
from server.accounts.service import Accounts
from server.accounts.throttle import Throttle
from server.console import routes as console_routes
from server.contact import console_routes as conversation_routes
from server.contact import routes as contact_routes
from server.contact.login import Login
from server.contact.proof import Proofs
from server.contact.routes import Contact
from server.contact.service import Letters
from server.db import Database
from server.errors import ForbiddenError
from server.events import Hub
from server.group import lead as group_lead
from server.group import pages as group_pages
from server.group import routes as group_routes
from server.group import service as group_service
from server.group.pages import Phones
from server.health import Health
from server.insight import pages as insight_pages
from server.insight import routes as insight_routes
from server.insight.pages import Pages
from server.insight.routes import Box, Front
from server.insight.service import Insight
from server.keys import Shredder
from server.limits import FIRST_LETTERS, Addresses, limiter_for
from server.wire import LARGEST_REQUEST

if TYPE_CHECKING:
    from flask_limiter import Limiter

    from server.accounts.secret import Secret
    from server.bus.bus import Bus
    from server.config import Config
    from server.group.service import Group

_log = logging.getLogger(__name__)
LANGUAGES = ("en", "de", "fr", "sv", "ar")


@dataclass(frozen=True, slots=True)
class House:
    """What an app stands on; `app.extensions["threshold"]`."""

    config: Config
    database: Database
    keys: Shredder
    hub: Hub
    letters: Letters
    accounts: Accounts
    people: People
    secret: Secret
    insight: Insight
    group: Group
    bus: Bus
    health: Health

    def close(self) -> None:
        """Lets go of listeners, of what was counted, and of connections."""
        self.hub.end()
        self.bus.close()
        self.insight.close()
        self.keys.close()
        self.database.close()


def build(config: Config) -> House:
    """Makes what an app stands on."""
    database, keys, hub = Database(config.database_url), Shredder(config.keys), Hub(config.listeners)
    own = secret.load(config.secret)
    bus = sharing.bus(config, own.key(b"bus"))
    proofs = Proofs(config.proof_floor, config.proof_most, own.key(b"proofs") if bus.there else None)
    letters = Letters(database, keys, hub, proofs)
    accounts = Accounts(database, Factors(own, config.origins), Throttle())
    made = House(
        config,
        database,
        keys,
        hub,
        letters,
        accounts,
        People(database),
        own,
        Insight(database),
        group_service.group(database, group_service.MOMENT),
        bus,
        Health(database, bus, config.folder, letters.today),
    )
    sharing.memory(bus, hub, accounts, made.group.rooms.here, made.insight)
    return made


def language() -> str:
    """Returns the language that a browser asks for, of those there are."""
    return request.accept_languages.best_match(LANGUAGES) or "en"


def create_app(config: Config, seed: bytes | None = None) -> Flask:
    """Returns the app of a configuration; the database must be there and up to date.

    Workers of one server take the same `seed`, so that the marks of addresses agree.
    """
    app = Flask(__name__, static_folder=None, template_folder="console/templates")
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_REQUEST, BABEL_DOMAIN="console", BABEL_TRANSLATION_DIRECTORIES="catalogues")
    house = build(config)
    app.extensions["threshold"] = house
    Babel(app, locale_selector=language)
    security.protect(app, config)
    addresses = Addresses(seed)
    limiter = limiter_for(app, addresses)
    login = Login(config.origins, house.secret.key(b"login") if house.bus.there else None)
    contact, guard = Contact(house.letters, login, addresses), Guard(house.accounts, house.secret)
    sharing.once(house.bus, login)
    for made in (
        contact_routes.blueprint(contact),
        accounts_routes.blueprint(Desk(house.accounts, house.people, guard, addresses)),
        conversation_routes.blueprint(house.letters, lambda: guard.role(COUNSELLOR).id, guard.signed, contact.here),
        console_routes.blueprint(LANGUAGES),
        insight_pages.blueprint(Pages(house.insight, guard, LANGUAGES, config.folder)),
    ):
        app.register_blueprint(made)
    for name in ("api.open_mailbox", "api.begin"):
        limited: Any = limiter.limit(FIRST_LETTERS)(app.view_functions[name])
        app.view_functions[name] = limited
    _guard_posts(app, guard)
    _plain_pages(app)
    _health_pages(app, house.health, limiter)
    faults.answer_errors(app, lambda sentence: str(gettext(sentence)))
    if config.insight:
        _take_reports(app, house.insight, addresses, limiter)
    if config.group:
        _take_groups(app, house, guard, addresses, limiter)
    if config.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=config.proxies, x_proto=config.proxies, x_host=0)  # type: ignore[method-assign]  # as Flask documents it
    return app


def _take_reports(app: Flask, insight: Insight, addresses: Addresses, limiter: Limiter) -> None:
    """Adds the way in for reports, which counts its visitors by itself."""
    refused = insight_routes.blueprint()
    limiter.exempt(refused)
    app.register_blueprint(refused)
    app.wsgi_app = Front(app, Box(insight, addresses))  # type: ignore[assignment, method-assign]  # as Flask documents it


def _take_groups(app: Flask, house: House, guard: Guard, addresses: Addresses, limiter: Limiter) -> None:
    """Adds group sessions: staff make rooms; phones, of which a school has many behind one address, are counted at a door of their own."""

    def maker() -> bytes:
        """Lets staff who work with people make rooms."""
        guard.check_token()
        if not {COUNSELLOR, ADMINISTRATOR, FACILITATOR} & guard.signed().roles:
            raise ForbiddenError
        return house.secret.mark(b"group rooms")

    phones = Phones(house.group, sharing.door(house.bus, addresses), secure=house.config.secure)
    for made in (group_routes.blueprint(house.group, maker), group_pages.blueprint(phones), group_lead.blueprint(phones)):
        limiter.exempt(made)
        app.register_blueprint(made)


def _guard_posts(app: Flask, guard: Guard) -> None:
    """Has every change that comes from the console carry its session's own token."""

    @app.before_request
    def token() -> None:
        """Refuses a request of the console that another site could have made."""
        if request.path.startswith("/console") and request.method not in {"GET", "HEAD", "OPTIONS"}:
            guard.check_token()


def _plain_pages(app: Flask) -> None:
    """Adds the page at the root."""

    @app.get("/")
    def front() -> str:
        """Says what this is."""
        return render_template("front.html")


def _health_pages(app: Flask, health: Health, limiter: Limiter) -> None:
    """Adds what a machine asks: whether the process is there, and whether all that it stands on is."""

    @app.get("/healthz")
    def alive() -> Response:
        """Says that the process answers."""
        return Response("ok\n", content_type="text/plain")

    @app.get("/readyz")
    @limiter.exempt
    def ready() -> Response:
        """Says whether letters can be taken, and if not, which check failed."""
        faults = sorted(health.faults())
        return Response(f"{' '.join(faults) or 'ready'}\n", 503 if faults else 200, content_type="text/plain")
