@NullMarked
package com.sessionanalyzer.ingest.intake;

import org.jspecify.annotations.NullMarked;
