"""What the work is: the demonstration's jobs, told in other words, at other places, for other pay."""

from random import Random

from keynet.demo.texts import JOBS, Job
from keynet.scale.vocabulary import OFFERS, PLACES, SENTENCES, zipf
from keynet.vocabulary.occupations import NURSING, Occupation

LONGEST_TITLE = 40
HOURLY_STEP, MONTHLY_STEP = 50, 5_000
_PLACES = list(PLACES)
_BY_PLACE, _BY_OFFER, _BY_SENTENCE = zipf(len(PLACES)), zipf(len(OFFERS)), zipf(len(SENTENCES))


def job(random: Random, occupation: str) -> Job:
    """Return one job of an occupation."""
    known = random.choice(JOBS[occupation])
    steps = random.randint(-4, 12)
    pay = {
        "hourly": _raised(known.hourly, steps * HOURLY_STEP),
        "monthly": _raised(known.monthly, steps * MONTHLY_STEP),
    }
    sentences = dict.fromkeys(random.choices(SENTENCES, cum_weights=_BY_SENTENCE, k=random.randint(2, 5)))
    if random.random() < 0.25:
        return Job(known.title, "\n".join([known.duties, *sentences]), **pay, departments=known.departments)
    place = random.choices(_PLACES, cum_weights=_BY_PLACE)[0]
    offer = random.choices(OFFERS, cum_weights=_BY_OFFER)[0]
    title = f"{place}の{Occupation(occupation).label}（{offer}）"[:LONGEST_TITLE]
    first = f"{place}で働きます。" if occupation in NURSING else known.duties
    return Job(title, "\n".join([first, *sentences]), **pay, departments=(PLACES[place],))


def _raised(pay: tuple[int, int], by: int) -> tuple[int, int]:
    return pay[0] + by, pay[1] + by
