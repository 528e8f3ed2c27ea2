"""`limber serve`: the browser coach and Alexa's requests, from this machine."""

import logging
import secrets
from dataclasses import replace

import click

from skill import bootstrap
from skill.commands.chosen_store import opened, settings_with
from skill.errors import SettingError
from skill.settings import default_sounds
from skill.sound.voices.choosing import VOICES, chosen_voice
from skill.sound.voices.espeak import is_installed


@click.command()
@click.option("--port", default=5005, show_default=True, type=click.IntRange(0, 65535), help="Where.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--no-verify", is_flag=True, help="Answer anybody at /alexa; on this machine alone.")
@click.option("--store", metavar="STORE", help=f"Where progress is kept: {bootstrap.STORES}.")
@click.option("--voice", default="", metavar="VOICE", help=f"Who speaks what is taken along: {VOICES}.")
def serve(*, port: int, host: str, no_verify: bool, store: str | None, voice: str) -> None:
    """Serve the browser coach at / and Alexa's requests at /alexa, from this machine."""
    try:
        from skill.web import desk
        from skill.web.alexa.verification import Verifier
        from skill.web.application import create_app
        from skill.web.coach.sounds import Sounds
    except ModuleNotFoundError as error:
        raise SettingError(
            f"the web service lacks {error.name}: in the checkout say make serve,"
            " or pip install '.[web]'"
        ) from None

    if not host:  # an empty address would mean every address
        raise SettingError("--host is empty: give an address, such as 127.0.0.1, or leave it out")
    # At the terminal the reason for a refused request is of interest.
    logging.basicConfig(format="limber: %(message)s")
    logging.getLogger("skill").setLevel(logging.WARNING)
    at_desk = desk.is_loopback(host)
    if no_verify and not at_desk:
        raise SettingError(f"--no-verify works on loopback only: leave --host {host} out")
    settings = replace(
        settings_with(store),
        browser_coach=True,
        secret=secrets.token_urlsafe(),
    )
    kept = opened(settings.store)
    verifier = None if no_verify else Verifier(settings.skill_id)
    desk_host = desk.in_addresses(host) if at_desk else ""
    sounds = None
    if voice or is_installed():
        sounds = Sounds(chosen_voice(voice), default_sounds())
    app = create_app(settings, kept, verifier, desk_host=desk_host, sounds=sounds)
    desk.serve(app, host, port, click.echo)
