#!/bin/sh
# Each line is one message; what stands before its tab are the headers.
sed "s|^|content-type:application/x-ndjson	|" sessions.ndjson |
    kafka-console-producer.sh --bootstrap-server "${1:-127.0.0.1:9092}" --topic session-submissions \
        --command-property acks=all --reader-property parse.headers=true
