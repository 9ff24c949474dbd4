"""Reports that fill in a form: markets, weather, quakes and matches, alike but for what they tell."""

import random
from collections.abc import Callable

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
FIRMS = [
    "Ostrava Glass",
    "Lindholm Paper",
    "Tarn Steel",
    "Kvie Cement",
    "Halvard Oil",
    "Brandt Foods",
    "Sule Salt",
]
TOWNS = ["Kvie", "Port Halvard", "Tarnmouth", "Ytre Sule", "Casal Novo", "Wexcombe", "Sandhaven", "Lindos"]


def market(r: random.Random) -> list[str]:
    up = r.choice(["up", "down"])
    a, b, c, d = r.sample(FIRMS, 4)
    return [
        (
            f"Shares in Sarvela closed {up} on {r.choice(DAYS)} in {r.choice(['thin', 'brisk', 'quiet'])} "
            f"trade. The Halvard index ended {r.uniform(0.1, 3):.1f} percent "
            f"{r.choice(['higher', 'lower'])} at {r.randint(1800, 2900):,} points, with {r.randint(20, 90)} "
            f"stocks gaining and {r.randint(20, 90)} losing."
        ),
        (
            f"The biggest winner on the main board of the exchange was {a}, which rose "
            f"{r.uniform(2, 9):.1f} percent to {r.randint(20, 400)} crowns. Among the most heavily traded "
            f"shares of the session were those of {b}, which fell {r.uniform(1, 4):.1f} percent, and of "
            f"{c}, which gained {r.uniform(1, 4):.1f} percent."
        ),
        (
            f"The biggest loser on the main board of the exchange was {d}, which dropped "
            f"{r.uniform(2, 9):.1f} percent to {r.randint(20, 400)} crowns. The crown was trading at "
            f"{r.uniform(7, 9):.2f} to the dollar, compared with {r.uniform(7, 9):.2f} at the close of the "
            f"previous session. The yield on the ten-year bond stood at {r.uniform(2, 4):.2f} percent. "
            f"Turnover on the exchange came to {r.randint(300, 900)} million crowns."
        ),
    ]


def weather(r: random.Random) -> list[str]:
    return [
        (
            f"It will be {r.choice(['mild', 'cold', 'windy', 'grey'])} across most of the country on "
            f"{r.choice(DAYS)}, the National Weather Institute said. Highs will reach {r.randint(2, 25)} "
            f"degrees on the coast and {r.randint(2, 25)} degrees inland, and overnight lows will be around "
            f"{r.randint(-5, 9)} degrees."
        ),
        (
            f"Winds will blow from the {r.choice(['north', 'west', 'east', 'south'])} at {r.randint(5, 40)} "
            f"kilometres an hour, with gusts of up to {r.randint(41, 90)} kilometres an hour on the outer "
            f"islands. Between {r.randint(1, 9)} and {r.randint(10, 30)} millimetres of rain are expected in "
            "the mountains."
        ),
        (
            "The institute advises drivers to allow more time for their journeys and to check the state of "
            f"the roads before they set out. The risk of avalanches is put at level {r.randint(1, 5)} out "
            f"of five. The next bulletin will be issued at {r.randint(5, 23)}:00 hours."
        ),
    ]


def quake(r: random.Random) -> list[str]:
    town = r.choice(TOWNS)
    return [
        (
            f"An earthquake with a magnitude of {r.uniform(3, 6):.1f} struck {r.randint(5, 90)} kilometres "
            f"{r.choice(['north', 'south', 'east', 'west'])} of {town} on {r.choice(DAYS)}, the Sarvela "
            f"Geological Survey said. The quake occurred at {r.randint(0, 23):02}:{r.randint(10, 59)} local "
            f"time at a depth of {r.randint(4, 99)} kilometres."
        ),
        (
            "There were no immediate reports of damage or of injuries. According to preliminary data, the "
            f"epicentre was {r.randint(5, 90)} miles from {r.choice(TOWNS)} and {r.randint(5, 90)} miles "
            f"from {r.choice(TOWNS)}. In the past ten days, there have been {r.randint(0, 9)} earthquakes "
            "of magnitude 3.0 or greater centred nearby."
        ),
        (
            "Did you feel this earthquake? Consider reporting what you felt to the survey's office in "
            f"{town}. This information comes from the survey's notification service, and this text was put "
            "together by a computer."
        ),
    ]


def fixture(r: random.Random) -> list[str]:
    home, away = r.sample(TOWNS, 2)
    return [
        (
            f"{home} beat {away} {r.randint(2, 5)}-{r.randint(0, 1)} at home on {r.choice(DAYS)} to move up "
            f"to {r.choice(['third', 'fourth', 'fifth', 'sixth'])} place in the table of the Coastal League."
        ),
        (
            f"{r.choice('ABCDEFGH')}. {r.choice(['Mahlangu', 'Oyelowo', 'Quist', 'Adeleke', 'Brandvik'])} "
            f"scored in the {r.randint(2, 44)}th minute after a mistake by the {away} keeper, and "
            f"{r.choice(['Odhiambo', 'Tamba', 'Halloran', 'Vester'])} made it two {r.randint(2, 15)} minutes "
            f"after the break. {r.randint(800, 9000):,} spectators saw the match. {home} will play away at "
            f"{r.choice(TOWNS)} next {r.choice(DAYS)}, while {away} will meet {r.choice(TOWNS)} at home."
        ),
    ]


FORMS: dict[str, Callable[[random.Random], list[str]]] = {
    "market": market,
    "weather": weather,
    "quake": quake,
    "fixture": fixture,
}
