package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.LiveCube;

/** The cube of session records, and the insights that are read from it. */
record SessionCubeReader(LiveCube<SessionPart> cube, CubeInsights insights) {}
