# The image of web, worker, beat and the one-shot commands. Servers (PostgreSQL, Valkey, mail) come from elsewhere.
FROM python:3.11-slim-bookworm

# Pango draws the PDFs; BIZ UDPGothic is their font; MigMix has the rare name kanji that it lacks.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-morisawa-bizud-gothic fonts-migmix \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin keynet

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app

COPY requirements.lock .
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock

COPY manage.py ./
COPY keynet keynet
COPY facilities facilities
COPY postings postings
COPY applications applications
COPY nursecenter nursecenter
COPY templates templates
COPY static static

# Static files carry their digest in their name and belong to the code. Neither variable is used or kept.
ENV STATIC_ROOT=/app/staticfiles
RUN SECRET_KEY=unused DATABASE_URL=postgresql:///unused python manage.py collectstatic --no-input --verbosity=0

# Where the worker keeps who was erased (ERASURES_FILE), on a volume of its own.
RUN mkdir /ledger && chown keynet /ledger

USER keynet
EXPOSE 8000
CMD ["gunicorn", "keynet.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", \
     "--threads", "4", "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]
