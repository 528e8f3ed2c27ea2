"""What stands where: in a practice on a screen that is not round, with words, in a list."""

from skill.screen import parts
from skill.screen.parts import Part, box, counter, picture, send, text


def practice() -> list[Part]:
    """The figure, beside it the ring and the limb, below it the words and the buttons."""
    beside = box(
        counter("@ring"),
        text(
            "${coach.frames[m.f].l}",
            "limb",
            "@accent",
            fontWeight="700",
            width="100%",
            textAlign="center",
            maxLines=2,
            paddingTop=6,
            lineHeight=parts.TIGHT,
        ),
        text(
            "${s.x}",
            "note",
            "@soft",
            width="100%",
            textAlign="center",
            maxLines=2,
            lineHeight=parts.TIGHT,
        ),
        width="@side",
        height="@figure",
        alignItems="center",
        justifyContent="center",
    )
    return [
        _page(
            {"type": parts.HEAD, "title": "${coach.heads[s.h].n}", "note": "${coach.heads[s.h].p}"},
            box(
                picture(width="@body", height="@figure"),
                beside,
                direction="@across",
                justifyContent="spaceBetween",
                width="@whole",
                height="@middle",
            ),
            text(
                "${m.t}",
                "words",
                fontSize="${m.l ? @note : @words}",
                lineHeight=parts.CLOSE,
                width="100%",
                height="@line",
                maxLines="${m.l ? @lines_long : @lines_short}",
                textAlignVertical="center",
            ),
            {"type": parts.KEYS},
        )
    ]


def words() -> list[Part]:
    """What is said, and what can be pressed; where a practice waits, its figure beside it."""
    pictured = "m.f >= 0 && viewport.shape != 'round'"
    told = box(
        text(
            "${p.t}",
            "words",
            fontSize="${p.l ? @words : @text}",
            lineHeight=parts.CLOSE,
            width="100%",
            maxLines="@lines_told",
        ),
        text(
            "${p.q}",
            "words",
            "@soft",
            width="100%",
            maxLines="@lines_asked",
            paddingTop=16,
            lineHeight=parts.CLOSE,
        ),
        width=f"${{{pictured} ? @told : @whole}}",
        paddingLeft=16,
        height=f"${{{pictured} ? @figure : @middle}}",
        justifyContent="center",
    )
    figure = picture(width="@pictured", height="@figure", when=f"${{{pictured}}}")
    return [
        _page(
            {"type": parts.HEAD, "title": "${coach.title}", "note": "${coach.note}"},
            box(figure, told, direction="@across", width="@whole", height="@middle"),
            {"type": parts.KEYS, "shown": "${coach.buttons.length ? 'normal' : 'invisible'}"},
        )
    ]


def entries() -> list[Part]:
    """Entries one below the other; one that has an id can be pressed."""
    row: Part = {
        "type": "TouchWrapper",
        "id": "${data.id}",
        "disabled": "${!data.id}",
        "width": "100%",
        "height": "@row",
        "spacing": 12,
        "accessibilityLabel": "${data.name}",
        "role": "button",
        "onPress": [send("start:${data.id}")],
        "item": {
            "type": "Frame",
            "style": "key",
            "inheritParentState": True,
            "width": "100%",
            "height": "100%",
            "borderRadius": 20,
            "borderWidth": 3,
            "item": text(
                "${data.name}",
                "words",
                width="100%",
                height="100%",
                paddingLeft="@row_pad",
                paddingRight="@row_pad",
                textAlignVertical="center",
                lineHeight=parts.CLOSE,
                maxLines=2,
            ),
        },
    }
    return [
        _page(
            {"type": parts.HEAD, "title": "${coach.title}", "note": "${coach.note}"},
            {
                "type": "Sequence",
                "data": "${coach.entries}",
                "grow": 1,
                "shrink": 1,
                "width": "100%",
                "paddingTop": 16,
                "items": [row],
            },
        )
    ]


def _page(*items: Part) -> Part:
    """A screen with its margins."""
    return box(
        *items,
        width="100vw",
        height="100vh",
        justifyContent="spaceBetween",
        paddingLeft="@pad",
        paddingRight="@pad",
        paddingTop="@edge",
        paddingBottom="@edge",
    )
