@NullMarked
package com.sessionanalyzer.ingest;

import org.jspecify.annotations.NullMarked;
