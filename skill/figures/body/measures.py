"""How long and how thick the body is, in centimetres.

An adult of about 173 centimetres; chosen by eye, from no table.
"""

SPINE = (18.0, 16.0, 16.0)
"""Hips to waist, to chest, to the base of the neck."""
SPINE_SHARE = (0.25, 0.7, 1.0)
"""How much of the spine's turn and bend each of them has: one joint in the waist would look broken."""
NECK, HEAD = 8.0, 9.5
THIGH, SHIN = 42.0, 40.0
UPPER, FORE, HAND = 28.0, 25.0, 9.0
SOLE = 17.0
"""Ankle to toes."""
HIP_WIDTH, SHOULDER_WIDTH = 9.0, 16.5
"""Half of each."""

THICK = {
    "thigh": (9.4, 6.4),
    "shin": (6.2, 4.2),
    "upper": (5.6, 4.5),
    "fore": (4.4, 3.3),
    "hand": (3.7, 2.7),
    "neck": (5.2, 4.8),
}
"""The radius of each part at its beginning and at its end."""
SKULL = 10.5

BONES = (
    ("hip", "knee", THIGH),
    ("knee", "ankle", SHIN),
    ("shoulder", "elbow", UPPER),
    ("elbow", "wrist", FORE),
    ("wrist", "hand", HAND),
)
"""The bones of one side, between which joints, and how long each is."""

FLOOR = -2.2
"""How deep the softness of a body may sink into what it lies on."""
