package com.sessionanalyzer.analytics.cube;

/** Names of a cube's nodes and stores; they are in the names of internal topics, so changing one loses state. */
record CubeNames(String domain) {

    /** The last version of every record of a shard; the source topic is its changelog. */
    String ledger() {
        return domain + "-ledger";
    }

    /** The aggregates of a shard and its progress. */
    String aggregates() {
        return domain + "-aggregates";
    }

    String source() {
        return domain + "-records-source";
    }

    String fold() {
        return domain + "-fold";
    }

    String cubeSink() {
        return domain + "-cube-sink";
    }

    String subjectSink() {
        return domain + "-subject-sink";
    }

    String deadLetterSink() {
        return domain + "-dead-letter-sink";
    }
}
