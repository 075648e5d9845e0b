#!/usr/bin/env bash
# Makes the data directory at the first start, by the usual variables: POSTGRES_PASSWORD,
# POSTGRES_USER, POSTGRES_DB, POSTGRES_INITDB_ARGS. Then becomes the server.
set -euo pipefail
umask 077

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}

initialise() {
    : "${POSTGRES_PASSWORD:?has to be set at the first start}"
    local draft=$PGDATA.new
    rm -rf "$draft"
    mkdir -p "$draft"
    # shellcheck disable=SC2086 # several arguments in one variable
    initdb --pgdata="$draft" --username="$user" --auth=scram-sha-256 --encoding=UTF8 \
        --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 \
        --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") ${POSTGRES_INITDB_ARGS:-}
    echo 'host all all all scram-sha-256' >>"$draft/pg_hba.conf"
    if [ "$database" != postgres ]; then
        echo "CREATE DATABASE \"$database\"" | postgres --single -D "$draft" postgres
    fi
    # Once without the network: whoever waits for a new server counts two starts.
    pg_ctl --pgdata="$draft" --wait start -o "-c listen_addresses="
    pg_ctl --pgdata="$draft" --wait stop
    mv "$draft" "$PGDATA"
}

if [ "${1:-postgres}" = postgres ]; then
    [ -s "$PGDATA/PG_VERSION" ] || initialise
    shift || true
    exec postgres -c listen_addresses='*' "$@"
fi
exec "$@"
