package com.sessionanalyzer.query.session;

/** Answer to a deletion that was done. */
record Deleted(boolean success) {}
