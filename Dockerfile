# The image of web, worker, beat and migrate: see docker-compose.yml.

FROM python:3.11-slim-bookworm AS libraries
COPY requirements.lock /tmp/
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --require-hashes --requirement /tmp/requirements.lock

FROM python:3.11-slim-bookworm
# The same as scripts/bootstrap.sh: what WeasyPrint draws with, a Times with all Vietnamese letters,
# and what reads scans.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2 \
        tesseract-ocr tesseract-ocr-vie \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home dondoc \
    && install --directory --owner=dondoc --group=dondoc --mode=0700 /data
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    STATIC_ROOT=/app/staticfiles \
    XDG_CACHE_HOME=/tmp/cache
WORKDIR /app
COPY --from=libraries /opt/venv /opt/venv
COPY manage.py ./
COPY scripts/healthcheck.py ./scripts/
COPY config config
COPY bodies bodies
COPY directives directives
COPY assignments assignments
COPY templates templates
COPY static static
# Compressed here, once, rather than at every start.
RUN python -m compileall -q . \
    && python manage.py collectstatic --noinput --verbosity=0 \
    && python -m whitenoise.compress --quiet staticfiles
USER dondoc
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "scripts/healthcheck.py"]
CMD ["gunicorn", "--no-control-socket", "--bind=0.0.0.0:8000", "--worker-class=gthread", "--workers=3", "--threads=4", "--timeout=120", "--worker-tmp-dir=/dev/shm", "config.wsgi"]
