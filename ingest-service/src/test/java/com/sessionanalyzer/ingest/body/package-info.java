@NullMarked
package com.sessionanalyzer.ingest.body;

import org.jspecify.annotations.NullMarked;
