package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.kafka.KafkaContact;
import com.sessionanalyzer.query.position.PositionGate;

/** The cube of session records, and the insights that are read from it. */
record SessionCubeReader(
        LiveCube<SessionPart> cube,
        PositionGate gate,
        KafkaContact contact,
        CubeInsights insights,
        TotalsReader totals) {}
