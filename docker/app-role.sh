#!/usr/bin/env bash
# Run once by the PostgreSQL image on an empty volume: the role of the applications, which owns nothing, is no superuser
# and cannot pass row security. The migrations grant it what it may do.
set -euo pipefail
: "${APP_PASSWORD:?APP_PASSWORD is missing}"
psql -v ON_ERROR_STOP=1 -v password="$APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role jiayuan_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'password';
SQL
