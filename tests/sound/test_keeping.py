"""Each sentence is spoken once."""

import pytest

from helpers.voices import Tones
from skill.errors import SettingError, VoiceError
from skill.sound.formats.form import mp3
from skill.sound.formats.samples import Samples
from skill.sound.keeping import KeptSentences


class Mute(Tones):
    """Gives silence."""

    def speak(self, text, locale):
        """Half a second of nothing."""
        super().speak(text, locale)
        return Samples(bytes(22_050), 22_050)


def test_a_sentence_is_spoken_once_for_both_ways_to_write_it(tmp_path):
    """As often as it is wanted, as MP3 and as samples, and by the next process too."""
    voice = Tones()
    for _ in range(2):
        kept = KeptSentences(tmp_path, voice, "en-US")
        assert [kept.as_mp3("And hold."), kept.as_wav("And hold.")] == [
            kept.as_mp3("And hold."),
            kept.as_wav("And hold."),
        ]
    assert voice.asked == [("And hold.", "en-US")]


def test_a_sentence_is_as_long_as_it_is_heard(tmp_path):
    """The silence that a voice puts around it is not part of it; encoded, it has whole frames."""
    kept = KeptSentences(tmp_path, Tones(), "en-US")
    assert kept.as_wav("Ten letters").seconds == pytest.approx(0.55 + 0.035, abs=0.002)
    encoded = kept.as_mp3("Ten letters")
    assert encoded.seconds == kept.as_wav("Ten letters").seconds
    padding = mp3().units(encoded.data) * mp3().seconds - encoded.seconds
    assert 0 < padding < 0.1


def test_another_voice_and_another_locale_are_kept_apart(tmp_path):
    """The hash has them in it."""
    for name in ("one", "other"):
        for locale in ("en-US", "en-GB"):
            voice = Tones(name)
            KeptSentences(tmp_path, voice, locale).as_mp3("And hold.")
            assert voice.asked == [("And hold.", locale)]


@pytest.mark.parametrize("damage", [b"", b"RIFF", bytes(5000)])
@pytest.mark.parametrize("ending", ["wav", "mp3"])
def test_a_damaged_file_is_made_anew(tmp_path, damage, ending):
    """What another program has cut off or overwritten is not heard."""
    kept = KeptSentences(tmp_path, Tones(), "en-US")
    whole = kept.as_mp3("And hold.")
    (path,) = tmp_path.rglob(f"*.{ending}")
    path.write_bytes(damage)
    assert KeptSentences(tmp_path, Tones(), "en-US").as_mp3("And hold.") == whole


def test_a_voice_that_says_nothing_is_an_error(tmp_path):
    """Somebody would lie there and wait: it is told, and nothing is kept."""
    with pytest.raises(VoiceError, match=r"says nothing for 'And hold\.'"):
        KeptSentences(tmp_path, Mute(), "en-US").as_mp3("And hold.")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path):
    """It says which folder, and what to do."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SettingError, match=r"cannot keep sentences in .*give another --kept"):
        KeptSentences(tmp_path / "file", Tones(), "en-US").as_mp3("And hold.")
