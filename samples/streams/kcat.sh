#!/bin/sh
# The whole file is one message.
kcat -P -b "${1:-127.0.0.1:9092}" -t session-submissions -X acks=all -H content-type=text/csv sessions.csv
